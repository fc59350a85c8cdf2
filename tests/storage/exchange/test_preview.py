"""Before anything comes in it is told what would come, and how that differs from what is here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Action, Card, Course, Meeting, PrivateNote
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.record import adding, changing
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.demo import with_formats
from tvm_desktop.storage.exchange.giving import file_to_give, without_notes
from tvm_desktop.storage.exchange.importer import bring_in
from tvm_desktop.storage.exchange.model import CourseFile
from tvm_desktop.storage.exchange.preview import format_names, preview, to_bring
from tvm_desktop.storage.exchange.reader import read_file

if TYPE_CHECKING:
    from tvm_desktop.storage.exchange.preview import Here
    from tvm_desktop.storage.store import Store

MINH = with_formats(read_file(resource("demo", "minh.tvm.json")), FormatLibrary.load(None).formats)


def here(store: Store) -> Here:
    """Return how Minh's course differs from the file's."""
    (found,) = preview(store, MINH)
    assert found.here is not None
    return found.here


def test_a_course_that_is_not_here_is_counted(store: Store) -> None:
    (found,) = preview(store, MINH)
    held = MINH.courses[0]
    assert (found.name, found.people, found.agreements) == ("Minh", len(held.people), len(held.actions))
    assert [meeting.id for meeting in found.meetings] == [meeting.id for meeting in held.meetings]
    assert found.here is None
    assert store.courses() == []


def test_the_forms_that_come_along_are_named() -> None:
    assert [name.en for name in format_names(MINH)]
    broken = replace(MINH.formats[0], source="{}")
    assert format_names(replace(MINH, formats=(broken,))) == ()


def test_the_same_course_is_told_to_be_the_same(store: Store) -> None:
    bring_in(store, MINH)
    assert here(store).same


def test_a_meeting_that_is_only_here_counts_once_with_all_that_is_in_it(store: Store) -> None:
    bring_in(store, MINH)
    meeting = Meeting(id="later", starts=MINH.courses[0].meetings[0].starts)
    card = Card(id="k", meeting_id="later", kind=CardKind.WORRY, text="mere")
    store.commit("minh", [adding(meeting), adding(card)])
    found = here(store)
    assert (found.only_here, found.only_in_file, found.differing) == (1, 0, 0)


def test_a_meeting_that_is_only_in_the_file_is_told(store: Store) -> None:
    held = MINH.courses[0]
    fewer = CourseFile(course=held.course, people=held.people, consents=held.consents)
    bring_in(store, replace(MINH, courses=(fewer,)))
    found = here(store)
    assert (found.only_here, found.only_in_file) == (0, len(MINH.courses[0].meetings))
    assert found.newest_here is None


def test_what_was_changed_in_the_same_meeting_is_counted(store: Store) -> None:
    bring_in(store, MINH)
    action = MINH.courses[0].actions[0]
    store.commit("minh", list(changing(action, what="noget andet")))
    assert here(store).differing == 1


def test_private_notes_that_were_left_out_and_a_day_of_deletion_are_no_difference(store: Store) -> None:
    bring_in(store, MINH)
    note = PrivateNote(id="n", meeting_id=MINH.courses[0].meetings[0].id, step="story", text="mit eget")
    course = next(entity for entity in store.load("minh") if isinstance(entity, Course))
    store.commit("minh", [adding(note), *changing(course, delete_on=date(2026, 4, 1))])
    given = without_notes(file_to_give(store, "minh"))
    assert given.courses[0].private_notes == ()
    assert given.courses[0].course.delete_on is None
    (found,) = preview(store, given)
    assert found.here is not None
    assert found.here.same


def test_a_course_is_not_deleted_here_because_it_was_to_be_there() -> None:
    course = replace(MINH.courses[0].course, delete_on=date(2026, 4, 1))
    file = replace(MINH, courses=(replace(MINH.courses[0], course=course),))
    assert to_bring(file) == MINH


def test_an_agreement_that_waits_is_counted_as_open(store: Store) -> None:
    (found,) = preview(store, MINH)
    open_ones = [a for a in MINH.courses[0].actions if a.status == "open"]
    assert found.open_agreements == len(open_ones)
    assert isinstance(MINH.courses[0].actions[0], Action)
