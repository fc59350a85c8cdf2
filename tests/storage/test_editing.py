from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from helpers.anything import any_entity, one_of_each
from helpers.family import card, course, meeting, put
from tvm_desktop.domain.entities import Course, InMeeting, Meeting, Person
from tvm_desktop.domain.record import Edit, adding, changing, removing

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.storage.store import Store


def test_one_of_each_kind_comes_back_as_it_was(store: Store) -> None:
    put(store, "course", *one_of_each())
    assert sorted(store.load("course"), key=lambda e: e.id) == sorted(one_of_each(), key=lambda e: e.id)


def test_a_course_is_loaded_without_the_others(store: Store) -> None:
    put(store, "c", *one_of_each("c"))
    put(store, "d", *one_of_each("d"))
    assert {entity.id.split("-")[0] for entity in store.load("c")} == {"c"}
    assert store.load("nowhere") == []


def test_only_the_changed_fields_are_written(store: Store) -> None:
    said = card("m", "går ikke i skole")
    course(store, "c", "Minh", meeting("m", 0), said)
    store.commit("c", changing(said, text="går i skole"))
    store.commit("c", changing(said, fit_for_child=True))
    (found,) = [entity for entity in store.load("c") if entity.id == said.id]
    assert found == replace(said, text="går i skole", fit_for_child=True)


def test_things_may_go_and_come_in_any_order_within_one_commit(store: Store) -> None:
    everything = one_of_each()
    put(store, "course", *everything)
    store.commit("course", [removing(entity) for entity in everything])
    assert store.load("course") == []
    store.commit("course", [adding(entity) for entity in reversed(everything)])
    assert len(store.load("course")) == len(everything)


@pytest.mark.parametrize("edit", [removing(card("m", "x")), *changing(card("m", "x"), text="y")])
def test_what_is_not_there_can_neither_change_nor_go(store: Store, edit: Edit) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    with pytest.raises(LookupError):
        store.commit("c", [adding(card("m", "another")), edit])
    assert not store.search("another")


def test_no_course_reaches_into_another(store: Store) -> None:
    said = card("m", "hemmeligt")
    course(store, "c", "Minh", meeting("m", 0), said)
    course(store, "d", "Freja")
    with pytest.raises(LookupError):
        store.commit("d", changing(said, text="set"))
    with pytest.raises(LookupError):
        store.commit("d", [removing(said)])


def test_nothing_belongs_to_a_meeting_or_course_that_is_not_there(store: Store) -> None:
    course(store, "c", "Minh")
    with pytest.raises(IntegrityError):
        put(store, "c", card("nowhere", "x"))
    with pytest.raises(IntegrityError):
        put(store, "nowhere", Person(id="p", name="Ole"))
    assert [type(entity) for entity in store.load("c")] == [Course, Person]


def test_an_id_is_there_once(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0))
    with pytest.raises(IntegrityError) as caught:
        put(store, "c", replace(meeting("m", 3), purpose="hemmeligt"))
    assert "hemmeligt" not in str(caught.value)


@settings(max_examples=20)
@given(st.lists(any_entity(), max_size=8, unique_by=lambda entity: entity.id))
def test_any_entities_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, entities: list[Entity]
) -> None:
    from helpers.stores import make_store

    store = make_store(tmp_path_factory.mktemp("any"))
    around = one_of_each("around")
    ids = {entity.id for entity in around}
    mine = [
        in_the_meeting(entity)
        for entity in entities
        if entity.id not in ids and not isinstance(entity, Course)
    ]
    put(store, "around", *around, *mine)
    found = {(type(entity), entity.id): entity for entity in store.load("around")}
    store.close()
    assert found == {(type(entity), entity.id): entity for entity in [*around, *mine]}


def in_the_meeting(entity: Entity) -> Entity:
    """Return an entity that belongs to a meeting that is there."""
    return replace(entity, meeting_id="around-Meeting") if isinstance(entity, InMeeting) else entity


def test_the_meeting_of_the_sample_is_there() -> None:
    assert any(
        isinstance(entity, Meeting) and entity.id == "around-Meeting" for entity in one_of_each("around")
    )
