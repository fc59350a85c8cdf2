"""How somebody's words stand on paper."""

from __future__ import annotations

from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.parts.sayings import by, opened, saying, says
from tvm_desktop.domain.entities import Card, Person
from tvm_desktop.domain.enums import CardKind

CARD = Card(id="c", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Han ler.", voice="she")
HER = Person(id="she", name="Anna Lund", called="mor")


def test_a_line_begins_with_a_capital_also_when_somebody_is_called_mother() -> None:
    paper = source(small_record(HER, CARD))
    assert "".join(span.text for span in saying(CARD, paper)) == "Mor: Han ler."
    assert says("she", paper) == "Mor siger:"


def test_nobody_stands_in_front_of_what_needs_no_name() -> None:
    paper = source(small_record(HER, CARD))
    assert [span.text for span in saying(CARD, paper, unnamed="she")] == ["Han ler."]
    assert by("") == ()
    assert says("gone", paper) == "Nogle siger:"


def test_only_the_first_letter_is_made_large() -> None:
    assert opened("mor og Dorte") == "Mor og Dorte"
    assert opened("") == ""
