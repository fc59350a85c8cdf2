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


def person_file_name(day: date, ending: str, language: str) -> str:
    """Return a neutral name: "oplysninger-2026-11-22.pdf"."""
    return say(msg("data-{date}.{ending}", date=day.isoformat(), ending=ending), language)


def record_file_name(day: date, version: int, ending: str, language: str) -> str:
    """Return a neutral name: "referat-2026-11-22-v2.pdf"."""
    return say(
        msg("record-{date}-v{number}.{ending}", date=day.isoformat(), number=version, ending=ending), language
    )


def agreements_file_name(day: date, version: int, language: str) -> str:
    """Return a neutral name: "aftaler-2026-11-22-v2.json"."""
    return say(msg("agreements-{date}-v{number}.json", date=day.isoformat(), number=version), language)
