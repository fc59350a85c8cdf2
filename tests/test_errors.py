"""Errors that a user can do something about."""

from __future__ import annotations

from tvm_desktop.errors import UserError
from tvm_desktop.words import msg


def test_a_user_error_carries_its_sentences() -> None:
    error = UserError(msg("The disk is full."), [msg("Free some space.")])
    assert error.message.text == "The disk is full."
    assert [detail.text for detail in error.details] == ["Free some space."]


def test_what_an_error_prints_for_a_log_is_not_filled_in() -> None:
    assert str(UserError(msg("{name} is not there", name="Minh"))) == "{name} is not there"
