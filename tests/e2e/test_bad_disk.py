"""A disk that is full, or that may only be read: it is said, and nothing that was typed is lost.

These mount a disk of their own. Where that is not allowed, ``test_full_file.py`` tries what can be tried without.
"""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from helpers.desktop import Desktop, command_line, contents, desktop, made_folder, one_sentence
from helpers.disk import disk
from tvm_desktop.domain.entities import Card
from tvm_desktop.paths import DataFolder
from tvm_desktop.resources import resource
from tvm_desktop.storage.backups import list_backups
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.backups.window import BackupsWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def small(tmp_path: Path) -> Iterator[DataFolder]:
    """A folder on a disk of twelve megabytes."""
    with disk(tmp_path / "disk", 12) as place:
        yield made_folder(place / "data")[0]


def fill_up(folder: DataFolder) -> Path:
    """Let somebody else take all the room that is left."""
    path = folder.root.parent / "film.mp4"
    with path.open("wb", buffering=0) as film, suppress(OSError):
        while film.write(bytes(4096)):
            pass
    assert shutil.disk_usage(path).free == 0
    return path


def set_read_only(folder: DataFolder, *, on: bool) -> None:
    options = "remount,ro" if on else "remount,rw"
    subprocess.run(["mount", "-o", options, str(folder.root.parent)], check=True)


def cards(here: Desktop) -> list[str]:
    record = here.page.session.record
    return [card.text for card in record.all(Card)]


def test_a_disk_that_fills_up_during_the_meeting_loses_no_word(small: DataFolder, qtbot: QtBot) -> None:
    with desktop(small, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        here.keys.type("Han sover dårligt.", "Return")
        film = fill_up(small)
        here.paste("Han har ondt i maven." * 30, "Return")
        assert "Disken er fuld" in one_sentence(page.trouble.label.text())
        assert page.trouble.isVisible()
        assert page.entry.edit.text() == "Han har ondt i maven." * 30
        assert cards(here) == ["Han sover dårligt."]
        film.unlink()
        here.keys.press("Return")
        assert not page.trouble.isVisible()
        assert cards(here) == ["Han sover dårligt.", "Han har ondt i maven." * 30]
        assert page.entry.edit.text() == ""


def test_the_reserve_lets_a_meeting_end_on_a_full_disk(small: DataFolder, qtbot: QtBot) -> None:
    small.root.joinpath("reserve").write_bytes(bytes(2**20))
    with desktop(small, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        fill_up(small)
        here.paste("Han sover dårligt." * 300, "Return")
        assert "givet slip på en lille reserve" in one_sentence(page.trouble.label.text())
        here.keys.press("Return")
        assert cards(here) == ["Han sover dårligt." * 300]
        assert not page.trouble.isVisible()


def test_on_a_full_disk_the_way_in_says_so_and_opens_when_there_is_room(
    small: DataFolder, qtbot: QtBot
) -> None:
    film, before = fill_up(small), contents(small)
    with desktop(small, qtbot) as here:
        here.try_password()
        assert "filen med dine møder kan ikke åbnes. Intet er gået tabt." in one_sentence(here.refusal)
        assert contents(small) == before
        film.unlink()
        here.come_in()


def test_a_start_on_a_full_disk_is_one_sentence(small: DataFolder) -> None:
    fill_up(small)
    told = command_line("--data-dir", small.root)
    assert told.returncode == 1
    assert one_sentence(told.stderr).startswith("Disken er fuld, så filen med dine møder kan ikke åbnes.")


def test_with_a_reserve_the_program_opens_on_a_full_disk(small: DataFolder, qtbot: QtBot) -> None:
    reserve = small.root / "reserve"
    reserve.write_bytes(bytes(2**20))
    fill_up(small)
    with desktop(small, qtbot) as here:
        here.come_in()
        assert not reserve.exists()
        assert here.rooms.home.table.meetings.rowCount() == 1


def test_a_read_only_folder_is_said_before_the_password(small: DataFolder) -> None:
    before = contents(small)
    set_read_only(small, on=True)
    told = command_line("--data-dir", small.root)
    assert told.returncode == 1
    assert "Der kan ikke skrives i datamappen." in one_sentence(told.stderr)
    assert contents(small) == before


def test_a_folder_that_turns_read_only_is_said_at_the_password(small: DataFolder, qtbot: QtBot) -> None:
    before = contents(small)
    with desktop(small, qtbot) as here:
        set_read_only(small, on=True)
        here.try_password()
        assert "Programmet må ikke skrive i sin datamappe" in one_sentence(here.refusal)
        assert contents(small) == before
        set_read_only(small, on=False)
        here.come_in()


def test_nothing_is_read_in_where_nothing_may_be_written(small: DataFolder) -> None:
    set_read_only(small, on=True)
    told = command_line("--data-dir", small.root, "import", resource("demo", "minh.tvm.json"))
    assert told.returncode == 1
    assert "Der kan ikke skrives i datamappen." in one_sentence(told.stderr)


def test_a_plan_that_finds_no_room_is_said_and_leaves_no_half_file(small: DataFolder, qtbot: QtBot) -> None:
    with desktop(small, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.keys.press("Ctrl+P")
        assert page.paper is not None
        film = fill_up(small)
        target = small.root.parent / "plan.pdf"
        assert not page.paper.save_to(str(target))
        assert "kunne ikke gemmes" in one_sentence(page.paper.note.text())
        assert list(small.root.parent.glob("plan*")) == []
        film.unlink()
        assert page.paper.save_to(str(target))


def test_a_full_disk_is_left_for_another_with_every_word(
    small: DataFolder, qtbot: QtBot, tmp_path: Path
) -> None:
    stick = tmp_path / "stik"
    stick.mkdir()
    with desktop(small, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        here.keys.type("Han sover dårligt.", "Return")
        fill_up(small)
        here.paste("Han har ondt i maven." * 30, "Return")
        assert page.trouble.act.text() == "Gem et andet sted …"
        page.elsewhere.move_to(stick)
        here.keys.press("Return")
        assert not page.trouble.isVisible()
        assert cards(here) == ["Han sover dårligt.", "Han har ondt i maven." * 30]
    (moved,) = (DataFolder(path) for path in stick.iterdir())
    with desktop(moved, qtbot) as here:
        here.come_in()
        assert here.rooms.home.table.meetings.rowCount() == 1


def test_no_room_for_a_backup_is_said_and_costs_nothing(small: DataFolder, qtbot: QtBot) -> None:
    with desktop(small, qtbot) as here:
        here.come_in()
        store = here.program.context.open_store
        # The first backup is over when the log says so; until then it may still want room, or the button wait.
        qtbot.waitUntil(lambda: store.use_log(limit=1)[0].act is UseAct.BACKED_UP, timeout=20_000)
        film = fill_up(small)
        here.shell.show_window("backups")
        (window,) = here.shell._small_windows()
        assert isinstance(window, BackupsWindow)
        with qtbot.waitSignal(window.keeper.failed, timeout=20_000):
            window.now.click()
        assert "for lidt plads til sikkerhedskopien" in one_sentence(window.note.text())
        assert len(list(small.backups.iterdir())) == 1
        film.unlink()
        with qtbot.waitSignal(window.keeper.made, timeout=20_000):
            window.now.click()
        assert len(list_backups(small)) == 2
