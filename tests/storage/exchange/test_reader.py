"""A file is read whole or not at all, and everything that is wrong with it is named with its place."""

from __future__ import annotations

import copy
import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.errors import UserError
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.model import MAX_BYTES, VERSION
from tvm_desktop.storage.exchange.reader import NEWER, NOT_OURS, read_file, read_text
from tvm_desktop.words import LANGUAGES, say

if TYPE_CHECKING:
    from pathlib import Path

MINH = json.loads(resource("demo", "minh.tvm.json").read_text("utf-8"))
Place = tuple[str | int, ...]
CARD: Place = ("courses", 0, "cards", 3)
ACTION: Place = ("courses", 0, "actions", 5)


def with_value(data: object, place: Place, value: object) -> str:
    """Return the file as text with one value in another's place."""
    changed = copy.deepcopy(data)
    part: Any = changed
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    return json.dumps(changed)


def without(data: object, place: Place) -> str:
    """Return the file as text with one value left out."""
    changed = copy.deepcopy(data)
    part: Any = changed
    for step in place[:-1]:
        part = part[step]
    del part[place[-1]]
    return json.dumps(changed)


def refusal(text: str) -> UserError:
    """Return the error that reading must give."""
    with pytest.raises(UserError) as caught:
        read_text(text)
    return caught.value


def details(text: str) -> list[str]:
    """Return what is said to be wrong, in English."""
    return [say(detail, "en") for detail in refusal(text).details]


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (
            (*CARD, "kind"),
            "worrry",
            "courses[0].cards[3].kind: “worrry” is not one of child_words, worry, strength, life_context,",
        ),
        ((*CARD, "kind"), 7, "courses[0].cards[3].kind: one of these is expected here: child_words, worry"),
        ((*CARD, "colour"), "red", "courses[0].cards[3].colour: there is no such field"),
        ((*CARD, "text"), None, "courses[0].cards[3].text: a text is expected here"),
        (
            (*CARD, "text"),
            "\ud83d",
            "courses[0].cards[3].text: the text holds a character that is no character",
        ),
        ((*CARD, "text"), "\0", "courses[0].cards[3].text: the text holds a character that is no character"),
        ((*CARD, "verbatim"), 1, "courses[0].cards[3].verbatim: true or false is expected here"),
        ((*CARD, "rank"), "4", "courses[0].cards[3].rank: a number is expected here"),
        ((*CARD, "rank"), 1e300, "courses[0].cards[3].rank: a number is expected here"),
        ((*CARD, "not_to"), "minh-mai", "courses[0].cards[3].not_to: a list is expected here"),
        ((*CARD, "not_to"), ["minh-mai", 3], "courses[0].cards[3].not_to[1]: a text is expected here"),
        (
            (*CARD, "not_to"),
            ["nobody"],
            "courses[0].cards[3].not_to[0]: nobody of the course has the id “nobody”",
        ),
        (
            (*CARD, "voice"),
            "minh-maal-01",
            "courses[0].cards[3].voice: nobody of the course has the id “minh-maal-01”",
        ),
        (
            (*CARD, "meeting_id"),
            "x",
            "courses[0].cards[3].meeting_id: no meeting of the course has the id “x”",
        ),
        (
            (*CARD, "id"),
            "minh-kort-01",
            "courses[0].cards[3].id: the id “minh-kort-01” is there more than once",
        ),
        ((*CARD, "id"), "card/1", "courses[0].cards[3].id: an id has 1 to 100 letters"),
        (CARD, "a card", "courses[0].cards[3]: an object with fields is expected here"),
        ((*ACTION, "due"), "2026-02-30", "courses[0].actions[5].due: “2026-02-30” does not exist"),
        (
            (*ACTION, "due"),
            "20. januar",
            "courses[0].actions[5].due: a date is expected here, like 2026-01-13",
        ),
        ((*ACTION, "due"), 20260120, "courses[0].actions[5].due: a date is expected here"),
        (
            ("courses", 0, "goals", 1, "need_id"),
            "x",
            "courses[0].goals[1].need_id: no need of the course has",
        ),
        (("courses", 0, "signs", 1, "goal_id"), "", "courses[0].signs[1].goal_id: no goal of the course has"),
        (
            ("courses", 0, "links", 2, "lower"),
            "x",
            "courses[0].links[2].lower: nothing of the course has the id “x”",
        ),
        (
            ("courses", 0, "links", 2, "upper"),
            "",
            "courses[0].links[2].upper: nothing of the course has the id “”",
        ),
        (
            ("courses", 0, "positions", 0, "about"),
            "x",
            "courses[0].positions[0].about: nothing of the course has",
        ),
        (
            ("courses", 0, "attendances", 0, "person_id"),
            "",
            "courses[0].attendances[0].person_id: nobody of the",
        ),
        (
            ("courses", 0, "attendances", 0, "leaves"),
            "25:00",
            "courses[0].attendances[0].leaves: “25:00” does not exist",
        ),
        (
            ("courses", 0, "attendances", 0, "leaves"),
            "14.50",
            "courses[0].attendances[0].leaves: a time is expected",
        ),
        (
            ("courses", 0, "meetings", 0, "starts"),
            "2026-01-13T14:30:00",
            "courses[0].meetings[0].starts: a date and time with its zone is expected here",
        ),
        (
            ("courses", 0, "meetings", 0, "starts"),
            "0001-01-01T00:00:00+14:00",
            "courses[0].meetings[0].starts: “0001-01-01T00:00:00+14:00” does not exist",
        ),
        (
            ("courses", 0, "meetings", 0, "zone"),
            "../etc",
            "courses[0].meetings[0].zone: “../etc” is no time zone",
        ),
        (("courses", 0, "meetings", 0, "zone"), "", "courses[0].meetings[0].zone: “” is no time zone"),
        (
            ("courses", 0, "meetings", 0, "language"),
            "sv",
            "courses[0].meetings[0].language: “sv” is not one of da, en",
        ),
        (
            ("courses", 0, "meetings", 0, "format_hash"),
            "0" * 64,
            "courses[0].meetings[0].format_hash: the file does not hold the meeting’s form",
        ),
        (
            ("courses", 0, "meetings", 0, "minutes"),
            [["story", 5], ["goal", -1]],
            "courses[0].meetings[0].minutes[1][1]: a whole number from 0",
        ),
        (
            ("courses", 0, "meetings", 0, "minutes"),
            [["story"]],
            "courses[0].meetings[0].minutes[0]: a list of 2 is expected here",
        ),
        (
            ("formats",),
            [{"hash": "0" * 64, "source": "x"}],
            "formats[0].hash: the form’s text is not the one that the hash was made of",
        ),
        (("courses",), {}, "courses: a list is expected here"),
        (("version",), "1", "version: the version is a number from 1"),
        (("version",), 0, "version: the version is a number from 1"),
        (("anchor",), "2026-13-01", "anchor: “2026-13-01” does not exist"),
        (("notes",), "x", "notes: there is no such field"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(place: Place, value: object, said: str) -> None:
    found = details(with_value(MINH, place, value))
    assert any(detail.startswith(said) for detail in found), found


@pytest.mark.parametrize("field", ["id", "meeting_id", "kind", "text"])
def test_what_is_missing_is_said_with_its_place(field: str) -> None:
    assert details(without(MINH, (*CARD, field))) == [f"courses[0].cards[3].{field}: this is missing"]


def test_every_error_is_named_at_once(minh: dict[str, Any]) -> None:
    course = minh["courses"][0]
    course["cards"][0]["kind"] = "x"
    course["actions"][1]["due"] = "soon"
    course["people"][2]["names"] = []
    assert len(details(json.dumps(minh))) == 3


def test_a_flood_of_errors_is_cut_short(minh: dict[str, Any]) -> None:
    minh["courses"][0]["cards"] = [{}] * 40
    found = details(json.dumps(minh))
    assert len(found) == 51
    assert found[-1] == "and 110 more"


def test_two_forms_with_one_hash_are_refused(minh: dict[str, Any]) -> None:
    form = {"hash": sha256(b"x").hexdigest(), "source": "x"}
    minh["formats"] = [form, form]
    assert len(details(json.dumps(minh))) == 2


def test_a_newer_version_is_told_from_a_broken_file(minh: dict[str, Any]) -> None:
    minh["version"] = VERSION + 1
    minh["something"] = "new"
    assert refusal(json.dumps(minh)).message is NEWER


@pytest.mark.parametrize("text", ["", "hello", "[1,", '{"version": 1, "courses": [', "\x00"])
def test_a_file_that_breaks_off_says_where(text: str) -> None:
    (said,) = details(text)
    assert said.startswith("line 1, character ")


@pytest.mark.parametrize(
    "text", ["null", "[]", "3", '"x"', "{}", '{"courses": []}', "[" * 100_000, "9" * 5000]
)
def test_a_file_that_is_not_ours_is_refused(text: str) -> None:
    assert refusal(text).message is NOT_OURS


@pytest.mark.parametrize(
    "text", ['{"version": NaN, "courses": []}', '{"version": 1, "courses": [], "courses": []}']
)
def test_what_json_lets_through_and_nobody_means_is_refused(text: str) -> None:
    assert len(details(text)) == 1


def test_a_file_that_cannot_be_opened_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "nothing.tvm.json")
    assert "nothing.tvm.json" in say(caught.value.message, "en")


