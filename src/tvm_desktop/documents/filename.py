"""What a saved paper is called: never after a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from datetime import date


def plan_file_name(day: date, language: str) -> str:
    """Return a neutral name: "vores-plan-2026-11-22.pdf"."""
    return say(msg("plan-{date}.pdf", date=day.isoformat()), language)


def form_file_name(day: date, language: str) -> str:
    """Return a neutral name: "skema-2026-11-22.pdf"."""
    return say(msg("form-{date}.pdf", date=day.isoformat()), language)
