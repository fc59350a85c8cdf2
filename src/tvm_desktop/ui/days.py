"""Dates as people say them on the laptop: today, tomorrow, 12. marts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import day_and_month, plain_date
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from datetime import date

_NEAR = {-1: msg("yesterday"), 0: msg("today"), 1: msg("tomorrow")}


def near_date(day: date, today: date, language: str) -> str:
    """Return today, tomorrow, yesterday, or the date, with its year when it is another one."""
    away = (day - today).days
    if away in _NEAR:
        return say(_NEAR[away], language)
    return plain_date(day, language) if day.year != today.year else day_and_month(day, language)


def upper_first(text: str) -> str:
    """Return a sentence that starts with a capital."""
    return text[:1].upper() + text[1:]
