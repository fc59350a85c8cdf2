"""What stands on the family's plan, in which order, and what never does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.freja import freja_again, freja_record
from helpers.minh import MEETING, minh_entities, minh_record
from helpers.papers import plan, small_record
from helpers.pdf import text_of
from helpers.privacy import SECRET, everything, is_private, marked
from helpers.records import records
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.model import SectionKind
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Consent,
    FollowUp,
    Meeting,
    ParkedIdea,
    Position,
    PrivateNote,
    Scale,
    ScaleRating,
)
from tvm_desktop.domain.enums import MeetingStatus, Share
from tvm_desktop.domain.record import Record

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity


def test_the_parts_stand_in_the_order_that_a_family_needs() -> None:
    closing = minh_record()
    assert [section.kind for section in plan(closing).sections] == [
        SectionKind.STRENGTHS,
        SectionKind.CHILD,
        SectionKind.GOALS,
        SectionKind.PROMISES,
        SectionKind.WISHES,
        SectionKind.DIFFERENCES,
        SectionKind.CHILD_TOLD,
        SectionKind.NEXT,
    ]


def test_what_has_nothing_to_say_is_left_out() -> None:
    assert plan(small_record()).sections == ()


def test_the_head_says_when_where_and_by_whom() -> None:
    assert plan(minh_record()).title == "Vores plan for Minh"
    assert plan(minh_record()).subtitle == (
        "Aftalt tirsdag den 13. januar 2026, Aavang Skole, lokale 12",
        (
            "Af Minh, Hoà (mor), Đức (far), Mai (storesøster), Karin (pædagogisk leder), Jonas (klasselærer), "
            "Samira (psykolog), Anja for Bodil (sundhedsplejerske) og Emre (socialrådgiver)"
        ),
        "Tolk: Lan",
    )


def test_a_planned_meeting_is_not_yet_agreed() -> None:
    entities = [
        replace(e, status=MeetingStatus.PLANNED) if isinstance(e, Meeting) else e for e in minh_entities()
    ]
    subtitle = plan(Record.of(MEETING, entities)).subtitle
    assert subtitle == ("Møde tirsdag den 13. januar 2026, Aavang Skole, lokale 12",)


def test_it_says_that_it_is_no_decision() -> None:
    assert plan(minh_record()).footer[-1] == (
        "Planen er det, vi har aftalt på mødet. Den er ikke en afgørelse fra kommunen."
    )


def test_its_neutral_title_names_nobody() -> None:
    assert plan(minh_record()).neutral_title == "Vores plan"


def test_it_can_be_said_in_english() -> None:
    document = plan(minh_record(), "en")
    assert document.title == "Our plan for Minh"
    assert [section.title for section in document.sections if section.title] == [
        "This already goes well",
        "Minh says",
        "What we want to reach",
        "What we do",
        "The family’s wish",
        "What we do not agree on",
        "What Minh is told",
    ]


def test_what_is_kept_back_is_not_there() -> None:
    said = everything(plan(minh_record()))
    for secret in (
        "flov",
        "skolelederen",
        "god til at lave mad",
        "bebrejdet",
        "bestemmer\n",
        "skifte klasse",
    ):
        assert secret not in said


def test_a_copy_that_none_of_the_hidden_from_gets_may_say_more() -> None:
    record = minh_record()
    hidden = next(card for card in record.all(Card) if card.share is Share.NOT_TO)
    own = replace(
        hidden, id="own", kind=next(c for c in record.all(Card) if c.id == "c04").kind, text="Kun til jer."
    )
    with_own = Record.of(MEETING, [*record.entities(), own])
    assert "Kun til jer." not in everything(plan(with_own))
    assert "Kun til jer." in everything(plan(with_own, audience=Audience(frozenset({"hoa", "duc"}))))


def test_the_childs_words_need_a_yes_to_all() -> None:
    family = Audience(frozenset({"hoa", "duc"}))
    assert "flov" not in everything(plan(minh_record(), audience=family))


@settings(max_examples=60)
@given(records(), st.booleans(), st.sampled_from(["da", "en"]))
def test_nothing_private_is_ever_printed(record: Record, common: bool, language: str) -> None:
    people = sorted({a.person_id for a in record.every(Attendance)})
    audience = Audience() if common else Audience(frozenset(people[:1]))
    receivers = audience.receivers_in(record)
    entities = [marked(e, SECRET) if is_private(e, receivers) else e for e in record.entities()]
    mandates = [replace(e, mandate=SECRET) if isinstance(e, Attendance) else e for e in entities]
    document = plan(Record.of(record.meeting_id, mandates), language, audience)
    assert SECRET not in everything(document)


@settings(max_examples=60)
@given(records())
def test_no_number_is_printed_before_it_is_shown_or_without_a_yes(record: Record) -> None:
    marked_numbers = [
        replace(e, value=7_777_000 + e.value) if isinstance(e, ScaleRating) and _kept(e, record) else e
        for e in record.entities()
    ]
    assert "7777" not in everything(plan(Record.of(record.meeting_id, marked_numbers)))


def _kept(rating: ScaleRating, record: Record) -> bool:
    scale = record.find(Scale, rating.scale_id)
    return not rating.may_show or scale is None or not scale.revealed or scale.share is Share.FACILITATOR


def test_what_became_of_an_agreement_is_as_private_as_the_agreement() -> None:
    agreed = Action(id="a", meeting_id="m0", what="Ringer", share=Share.FACILITATOR)
    told = FollowUp(id="f", meeting_id="m1", action_id="a", text=SECRET)
    seen = Position(id="p", meeting_id="m1", about="f", text=SECRET, person_id="hoa")
    assert SECRET not in everything(plan(small_record(Meeting(id="m0"), agreed, told, seen)))


def test_a_meeting_at_the_board_has_its_parts_in_their_places() -> None:
    kind = SectionKind
    assert [section.kind for section in plan(freja_record()).sections] == [
        kind.STRENGTHS,
        kind.PROTECTED,
        kind.CHILD,
        kind.HOPES,
        kind.WORRIES,
        kind.NUMBERS,
        kind.PROMISES,
        kind.DIFFERENCES,
        kind.CHILD_TOLD,
        kind.NEXT,
    ]
    again = [section.kind for section in plan(freja_again()).sections]
    assert again[:3] == [kind.PROTECTED, kind.SINCE, kind.NUMBERS]


def test_nothing_private_is_read_in_the_file() -> None:
    receivers = Audience().receivers_in(minh_record())
    entities = [marked(e, SECRET) if is_private(e, receivers) else e for e in minh_entities()]
    assert sum(SECRET in str(entity) for entity in entities) >= 5
    assert SECRET not in text_of(render(plan(Record.of(MEETING, entities))).pdf)


@pytest.mark.parametrize("kind", [Card, PrivateNote, Consent, ParkedIdea])
def test_the_mark_reaches_the_texts(kind: type[Entity]) -> None:
    entity = next(e for e in minh_entities() if isinstance(e, kind))
    assert SECRET in str(marked(entity, SECRET))
