from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.session.frames.framing import GROUP
from tvm_desktop.session.frames.model import Statements

if TYPE_CHECKING:
    from session.frames.conftest import Picture


def test_the_sentences_come_four_at_a_time_with_the_one_being_read_marked(picture: Picture) -> None:
    assert picture("framing", item=2).body == Statements(
        (
            "Mødelederen sørger for, at alle kommer til orde.",
            "Vi kan se forskelligt på tingene. Det er helt i orden.",
            "Alle lytter til hinanden.",
            "I, der er familie, taler først og får god tid.",
        ),
        current=2,
    )


@pytest.mark.parametrize(
    ("language", "last"),
    [("da", "Vi taler om Minhs egen hverdag."), ("en", "We talk about Minh’s own everyday life.")],
)
def test_the_next_group_follows_and_nothing_is_read_past_the_end(
    picture: Picture, language: str, last: str
) -> None:
    for item in (2 * GROUP - 1, 99):
        body = picture("framing", item=item, language=language).body
        assert isinstance(body, Statements)
        assert (len(body.lines), body.lines[-1]) == (4, last)
        assert body.current == GROUP - 1
    assert picture("framing", item=-5).body == picture("framing").body


def test_questions_and_comments_are_the_leaders_alone(picture: Picture) -> None:
    assert "Må jeg sige nej?" not in str(picture("framing", item=5))
