"""What lies in the data folder is not what it should be: one sentence says so, and not a byte is touched."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from helpers.desktop import PASSWORD, contents, desktop, made_folder, one_sentence
from helpers.stores import FAST
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.engine import open_connection
from tvm_desktop.storage.keyfile import create_key_file
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return made_folder(tmp_path / "Åses data")[0]


def refused(folder: DataFolder, qtbot: QtBot, password: str = PASSWORD) -> str:
    """Type the password, return what is said, and see that everything lies as it lay."""
    before = contents(folder)
    with desktop(folder, qtbot) as here:
        here.try_password(password)
        said = one_sentence(here.refusal)
        assert here.shell.gate.unlock.field.edit.hasFocus()
    assert contents(folder) == before
    return said


def plain_sqlite(folder: DataFolder) -> None:
    folder.database.unlink()
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
        other.commit()


def another_document(folder: DataFolder) -> None:
    folder.database.write_bytes(b"%PDF-1.7\n" + b"Referat af et helt andet slags dokument.\n" * 400)


@pytest.mark.parametrize("harm", [plain_sqlite, another_document])
def test_a_file_that_is_not_ours_is_left_alone(
    folder: DataFolder, qtbot: QtBot, harm: Callable[[DataFolder], None]
) -> None:
    harm(folder)
    assert "er ikke lavet af dette program" in refused(folder, qtbot)


def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    folder, key = made_folder(tmp_path / "data")
    with closing(open_connection(folder.database, key)) as newer:
        newer.execute("PRAGMA user_version = 2000")
        newer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    assert "Installér den nyeste udgave" in refused(folder, qtbot)


HARMS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "truncated": lambda whole: whole[: len(whole) // 2],
    "cut in the middle of a page": lambda whole: whole[:-77],
    "altered": lambda whole: whole[:9000] + bytes([whole[9000] ^ 4]) + whole[9001:],
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_damaged_file_is_left_alone(
    folder: DataFolder, qtbot: QtBot, harm: Callable[[bytes], bytes]
) -> None:
    folder.database.write_bytes(harm(folder.database.read_bytes()))
    assert "er beskadiget" in refused(folder, qtbot)
    assert "sikkerhedskopi" in refused(folder, qtbot)


def test_a_missing_file_is_not_made_anew(folder: DataFolder, qtbot: QtBot) -> None:
    folder.database.unlink()
    assert "Filen med dine møder mangler" in refused(folder, qtbot)
    assert not folder.database.exists()


def test_a_missing_key_file_is_not_made_anew(folder: DataFolder, qtbot: QtBot) -> None:
    folder.key.unlink()
    folder.key_copy.unlink()
    assert "Nøglefilen mangler" in refused(folder, qtbot)
    assert not folder.key.exists()


def test_a_damaged_key_file_is_named(folder: DataFolder, qtbot: QtBot) -> None:
    for path in (folder.key, folder.key_copy):
        path.write_bytes(path.read_bytes()[:40])
    assert "Nøglefilen er beskadiget" in refused(folder, qtbot)


def test_one_lost_key_file_is_made_good_by_its_twin(folder: DataFolder, qtbot: QtBot) -> None:
    folder.key.write_bytes(b"")
    with desktop(folder, qtbot) as here:
        here.come_in()
    assert folder.key.read_bytes() == folder.key_copy.read_bytes() != b""


def test_the_key_file_of_another_folder_is_named(folder: DataFolder, qtbot: QtBot, tmp_path: Path) -> None:
    other = DataFolder(tmp_path / "other")
    key, _code = create_key_file(other, PASSWORD, cost=FAST)
    Store.create(other, key).close()
    for path in (folder.key, folder.key_copy):
        shutil.copy(other.key, path)
    assert "hører ikke sammen" in refused(folder, qtbot)


def test_a_wrong_password_can_be_tried_again(folder: DataFolder, qtbot: QtBot) -> None:
    before = contents(folder)
    with desktop(folder, qtbot) as here:
        here.try_password("forkert")
        assert "Det er ikke adgangskoden" in one_sentence(here.refusal)
        assert contents(folder) == before
        here.keys.type("t")
        assert not here.refusal
        here.come_in()
