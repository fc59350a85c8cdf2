from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.keyfile import (
    FolderState,
    change_password,
    create_key_file,
    database_id,
    state_of,
    unlock_with_password,
    unlock_with_recovery_code,
)
from tvm_desktop.storage.store import Store

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "sol og regn"


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def said(folder: DataFolder, password: str = PASSWORD) -> str:
    with pytest.raises(UserError) as caught:
        unlock_with_password(folder, password)
    return caught.value.message.text


def test_password_and_recovery_code_open_the_same_key(folder: DataFolder) -> None:
    key, code = create_key_file(folder, PASSWORD, cost=FAST)
    assert len(key) == 32
    assert unlock_with_password(folder, PASSWORD) == key
    assert unlock_with_recovery_code(folder, code.lower().replace("-", " ")) == key


def test_the_password_is_derived_at_full_cost_by_default(folder: DataFolder) -> None:
    key, _ = create_key_file(folder, PASSWORD)
    assert json.loads(folder.key.read_bytes())["slots"][0]["memory_kib"] == 131072
    assert unlock_with_password(folder, PASSWORD) == key


def test_wrong_missing_and_damaged_are_three_sentences(folder: DataFolder) -> None:
    missing = said(folder)
    create_key_file(folder, PASSWORD, cost=FAST)
    wrong = said(folder, "sne")
    for path in (folder.key, folder.key_copy):
        path.write_bytes(path.read_bytes()[:-40])
    damaged = said(folder)
    assert len({missing, wrong, damaged}) == 3
    assert "missing" in missing
    assert "damaged" in damaged
    assert "password" in wrong


def test_one_altered_sign_anywhere_is_damage_and_never_a_wrong_password(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    folder.key_copy.unlink()
    content = folder.key.read_bytes()
    wrong = said(folder, "sne")
    for at in range(0, len(content), 29):
        folder.key.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        assert said(folder) != wrong


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"{}", b"\xff\xfe", b"[" * 9000, b'{"what": 1}'])
def test_what_is_no_key_file_is_called_damaged(folder: DataFolder, content: bytes) -> None:
    folder.root.mkdir()
    folder.key.write_bytes(content)
    assert "damaged" in said(folder)


@pytest.mark.parametrize("memory", [1e400, 2**40, -1, "x", None])
def test_a_forged_cost_is_damage_even_with_a_right_sum(folder: DataFolder, memory: object) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    plain = json.loads(folder.key.read_bytes())
    plain["slots"][0]["memory_kib"] = memory
    plain.pop("sum")
    plain["sum"] = hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
    for path in (folder.key, folder.key_copy):
        path.write_text(json.dumps(plain), "utf-8")
    assert "damaged" in said(folder)


def test_a_newer_key_file_says_so(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    newer = json.loads(folder.key.read_bytes()) | {"version": 2}
    folder.key.write_text(json.dumps(newer), "utf-8")
    assert "newer version" in said(folder)


@pytest.mark.parametrize("lost", ["key", "key_copy"])
@pytest.mark.parametrize("content", [None, b"", b"{}"])
def test_one_copy_is_enough_and_mends_the_other(folder: DataFolder, lost: str, content: bytes | None) -> None:
    key, _ = create_key_file(folder, PASSWORD, cost=FAST)
    whole = folder.key.read_bytes()
    path = getattr(folder, lost)
    path.unlink() if content is None else path.write_bytes(content)
    assert unlock_with_password(folder, PASSWORD) == key
    assert folder.key.read_bytes() == folder.key_copy.read_bytes() == whole


def test_a_wrong_password_mends_nothing(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    folder.key.write_bytes(b"")
    said(folder, "sne")
    assert folder.key.read_bytes() == b""


def test_a_new_password_replaces_the_old_and_the_code_stays(folder: DataFolder) -> None:
    key, code = create_key_file(folder, PASSWORD, cost=FAST)
    change_password(folder, key, "sne", cost=FAST)
    assert unlock_with_password(folder, "sne") == key
    assert unlock_with_recovery_code(folder, code) == key
    said(folder, PASSWORD)
    assert folder.key.read_bytes() == folder.key_copy.read_bytes()


def test_another_files_key_gets_no_password_here(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    before = folder.key.read_bytes()
    with pytest.raises(ValueError, match="belong"):
        change_password(folder, os.urandom(32), "sne", cost=FAST)
    assert folder.key.read_bytes() == before


def test_codes_that_are_short_or_do_not_fit_are_told_apart(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    sentences = set()
    for code in ("ABCD", "ABCD-" * 8):
        with pytest.raises(UserError) as caught:
            unlock_with_recovery_code(folder, code)
        sentences.add(caught.value.message.text)
    assert len(sentences) == 2


def test_a_key_file_is_never_made_anew(folder: DataFolder) -> None:
    key, _ = create_key_file(folder, PASSWORD, cost=FAST)
    Store.create(folder, key).close()
    with pytest.raises(UserError):
        create_key_file(folder, "sne", cost=FAST)
    folder.database.unlink()
    with pytest.raises(UserError):
        create_key_file(folder, "sne", cost=FAST)
    assert unlock_with_password(folder, PASSWORD) == key


def test_a_missing_key_file_beside_a_database_is_not_made_anew(folder: DataFolder) -> None:
    key, _ = create_key_file(folder, PASSWORD, cost=FAST)
    Store.create(folder, key).close()
    folder.key.unlink()
    folder.key_copy.unlink()
    with pytest.raises(UserError):
        create_key_file(folder, PASSWORD, cost=FAST)
    assert state_of(folder) is FolderState.NO_KEY


def test_a_first_start_that_broke_off_can_begin_again(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    assert state_of(folder) is FolderState.NEW
    key, _ = create_key_file(folder, "sne", cost=FAST)
    Store.create(folder, key).close()
    assert state_of(folder) is FolderState.READY


def test_a_start_is_told_what_it_meets(folder: DataFolder) -> None:
    assert state_of(folder) is FolderState.NEW
    key, _ = create_key_file(folder, PASSWORD, cost=FAST)
    Store.create(folder, key).close()
    assert state_of(folder) is FolderState.READY
    folder.database.unlink()
    assert state_of(folder) is FolderState.NO_DATABASE


def test_an_empty_password_is_refused(folder: DataFolder) -> None:
    with pytest.raises(UserError):
        create_key_file(folder, "", cost=FAST)
    assert not folder.key.exists()


def test_the_database_begins_with_the_id_that_the_key_file_knows(folder: DataFolder) -> None:
    assert database_id(folder) is None
    key, _ = create_key_file(folder, PASSWORD, cost=FAST)
    Store.create(folder, key).close()
    assert folder.database.read_bytes()[:16] == database_id(folder)


def test_only_the_owner_may_read_the_key_file(folder: DataFolder) -> None:
    create_key_file(folder, PASSWORD, cost=FAST)
    modes = [path.stat().st_mode & 0o777 for path in (folder.root, folder.key, folder.key_copy)]
    assert modes == [0o700, 0o600, 0o600]


def test_the_key_file_holds_neither_key_nor_password(folder: DataFolder) -> None:
    key, code = create_key_file(folder, PASSWORD, cost=FAST)
    content = folder.key.read_bytes()
    for secret in (key, key.hex().encode(), PASSWORD.encode(), code.encode(), code.replace("-", "").encode()):
        assert secret not in content


def test_unlocking_loads_nothing_heavy() -> None:
    program = (
        "import sys, tvm_desktop.storage.keyfile, tvm_desktop.storage.place\n"
        "print([n for n in ('sqlalchemy', 'sqlcipher3', 'PySide6', 'reportlab') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
