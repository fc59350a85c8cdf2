"""The key remembered on this computer: chosen, taken back, and never in the way."""

from __future__ import annotations

import base64
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from helpers.rings import ForgetfulRing, LockedRing, PlainFileRing, Ring, SilentRing, ring_of
from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage import remembered
from tvm_desktop.storage.backup import back_up
from tvm_desktop.storage.keyfile import (
    change_password,
    create_key_file,
    database_id,
    unlock_with_password,
    unlock_with_recovery_code,
)
from tvm_desktop.storage.remembered import forget, is_possible, is_remembered, recall, remember
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD = "sol og regn"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def made(folder: DataFolder) -> tuple[bytes, str]:
    """Make a file, and return its key and recovery code."""
    key, code = create_key_file(folder, PASSWORD, cost=FAST)
    Store.create(folder, key).close()
    return key, code


@pytest.fixture
def ring() -> Iterator[Ring]:
    with ring_of(Ring()) as ours:
        yield ours


def test_what_was_remembered_opens_without_a_password(
    folder: DataFolder, made: tuple[bytes, str], ring: Ring
) -> None:
    key, code = made
    assert is_possible()
    assert not is_remembered(folder)
    assert recall(folder) is None
    assert remember(folder, key) == ()
    assert is_remembered(folder)
    assert recall(folder) == key
    assert unlock_with_password(folder, PASSWORD) == unlock_with_recovery_code(folder, code) == key


def test_the_keyring_keeps_44_signs_that_are_not_the_key(
    folder: DataFolder, made: tuple[bytes, str], ring: Ring
) -> None:
    remember(folder, made[0])
    [(place, secret)] = ring.kept.items()
    assert place == ("tvm-desktop", (database_id(folder) or b"").hex())
    assert len(secret) == 44
    assert secret.encode() not in folder.key.read_bytes()
    assert secret != base64.b64encode(made[0]).decode()


def test_switched_off_nothing_is_left_of_it(folder: DataFolder, made: tuple[bytes, str], ring: Ring) -> None:
    key, _ = made
    remember(folder, key)
    kept = dict(ring.kept)
    saved = DataFolder(back_up(folder, key, "test"))
    assert is_remembered(saved)
    assert forget(folder) == ()
    assert ring.kept == {}
    ring.kept.update(kept)
    for place in (folder, saved):
        assert not is_remembered(place)
        assert recall(place) is None
        assert unlock_with_password(place, PASSWORD) == key


def test_a_new_password_leaves_the_computer_its_memory(
    folder: DataFolder, made: tuple[bytes, str], ring: Ring
) -> None:
    remember(folder, made[0])
    change_password(folder, made[0], "sne", cost=FAST)
    assert recall(folder) == made[0]


@pytest.mark.parametrize("kind", [PlainFileRing, ForgetfulRing, LockedRing])
def test_a_keyring_that_does_not_keep_it_safe_is_not_used(
    folder: DataFolder, made: tuple[bytes, str], kind: type[Ring]
) -> None:
    before = folder.key.read_bytes()
    with ring_of(kind()), pytest.raises(UserError, match="no keyring"):
        remember(folder, made[0])
    assert folder.key.read_bytes() == before


@pytest.mark.parametrize("kind", [PlainFileRing, LockedRing, Ring])
def test_a_keyring_that_is_gone_locked_or_empty_says_nothing(
    folder: DataFolder, made: tuple[bytes, str], ring: Ring, kind: type[Ring]
) -> None:
    remember(folder, made[0])
    with ring_of(kind()):
        assert recall(folder) is None
        assert forget(folder) == ()
    assert not is_remembered(folder)


@pytest.mark.parametrize("kept", ["", "x", "é", "AAAA", "A" * 43 + "="])
def test_something_else_in_the_keyring_opens_nothing(
    folder: DataFolder, made: tuple[bytes, str], ring: Ring, kept: str
) -> None:
    remember(folder, made[0])
    for place in ring.kept:
        ring.kept[place] = kept
    assert recall(folder) is None


def test_a_keyring_that_never_answers_is_not_waited_for(
    folder: DataFolder, made: tuple[bytes, str], ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember(folder, made[0])
    monkeypatch.setattr(remembered, "_PATIENCE_S", 0.05)
    silent = SilentRing()
    silent.kept.update(ring.kept)
    with ring_of(silent):
        assert recall(folder) is None
        silent.answer.set()


def test_without_a_key_file_nothing_is_recalled(folder: DataFolder, ring: Ring) -> None:
    assert not is_remembered(folder)
    assert recall(folder) is None


def test_looking_whether_it_is_remembered_loads_nothing() -> None:
    program = (
        "import sys, pathlib\n"
        "from tvm_desktop.paths import DataFolder\n"
        "from tvm_desktop.storage.remembered import is_possible, is_remembered\n"
        "is_possible(), is_remembered(DataFolder(pathlib.Path('.')))\n"
        "print([n for n in ('keyring', 'cryptography', 'sqlalchemy', 'PySide6') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
