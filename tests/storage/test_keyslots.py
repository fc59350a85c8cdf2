from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.stores import FAST
from tvm_desktop.storage.keyslots import (
    KeyCost,
    Slot,
    code_of,
    code_text,
    keyring_slot,
    open_by_code,
    open_by_keyring,
    open_by_password,
    password_slot,
    recovery_slot,
)

KEY, DATABASE = bytes(range(32)), bytes(16)


def test_a_password_is_as_costly_as_promised() -> None:
    assert KeyCost() == KeyCost(memory_kib=128 * 1024, passes=4, lanes=2)


def test_a_password_opens_its_slot_and_no_other_does() -> None:
    slot = password_slot(KEY, DATABASE, "sol og regn", FAST)
    assert open_by_password(slot, DATABASE, "sol og regn") == KEY
    assert open_by_password(slot, DATABASE, "Sol og regn") is None


def test_a_password_may_be_typed_composed_or_decomposed() -> None:
    slot = password_slot(KEY, DATABASE, "\u00e5bo", FAST)
    assert open_by_password(slot, DATABASE, "a\u030abo") == KEY


def test_a_slot_is_bound_to_its_database_and_its_kind() -> None:
    code = bytes(20)
    slot = recovery_slot(KEY, DATABASE, code)
    assert open_by_code(slot, DATABASE, code) == KEY
    assert open_by_code(slot, b"\x01" * 16, code) is None
    moved = Slot("password", slot.salt, slot.nonce, slot.wrapped)
    assert open_by_code(moved, DATABASE, code) is None


def test_a_keyrings_secret_opens_its_own_slot_only() -> None:
    secret = bytes(range(32))
    slot = keyring_slot(KEY, DATABASE, secret)
    assert open_by_keyring(slot, DATABASE, secret) == KEY
    assert open_by_keyring(slot, DATABASE, bytes(32)) is None
    assert open_by_keyring(slot, b"\x01" * 16, secret) is None
    assert open_by_code(slot, DATABASE, secret) is None


def test_two_slots_of_one_password_share_nothing() -> None:
    first, second = (password_slot(KEY, DATABASE, "sol", FAST) for _ in range(2))
    assert first.salt != second.salt
    assert first.wrapped != second.wrapped


def test_a_slot_keeps_its_cost_in_the_file() -> None:
    slot = password_slot(KEY, DATABASE, "sol", FAST)
    assert Slot.from_plain(slot.to_plain()) == slot
    assert slot.to_plain()["memory_kib"] == FAST.memory_kib


@pytest.mark.parametrize(("name", "value"), [("memory_kib", 2**30), ("passes", 10**6), ("lanes", 0)])
def test_a_forged_cost_cannot_exhaust_the_computer(name: str, value: int) -> None:
    plain = password_slot(KEY, DATABASE, "sol", FAST).to_plain() | {name: value}
    with pytest.raises(ValueError, match="bounds"):
        Slot.from_plain(plain)


@pytest.mark.parametrize("name", ["salt", "nonce", "wrapped"])
@pytest.mark.parametrize("content", ["", "AAAA", "A" * 400])
def test_a_forged_part_of_another_length_is_refused(name: str, content: str) -> None:
    plain = recovery_slot(KEY, DATABASE, bytes(20)).to_plain() | {name: content}
    with pytest.raises(ValueError, match="lengths"):
        Slot.from_plain(plain)


def test_a_recovery_code_is_eight_groups_of_four() -> None:
    groups = code_text(bytes(range(20))).split("-")
    assert [len(group) for group in groups] == [4] * 8


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_code_is_read_however_it_is_typed(code: bytes) -> None:
    text = code_text(code)
    careless = text.lower().replace("-", "  ").replace("o", "0").replace("i", "1")
    for typed in (text, text.replace("-", ""), f" {text.lower()}\n", careless, text.replace("-", "–")):
        assert code_of(typed) == code


@pytest.mark.parametrize("typed", ["", "ABCD", "9" * 32, "Æ" * 32, "A" * 33])
def test_what_is_no_code_is_told_apart(typed: str) -> None:
    assert code_of(typed) is None
