"""A record is never changed: edits make a new one, and their inverse makes the old one again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.entities import Attendance, Card, Goal, Person
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.record import Record, adding, changing, removing

if TYPE_CHECKING:
    from domain.conftest import Table

CARDS = st.builds(
    Card,
    id=st.sampled_from("abc"),
    meeting_id=st.sampled_from(["m", "other"]),
    kind=st.sampled_from(CardKind),
    text=st.text(max_size=5),
    rank=st.floats(0, 9),
)


def test_an_edit_makes_a_new_record_and_leaves_the_old(table: Table) -> None:
    before = table.record
    goal = Goal(id="g", meeting_id="m", text="En ven")
    after = before.apply([adding(goal)])
    assert after.get(Goal, "g") == goal
    assert before.find(Goal, "g") is None


def test_only_what_differs_is_in_an_edit() -> None:
    goal = Goal(id="g", meeting_id="m", text="En ven")
    (edit,) = changing(goal, text="To venner", need_id="")
    assert (edit.before, edit.after) == ({"text": "En ven"}, {"text": "To venner"})
    assert changing(goal, text="En ven") == ()


@given(st.lists(CARDS, max_size=4), CARDS, st.text(max_size=4))
def test_the_inverse_brings_back_what_was(cards: list[Card], new: Card, text: str) -> None:
    record = Record.of("m", [card for card in cards if card.id != new.id])
    added = record.apply([adding(new)])
    changed = changing(new, text=text)
    edits = [adding(new), *changed]
    after = added.apply(changed)
    assert after.get(Card, new.id).text == text
    back = after.apply([edit.inverse() for edit in reversed(edits)])
    assert back.every(Card) == record.every(Card)
    gone = added.apply([removing(new)])
    assert gone.apply([removing(new).inverse()]).every(Card) == added.every(Card)


def test_the_open_meeting_holds_its_own_things_and_the_course_all() -> None:
    here, there = (Goal(id=i, meeting_id=i, text=i) for i in ("m", "other"))
    record = Record.of("m", [here, there])
    assert record.all(Goal) == [here]
    assert record.every(Goal) == [here, there]


def test_things_come_by_rank(table: Table) -> None:
    table.change("a-hodan", rank=0.5)
    assert [a.person_id for a in table.record.all(Attendance)][:2] == ["hodan", "amina"]


def test_a_person_is_named_with_their_tie_and_a_child_without(table: Table) -> None:
    record = table.record
    assert record.voice("hodan") == "Hodan, mor"
    assert record.voice("mette") == "Mette, lærer"
    assert record.voice("amina") == "Amina"
    assert record.voice("nobody") == ""
    assert record.called("yusuf") == "Yusuf"


def test_what_is_not_there_is_not_found(table: Table) -> None:
    record = table.record
    assert record.anything("nothing") is None
    assert record.anything("hodan") == record.get(Person, "hodan")
    with pytest.raises(KeyError):
        record.get(Person, "nothing")
    assert len(record.entities()) == len(table.entities)


def test_what_was_asked_before_is_asked_afresh_of_the_next_record() -> None:
    hodan = Person(id="h", name="Hodan Osman", relation="mor")
    record = Record.of(
        "m", [hodan, *(Goal(id=i, meeting_id="m", text=i, rank=n) for n, i in enumerate("ab"))]
    )
    assert (record.voice("h"), [goal.id for goal in record.all(Goal)]) == ("Hodan, mor", ["a", "b"])
    other = Person(id="o", name="Hodan Bech")
    after = record.apply([*changing(record.get(Goal, "a"), rank=5.0), adding(other)])
    assert (after.voice("h"), [goal.id for goal in after.all(Goal)]) == ("Hodan Osman, mor", ["b", "a"])
    assert record.voice("h") == "Hodan, mor"


def test_no_comma_stands_at_the_end_of_a_short_name() -> None:
    record = Record.of("m", [Person(id="a", name="Amina, 9 år"), Person(id="o", name="Ole")])
    assert (record.called("a"), record.called("o")) == ("Amina", "Ole")


def test_without_names_somebody_is_called_by_the_whole_of_it(table: Table) -> None:
    boy = Person(id="boy", name="Dreng, 9 år", is_child=True)
    record = table.record.apply([*changing(table.record.course, anonymous=True), adding(boy)])
    assert record.called("boy") == "Dreng, 9 år"
    assert record.voice("mette") == "Mette, lærer"


def test_a_list_that_was_handed_out_is_the_askers_own() -> None:
    record = Record.of("m", [Goal(id="g", meeting_id="m", text="En ven")])
    record.every(Goal).clear()
    assert [goal.id for goal in record.every(Goal)] == ["g"]
