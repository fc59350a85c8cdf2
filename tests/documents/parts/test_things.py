"""Any thing as one text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from helpers.anything import one_of_each
from helpers.papers import MEETING, small_record
from helpers.privacy import SECRET
from helpers.records import records
from tvm_desktop.documents.parts.things import whole, words_of
from tvm_desktop.domain.entities import Action, Consent, Course, FollowUp, Link, Position, StepTime
from tvm_desktop.domain.enums import ActionStatus, Share
from tvm_desktop.domain.record import Record

AGREED = Action(id="a", meeting_id=MEETING, what="Ringer til skolen.", who=("hoa",), due=date(2026, 3, 20))


def test_an_agreement_says_who_and_when_and_what_became_of_it() -> None:
    said = whole(small_record(AGREED), AGREED, "da")
    assert said == "Ringer til skolen · gøres af Hoà · senest 20. marts 2026 · åben"


def test_an_answer_says_which_agreement_it_is_about() -> None:
    told = FollowUp(id="f", meeting_id=MEETING, action_id="a", text="Det gik fint", status=ActionStatus.DONE)
    assert whole(small_record(AGREED, told), told, "da") == "Det gik fint · Ringer til skolen · gjort"


def test_what_is_kept_from_somebody_is_not_quoted() -> None:
    kept = replace(AGREED, what=SECRET, share=Share.FACILITATOR)
    told = FollowUp(id="f", meeting_id=MEETING, action_id="a", text="Det gik fint")
    seen = Position(id="p", meeting_id=MEETING, about="a", person_id="hoa")
    record = small_record(kept, told, seen)
    assert SECRET not in whole(record, told, "da") + whole(record, seen, "da")


def test_a_withdrawn_consent_says_so() -> None:
    gone = Consent(id="k", about="skole", withdrawn_on=date(2026, 2, 1))
    assert whole(small_record(gone), gone, "da").startswith("trukket tilbage den 1. februar 2026")


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_kind_but_ties_and_times_has_words(language: str) -> None:
    entities = one_of_each()
    record = Record.of("course-Meeting", entities)
    empty = [type(e) for e in entities if not whole(record, e, language)]
    assert set(empty) <= {Link, StepTime, Course}


@settings(max_examples=30)
@given(records())
def test_whatever_is_in_a_record_can_be_said(record: Record) -> None:
    for entity in record.entities():
        assert words_of(record, entity, "da").strip(".") in whole(record, entity, "da")
