"""A sealed file opens by its password only, and nothing that was changed in it is taken."""

from __future__ import annotations

import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.stores import FAST
from tvm_desktop.errors import UserError
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange import sealed
from tvm_desktop.storage.exchange.model import MAX_BYTES
from tvm_desktop.storage.exchange.reader import NEWER, NOT_OURS
from tvm_desktop.storage.exchange.sealed import DAMAGED, WRONG_PASSWORD, seal, unseal
from tvm_desktop.storage.keyslots import stretch
from tvm_desktop.version import own_version

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "tre gode ord i rad"
TEXT = '{"version": 1, "courses": []}'
SEALED = seal(TEXT, PASSWORD, FAST)
HEADER = 70


def said(content: bytes, password: str = PASSWORD) -> str:
    """Return the sentence that a file is refused with."""
    with pytest.raises(UserError) as refused:
        unseal(content, password)
    return refused.value.message.text


def with_sum(whole: bytes) -> bytes:
    """Put the right sum behind a forged file."""
    return whole + sha256(whole).digest()


def forged(packed: bytes) -> bytes:
    """Seal something that is not what a program would seal."""
    header = SEALED[:HEADER]
    key = stretch(PASSWORD, header[18:34], FAST)
    return with_sum(header + AESGCM(key).encrypt(header[34:46], packed, header))


def test_what_was_sealed_comes_back_whole() -> None:
    text = resource("demo", "freja.tvm.json").read_text("utf-8")
    content = seal(text, PASSWORD, FAST)
    assert unseal(content, PASSWORD) == text
    assert len(content) < len(text.encode()) / 3
    assert b"Freja" not in content


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=30))
def test_any_text_and_any_password_go_and_come(text: str, password: str) -> None:
    assert unseal(seal(text, password, FAST), password) == text


@settings(max_examples=60)
@given(st.text(max_size=20).filter(lambda wrong: wrong != PASSWORD))
def test_another_password_is_told(wrong: str) -> None:
    assert said(SEALED, wrong) == WRONG_PASSWORD.text


def test_the_same_letters_typed_another_way_are_the_same_password() -> None:
    assert unseal(seal(TEXT, "blåbærgrød", FAST), "bla\u030abærgrød") == TEXT


def test_every_flipped_bit_is_found() -> None:
    for place in range(len(SEALED) * 8):
        broken = bytearray(SEALED)
        broken[place // 8] ^= 1 << place % 8
        assert said(bytes(broken)) in {NOT_OURS.text, DAMAGED.text}


def test_a_file_that_was_cut_is_damaged() -> None:
    for length in range(8, len(SEALED)):
        assert said(SEALED[:length]) == DAMAGED.text


@given(st.binary(max_size=400))
def test_any_other_file_is_refused_in_a_sentence(content: bytes) -> None:
    ours = content.startswith(SEALED[:8])
    assert said(content) == (DAMAGED.text if ours else NOT_OURS.text)
    assert said(SEALED[:8] + content) == DAMAGED.text


def test_a_newer_version_is_told() -> None:
    whole = SEALED[:8] + b"\0\2" + SEALED[10:-32]
    assert said(with_sum(whole)) == NEWER.text


def test_a_header_that_was_changed_with_its_sum_opens_nothing() -> None:
    for place in range(18, HEADER):
        whole = bytearray(SEALED[:-32])
        whole[place] ^= 1
        assert said(with_sum(bytes(whole))) == WRONG_PASSWORD.text


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [(2**31, 1, 1), (2**21, 1, 1), (2**20, 60, 1), (64, 0, 1), (64, 1, 0), (0, 1, 1), (64, 1, 60)],
)
def test_a_forged_cost_costs_nothing(memory: int, passes: int, lanes: int) -> None:
    cost = memory.to_bytes(4) + passes.to_bytes(2) + lanes.to_bytes(2)
    assert said(with_sum(SEALED[:10] + cost + SEALED[18:-32])) == DAMAGED.text


def test_a_small_file_that_unpacks_to_a_large_one_is_refused() -> None:
    bomb = zlib.compress(bytes(MAX_BYTES + 1), 9)
    assert len(bomb) < 100_000
    assert "larger than" in said(forged(bomb))


@pytest.mark.parametrize(
    "packed",
    [b"", b"no zip", zlib.compress(b"x")[:-1], zlib.compress(b"x") + b"more", zlib.compress(b"\xff")],
)
def test_what_no_program_packed_is_damaged(packed: bytes) -> None:
    assert said(forged(packed)) == DAMAGED.text


def test_a_text_larger_than_a_file_may_be_is_not_sealed() -> None:
    with pytest.raises(UserError):
        seal("x" * (MAX_BYTES + 1), PASSWORD, FAST)


def test_the_file_says_which_program_made_it_and_nothing_else() -> None:
    assert sealed.made_by(SEALED) == own_version()
    assert seal(TEXT, PASSWORD, FAST) != SEALED


def test_a_sealed_file_is_known_by_how_it_begins(tmp_path: Path) -> None:
    ours, plain = tmp_path / "a", tmp_path / "b"
    ours.write_bytes(SEALED)
    plain.write_text(TEXT, "utf-8")
    assert sealed.is_sealed(ours)
    assert not sealed.is_sealed(plain)
    assert sealed.read_sealed(ours) == SEALED
    with pytest.raises(UserError):
        sealed.is_sealed(tmp_path / "nowhere")
    with pytest.raises(UserError):
        sealed.read_sealed(tmp_path)
    with pytest.raises(UserError):
        sealed.read_sealed(plain)


def test_the_usual_cost_is_what_a_password_of_the_data_file_costs() -> None:
    assert unseal(seal(TEXT, PASSWORD), PASSWORD) == TEXT
