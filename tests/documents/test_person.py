"""One person's paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hypothesis import given, settings

from helpers.minh import minh_record
from helpers.papers import MEETING, small_record
from helpers.pdf import text_of
from helpers.privacy import SECRET, everything, marked
from helpers.records import records
from tvm_desktop.documents.person import heading, line, person_document
from tvm_desktop.documents.personfile import person_json
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import Card, Correction, Person, Position, PrivateNote
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.persondata import Part, Tie, about
from tvm_desktop.domain.record import Record

if TYPE_CHECKING:
    from tvm_desktop.documents.model import PlanDocument

MADE = datetime(2026, 3, 20, 12, tzinfo=UTC)
CARD = Card(id="card", meeting_id=MEETING, kind=CardKind.WORRY, text="Jeg sover dårligt", voice="hoa")
FIX = Correction(
    id="fix",
    meeting_id=MEETING,
    about="card",
    text="Kun om mandagen",
    voice="hoa",
    written=MADE,
)


def paper(record: Record, person: str = "hoa", out: frozenset[str] = frozenset()) -> PlanDocument:
    return person_document([Part.of(record, person, out)], MADE, "da", left_out=bool(out))


def kept_back(record: Record, person: str) -> frozenset[str]:
    found = (one for group in about(record, person) for one in group.found)
    return frozenset(one.thing.id for one in found if one.tie is Tie.KEPT_BACK)


def test_it_says_who_when_and_that_there_may_be_more_elsewhere() -> None:
    whole = everything(paper(small_record(CARD)))
    assert "Det, der er skrevet ned om Hoà" in whole
    assert "Udskrevet fredag den 20. marts 2026" in whole
    assert "Kommunen kan have skrevet mere andre steder" in whole
    assert "udeladt" not in whole


def test_its_neutral_title_names_nobody() -> None:
    assert "Hoà" not in paper(small_record(CARD)).neutral_title


def test_it_goes_meeting_by_meeting_with_how_somebody_appears() -> None:
    part = Part.of(small_record(CARD), "hoa")
    titles = [heading(part, group, "da", several=False) for group in part.groups]
    assert titles == ["Oplysninger", "Møde den 13. januar 2026, Aavang Skole"]
    found = part.groups[1].found[0]
    assert line(part, found, "da") == ("Sagt af Hoà", "Jeg sover dårligt")


def test_somebody_elses_words_say_whose_they_are() -> None:
    said = replace(CARD, text="Hoà er træt", voice="jonas")
    part = Part.of(small_record(said), "hoa")
    assert line(part, part.groups[1].found[0], "da") == ("Nævner Hoà", "Hoà er træt (Jonas)")


def test_a_correction_stands_beside_what_it_corrects_and_once() -> None:
    whole = everything(paper(small_record(CARD, FIX)))
    assert whole.count("Kun om mandagen") == 1
    assert "Rettelse: Hoà, den 20. marts 2026:" in whole


def test_what_was_not_ticked_is_not_there_and_the_paper_says_so() -> None:
    whole = everything(paper(small_record(CARD, FIX), out=frozenset({"card"})))
    assert "Jeg sover" not in whole
    assert "I denne udgave er noget udeladt." in whole


def test_it_does_not_quote_what_was_kept_from_somebody() -> None:
    kept = replace(CARD, text=SECRET, voice="jonas", share=Share.FACILITATOR)
    seen = Position(id="p", meeting_id=MEETING, about="card", person_id="hoa", text="Nej")
    out = kept_back(small_record(kept, seen), "hoa")
    assert SECRET not in everything(paper(small_record(kept, seen), out=out))


def test_several_courses_are_named() -> None:
    here, there = (
        Part.of(small_record(CARD), "hoa"),
        Part.of(small_record(replace(CARD, text="Hun ler")), "hoa"),
    )
    whole = everything(person_document([here, there], MADE, "da"))
    assert "Oplysninger · Minh" in whole
    assert "Hun ler" in whole


def test_it_is_read_on_paper() -> None:
    text = " ".join(text_of(render(paper(minh_record())).pdf).split())
    assert "Det, der er skrevet ned om" in text
    assert "Sagt af Hoà" in text


@settings(max_examples=40)
@given(records())
def test_private_notes_and_what_was_kept_back_stay_out_unless_ticked(record: Record) -> None:
    for person in record.every(Person):
        out = kept_back(record, person.id) | {note.id for note in record.every(PrivateNote)}
        hidden = Record.of(
            record.meeting_id, [marked(e, SECRET) if e.id in out else e for e in record.entities()]
        )
        part = Part.of(hidden, person.id, out)
        assert SECRET not in everything(person_document([part], MADE, "da"))
        assert SECRET not in person_json([part], MADE)
