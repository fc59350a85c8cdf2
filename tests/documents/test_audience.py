"""For whom a copy is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.papers import MEETING, plan, small_record
from helpers.privacy import SECRET, everything, marked
from helpers.records import records
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.grid import grid_document, grid_step
from tvm_desktop.domain.entities import Attendance, Card, Entity, Person, Statement, Wish
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.library import FormatLibrary


def test_the_common_copy_is_for_the_family_and_all_who_were_asked() -> None:
    record = small_record(Attendance(id="a", meeting_id=MEETING, person_id="jonas"))
    assert Audience().receivers_in(record) == {"minh", "hoa", "jonas"}


def test_a_copy_of_its_own_is_for_its_receivers() -> None:
    assert Audience(frozenset({"ingrid"})).receivers_in(small_record()) == {"ingrid"}


def test_only_a_copy_for_children_alone_is_a_childs_copy() -> None:
    record = small_record()
    assert Audience(frozenset({"minh"})).only_children(record)
    assert not Audience(frozenset({"minh", "hoa"})).only_children(record)
    assert not Audience().only_children(record)


def test_a_copy_can_do_without_what_somebody_said_and_says_so_without_a_name() -> None:
    said = Card(
        id="card", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Vi læser hver aften", voice="hoa"
    )
    other = Card(id="d", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Han er god til tal", voice="jonas")
    copy = plan(small_record(said, other), audience=Audience(left_out=frozenset({"hoa"})))
    assert "Vi læser" not in everything(copy)
    assert "Han er god til tal" in everything(copy)
    assert copy.subtitle[-1] == "I denne udgave er noget udeladt."


@pytest.mark.parametrize("form", [False, True])
@given(records(), st.sampled_from(["person-0", "person-1"]))
def test_no_word_of_somebody_left_out_is_on_the_copy(form: bool, record: Record, who: str) -> None:
    record = Record.of(record.meeting_id, [_spoken(entity, who) for entity in record.entities()])
    audience = Audience(left_out=frozenset({who}))
    step = grid_step(None, FormatLibrary.load().formats) if form else None
    copy = grid_document(record, None, step, audience, "da") if step else plan(record, audience=audience)
    assert SECRET not in everything(copy)


def _spoken(entity: Entity, who: str) -> Entity:
    """Put the mark into what somebody said, and into their phone number."""
    if isinstance(entity, Person):
        return replace(entity, phone=SECRET) if entity.id == who else entity
    if isinstance(entity, Wish) and entity.answered_by == who:
        entity = replace(entity, because=SECRET)
    if isinstance(entity, Statement):
        own = SECRET if entity.own_voice == who else entity.own_words
        text = SECRET if entity.worried == (who,) else entity.text
        return replace(entity, own_words=own, text=text)
    voices = [getattr(entity, name, "") for name in ("voice", "person_id")]
    return marked(entity, SECRET) if who in voices else entity
