"""How a backup is told of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.storage.backups import Backup
from tvm_desktop.storage.restoring import Contents
from tvm_desktop.ui.backups import said
from ui.conftest import NOW

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


def made(days: int, reason: str = "start", size: int = 240_000) -> Backup:
    return Backup(Path("x"), NOW - timedelta(days=days), reason, size)


@pytest.mark.parametrize(
    ("backup", "text"),
    [
        (made(0), "I dag kl. 9.40\nlavet, da programmet startede · 240 kB"),
        (made(1, "now", 12_400_000), "I går kl. 9.40\nlavet af dig · 12 MB"),
        (made(9, "v1001"), "3. marts kl. 9.40\n9 dage gammel · lavet, før filen blev opdateret · 240 kB"),
        (made(2, "who-knows", 1), "10. marts kl. 9.40\n2 dage gammel · lavet af programmet · 1 kB"),
    ],
)
def test_a_row_says_when_how_old_why_and_how_large(locked: UiContext, backup: Backup, text: str) -> None:
    locked.words.language = "da"
    assert said.row(backup, locked) == text


def test_how_old_the_newest_is(locked: UiContext) -> None:
    locked.words.language = "da"
    words = locked.words
    assert words(said.newest((), locked)) == "Der er ingen sikkerhedskopi endnu."
    newest = said.newest((made(0, "put-aside"), made(1)), locked)
    assert words(newest) == "Seneste sikkerhedskopi: i går kl. 9.40"


def test_what_is_in_it_with_many_courses(locked: UiContext) -> None:
    contents = Contents(tuple(f"C{n}" for n in range(23)), frozenset("ab"), datetime(2026, 3, 1, tzinfo=UTC))
    text = said.inside(contents, locked, discreet=False)
    assert "C19 and 3 more\n2 meetings, the newest on 1 March 2026" in text
    assert "C1" not in said.inside(contents, locked, discreet=True)
    assert said.inside(Contents((), frozenset(), None), locked, discreet=False) == "0 courses\n0 meetings"


def test_what_is_lost(locked: UiContext) -> None:
    here, there = Contents((), frozenset("abc"), None), Contents((), frozenset("a"), None)
    assert "2 meetings that are here now are missing there." in said.lost(here, there, made(1), locked)
    assert (
        said.lost(None, there, made(1), locked)
        == "What you have written since yesterday at 9:40 is not in it."
    )
    locked.words.language = "da"
    assert said.lost(None, there, made(0), locked) == "Det, du har skrevet siden kl. 9.40 i dag, er ikke med."
