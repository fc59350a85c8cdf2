"""The places that show whom an anonymous course is about are listed, shortly; a course with names has no such list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Card, Course, Entity, Meeting
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.ui.handover.seen import SeenNote
from ui.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.context import UiContext

LONG = "Der er meget at sige om, hvordan det går, og så kom Ahmed forbi en dag med en hilsen til os alle."


@pytest.fixture
def things() -> list[Entity]:
    """Return an anonymous course in which somebody forgot."""
    texts = (LONG, "Ring 12 34 56 78", "De bor Skovvej 12", "Alt er godt")
    cards = [
        Card(id=f"k{n}", meeting_id="m", kind=CardKind.WORRY, text=text, rank=float(n))
        for n, text in enumerate(texts)
    ]
    return [Course(id="c", name="Dreng, 9 år", created=NOW, anonymous=True), Meeting(id="m"), *cards]


def test_each_place_is_told_with_a_few_words_around_it(
    context: UiContext, things: list[Entity], show: Callable[[QWidget], None]
) -> None:
    note = SeenNote(context, things)
    show(note)
    lines = note.list.text().splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("• what was said: …")
    assert "Ahmed" in lines[0]
    assert len(lines[0]) < len(LONG)
    assert note.head.text().endswith("here are 3 places that may show whom it is about:")


def test_a_long_list_is_cut(context: UiContext, things: list[Entity]) -> None:
    note = SeenNote(context, things, most=1)
    assert note.list.text().splitlines()[1] == "• and 2 more"
    note.deleteLater()


def test_a_course_with_names_has_no_list(context: UiContext, things: list[Entity]) -> None:
    course = things[0]
    assert isinstance(course, Course)
    note = SeenNote(context, [replace(course, anonymous=False), *things[1:]])
    assert note.places == []
    assert note.isHidden()
    note.deleteLater()
