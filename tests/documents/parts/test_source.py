"""What the parts of a paper are made from."""

from __future__ import annotations

from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.audience import Audience
from tvm_desktop.domain.entities import Card, Person
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.words import msg

HIDDEN = Card(id="h", meeting_id=MEETING, kind=CardKind.STRENGTH, text="x", share=Share.FACILITATOR)
NOT_TO_HOA = Card(
    id="n", meeting_id=MEETING, kind=CardKind.STRENGTH, text="x", share=Share.NOT_TO, not_to=("hoa",)
)


def test_only_what_may_be_printed_is_listed() -> None:
    assert source(small_record(HIDDEN, NOT_TO_HOA)).all(Card) == []


def test_a_copy_for_others_may_hold_more() -> None:
    found = source(small_record(HIDDEN, NOT_TO_HOA), audience=Audience(frozenset({"jonas"}))).all(Card)
    assert found == [NOT_TO_HOA]


def test_a_childs_own_copy_holds_what_is_fit_for_a_child() -> None:
    plain = Card(id="p", meeting_id=MEETING, kind=CardKind.STRENGTH, text="x")
    fit = Card(id="f", meeting_id=MEETING, kind=CardKind.STRENGTH, text="x", fit_for_child=True)
    found = source(small_record(plain, fit), audience=Audience(frozenset({"minh"}))).all(Card)
    assert found == [fit]


def test_siblings_are_called_as_their_course_is() -> None:
    assert source(small_record()).child == "Minh"
    assert source(small_record(Person(id="an", name="Anh", called="An", is_child=True))).child == "Minh"


def test_a_message_is_said_in_the_papers_language() -> None:
    assert source(small_record(), "en").say(msg("Our plan")) == "Our plan"
    assert source(small_record()).say(msg("Our plan")) == "Vores plan"
