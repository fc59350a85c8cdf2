"""The watch knows the people of the file, and looks for them only where a course has no names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.record import Record, changing
from tvm_desktop.ui.watching import known_list, watch_over

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


def test_names_of_other_courses_are_seen_in_an_anonymous_one(context: UiContext, family: Family) -> None:
    record = Record.of("", context.open_store.load(family.course))
    assert not watch_over(context, record).anonymous
    anonymous = record.apply(changing(record.course, anonymous=True))
    assert [s.text for s in watch_over(context, anonymous).sightings("Hodan ringer til Osman")] == [
        "Hodan",
        "Osman",
    ]
    assert replace(anonymous.course, anonymous=False) == record.course


def test_the_list_of_names_is_there() -> None:
    assert known_list().clear
