"""What of a plan is measured, and which words on it are looked at."""

from __future__ import annotations

from dataclasses import replace

from helpers.freja import freja_record
from helpers.minh import MEETING, minh_entities, minh_record
from helpers.papers import plan, small_record
from helpers.pdf import text_of
from tvm_desktop.documents.model import (
    Box,
    Difference,
    Differences,
    GoalItem,
    Goals,
    Paragraphs,
    PlanDocument,
    Promise,
    Promises,
    Section,
    SectionKind,
    Span,
    View,
    strong,
)
from tvm_desktop.documents.reading import free_texts, names_in, reading_of, texts_on
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import Card, Closing
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.domain.record import Record

TITLES = ("Hvem", "Hvad", "Hvornår", "Sådan ser vi det")
CONTENTS = (
    Paragraphs(((strong("Hoà: "), Span("Han laver mad.")), (Span("Ring, "), strong("Ja, Emre gør det.")))),
    Goals((GoalItem("Minh sover.", ("Han står op.",)),)),
    Promises(
        TITLES,
        (
            Promise("Jonas", "Møder Minh ved porten hver dag", "sammen med Mai", "mandag", "liste"),
            Promise("Mai", "Cykelklub", "", "i dag", "Mai fortæller det til os.\nJonas følger op."),
        ),
    ),
    Differences((Difference("Spillet", (View("Far siger:", "Han er træt."),)),)),
    Box(
        (
            (strong("Vi mødes igen tirsdag."),),
            (Span("Lan tolker."),),
            (Span("Ring til Jo, "), Span("0", whole=True)),
        )
    ),
)
DOCUMENT = PlanDocument(
    language="da",
    title="Vores plan for Minh",
    neutral_title="Vores plan",
    subtitle=("Aftalt i dag", "Af Samira (PPR)"),
    sections=tuple(Section(SectionKind.NEXT, "Overskrift", content) for content in CONTENTS),
    footer=("Tovholder: den, der holder styr på aftalerne.",),
    page_of="side {page} af {pages}",
)


def test_sentences_are_measured_without_headings_names_and_dates() -> None:
    assert list(free_texts(DOCUMENT)) == [
        "Han laver mad.",
        "Ring, Ja, Emre gør det.",
        "Minh sover.",
        "Han står op.",
        "Møder Minh ved porten hver dag",
        "Mai fortæller det til os.",
        "Spillet",
        "Han er træt.",
        "Lan tolker.",
    ]


def test_every_text_but_headings_and_foot_is_searched() -> None:
    texts = list(texts_on(DOCUMENT.subtitle, DOCUMENT.sections))
    assert texts[:2] == ["Aftalt i dag", "Af Samira (PPR)"]
    assert {"Cykelklub", "mandag", "liste", "Han er træt.", "Vi mødes igen tirsdag."} <= set(texts)
    assert not {"Overskrift", "Hvem", "plain", "strong", "Tovholder"} & set(texts)


def test_the_family_s_plan_is_easy() -> None:
    reading = reading_of(plan(minh_record()), minh_record())
    assert reading.ease == "easy"
    assert len(reading.longest) == 3


def test_the_worry_its_goal_and_what_was_said_about_numbers_are_measured() -> None:
    read = list(free_texts(plan(freja_record())))
    assert "”Jeg har aldrig glemt Anton. Men jeg kan godt se, at de bliver bange.”" in read
    assert "Freja leger og sover, også lørdag." in read
    assert "Mormor kommer. (mor)" in read
    assert not any("bekymrede." in text or "mormor 4" in text for text in read)


def test_short_cells_do_not_make_a_hard_plan_look_easy() -> None:
    hard = "Socialforvaltningen iværksætter tværprofessionelle familieindsatser vedrørende skolefravær"
    rows = tuple(Promise("Emre", hard, "", "snarest", "Ugentligt") for _ in range(9))
    section = Section(SectionKind.PROMISES, "Aftaler", Promises(TITLES, rows))
    assert reading_of(replace(DOCUMENT, sections=(section,)), minh_record()).ease == "hard"


def test_people_and_places_are_known_names() -> None:
    names = set(names_in(minh_record()))
    assert {"Minh", "Jonas Vestergaard", "Samira", "Aavang Skole, lokale 12"} <= names


def test_an_empty_plan_is_too_short_to_measure() -> None:
    assert reading_of(plan(small_record()), small_record()).number is None


def test_the_explanation_is_read_on_the_paper() -> None:
    words = [replace(e, explain=("ssp", "akt")) if isinstance(e, Closing) else e for e in minh_entities()]
    card = Card(id="x", meeting_id=MEETING, kind=CardKind.STRENGTH, text="SSP <b>kender</b> Minh & hans ven.")
    read = text_of(render(plan(Record.of(MEETING, [*words, card]))).pdf)
    assert "SSP: skole, kommune og politi, der sammen forebygger, at unge kommer ud i kriminalitet." in read
    assert "SSP <b>kender</b> Minh & hans ven." in read
    assert "AKT" not in read


def test_a_word_that_is_kept_back_is_not_explained() -> None:
    words = [replace(e, explain=("ssp",)) if isinstance(e, Closing) else e for e in minh_entities()]
    card = Card(id="x", meeting_id=MEETING, kind=CardKind.STRENGTH, text="SSP kender Minh.", prepared=True)
    assert not any("SSP" in line for line in plan(Record.of(MEETING, [*words, card])).footer)
