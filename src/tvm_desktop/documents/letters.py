"""What happens to the letters of a text before they are set: cleaned, joined and put in the order they are seen."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

# Letters from right to left: Hebrew, Arabic, Syriac, Thaana, NKo and the Arabic presentation forms.
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
# Overrides could make a sentence say its opposite; isolates have no width and no letter.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# Also the halves of letters that a damaged file may hold.
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BLANKS = re.compile("[\t\u1680\u2000-\u200a\u205f\u3000]")
# Needed for joining and direction, invisible on paper.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
_TWO_EMPTY_LINES = re.compile("\n{3,}")


def clean(text: str) -> str:
    r"""Return a text in NFC without control characters, overrides and halves of letters; line ends are ``\\n``."""
    text = _OVERRIDES.sub("", unicodedata.normalize("NFC", text))
    text = _BLANKS.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _CONTROLS.sub("", text)
    return _TWO_EMPTY_LINES.sub("\n\n", text).strip("\n")


def from_right(text: str) -> bool:
    """Tell whether any letter runs from right to left."""
    return _FROM_RIGHT.search(text) is not None


def starts_right(text: str) -> bool:
    """Tell whether the first letter that has a direction runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def join(text: str) -> str:
    """Return Arabic letters in the forms in which they join, still in reading order; the rest as it is."""
    if _ARABIC.search(text):
        text = _reshaper()(text)
    return visible(text)


def visible(text: str) -> str:
    """Return a text without the signs that have no picture."""
    return _INVISIBLE.sub("", text)


def as_seen(tagged: list[tuple[str, int]], *, right: bool) -> list[tuple[str, int]]:
    """Return the (letter, tag) of one line in the order in which they stand from left to right.

    The steps are those of the Unicode bidirectional algorithm; ``get_display`` itself would lose the tags.
    """
    from bidi import algorithm

    base = 1 if right else 0
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, ("L", "R")[base]
    for letter, tag in tagged:
        kind = unicodedata.bidirectional(letter)
        storage["chars"].append({"ch": letter, "level": base, "type": kind, "orig": kind, "tag": tag})
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return [(char["ch"], char["tag"]) for char in storage["chars"]]


@cache
def _reshaper() -> Callable[[str], str]:
    from arabic_reshaper import ArabicReshaper

    joined: Callable[[str], str] = ArabicReshaper({"delete_harakat": True, "support_ligatures": True}).reshape
    return joined
