from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.minh import MEETING
from helpers.sessions import emptied, minh, open_session, stamp, whole, with_things
from tvm_desktop.domain.entities import Card, Goal, Link, Position, Said, Understanding
from tvm_desktop.domain.enums import CardKind, CardSort, Holds, Share
from tvm_desktop.session.commands.cards import AddCard, EditCard, MergeCards, MoveCards, Say, SortCards
from tvm_desktop.session.commands.meeting import EditMeeting

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.storage.store import Store

ALL, NOT_TO, LEADER = Share.ALL, Share.NOT_TO, Share.FACILITATOR


def after(record: Record, command: Command) -> Record:
    return record.apply(command.decide(record, stamp()))


def column(record: Record, kind: CardKind) -> list[str]:
    return [card.id for card in record.all(Card) if card.kind is kind]


def with_cards(*cards: Card) -> Record:
    return with_things(minh(), *cards)


def card(card_id: str, **values: object) -> Card:
    return replace(minh().get(Card, card_id), **values)  # type: ignore[arg-type]


def test_a_card_says_what_was_said_last_in_its_column() -> None:
    record = after(minh(), AddCard(CardKind.WORRY, " Han er træt. ", voice="hoa"))
    assert column(record, CardKind.WORRY)[-1] == "new-1"
    assert record.get(Card, "new-1").text == "Han er træt."


def test_words_through_an_interpreter_are_not_verbatim() -> None:
    made = after(minh(), AddCard(CardKind.WORRY, "x", verbatim=True, interpreted=True)).get(Card, "new-1")
    assert (made.verbatim, made.interpreted) == (False, True)


def test_a_prepared_card_is_the_leaders_until_it_is_said() -> None:
    record = after(minh(), AddCard(CardKind.WORRY, "x", prepared=True))
    assert (record.get(Card, "new-1").share, record.get(Card, "new-1").prepared) == (LEADER, True)
    said = after(record, Say(("new-1",))).get(Card, "new-1")
    assert (said.share, said.prepared) == (ALL, False)


def test_saying_a_card_keeps_it_from_those_who_must_not_see_it() -> None:
    record = with_cards(card("k1", prepared=True))
    said = after(record, Say(("k1",))).get(Card, "k1")
    assert (said.share, said.not_to, said.prepared) == (NOT_TO, card("k1").not_to, False)


def test_what_was_not_prepared_stays_as_it_is_when_others_are_said() -> None:
    kept, prepared = card("c01", share=LEADER), card("c02", share=LEADER, prepared=True)
    record = after(with_cards(kept, prepared), Say(("c01", "c02")))
    assert record.get(Card, "c01") == kept
    assert (record.get(Card, "c02").share, record.get(Card, "c02").prepared) == (ALL, False)


@pytest.mark.parametrize(
    ("ids", "before", "order"),
    [
        (("c01",), "", ["c04", "c05", "c06", "c07", "c01"]),
        (("c01", "c02"), "c06", ["c04", "c05", "c01", "c02", "c06", "c07"]),
        (("c07",), "c04", ["c07", "c04", "c05", "c06"]),
        (("c04", "c04"), "", ["c05", "c06", "c07", "c04"]),
        (("c05",), "c05", ["c04", "c06", "c07", "c05"]),
    ],
)
def test_cards_move_where_they_are_put(ids: tuple[str, ...], before: str, order: list[str]) -> None:
    record = after(minh(), MoveCards(ids, Holds.STRENGTH, before))
    shown = [i for i in column(record, CardKind.STRENGTH) if i != "k3"]
    assert shown == order
    assert record.get(Card, ids[0]).voice == minh().get(Card, ids[0]).voice


def test_merged_cards_keep_all_words_links_and_views_in_the_first_place() -> None:
    view = Position(id="p", meeting_id=MEETING, about="c09", person_id="mai", text="Nej")
    record = after(with_things(minh(), view), MergeCards(("c08", "c09", "c08")))
    kept = record.get(Card, "c08")
    assert kept.text.split("\n") == [card("c08").text, card("c09").text]
    assert (kept.voice, kept.rank) == ("", card("c08").rank)
    assert record.find(Card, "c09") is None
    assert record.get(Position, "p").about == "c08"
    assert sorted(k.upper for k in record.all(Link) if k.lower == "c08") == ["u1", "u4"]


def test_one_card_is_no_merge() -> None:
    assert MergeCards(("c08",)).decide(minh(), stamp()) == ()
    assert MergeCards(("c08", "c08")).decide(minh(), stamp()) == ()


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        ((ALL, ()), (LEADER, ()), (LEADER, ())),
        ((NOT_TO, ("hoa",)), (ALL, ()), (NOT_TO, ("hoa",))),
        ((NOT_TO, ("hoa",)), (NOT_TO, ("duc",)), (NOT_TO, ("duc", "hoa"))),
        ((NOT_TO, ("hoa",)), (LEADER, ()), (LEADER, ("hoa",))),
        ((NOT_TO, ()), (NOT_TO, ("duc",)), (LEADER, ("duc",))),
        ((ALL, ()), (NOT_TO, ()), (LEADER, ())),
    ],
)
def test_merging_never_shows_more(
    first: tuple[Share, tuple[str, ...]],
    second: tuple[Share, tuple[str, ...]],
    merged: tuple[Share, tuple[str, ...]],
) -> None:
    record = with_cards(
        card("c01", share=first[0], not_to=first[1]), card("c02", share=second[0], not_to=second[1])
    )
    kept = after(record, MergeCards(("c01", "c02"))).get(Card, "c01")
    assert (kept.share, kept.not_to) == merged


