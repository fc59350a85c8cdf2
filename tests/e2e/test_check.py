"""``tvm-desktop check`` in the real command line: what it says, how it ends, and that it changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.desktop import command_line, contents, made_folder
from tvm_desktop.ui.instance import Instance

if TYPE_CHECKING:
    from pathlib import Path


def test_a_sound_file_is_sound_and_ends_with_0(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "Åses data")
    folder.root.chmod(0o700)
    before = contents(folder)
    told = command_line("check", "--data-dir", folder.root)
    assert (told.returncode, told.stderr) == (0, "")
    assert "+ Nøglefilen og dens kopi er hele og ens." in told.stdout
    assert "sider er beskadiget eller ændret." in told.stdout
    assert told.stdout.endswith("Alt det, der er undersøgt, er i orden.\n")
    assert contents(folder) == before
    assert not folder.lock.exists()


def test_a_damaged_file_is_said_and_ends_with_1(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    whole = folder.database.read_bytes()
    folder.database.write_bytes(whole[:9000] + bytes([whole[9000] ^ 4]) + whole[9001:])
    before = contents(folder)
    told = command_line("check", "--data-dir", folder.root)
    assert (told.returncode, told.stderr) == (1, "")
    assert "! Filen med dine møder er beskadiget." in told.stdout
    assert told.stdout.endswith("Der er noget galt.\n")
    assert contents(folder) == before


def test_without_a_password_it_says_what_can_be_seen_from_outside(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    for told in (
        command_line("check", "--outside", "--data-dir", folder.root),
        command_line("check", "--data-dir", folder.root, typed=""),
    ):
        assert told.returncode == 0
        assert "Filen med dine møder er her" in told.stdout
        assert "sider" not in told.stdout


def test_a_wrong_password_is_one_sentence(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    told = command_line("check", "--data-dir", folder.root, typed="forkert")
    assert told.returncode == 1
    assert "Det er ikke adgangskoden" in told.stderr


def test_a_folder_that_is_open_is_checked_from_outside_only(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    first = Instance(folder)
    assert first.take()
    told = command_line("check", "--data-dir", folder.root)
    first.release()
    assert told.returncode == 1
    assert "! TVM er åben med denne mappe." in told.stdout
    assert "sider" not in told.stdout
