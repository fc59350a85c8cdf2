"""Small turns of phrase: full stops."""

from __future__ import annotations

from tvm_desktop.domain.wording import QUOTATION_MARKS


def sentence(text: str) -> str:
    """Return a text that ends as a sentence does."""
    text = text.strip()
    ends = not text or text.rstrip(QUOTATION_MARKS)[-1:] in {".", "!", "?", "…", ":", "؟", "۔", "।"}
    return text if ends else f"{text}."