def test_a_merged_card_is_fit_for_the_child_and_verbatim_only_when_all_were() -> None:
    one = card("c01", fit_for_child=True, verbatim=True, voice="mai")
    other = card("c02", fit_for_child=False, verbatim=True, interpreted=False, voice="mai", prepared=True)
    kept = after(with_cards(one, other), MergeCards(("c01", "c02"))).get(Card, "c01")
    assert (kept.fit_for_child, kept.verbatim, kept.prepared, kept.voice) == (False, True, True, "mai")


def test_a_merged_card_keeps_when_and_where_each_was_seen() -> None:
    one = card("c01", seen_when="mandag", seen_where="skolen", basis="")
    other = card("c02", seen_when="tirsdag", seen_where="skolen", basis="Set i skolen")
    kept = after(with_cards(one, other), MergeCards(("c01", "c02"))).get(Card, "c01")
    assert (kept.seen_when, kept.seen_where, kept.basis) == ("mandag\ntirsdag", "skolen", "Set i skolen")


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (CardSort.NONE, CardSort.HAPPENED, CardSort.HAPPENED),
        (CardSort.HAPPENED, CardSort.HAPPENED, CardSort.HAPPENED),
        (CardSort.HAPPENED, CardSort.MAY_HAPPEN, CardSort.NONE),
    ],
)
def test_a_merged_card_is_sorted_where_nothing_speaks_against_it(
    first: CardSort, second: CardSort, merged: CardSort
) -> None:
    record = after(with_cards(card("c01", sort=first), card("c02", sort=second)), MergeCards(("c01", "c02")))
    assert record.get(Card, "c01").sort is merged


def what_was_said(record: Record) -> dict[str, tuple[str, str, bool, bool, str, str]]:
    """Return everything a person said, whatever it counts as now: words, voice, how they were said."""
    said: list[Said] = [*record.every(Card), *record.every(Understanding)]
    return {t.id: (t.text, t.voice, t.verbatim, t.interpreted, t.basis, t.seen_when) for t in said}


@st.composite
def reordering(draw: st.DrawFn, record: Record) -> Command:
    """Draw a move or a sort, or a column that changes places or is left out."""
    ids = draw(st.lists(st.sampled_from(sorted(what_was_said(record))), min_size=1, max_size=4).map(tuple))
    before = draw(st.sampled_from(["", *what_was_said(record)]))
    keys = [f"board/{holds}" for holds in Holds]
    order = draw(st.lists(st.sampled_from(keys), unique=True, max_size=4).map(tuple))
    return draw(
        st.sampled_from(
            (
                MoveCards(ids, draw(st.sampled_from(Holds)), before),
                SortCards(ids, draw(st.sampled_from(CardSort))),
                EditMeeting(record.meeting_id, {"column_order": order, "left_out": order}),
            )
        )
    )


@settings(max_examples=25)
@given(data=st.data())
def test_no_row_of_moves_sorts_switches_and_undos_loses_a_word_or_its_voice(
    one_store: Store, library: FormatLibrary, data: st.DataObject
) -> None:
    session = open_session(emptied(one_store), library, minh())
    before, links = what_was_said(session.record), {link.id for link in session.record.every(Link)}
    for _ in range(data.draw(st.integers(1, 8))):
        act = data.draw(st.sampled_from(("do", "do", "do", "switch", "undo", "redo")))
        if act == "do":
            session.do(data.draw(reordering(session.record)))
        elif act == "switch":
            session.switch_to(data.draw(st.sampled_from(library.formats)))
        elif act == "undo":
            session.undo()
        else:
            session.redo()
        assert what_was_said(session.record) == before
        assert {link.id for link in session.record.every(Link)} == links
    while session.undo_label:
        session.undo()
    assert whole_but_the_table(session.record) == whole_but_the_table(minh())


def whole_but_the_table(record: Record) -> dict[str, dict[str, object]]:
    """Return all that a record holds, but for where the table is, which no undo takes back."""
    found = whole(record)
    for fields in found.values():
        fields.pop("live_step", None)
    return found


@pytest.mark.parametrize("kind", [CardKind.WORRY, CardKind.NEXT])
def test_a_card_that_becomes_an_understanding_comes_back_the_same(kind: CardKind) -> None:
    first = card("c01", kind=kind, basis="Set i skolen", sort=CardSort.HAPPENED, prepared=False)
    there = after(with_cards(first), MoveCards(("c01",), Holds.UNDERSTANDING))
    assert there.find(Card, "c01") is None
    assert there.get(Understanding, "c01").basis == "Set i skolen"
    back = after(there, MoveCards(("c01",), Holds(kind))).get(Card, "c01")
    assert replace(back, rank=first.rank) == first


def test_what_is_no_card_is_not_moved_nor_takes_a_card() -> None:
    goal = minh().all(Goal)[0]
    assert MoveCards((goal.id,), Holds.WORRY).decide(minh(), stamp()) == ()
    assert MoveCards(("c01",), Holds.GOAL).decide(minh(), stamp()) == ()


def test_sorting_leaves_the_cards_where_they_are() -> None:
    record = after(minh(), SortCards(("c01", "c02"), CardSort.MAY_HAPPEN))
    assert {record.get(Card, i).sort for i in ("c01", "c02")} == {CardSort.MAY_HAPPEN}
    assert [c.id for c in record.all(Card)] == [c.id for c in minh().all(Card)]


def test_what_is_known_of_a_card_can_be_changed_when_it_has_become_an_understanding() -> None:
    there = after(with_cards(card("c01", prepared=True)), MoveCards(("c01",), Holds.UNDERSTANDING))
    changed = after(after(there, EditCard("c01", {"verbatim": True, "basis": "Set"})), Say(("c01", "g1")))
    said = changed.get(Understanding, "c01")
    assert (said.verbatim, said.basis, said.prepared) == (True, "Set", False)
