"""A line under a sentence, in every kind of content that a paper has."""

from __future__ import annotations

import pytest

from tvm_desktop.documents.model import (
    Aim,
    Aims,
    Box,
    Content,
    Difference,
    Differences,
    Fact,
    Facts,
    GoalItem,
    Goals,
    Grid,
    GridColumn,
    Paragraphs,
    PlanDocument,
    Promise,
    Promises,
    Question,
    Questions,
    Reasons,
    Section,
    SectionKind,
    Span,
    Text,
    View,
)
from tvm_desktop.documents.parts.under import Note, Under, bare
from tvm_desktop.documents.plain import text_of

LINE = "Rettelse: kun om lørdagen"
NOTE = Note("n", LINE, frozenset({bare("Han sover ikke")}))
SAID: Text = (Span("Han sover ikke."),)
OTHER: Text = (Span("Han sover ikke hos far."),)
TITLES = ("Hvem", "Hvad", "Hvornår", "Tegn")


def printed(content: Content) -> str:
    """Return a content with the note in it, as plain text."""
    section = Under((NOTE,)).section(Section(SectionKind.STRENGTHS, "", content))
    return text_of(PlanDocument("da", "", "", (), (section,), (), ""))


@pytest.mark.parametrize(
    "content",
    [
        Paragraphs((SAID, OTHER), listed=True),
        Box((SAID,)),
        Facts((Fact("Note", "Han sover ikke"),)),
        Goals((GoalItem("Han sover ikke", ("Han ler",)),)),
        Goals((GoalItem("Ro", ("Han sover ikke", "Han ler")),)),
        Promises(TITLES, (Promise("Far", "Han sover ikke", "sammen med mor", "i dag", "ja"),)),
        Differences((Difference("", (View("Mor siger:", "Han sover ikke"), View("Far siger:", "Nej"))),)),
        Differences((Difference("Han sover ikke", (View("Far siger:", "Nej"),)),)),
        Aims((Aim((Difference("", (View("", "Han sover ikke."),)),), (GoalItem("Ro"),)),)),
        Questions((Question("Han sover ikke?", ("0", "10"), ((Span("mor 3"),),)),)),
        Questions((Question("Søvn", (), (), (Reasons("Hvorfor", (SAID, OTHER)),)),)),
        Grid(("Mor",), (GridColumn("Uro", ((SAID, OTHER),)),)),
    ],
)
def test_it_stands_once_and_on_the_line_after_the_sentence(content: Content) -> None:
    lines = [line.strip() for line in printed(content).splitlines()]
    (place,) = [number for number, line in enumerate(lines) if line.endswith(LINE)]
    assert "Han sover ikke" in lines[place - 1]
    assert "hos far" not in lines[place - 1]


def test_another_sentence_with_the_same_words_in_it_has_none() -> None:
    assert LINE not in printed(Paragraphs((OTHER,)))


def test_it_is_found_after_whose_it_is_and_in_quotation_marks() -> None:
    assert LINE in printed(Paragraphs(((Span("Mor siger: ”Han sover ikke”"),),)))


def test_nothing_is_changed_without_notes() -> None:
    section = Section(SectionKind.STRENGTHS, "", Paragraphs((SAID,)))
    assert Under(()).section(section) is section


def test_it_knows_which_notes_have_found_their_sentence() -> None:
    under = Under((NOTE, Note("m", "", frozenset({"noget andet"}))))
    under.section(Section(SectionKind.STRENGTHS, "", Paragraphs((SAID,))))
    assert under.placed == {"n"}
