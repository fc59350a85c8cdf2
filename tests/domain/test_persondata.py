"""Everything about one person: by what they said and do, and by their name in others' words."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from helpers.minh import minh_record
from helpers.papers import MEETING, small_record
from helpers.records import records
from tvm_desktop.domain.entities import (
    KINDS,
    Action,
    Card,
    Consent,
    Correction,
    Entity,
    Meeting,
    Person,
    PrivateNote,
)
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.persondata import Found, How, Tie, about, hows, mentions, names_of, relation_words
from tvm_desktop.storage.exchange.references import TARGETS

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

CARD = Card(id="card", meeting_id=MEETING, kind=CardKind.WORRY, text="Han sover dårligt", voice="jonas")


def found(record: Record, person: str = "hoa") -> dict[str, Found]:
    return {one.thing.id: one for group in about(record, person) for one in group.found}


def test_what_somebody_said_does_and_gave_is_theirs() -> None:
    said = replace(CARD, voice="hoa")
    done = Action(id="a", meeting_id=MEETING, what="Ringer", who=("jonas",), with_whom=("hoa",))
    gave = Consent(id="k", given_by=("hoa",), about="skole")
    all_of = found(small_record(said, done, gave))
    assert all_of["card"].hows == (How.SAID,)
    assert all_of["a"].hows == (How.TOGETHER,)
    assert all_of["k"].hows == (How.CONSENTED,)
    assert all_of["hoa"].hows == (How.SELF,)
    assert {one.tie for one in all_of.values()} == {Tie.OWN}


def test_a_name_in_others_words_is_a_mention() -> None:
    record = small_record(replace(CARD, text="Det kan hoàs søster fortælle"))
    assert found(record)["card"].tie is Tie.MENTIONED
    assert "card" not in found(record, "ingrid")


@pytest.mark.parametrize("text", ["Hoà kommer", "vi ringer til HOÀ.", "Hoà’s mor", "(hoà)", "mor-hoà"])
def test_a_name_is_found_as_a_whole_word_in_whatever_case(text: str) -> None:
    assert mentions(text, frozenset({"hoà"}))


@pytest.mark.parametrize("text", ["Hoàng kommer", "Choà", "hoa", ""])
def test_a_part_of_a_word_is_no_name(text: str) -> None:
    assert not mentions(text, frozenset({"hoà"}))


def test_whole_names_first_names_and_everyday_names_count() -> None:
    record = small_record(Person(id="x", name="Anne-Marie Holm", called="mormor"))
    names = names_of(record, record.get(Person, "x"))
    assert mentions("det sagde Anne-Marie", names)
    assert mentions("det sagde mormor", names)
    assert not mentions("det sagde Anne", names)


@pytest.mark.parametrize(
    "text", ["til mor sover", "Mors arbejde", "Forældrene skændes", "Mum said so", "Moren ringer"]
)
def test_what_says_mother_without_a_name_may_be_about_her(text: str) -> None:
    one = found(small_record(replace(CARD, text=text)))["card"]
    assert (one.tie, one.hows) == (Tie.MAYBE, (How.MAYBE,))


@pytest.mark.parametrize("text", ["Mormor henter", "I morgen", "Far ringer", "Hoà siger, at mor er træt"])
def test_other_words_are_not_taken_for_a_relation(text: str) -> None:
    one = found(small_record(replace(CARD, text=text))).get("card")
    assert one is None or one.tie is Tie.MENTIONED


def test_a_relation_of_another_kind_is_found_in_its_own_forms() -> None:
    words = relation_words(Person(id="x", name="Bo", relation="Onkel"))
    assert mentions("hos onkels kæreste", words)
    assert mentions("lærerens ord", relation_words(Person(id="y", name="Lis", profession="lærer")))
    assert relation_words(Person(id="z", name="Bo")) == frozenset()


def test_private_notes_are_kept_back() -> None:
    note = PrivateNote(id="n", meeting_id=MEETING, step="story", text="Husk at spørge Hoà om søvn")
    assert found(small_record(note))["n"].tie is Tie.KEPT_BACK


@pytest.mark.parametrize("share", [{"share": Share.FACILITATOR}, {"share": Share.NOT_TO, "not_to": ("hoa",)}])
def test_what_others_kept_from_somebody_is_for_the_leader_to_decide(share: dict[str, Any]) -> None:
    kept = replace(CARD, text="Hoà er træt", **share)
    assert found(small_record(kept))["card"].tie is Tie.KEPT_BACK
    own = replace(kept, voice="hoa")
    assert found(small_record(own))["card"].tie is Tie.OWN


def test_corrections_stand_with_what_they_correct() -> None:
    said = replace(CARD, voice="hoa")
    correction = Correction(id="r", meeting_id=MEETING, about="card", text="Kun om mandagen", voice="jonas")
    all_of = found(small_record(said, correction))
    assert all_of["card"].corrections == (correction,)
    assert all_of["r"].hows == (How.CORRECTED,)


def test_it_is_grouped_by_meeting_oldest_first() -> None:
    later = Meeting(id="m2", starts=datetime(2026, 3, 1, 12, tzinfo=UTC))
    second = replace(CARD, id="late", meeting_id="m2", voice="hoa")
    groups = about(small_record(second, later, replace(CARD, voice="hoa")), "hoa")
    assert [group.meeting.id if group.meeting else "" for group in groups] == ["", MEETING, "m2"]


def test_every_field_that_names_a_person_is_looked_at() -> None:
    known = {name for name, kind in TARGETS.items() if kind is Person} - {"not_to"}
    for kind in KINDS.values():
        for field in fields(kind):
            if field.name in known and field.name != "about":
                assert hows(_naming(kind, field.name), "hoa"), (kind, field.name)


def _naming(kind: type[Entity], name: str) -> Entity:
    """Return a thing that names somebody in one field only; what else it holds does not matter here."""
    thing = object.__new__(kind)
    for field in fields(kind):
        object.__setattr__(thing, field.name, "")
    several = name in {"given_by", "who", "with_whom", "accepted_by", "child_told_by", "worried"}
    object.__setattr__(thing, name, ("hoa",) if several else "hoa")
    return thing


def test_a_whole_meeting_is_gone_through() -> None:
    all_of = found(minh_record())
    assert len(all_of) > 10
    assert {one.tie for one in all_of.values()} >= {Tie.OWN, Tie.MENTIONED}


@given(records())
def test_nothing_that_names_somebody_by_id_is_missing(record: Record) -> None:
    for person in record.every(Person):
        ids = set(found(record, person.id))
        assert {thing.id for thing in record.entities() if hows(thing, person.id)} <= ids
