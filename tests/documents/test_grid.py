"""The form that is kept for the file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.freja import freja_again, freja_record
from helpers.minh import minh_record
from helpers.papers import MEETING, plan, small_record
from helpers.pdf import fonts_of, info_of, smallest_type, text_of
from helpers.privacy import SECRET, everything, is_private, marked
from helpers.records import records
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.grid import grid_document, grid_step
from tvm_desktop.documents.model import Facts, Grid, GridColumn, PlanDocument, SectionKind
from tvm_desktop.documents.paper import PaperOptions, Size
from tvm_desktop.documents.preview import page_count
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import (
    Attendance,
    Card,
    Evaluation,
    FollowUp,
    Goal,
    Missed,
    ParkedIdea,
    Person,
    ScaleRating,
    Sign,
    Statement,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import CardKind, CardSort, ParkedOutcome, Share, Side, WishReply
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.formats.model import PanelKind

FORMATS = FormatLibrary.load().formats
STEP = grid_step(None, FORMATS)
assert STEP is not None


def form(record: Record, language: str = "da", audience: Audience | None = None) -> PlanDocument:
    """Return the form of a meeting that has no grid of its own."""
    assert STEP is not None
    return grid_document(record, None, STEP, audience or Audience(), language)


def grid_of(document: PlanDocument, kind: SectionKind = SectionKind.GRID) -> Grid:
    """Return a grid on the form."""
    section = document.section(kind)
    assert section is not None
    assert isinstance(section.content, Grid)
    return section.content


def read(column: GridColumn) -> list[list[str]]:
    """Return the lines of every cell."""
    return [["".join(span.text for span in text) for text in cell] for cell in column.cells]


def head_of(document: PlanDocument) -> dict[str, str]:
    """Return the head of the form."""
    section = document.section(SectionKind.HEAD)
    assert section is not None
    assert isinstance(section.content, Facts)
    return {fact.title: fact.text for fact in section.content.items}


def test_a_format_with_a_grid_gives_its_own() -> None:
    with_grid = next(fmt for fmt in FORMATS if any(step.panel is PanelKind.GRID for step in fmt.steps))
    without = next(fmt for fmt in FORMATS if all(step.panel is not PanelKind.GRID for step in fmt.steps))
    own = replace(with_grid, steps=tuple(replace(step, minutes=7) for step in with_grid.steps))
    assert (grid_step(own, FORMATS) or with_grid.steps[0]).minutes == 7
    assert grid_step(without, FORMATS) == STEP
    assert grid_step(without, ()) is None


def test_the_head_says_what_sort_of_meeting_when_and_who() -> None:
    assert head_of(form(freja_record())) == {
        "Møde": "Netværksmøde",
        "Dato": "torsdag den 5. marts 2026",
        "Tidspunkt": "15.00–16.30",
        "Sted": "Familiehuset i Aavang",
        "Indkaldt af": "Lise",
        "Mødeleder": "Lise",
        "Referent": "Per",
        "Deltagere": (
            "mor, far, mormor, Fatima (nabo), Lise (socialrådgiver), Dorte (pædagog i børnehaveklassen), "
            "Marianne (sundhedsplejerske), Henrik (familiebehandler) og Per (referent)"
        ),
        "Formål": "Freja og Anton skal have det trygt derhjemme, også i weekenden.",
    }
    assert head_of(form(freja_again()))["Møde"] == "Opfølgningsmøde"
    minh = head_of(form(minh_record()))
    assert minh["Tolk"] == "Lan"
    assert minh["Afbud"] == "Bodil (sundhedsplejerske)"


def test_what_is_not_known_of_the_meeting_is_left_out() -> None:
    assert list(head_of(form(small_record()))) == ["Møde", "Dato", "Tidspunkt", "Sted"]


def test_everybody_s_words_stand_in_their_row() -> None:
    grid = grid_of(form(freja_record()))
    assert STEP is not None
    assert grid.titles == tuple(row.title.say("da", "Freja og Anton") for row in STEP.rows)
    good, hard, _, agreed = grid.columns
    assert read(good)[1] == ["Dorte: Børnene kommer i skole og vuggestue hver dag. (styrke)"]
    assert read(good)[2][0] == (
        "Mormor: Jeg hentede begge børn inden for en halv time. (har allerede passet på) "
        "14. februar: Freja ringede klokken 23."
    )
    assert read(hard)[1] == ["Dorte: Tre mandage har Freja været træt og har grædt. (er sket)"]
    assert read(agreed)[2][1] == (
        "Henrik: Kommer hjem til jer og øver aftalen. Tirsdage klokken 16. Vi ser på tallet."
    )


@pytest.mark.parametrize("kind", [CardKind.CHILD_WORDS, CardKind.CHILD_WISH])
def test_what_the_child_says_stands_once_and_never_without_the_child_s_yes(kind: CardKind) -> None:
    card = Card(id="c", meeting_id=MEETING, kind=kind, text="Jeg sover", voice="minh")
    assert everything(form(small_record(card))).count("Jeg sover") == 1
    kept = replace(card, share=Share.NOT_TO, not_to=("mor",))
    assert "Jeg sover" not in everything(form(small_record(kept)))
    assert "Jeg sover" not in everything(form(small_record(kept), audience=Audience(frozenset({"jonas"}))))


def test_a_sort_is_said_only_where_it_fits_the_column() -> None:
    card = Card(id="c", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Mai", sort=CardSort.PROTECTED)
    assert "(har allerede passet på)" in everything(form(small_record(card)))
    moved = everything(form(small_record(replace(card, kind=CardKind.WORRY))))
    assert "Mai" in moved
    assert "(har allerede passet på)" not in moved


def test_goals_are_common_and_their_signs_follow() -> None:
    (goals,) = [column for column in grid_of(form(freja_record())).columns if column.common]
    assert read(goals)[0][:3] == [
        "Når der er børn hjemme, er der en voksen, som ikke har drukket.",
        "Tegn: Freja leger og sover, også lørdag.",
        "Mor: Vi vil have weekender uden skænderier.",
    ]


def test_a_need_and_a_wish_say_what_they_are() -> None:
    need = UnmetNeed(id="n", meeting_id=MEETING, text="En ven", voice="hoa")
    wish = Wish(id="w", meeting_id=MEETING, text="Hjælp", voice="hoa", reply=WishReply.YES)
    columns = grid_of(form(small_record(need, wish))).columns
    assert read(columns[2]) == [["Behov: Hoà: En ven"]]
    assert read(columns[3])[0] == ["Ønske: Hoà: Hjælp. Ja."]


def test_how_we_understand_it_and_the_worry_said_whole_get_the_whole_width() -> None:
    section = form(freja_record()).section(SectionKind.UNDERSTANDING)
    assert section is not None
    assert STEP is not None
    (optional,) = [column for column in STEP.columns if column.optional]
    assert section.title == optional.title.say("da", "Freja og Anton")
    said = everything(replace(form(freja_record()), sections=(section,)))
    assert "Henrik: " in said
    assert "bekymrede. Far drikker" in said
    assert "Far siger: ”Jeg har aldrig glemt Anton." in said


def test_earlier_agreements_stand_by_row_also_those_nobody_talked_of() -> None:
    before = grid_of(form(freja_again()), SectionKind.BEFORE)
    family, school, others = read(before.columns[0])
    assert family[0].startswith("Far: Drikker ikke, når børnene er hjemme. Delvist gjort.")
    assert "Mor og far: Siger ”pause” og går en tur, når vi bliver uvenner. Ikke talt om." in family
    assert school == []
    assert others[0].startswith("Mormor og Fatima:")
    assert form(freja_record()).section(SectionKind.BEFORE) is None


def test_an_earlier_agreement_whose_answer_is_kept_back_leaves_no_line() -> None:
    record = freja_again()
    kept = [replace(told, share=Share.FACILITATOR) for told in record.all(FollowUp)]
    others = [entity for entity in record.entities() if not isinstance(entity, FollowUp)]
    (before,) = grid_of(form(Record.of(record.meeting_id, [*others, *kept])), SectionKind.BEFORE).columns
    lines = [line for cell in read(before) for line in cell]
    assert lines
    assert not any("Henter børnene" in line or "Delvist gjort" in line for line in lines)


def test_numbers_disagreement_and_parked_ideas_follow() -> None:
    kinds = [section.kind for section in form(freja_record()).sections]
    assert kinds == [
        SectionKind.HEAD,
        SectionKind.GRID,
        SectionKind.UNDERSTANDING,
        SectionKind.CHILD,
        SectionKind.NUMBERS,
        SectionKind.DIFFERENCES,
        SectionKind.ADDED,
        SectionKind.NEXT,
    ]
    assert "En hund til familien" in everything(form(freja_record()))


def test_the_form_ends_with_how_the_meeting_was_and_the_plan_has_nothing_of_it() -> None:
    answer = Evaluation(id="e", meeting_id=MEETING, person_id="hoa", text="Jeg blev hørt")
    assert form(small_record(answer)).sections[-1].kind is SectionKind.EVALUATION
    assert "Jeg blev hørt" in everything(form(small_record(answer)))
    assert "Jeg blev hørt" not in everything(plan(small_record(answer)))


def test_an_idea_that_became_an_agreement_is_not_said_again() -> None:
    idea = ParkedIdea(id="i", meeting_id=MEETING, text="En hund", outcome=ParkedOutcome.TAKEN)
    assert form(small_record(idea)).section(SectionKind.ADDED) is None
    declined = replace(idea, outcome=ParkedOutcome.DECLINED)
    assert "(det gør vi ikke)" in everything(form(small_record(declined)))
    assert "En hund" not in everything(form(small_record(declined), audience=Audience(frozenset({"minh"}))))


def test_it_says_that_it_is_no_decision_and_its_neutral_title_names_nobody() -> None:
    document = form(freja_record())
    assert document.footer[-1].endswith("Det er ikke en afgørelse fra kommunen.")
    assert document.neutral_title == "Skema fra mødet"
    assert form(freja_record(), "en").title == "Form for Freja og Anton"


@settings(max_examples=60)
@given(records(), st.booleans(), st.sampled_from(["da", "en"]))
def test_nothing_private_is_ever_on_the_form(record: Record, common: bool, language: str) -> None:
    people = sorted({a.person_id for a in record.every(Attendance)})
    audience = Audience() if common else Audience(frozenset(people[:1]))
    receivers = audience.receivers_in(record)
    told = (ParkedIdea,) if audience.receivers else (ParkedIdea, Evaluation, Missed)
    entities = [
        marked(e, SECRET) if is_private(e, receivers) and not isinstance(e, told) else e
        for e in record.entities()
    ]
    entities = [replace(e, mandate=SECRET) if isinstance(e, Attendance) else e for e in entities]
    entities = [
        replace(e, value=7_777_777) if isinstance(e, ScaleRating) and not e.may_show else e for e in entities
    ]
    said = everything(form(Record.of(record.meeting_id, entities), language, audience))
    assert SECRET not in said
    assert "7777777" not in said


def test_a_goal_that_is_kept_back_takes_its_signs_with_it() -> None:
    goal = Goal(id="g", meeting_id=MEETING, text="Målet", share=Share.FACILITATOR)
    sign = Sign(id="s", meeting_id=MEETING, goal_id="g", text="Tegnet")
    assert "Tegnet" not in everything(form(small_record(goal, sign)))


def test_every_word_of_the_grid_is_read_back() -> None:
    text = text_of(render(form(freja_record())).pdf)
    assert all(set(card.text.split()) <= set(text.replace("”", " ").split()) for card in freja_cards())
    assert "Skemaet er det, der blev sagt og aftalt på mødet." in text


def freja_cards() -> list[Card]:
    """List what everybody but the child said; quotation marks stand close to the child's words."""
    return [card for card in freja_record().all(Card) if card.voice != "freja"]


