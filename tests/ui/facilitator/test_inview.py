"""The question in view is known by what it is: its place changes when others come and go."""

from __future__ import annotations

import pytest

from tvm_desktop.domain.scales import Question
from tvm_desktop.ui.facilitator.inview import place_of

FIRST, SECOND = Question("Hvordan har Minh det?", id="a"), Question("Og i skolen?", id="b")
PROPOSED = Question("Sidste gang?", follows="old")
OWN = Question("Trinnets egne ord")


@pytest.mark.parametrize(
    ("question", "found", "place"),
    [
        (SECOND, [FIRST, SECOND], 1),
        (SECOND, [SECOND], 0),
        (PROPOSED, [FIRST, PROPOSED], 1),
        (PROPOSED, [FIRST, Question("Sidste gang?", id="c", follows="old")], 1),
        (Question("Sidste gang?", id="c", follows="old"), [FIRST, PROPOSED], 1),
        (OWN, [FIRST], 0),
        (FIRST, [OWN], 0),
    ],
)
def test_a_question_is_found_again_wherever_it_stands(
    question: Question, found: list[Question], place: int
) -> None:
    assert place_of(question, found, otherwise=0) == place


def test_one_that_is_gone_gives_its_place_to_the_next_or_to_the_last() -> None:
    gone = Question("Væk", id="x")
    assert place_of(gone, [FIRST, SECOND], otherwise=1) == 1
    assert place_of(gone, [FIRST], otherwise=1) == 0
