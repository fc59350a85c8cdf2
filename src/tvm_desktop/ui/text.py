"""Text made safe for the screen."""

from __future__ import annotations

import html
import unicodedata


def clean(text: str, *, one_line: bool = False) -> str:
    """Return what somebody typed or pasted without control characters and direction overrides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if one_line:
        text = text.replace("\n", " ").replace("\t", " ")
    return "".join(c for c in text if c in "\n\t" or not _unwanted(c))


def _unwanted(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202a\u202b\u202c\u202d\u202e"


def escape_mnemonic(text: str) -> str:
    """Return a text for a button or a menu, where & would underline a letter."""
    return text.replace("&", "&&")


def plain_tip(text: str) -> str:
    """Return a text for a tool tip, where < could start markup."""
    return f"<p>{html.escape(text)}</p>" if text else ""
