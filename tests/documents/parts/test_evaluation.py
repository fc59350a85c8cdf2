"""How the meeting was, on the form for the file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.model import Paragraphs
from tvm_desktop.documents.parts.evaluation import evaluation
from tvm_desktop.domain.entities import Entity, Evaluation, Meeting, Missed

BY_HOA = Evaluation(id="e1", meeting_id=MEETING, person_id="hoa", text="Jeg blev hørt.", number=8)
BY_JONAS = Evaluation(id="e2", meeting_id=MEETING, person_id="jonas", text="Godt møde")
NAM = Missed(id="m", meeting_id=MEETING, text="Nam, storebror", voice="hoa")
NUMBERED = replace(small_record().meeting, evaluation_numbers=True)


def lines(*entities: Entity, receivers: tuple[str, ...] = (), language: str = "da") -> list[str]:
    """Return how the meeting was, one line each."""
    section = evaluation(source(small_record(*entities), language, Audience(frozenset(receivers))))
    if section is None:
        return []
    assert isinstance(section.content, Paragraphs)
    return ["".join(span.text for span in item) for item in section.content.items]


def test_whom_we_missed_comes_first_then_what_each_said_the_family_first() -> None:
    assert lines(BY_JONAS, BY_HOA, NAM) == [
        "Hoà: Vi savnede Nam, storebror",
        "Hoà: Jeg blev hørt.",
        "Jonas: Godt møde",
    ]
    assert lines(replace(NAM, voice=""), language="en") == ["We missed Nam, storebror"]


def test_a_number_is_there_only_where_the_meeting_asks_for_numbers() -> None:
    alone = replace(BY_JONAS, text=" ", number=0)
    assert lines(BY_HOA, alone) == ["Hoà: Jeg blev hørt."]
    assert lines(NUMBERED, BY_HOA, alone) == ["Hoà: Jeg blev hørt. (8 ud af 10)", "Jonas: 0 ud af 10"]


@pytest.mark.parametrize("receiver", ["minh", "hoa", "jonas"])
def test_it_is_on_no_copy_that_only_some_get(receiver: str) -> None:
    assert lines(BY_HOA, NAM, receivers=(receiver,)) == []


def test_another_meetings_answers_are_not_told() -> None:
    assert lines(Meeting(id="m0"), replace(BY_HOA, meeting_id="m0"), replace(NAM, meeting_id="m0")) == []


def test_nothing_said_is_no_part() -> None:
    assert lines(replace(BY_HOA, text=" "), replace(NAM, text="")) == []
