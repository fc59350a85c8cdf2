"""Small words for the screen: safe text, and dates as people say them."""

from __future__ import annotations

import html
import unicodedata
from typing import TYPE_CHECKING

from tvm_desktop.dates import day_and_month, plain_date
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from datetime import date


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


def near_date(day: date, today: date, language: str) -> str:
    """Return today, tomorrow, yesterday, or the date, with its year when it is another one."""
    away = (day - today).days
    if away in _NEAR:
        return say(_NEAR[away], language)
    return plain_date(day, language) if day.year != today.year else day_and_month(day, language)


_NEAR = {-1: msg("yesterday"), 0: msg("today"), 1: msg("tomorrow")}


def upper_first(text: str) -> str:
    """Return a sentence that starts with a capital."""
    return text[:1].upper() + text[1:]
