from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.anything import one_of_each
from helpers.family import card, course, meeting, put
from tvm_desktop.domain.entities import Course, Person, PrivateNote
from tvm_desktop.domain.record import Record, adding, changing, removing

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store


def texts(store: Store, wanted: str) -> list[str]:
    return [hit.text for hit in store.search(wanted)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Skolevægring siden jul", "vægring"),
        ("Skolevægring siden jul", "vaegring"),
        ("Skolevægring siden jul", "VÆGRING"),
        ("Søren Østergård", "østerg"),
        ("Søren Østergård", "ostergard"),
        ("Søren Østergård", "OSTERGAARD"),
        ("Søren Østergård", "gård sør"),
        ("Aarhus", "århus"),
        ("Århus", "aarhus"),
        ("Århus", "arhus"),
        ("ÅRHUS", "århus"),
        ("Nguyễn Văn Đức", "nguyen duc"),
        ("Paweł Wałęsa", "walesa"),
        ("Işık", "isik"),
        ("Він не ходить до школи", "школи"),
        ("يذهب إلى المدرسة", "المدرسة"),
        ('siger "nej" 100 % sikkert', '"nej" 100'),
        ("a_b%c!d", "a_b%c!d"),
        ("far -- OR NOT (hjemme*", "NOT (hjemme*"),
    ],
)
def test_a_text_is_found_however_it_is_typed(store: Store, text: str, wanted: str) -> None:
    course(store, "c", "Minh", meeting("m", 0), card("m", text))
    assert texts(store, wanted) == [text]


def test_every_word_must_be_there(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0), card("m", "går i skole hver dag"))
    assert texts(store, "skole dag")
    assert texts(store, "skole i")
    assert not texts(store, "skole aldrig")
    assert not texts(store, "skole x")


def test_under_three_letters_only_names_and_titles_are_found(store: Store) -> None:
    people = [Person(id="p", name="Bo Ibsen"), Person(id="q", name="Jakob")]
    course(store, "c", "Minh", *people, meeting("m", 0, purpose="Bo hjemme"), card("m", "Bo er glad"))
    assert sorted(texts(store, "bo")) == ["Bo Ibsen", "Bo hjemme"]
    assert texts(store, "I") == ["Bo Ibsen"]
    assert len(texts(store, "m")) == 2


def test_names_come_before_what_was_said_and_new_before_old(store: Store) -> None:
    course(
        store, "c", "Skolebarn", meeting("old", -9), meeting("new", 3, purpose="Skole"), meeting("mid", -1)
    )
    put(store, "c", card("new", "skole 3"), card("old", "skole 1"), card("mid", "skole 2"))
    assert texts(store, "skole") == ["Skolebarn", "Skolebarn", "Skole", "skole 3", "skole 2", "skole 1"]


def test_a_hit_says_where_it_belongs(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0), card("m", "kan lide tegning"))
    (hit,) = store.search("tegning")
    assert (hit.kind, hit.id, hit.course_id, hit.course_name, hit.meeting_id) == (
        "Card",
        "m/kan lide tegning",
        "c",
        "Minh",
        "m",
    )
    assert hit.starts == meeting("m", 0).starts


def test_every_kind_with_words_for_all_is_found_and_private_notes_are_not(store: Store) -> None:
    put(store, "course", *one_of_each())
    assert {hit.kind for hit in store.search("østergård")} == {
        "Course",
        "Person",
        "Meeting",
        "Card",
        "Correction",
        "Understanding",
        "UnmetNeed",
        "Goal",
        "Sign",
        "Action",
        "Statement",
        "FollowUp",
        "Scale",
        "Wish",
    }
    note = next(entity for entity in one_of_each() if isinstance(entity, PrivateNote))
    assert note.text


def test_a_person_is_found_by_everyday_name_and_both_are_shown(store: Store) -> None:
    course(store, "c", "Minh", Person(id="p", name="Nguyễn Thị Lan", called="Lan, mor"))
    assert texts(store, "mor") == ["Nguyễn Thị Lan (Lan, mor)"]


def test_search_follows_every_change(store: Store) -> None:
    said = card("m", "tegner heste")
    course(store, "c", "Minh", meeting("m", 0), said)
    store.commit("c", changing(said, text="tegner hunde"))
    assert (texts(store, "heste"), texts(store, "hunde")) == ([], ["tegner hunde"])
    store.commit("c", [removing(replace(said, text="tegner hunde"))])
    assert texts(store, "hunde") == []
    store.commit("c", [adding(said)])
    assert texts(store, "heste") == ["tegner heste"]


def test_a_course_that_goes_takes_its_traces_with_it(store: Store) -> None:
    put(store, "course", *one_of_each())
    store.commit("course", [removing(entity) for entity in one_of_each()])
    assert store.search("østergård") == []
    with store._reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM search_item").scalar() == 0


def test_no_more_than_the_limit_and_the_newest_of_them(store: Store) -> None:
    course(store, "c", "Minh", meeting("m", 0), *(card("m", f"skole {number}") for number in range(9)))
    assert [hit.text for hit in store.search("skole", 2)] == ["skole 8", "skole 7"]
    assert store.search("skole", 0) == []


@pytest.mark.parametrize(
    "wanted", ["", "   ", "\x00", '"', "'", "%", "!", "***", "NEAR(a b)", "x" * 10_000, "a\x00bcd"]
)
def test_strange_words_find_nothing_and_break_nothing(store: Store, wanted: str) -> None:
    course(store, "c", "Minh", meeting("m", 0), card("m", "går ikke i skole"))
    assert texts(store, wanted) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_characters="\x00"), max_size=12))
def test_any_words_at_all_give_a_list(store: Store, wanted: str) -> None:
    assert isinstance(store.search(wanted), list)


def test_the_record_is_one_course_and_search_is_over_all(store: Store) -> None:
    course(store, "c", "Minh")
    course(store, "d", "Minh og Mai")
    assert {hit.course_id for hit in store.search("minh")} == {"c", "d"}
    assert Record.of("", store.load("c")).every(Course)[0].name == "Minh"


def test_people_are_found_in_every_course_with_what_they_are(store: Store) -> None:
    for number, relation in enumerate(("mor", "moster")):
        hoa = Person(id=f"hoa{number}", name="Trần Thị Hoà", called="Hoà", relation=relation)
        course(
            store,
            f"c{number}",
            f"Minh {number}",
            meeting(f"m{number}", number),
            hoa,
            card(f"m{number}", "Hoà"),
        )
    found = store.people("hoà")
    assert {(one.id, one.tie, one.course_id, one.course_name) for one in found} == {
        ("hoa0", "mor", "c0", "Minh 0"),
        ("hoa1", "moster", "c1", "Minh 1"),
    }
    assert not store.people("ingen")
