"""What was said, by whom, and what is kept from somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.minh import minh_record
from helpers.papers import MEETING, small_record
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.filing.record import file_source
from tvm_desktop.documents.filing.story import note, story, withheld
from tvm_desktop.documents.model import Paragraphs, Section
from tvm_desktop.domain.entities import Card, Filing, Understanding
from tvm_desktop.domain.enums import CardKind, CardSort, Share
from tvm_desktop.formats.library import FormatLibrary

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

FORMATS = FormatLibrary.load()


def told(record: Record, form: str = "") -> dict[str, list[str]]:
    """Return the story, title by title."""
    source = file_source(record, FORMATS.by_id(form), Audience(), "da")
    return {section.title: lines(section) for section in story(source)}


def lines(section: Section) -> list[str]:
    """Return the lines of a part."""
    assert isinstance(section.content, Paragraphs)
    return ["".join(span.text for span in text) for text in section.content.items]


def card(kind: CardKind, text: str, **values: Any) -> Card:
    """Return what Hoà said."""
    return Card(id=text, meeting_id=MEETING, kind=kind, text=text, voice="hoa", **values)


def test_the_columns_are_those_of_the_meeting_and_the_child_is_first() -> None:
    titles = list(told(minh_record(), "five-steps"))
    assert titles[:4] == ["Minhs egne ord", "Styrker", "Det, der bekymrer os", "Hverdagen"]


def test_without_a_form_the_columns_have_plain_titles() -> None:
    record = small_record(
        card(CardKind.WORRY, "Han sover ikke."),
        card(CardKind.STRENGTH, "Han laver mad."),
        card(CardKind.CHILD_WORDS, "Jeg er træt."),
        card(CardKind.NEXT, "Han skal sove."),
        card(CardKind.LIFE_CONTEXT, "Vi flyttede."),
        Understanding(
            id="u", meeting_id=MEETING, text="Han savner sin ven.", voice="hoa", basis="Det, vi så"
        ),
    )
    assert told(record) == {
        "Det siger Minh": ["Hoà: Jeg er træt."],
        "Det går godt": ["Hoà: Han laver mad."],
        "Det, der bekymrer os": ["Hoà: Han sover ikke."],
        "Hverdagen": ["Hoà: Vi flyttede."],
        "Det skal der ske": ["Hoà: Han skal sove."],
        "Sådan forstår vi det": ["Hoà: Han savner sin ven. (Det, vi så)"],
    }


def test_how_it_was_said_and_seen_stands_with_it() -> None:
    record = small_record(
        card(
            CardKind.WORRY,
            "Han sover ikke.",
            interpreted=True,
            seen_when="i januar",
            seen_where="hjemme",
            sort=CardSort.HAPPENED,
        )
    )
    (line,) = told(record)["Det, der bekymrer os"]
    for words in ("gennem tolk", "i januar", "hjemme", "er sket"):
        assert words in line


def test_what_is_kept_from_somebody_stands_in_the_file_and_says_so() -> None:
    kept = card(CardKind.WORRY, "Jeg er bange for ham.", share=Share.NOT_TO, not_to=("ingrid",))
    source = file_source(small_record(kept), None, Audience(), "da")
    section = withheld(source)
    assert section is not None
    assert lines(section) == ["Jeg er bange for ham. (må ikke vises til Ingrid)"]
    assert told(small_record(kept))["Det, der bekymrer os"] == ["Hoà: Jeg er bange for ham."]


def test_nothing_kept_back_is_no_part() -> None:
    assert withheld(file_source(small_record(), None, Audience(), "da")) is None


def test_the_leaders_note_stands_under_its_own_title() -> None:
    record = small_record(Filing(id="f", meeting_id=MEETING, note="skolen ringede.\n\nMor var træt."))
    section = note(file_source(record, None, Audience(), "da"))
    assert section is not None
    assert section.title == "Mødelederens note til sagen"
    assert lines(section) == ["Skolen ringede.", "Mor var træt."]
    assert note(file_source(small_record(), None, Audience(), "da")) is None
