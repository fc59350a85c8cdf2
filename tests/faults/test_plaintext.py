from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from faults.held import crashed, made
from faults.pages import NotSignedError, pages
from faults.plaintext import after_a_deletion, after_a_meeting, readable

if TYPE_CHECKING:
    from pathlib import Path

    from faults.conftest import Led

SAID = "spiser ikke med os"


def test_a_meeting_that_broke_off_leaves_nothing_to_read(led: Led) -> None:
    row = after_a_meeting(led.place, led.told, "after a crash")
    assert row.met, row.line()
    assert (led.place / "data" / "meetings.db-wal").stat().st_size > 0
    assert "ValueError" in (led.place / "data" / "tvm-desktop.log").read_text("utf-8")


def test_a_planted_word_is_found_wherever_it_lies(led: Led) -> None:
    planted = led.place / "home" / "left behind"
    planted.write_bytes("Storesøster".encode("utf-16-le"))
    row = after_a_meeting(led.place, led.told, "with a word left behind")
    planted.unlink()
    assert not row.met
    assert "left behind: storesøster" in row.result


@pytest.mark.parametrize("written", ["BØRNEHAVE", "bornehave", "Børnehave", "børnehave"])
def test_a_word_is_read_in_every_spelling(written: str) -> None:
    assert readable(f"x{written}x".encode(), ["Børnehave"]) == ["Børnehave"]
    assert readable(f"x{written}x".encode("utf-32-le"), ["Børnehave"]) == ["Børnehave"]
    assert readable(b"b rnehave", ["Børnehave"]) == []


def test_a_deleted_course_stands_in_no_page_and_no_backup(tmp_path: Path) -> None:
    row = after_a_deletion(tmp_path)
    assert row.met, row.line()


def test_every_page_can_be_read_by_hand_with_the_key_and_by_nobody_else(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    whole = b"".join(pages(folder, key))
    assert b"CREATE TABLE course" in whole
    assert SAID.encode() in whole
    assert SAID.encode() not in folder.database.read_bytes()
    with pytest.raises(NotSignedError):
        list(pages(folder, bytes(32)))


def test_the_journal_beside_the_file_can_be_read_as_well(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    broken, _states = crashed(folder, key, tmp_path / "crashed")
    assert b"Og det blev sagt igen." in b"".join(pages(broken, key))
