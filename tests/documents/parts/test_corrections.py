"""Corrections directly under what they correct, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.papers import MEETING, plan, small_record, source
from helpers.pdf import text_of
from helpers.privacy import SECRET, everything
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.grid import grid_document, grid_step
from tvm_desktop.documents.model import (
    BREAK,
    Aims,
    Differences,
    Grid,
    Paragraphs,
    PlanDocument,
    Section,
    SectionKind,
    Span,
)
from tvm_desktop.documents.parts.corrections import all_corrected
from tvm_desktop.documents.plain import text_of as plain
from tvm_desktop.documents.render import render
from tvm_desktop.documents.text import Look, Missing, break_lines
from tvm_desktop.domain.entities import (
    Action,
    Card,
    Consent,
    Correction,
    Entity,
    Person,
    Position,
    PrivateNote,
    Statement,
)
from tvm_desktop.domain.enums import CardKind, Share, Stance
from tvm_desktop.formats.library import FormatLibrary

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

CARD = Card(
    id="card", meeting_id=MEETING, kind=CardKind.WORRY, text="Minh kom for sent hver dag", voice="jonas"
)
SAID = Correction(
    id="r",
    meeting_id=MEETING,
    about="card",
    text="Det var tre dage, ikke hver dag",
    voice="hoa",
    written=datetime(2026, 1, 20, 12, tzinfo=UTC),
)
SECRETLY = replace(SAID, text=SECRET)
LINE = f"Rettelse, Hoà 20. januar 2026: {SAID.text}"
PROUD = replace(CARD, kind=CardKind.STRENGTH)


def form(record: Record) -> PlanDocument:
    """Return the form of a meeting that has no format of its own."""
    step = grid_step(None, FormatLibrary.load().formats)
    assert step is not None
    return grid_document(record, None, step, Audience(), "da")


def test_it_stands_directly_under_its_sentence_with_whose_it_is_and_the_day() -> None:
    section = plan(small_record(PROUD, SAID)).section(SectionKind.STRENGTHS)
    assert section is not None
    assert isinstance(section.content, Paragraphs)
    ((_, words, line_end, correction),) = section.content.items
    assert words.text == "Minh kom for sent hver dag"
    assert line_end is BREAK
    assert correction.text == "Rettelse, Hoà 20. januar 2026: Det var tre dage, ikke hver dag"


def test_where_its_sentence_is_not_printed_neither_is() -> None:
    said = everything(plan(small_record(CARD, SAID)))
    assert CARD.text not in said
    assert SAID.text not in said


def test_the_plan_and_the_form_have_no_part_of_corrections() -> None:
    every = small_record(CARD, SAID, replace(PROUD, id="other"))
    for paper in (plan(every), form(every)):
        assert paper.section(SectionKind.CORRECTIONS) is None


def test_on_the_form_it_stands_in_the_cell_of_its_sentence() -> None:
    section = form(small_record(CARD, SAID)).section(SectionKind.GRID)
    assert section is not None
    assert isinstance(section.content, Grid)
    texts = [text for column in section.content.columns for cell in column.cells for text in cell]
    assert [[span.text for span in text][1:] for text in texts] == [[CARD.text, "\n", LINE]]


def test_it_stands_under_a_worry_that_was_said_whole_and_in_a_difference() -> None:
    worry = Statement(id="card", meeting_id=MEETING, text="Minh kom for sent", worried=("jonas",))
    seen = Position(
        id="p",
        meeting_id=MEETING,
        about="card",
        person_id="ingrid",
        stance=Stance.DISAGREE,
        text="Nej",
    )
    paper = plan(small_record(worry, seen, SAID, replace(SAID, id="r2", about="p", text="Kun nogle dage")))
    worries = paper.section(SectionKind.WORRIES)
    assert worries is not None
    assert isinstance(worries.content, Aims)
    assert [view.text for view in worries.content.items[0].worries[0].views] == [
        f"Minh kom for sent.\n{LINE}"
    ]
    differences = paper.section(SectionKind.DIFFERENCES)
    assert differences is not None
    assert isinstance(differences.content, Differences)
    (item,) = differences.content.items
    assert item.about == f"Jonas er bekymret. Minh kom for sent.\n{LINE}"
    assert [view.text for view in item.views] == ["Nej\nRettelse, Hoà 20. januar 2026: Kun nogle dage"]


def test_it_stands_under_what_was_agreed_not_behind_who_helps() -> None:
    agreed = Action(id="card", meeting_id=MEETING, what="Ringer", who=("jonas",), with_whom=("ingrid",))
    paper = plan(small_record(agreed, SAID))
    assert f"Jonas: Ringer (sammen med Ingrid)\n  Rettelse, Hoà 20. januar 2026: {SAID.text}\n" in plain(
        paper
    )
    assert "Rettelse, Hoà" in " ".join(text_of(render(paper).pdf).split())


def test_without_a_name_or_a_day_it_says_what_is_known() -> None:
    for changed, lead in (
        ({"voice": ""}, "Rettelse, 20. januar 2026:"),
        ({"written": None}, "Rettelse, Hoà:"),
        ({"voice": "", "written": None}, "Rettelse:"),
    ):
        assert f"{lead} {SAID.text}" in plain(plan(small_record(PROUD, replace(SAID, **changed))))


def test_a_paper_that_holds_everything_has_the_rest_at_its_end_with_what_they_correct() -> None:
    placed = replace(SAID, id="r2", about="proud")
    proud = replace(PROUD, id="proud", text="Minh tegner")
    of = source(small_record(CARD, SAID, proud, placed))
    *_, last = all_corrected(plan(of.record).sections, of)
    assert last.title == "Rettelser"
    assert isinstance(last.content, Differences)
    (item,) = last.content.items
    assert [(view.who, view.text) for view in item.views] == [
        ("Jonas siger:", "Minh kom for sent hver dag"),
        ("Hoà, den 20. januar 2026:", "Det var tre dage, ikke hver dag"),
    ]


def test_a_long_original_is_shortened_there() -> None:
    of = source(small_record(replace(CARD, text="og så " * 100), SAID))
    (section,) = all_corrected((), of)
    assert isinstance(section.content, Differences)
    assert section.content.items[0].views[0].text.endswith("…")


@pytest.mark.parametrize(
    "original",
    [
        replace(CARD, share=Share.FACILITATOR),
        replace(CARD, prepared=True),
        replace(CARD, share=Share.NOT_TO, not_to=("hoa",)),
        replace(CARD, kind=CardKind.CHILD_WORDS, share=Share.NOT_TO, not_to=("karin",)),
        PrivateNote(id="card", meeting_id=MEETING, step="story", text="note"),
        Consent(id="card", about="skole"),
        Person(id="card", name="Karin"),
    ],
)
def test_it_is_as_private_as_its_original(original: Entity) -> None:
    of = source(small_record(original, SECRETLY))
    printed = Section(SectionKind.STRENGTHS, "", Paragraphs(((Span(CARD.text),), (Span("note"),))))
    for paper in (plan(of.record), form(of.record)):
        assert SECRET not in everything(paper)
    assert SECRET not in repr(all_corrected((printed,), of))


def test_one_about_a_difference_follows_what_the_difference_is_about() -> None:
    seen = Position(
        id="p",
        meeting_id=MEETING,
        about="card",
        person_id="ingrid",
        stance=Stance.DISAGREE,
        text="Det ser jeg ikke",
    )
    said = replace(SECRETLY, about="p")
    assert SECRET in everything(plan(small_record(CARD, seen, said)))
    kept_back = replace(CARD, share=Share.FACILITATOR)
    assert SECRET not in everything(plan(small_record(kept_back, seen, said)))


def test_a_childs_copy_has_none_that_is_not_fit_for_the_child() -> None:
    child = Audience(frozenset({"minh"}))
    fit = replace(PROUD, fit_for_child=True)
    assert CARD.text in everything(plan(small_record(fit, SECRETLY), audience=child))
    assert SECRET not in everything(plan(small_record(fit, SECRETLY), audience=child))


def test_it_is_read_on_the_paper() -> None:
    text = " ".join(text_of(render(plan(small_record(PROUD, SAID))).pdf).split())
    assert "Rettelse, Hoà 20. januar 2026: Det var tre dage" in text


def test_it_begins_a_line_of_its_own() -> None:
    look = Look(10, 14, "#000000")
    lines = break_lines([("Minh sover.", look), (BREAK.text, look), (LINE, look)], 500, Missing())
    assert "".join(t for t, _ in lines[0].pieces) == "Minh sover."
    assert len(lines) == 2