@pytest.mark.parametrize("bytes_", [b"\xff\xfe\x00", b"SQLite format 3\x00\xd8", b"\xc3"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, bytes_: bytes) -> None:
    path = tmp_path / "a.tvm.json"
    path.write_bytes(bytes_)
    with pytest.raises(UserError) as caught:
        read_file(path)
    assert caught.value.message is NOT_OURS


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.tvm.json"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(UserError, match="larger"):
        read_file(path)


def test_a_mark_of_byte_order_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.tvm.json"
    path.write_text(json.dumps(MINH), encoding="utf-8-sig")
    assert read_file(path) == read_text(json.dumps(MINH))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def read_or_refuse(text: str) -> None:
    """Read a text; the only error there may be is one that can be said in every language."""
    try:
        read_text(text)
    except UserError as error:
        for message in (error.message, *error.details):
            assert all(say(message, language) for language in LANGUAGES)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@given(values)
def test_any_json_is_read_or_refused(value: object) -> None:
    read_or_refuse(json.dumps(value))
    read_or_refuse(json.dumps({"version": 1, "courses": value}))
    read_or_refuse(json.dumps({"version": 1, "courses": [value]}))


@given(st.data(), values)
def test_a_file_that_somebody_changed_is_read_or_refused(data: st.DataObject, value: object) -> None:
    place: Place = ()
    part: Any = MINH
    while isinstance(part, dict | list) and part and (not place or data.draw(st.integers(0, 3))):
        keys = list(part) if isinstance(part, dict) else range(len(part))
        step = data.draw(st.sampled_from(keys))
        place, part = (*place, step), part[step]
    read_or_refuse(with_value(MINH, place, value))
    read_or_refuse(without(MINH, place))
