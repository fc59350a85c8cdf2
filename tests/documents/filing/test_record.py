"""What stands in the record for the file, and in which order."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from helpers.freja import freja_record
from helpers.minh import minh_record
from helpers.papers import MEETING, small_record
from helpers.privacy import everything
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.filing.record import Stamped, file_source, record_document
from tvm_desktop.documents.model import PlanDocument, SectionKind
from tvm_desktop.documents.plain import text_of as plain
from tvm_desktop.domain.entities import Action, Card, Correction, Goal, Position, Understanding, Wish
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.library import FormatLibrary

FORMATS = FormatLibrary.load()


def record_of(record: Record, language: str = "da", version: int = 1) -> PlanDocument:
    """Return the record for the file."""
    source = file_source(record, FORMATS.by_id(record.meeting.format_id), Audience(), language)
    return record_document(source, Stamped(version, date(2026, 3, 12), "0.9"))


@pytest.mark.parametrize("record", [minh_record(), freja_record()], ids=["minh", "freja"])
def test_all_that_was_said_stands_in_it(record: Record) -> None:
    said = everything(record_of(record))
    for card in (*record.all(Card), *record.all(Understanding)):
        assert (card.text in said) is (card.share is not Share.FACILITATOR and not card.prepared)
    assert all(goal.text in said for goal in record.all(Goal))
    assert all(action.what in said for action in record.all(Action))
    assert all(wish.text in said for wish in record.all(Wish) if wish.text)
    assert all(position.text in said for position in record.all(Position) if position.text)


def test_the_parts_stand_in_the_order_of_the_meeting() -> None:
    kinds = list(dict.fromkeys(section.kind for section in record_of(minh_record()).sections))
    assert kinds == [
        SectionKind.HEAD,
        SectionKind.PARTICIPANTS,
        SectionKind.FRAMING,
        SectionKind.CONSENTS,
        SectionKind.WITHHELD,
        SectionKind.STORY,
        SectionKind.GOALS,
        SectionKind.PROMISES,
        SectionKind.WISHES,
        SectionKind.DIFFERENCES,
        SectionKind.ADDED,
        SectionKind.CHILD_TOLD,
        SectionKind.NEXT,
    ]


def test_every_page_says_which_meeting_and_which_version() -> None:
    page = record_of(minh_record(), version=3).page_of.format(page=2, pages=4)
    assert page == "minh-1 · version 3 · side 2 af 4"


def test_an_id_with_braces_does_no_harm() -> None:
    record = small_record()
    odd = Record("{0}", {**record.rows, "Meeting": {"{0}": record.meeting}})
    source = file_source(odd, None, Audience(), "en")
    page_of = record_document(source, Stamped(1, date(2026, 3, 12), "0.9")).page_of
    assert page_of.format(page=1, pages=2) == "{0} · version 1 · page 1 of 2"


def test_a_correction_stands_directly_under_its_original() -> None:
    card = Card(id="k", meeting_id=MEETING, kind=CardKind.WORRY, text="Han sover ikke.", voice="hoa")
    written = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
    right = Correction(
        id="r", meeting_id=MEETING, about="k", text="Han sover nu.", voice="hoa", written=written
    )
    document = record_of(small_record(card, right))
    assert document.section(SectionKind.CORRECTIONS) is None
    said = [line.strip() for line in plain(document).splitlines()]
    place = said.index("Rettelse, Hoà 1. februar 2026: Han sover nu.")
    assert said[place - 1].endswith("Han sover ikke.")


def test_an_empty_meeting_has_a_head_and_the_word_that_it_is_no_decision() -> None:
    document = record_of(small_record())
    assert [section.kind for section in document.sections] == [SectionKind.HEAD]
    assert "afgørelse" not in document.footer[0]
    assert document.footer == (
        "Referatet er det, der blev sagt og aftalt på mødet. Det er ikke noget, kommunen har besluttet.",
    )
