"""The three files for the municipality's own system."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from hypothesis import given, settings

from helpers.freja import freja_record
from helpers.minh import minh_record
from helpers.papers import MEETING, small_record
from helpers.pdf import fonts_of, info_of, text_of
from helpers.privacy import SECRET, marked
from helpers.records import records
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.filing.package import Package, filing_package, next_package
from tvm_desktop.documents.filing.record import Stamped, file_source, record_document
from tvm_desktop.documents.plain import text_of as plain_text
from tvm_desktop.domain.entities import Action, Card, Filing, PrivateNote, Said, Shared
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.library import FormatLibrary

NOW = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)
FORMATS = FormatLibrary.load()
MINH, FREJA = minh_record(), freja_record()


def package(record: Record, language: str = "da", now: datetime = NOW) -> Package:
    """Return the package of a meeting."""
    return next_package(record, FORMATS.by_id(record.meeting.format_id), Audience(), language, now)


def with_filing(record: Record, **values: Any) -> Record:
    """Return a record of which a package was made."""
    filing = Filing(id="filing", meeting_id=record.meeting_id, **values)
    return Record.of(record.meeting_id, (*(e for e in record.entities() if e.id != "filing"), filing))


def test_the_same_meeting_gives_the_same_three_files_byte_for_byte() -> None:
    assert package(MINH) == package(MINH)


def test_the_names_of_the_files_name_nobody_and_say_day_and_version() -> None:
    assert [name for name, _ in package(MINH).files()] == [
        "referat-2026-01-13-v1.pdf",
        "referat-2026-01-13-v1.txt",
        "aftaler-2026-01-13-v1.json",
    ]


def test_the_digest_is_that_of_the_pdf_and_stands_in_the_two_others() -> None:
    made = package(MINH)
    assert made.sha256 == sha256(made.pdf).hexdigest()
    assert made.sha256 in made.text
    values = json.loads(made.agreements)
    assert values["sha256_pdf"] == made.sha256
    assert values["sha256_text"] == sha256(made.text.encode()).hexdigest()


def test_a_package_that_was_made_keeps_its_number_while_nothing_changes() -> None:
    first = package(MINH)
    assert first.version == 1
    kept = with_filing(MINH, version=1, made=NOW, sha256=first.sha256)
    later = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
    assert package(kept, now=later) == first
    changed = with_filing(MINH, version=1, made=NOW, sha256=first.sha256, note="Skolen ringede.")
    second = package(changed, now=later)
    assert (second.version, second.made) == (2, date(2026, 4, 1))


def test_filing_the_meeting_changes_nothing_in_the_package() -> None:
    first = package(MINH)
    filed = with_filing(
        MINH,
        version=1,
        made=NOW,
        sha256=first.sha256,
        filed_on=date(2026, 3, 13),
        system="X",
        case_number="7",
    )
    assert package(filed) == first


def test_another_program_reads_the_record() -> None:
    made = package(FREJA)
    text = text_of(made.pdf)
    for words in ("Referat", FREJA.meeting_id, "version 1", "Camilla Lund"):
        assert words in text
    assert all(font.embedded for font in fonts_of(made.pdf))
    assert "Freja" not in info_of(made.pdf)["Title"]


def test_the_agreements_can_be_read_by_a_program() -> None:
    values = json.loads(package(MINH).agreements)
    assert (values["form"], values["form_version"], values["version"]) == ("tvm-agreements", 1, 1)
    assert (values["meeting"], values["zone"]) == (MINH.meeting_id, "Europe/Copenhagen")
    assert len(values["agreements"]) == len(MINH.all(Action))
    ring = next(one for one in values["agreements"] if one["what"].startswith("Finder ud af"))
    assert ring["who"] == ["Emre Yıldız"]
    assert ring["accepted_by"] == ["Emre Yıldız"]
    assert ring["due"] == "2026-01-20"
    assert ring["status"] == "open"
    assert ring["goals"]
    assert {one["name"] for one in values["participants"]} >= {"Trần Thị Hoà", "Anja Holt"}


def test_letters_that_no_font_has_are_told() -> None:
    card = Card(id="k", meeting_id=MEETING, kind=CardKind.WORRY, text="\U00012000", voice="hoa")
    source = file_source(small_record(card), None, Audience(), "da")
    assert filing_package(source, version=1, made=NOW).missing == ("\U00012000",)


def never(thing: object) -> bool:
    """Say whether nothing of a thing may ever reach the file."""
    if isinstance(thing, PrivateNote):
        return True
    if isinstance(thing, Said) and thing.prepared:
        return True
    unnamed = isinstance(thing, Shared) and thing.share is Share.NOT_TO and not thing.not_to
    return unnamed or (isinstance(thing, Shared) and thing.share is Share.FACILITATOR)


@given(records())
@settings(max_examples=25)
def test_nothing_private_reaches_any_of_the_three(record: Record) -> None:
    entities = [marked(one, SECRET) if never(one) else one for one in record.entities()]
    source = file_source(Record.of(record.meeting_id, entities), None, Audience(), "da")
    document = record_document(source, Stamped(1, NOW.date(), "1.0"))
    assert SECRET not in plain_text(document)
    made = filing_package(source, version=1, made=NOW)
    assert SECRET not in made.text
    assert SECRET not in made.agreements


def test_a_private_note_reaches_the_file_only_when_it_is_moved() -> None:
    note = PrivateNote(id="n", meeting_id=MEETING, step="story", text=SECRET)
    record = small_record(note)
    assert SECRET not in package(record).text
    moved = with_filing(record, note=SECRET)
    made = package(moved)
    assert SECRET in made.text
    assert SECRET in text_of(made.pdf)
    assert "MØDELEDERENS NOTE TIL SAGEN" in made.text


def test_what_the_leader_keeps_is_not_in_the_agreements_either() -> None:
    own = Action(id="a", meeting_id=MEETING, what=SECRET, who=("jonas",), share=Share.FACILITATOR)
    assert SECRET not in package(small_record(own)).agreements
    shown = replace(own, share=Share.NOT_TO, not_to=("hoa",))
    values = json.loads(package(small_record(shown)).agreements)
    assert [one["not_to"] for one in values["agreements"]] == [["Hoà"]]
