"""Nobody sees on the wall or on paper what is not for them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.sharing import may_print, may_project

PERSONS = st.frozensets(st.sampled_from(["amina", "hodan", "yusuf", "mette"]))
CARDS = st.builds(
    Card,
    id=st.just("card"),
    meeting_id=st.just("m"),
    kind=st.sampled_from(CardKind),
    text=st.just("ord"),
    share=st.sampled_from(Share),
    not_to=PERSONS.map(tuple),
    fit_for_child=st.booleans(),
    prepared=st.booleans(),
)


def card(share: Share = Share.ALL, not_to: tuple[str, ...] = ()) -> Card:
    return Card(id="card", meeting_id="m", kind=CardKind.WORRY, text="ord", share=share, not_to=not_to)


def test_what_is_said_to_all_is_shown_to_all() -> None:
    assert may_project(card(), {"hodan"}, False)
    assert may_print(card(), {"hodan"})


def test_what_is_not_for_somebody_goes_when_they_come() -> None:
    secret = card(Share.NOT_TO, ("yusuf",))
    assert may_project(secret, {"hodan"}, False)
    assert not may_project(secret, {"hodan", "yusuf"}, False)
    assert may_print(secret, {"hodan"})
    assert not may_print(secret, {"yusuf"})


def test_the_child_sees_only_what_is_fit_for_it() -> None:
    assert not may_project(card(), {"amina"}, True)
    assert may_project(replace(card(), fit_for_child=True), {"amina"}, True)
    assert not may_print(card(), {"amina"}, to_child=True)


def test_not_to_nobody_yet_is_shown_to_nobody() -> None:
    assert not may_project(card(Share.NOT_TO), set(), False)


@given(CARDS, PERSONS, st.booleans())
def test_a_prepared_or_private_card_is_never_seen(thing: Card, there: frozenset[str], child: bool) -> None:
    if thing.prepared or thing.share is Share.FACILITATOR:
        assert not may_project(thing, there, child)
        assert not may_print(thing, there, to_child=child)


@given(CARDS, PERSONS, PERSONS, st.booleans())
def test_more_people_never_see_more(
    thing: Card, there: frozenset[str], more: frozenset[str], child: bool
) -> None:
    if may_project(thing, there | more, child):
        assert may_project(thing, there, child)
    if may_print(thing, there | more, to_child=child):
        assert may_print(thing, there, to_child=child)


@given(CARDS, PERSONS)
def test_a_child_in_the_room_never_opens_anything(thing: Card, there: frozenset[str]) -> None:
    if may_project(thing, there, True):
        assert may_project(thing, there, False)
        assert thing.fit_for_child


@given(CARDS, PERSONS, st.booleans())
def test_whom_it_is_kept_from_is_never_there(thing: Card, there: frozenset[str], child: bool) -> None:
    if thing.share is Share.NOT_TO and may_project(thing, there, child):
        assert there.isdisjoint(thing.not_to)