@pytest.mark.parametrize("record", [freja_record(), freja_again(), minh_record(), small_record()])
def test_it_lies_on_its_side_and_takes_few_pages(record: Record) -> None:
    paper = render(form(record))
    assert info_of(paper.pdf)["Page size"] == "841.89 x 595.276 pts (A4)"
    assert page_count(paper.pdf) <= 3
    assert smallest_type(paper.pdf) >= 12 - 0.01
    assert "A3" in info_of(render(form(record), PaperOptions(size=Size.A3)).pdf)["Page size"]


def test_the_same_form_is_the_same_file_and_large_print_is_a3() -> None:
    pdf = render(form(minh_record())).pdf
    assert pdf == render(form(minh_record())).pdf
    assert pdf == render(form(minh_record()), PaperOptions(large=True)).pdf
    assert all(font.embedded for font in fonts_of(pdf))
    assert info_of(pdf)["Title"] == "Skema fra mødet"


@pytest.mark.parametrize("text", ["ord " * 1500, "a" * 4000, "linje\n" * 600])
def test_a_very_long_cell_goes_on_under_its_row_s_title(text: str) -> None:
    somebody = Person(id="somebody", name="Ole", side=Side.PROFESSIONAL, profession="lærer")
    card = Card(id="c", meeting_id=MEETING, kind=CardKind.WORRY, text=text, voice="somebody")
    goal = Goal(id="g", meeting_id=MEETING, text=text)
    paper = render(form(small_record(somebody, card, goal)))
    assert page_count(paper.pdf) > 2
    assert text_of(paper.pdf).count("dagtilbud") >= 2
    read_back = text_of(paper.pdf)
    assert read_back.count("ord") >= 3000 or "ord " not in text


@settings(max_examples=25)
@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_can_stand_in_it(text: str, name: str) -> None:
    somebody = Person(id="somebody", name=name, called=name, side=Side.PROFESSIONAL)
    things = (
        Card(id="c", meeting_id=MEETING, kind=CardKind.WORRY, text=text, voice="somebody"),
        Statement(id="w", meeting_id=MEETING, text=text, own_words=text, worried=("somebody",)),
        Goal(id="g", meeting_id=MEETING, text=text),
        ParkedIdea(id="i", meeting_id=MEETING, text=text, voice="somebody"),
    )
    assert render(form(small_record(somebody, *things))).pdf.startswith(b"%PDF")


def test_letters_that_no_font_has_are_told_and_markup_is_as_typed() -> None:
    typed = "<b>fed</b> & {navn} 👍"
    card = Card(id="c", meeting_id=MEETING, kind=CardKind.WORRY, text=typed, voice="hoa")
    paper = render(form(small_record(card)))
    assert paper.missing == ("👍",)
    assert "<b>fed</b> &" in text_of(paper.pdf)
