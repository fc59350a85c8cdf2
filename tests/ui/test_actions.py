"""Every key stands once, has two ways where it is an F-key, and never uses AltGr."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from tvm_desktop.ui.actions import (
    ACTIONS,
    BY_ID,
    FOLLOW_UP,
    FRAMING,
    PREPARE,
    ROUND,
    add_actions,
    all_actions,
    key_text,
)
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_ids_stand_once() -> None:
    assert len(BY_ID) == len(ACTIONS) == len(all_actions())


def test_no_two_things_of_one_place_have_the_same_key() -> None:
    never_together = (FRAMING, FOLLOW_UP, ROUND)  # panels of their own
    for one, other in combinations((a for a in ACTIONS if a.scope is not PREPARE), 2):
        apart = one.scope in never_together and other.scope in never_together
        if one.scope is other.scope or not apart:
            assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_an_f_key_has_a_second_way() -> None:
    for info in ACTIONS:
        if any(key.startswith("F") and key[1:].isdigit() for key in info.keys):
            assert len(info.keys) > 1, info.id


def test_no_key_needs_altgr() -> None:
    assert not [key for info in ACTIONS for key in info.keys if "Ctrl+Alt" in key or "Alt+Ctrl" in key]


def test_every_key_is_one_that_qt_knows(qapp: QApplication) -> None:
    assert qapp is not None
    for info in ACTIONS:
        for key in info.keys:
            assert not QKeySequence(key).isEmpty(), key
    assert key_text("pause") == "F12"
    assert key_text("pause", 1) == "Ctrl+B"


def test_a_widget_gets_the_keys_with_their_words(qapp: QApplication) -> None:
    assert qapp is not None
    pressed: list[str] = []

    def pause() -> None:
        pressed.append("pause")

    owner = QWidget()
    (made,) = add_actions(owner, Words("da"), {"pause": pause})
    made.trigger()
    assert pressed == ["pause"]
    assert made.text() == "Pauseskærm"
    assert [key.toString() for key in made.shortcuts()] == ["F12", "Ctrl+B"]
    owner.deleteLater()
