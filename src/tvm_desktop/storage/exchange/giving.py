"""What is handed over to a colleague: one course, sealed with a password that is for this file alone."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.storage.exchange.sealed import SEALED_SUFFIX
from tvm_desktop.storage.exchange.writer import course_file
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.storage.exchange.model import ExchangeFile
    from tvm_desktop.storage.store import Store

_GROUPS, _SYLLABLES = 4, 2
_CONSONANTS, _VOWELS = "bdfghjklmnprstv", "aeiou"


def file_to_give(store: Store, course_id: str) -> ExchangeFile:
    """Return the course as it can be handed over. When it is deleted here is not said: the colleague decides there."""
    file = course_file(store, course_id)
    return replace(
        file, courses=tuple(replace(c, course=replace(c.course, delete_on=None)) for c in file.courses)
    )


def without_notes(file: ExchangeFile) -> ExchangeFile:
    """Leave the leader's own notes out."""
    return replace(file, courses=tuple(replace(held, private_notes=()) for held in file.courses))


def sealed_name(day: date, language: str) -> str:
    """Return what the file is called at first: never after a person."""
    return say(msg("course-{date}", date=day.isoformat()), language) + SEALED_SUFFIX


def easy_password() -> str:
    """Return a random password that can be read aloud, "bami-kolu-tire-sado": fifty bits, each guess made slow."""
    return "-".join(
        "".join(secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS) for _ in range(_SYLLABLES))
        for _ in range(_GROUPS)
    )
