from __future__ import annotations

from typing import TYPE_CHECKING

from faults import keys

if TYPE_CHECKING:
    import pytest


def test_no_wrong_key_opens_anything() -> None:
    (row,) = keys.measure(80)
    assert row.met, row.line()
    assert "128 MiB (Argon2id, 4 passes" in row.result


def test_a_key_that_opens_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "_near", lambda right, _signs, _chance: right)
    assert keys.guessed(4, 0) == (2, 4)  # a password, and the password of a file that was handed over
