"""The plan as a PDF, read back by other programs."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.freja import freja_again, freja_record
from helpers.minh import minh_record
from helpers.papers import MEETING, plan, small_record
from helpers.pdf import fonts_of, info_of, smallest_type, text_of
from tvm_desktop.documents.layout.look import Style, style_for
from tvm_desktop.documents.layout.setter import Setter
from tvm_desktop.documents.layout.setting import flow
from tvm_desktop.documents.model import (
    Paragraphs,
    PlanDocument,
    Promise,
    Promises,
    Section,
    SectionKind,
    Span,
)
from tvm_desktop.documents.paper import PaperOptions, Size
from tvm_desktop.documents.preview import page_count
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import Action, Card, Goal, Person, Scale, ScaleRating, Sign, Statement
from tvm_desktop.domain.enums import CardKind, Side
from tvm_desktop.domain.record import Record
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.reader import read_file

SENTENCES = {
    "Danish": ("Åse Sørensen", "Blåbærgrøden står på bordet, og æblerne er røde."),
    "Polish": ("Małgorzata Żółć", "Zażółć gęślą jaźń; dziecko śpi już spokojnie."),
    "Turkish": ("Elif Ağaoğlu", "İğde ağacının altında oturuyoruz, ışıl ışıl gülüyor."),
    "Vietnamese": ("Trần Tuấn Minh", "Con đã ngủ ngon hơn và thích đến trường với các bạn."),
    "Ukrainian": ("Олександр Коваленко", "Ґанок, їжак і щастя: він знову грає у футбол."),
    "Somali": ("Abdirahman Warsame", "Yuusuf wuu faraxsan yahay, walaalihiisna waa la ciyaaraa."),
}
ARABIC = "مريم تحب الرسم وتلعب مع أصدقائها كل يوم"
ARABIC_NAME = "رانيا حداد"


def strength(text: str) -> Card:
    """Return a strength that anybody may read."""
    return Card(id="s", meeting_id=MEETING, kind=CardKind.STRENGTH, text=text, voice="somebody")


def paper_with(text: str, name: str = "Ole") -> PlanDocument:
    """Return a plan with one text in every place where a text can be."""
    return plan(
        small_record(
            Person(id="somebody", name=name, called=name, side=Side.PROFESSIONAL),
            strength(text),
            Goal(id="g", meeting_id=MEETING, text=text),
            Sign(id="t", meeting_id=MEETING, goal_id="g", text=text),
            Action(id="a", meeting_id=MEETING, what=text, who=("somebody",), when=text, seen_by=text),
        )
    )


def words(text: str) -> set[str]:
    """Return the words of a text, whatever forms its letters have."""
    plain = unicodedata.normalize("NFKC", text)
    return set("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split())


def test_every_agreement_sign_and_name_is_read_back() -> None:
    record = minh_record()
    text = text_of(render(plan(record)).pdf)
    for action in record.all(Action):
        assert set(action.what.split()) <= set(text.split())
    for sign in record.all(Sign):
        assert sign.text in text
    for name in ("Hoà", "Đức", "Mai", "Karin", "Jonas", "Samira", "Anja for Bodil", "Emre", "Lan"):
        assert name in text


def test_the_parts_are_read_in_their_order() -> None:
    text = text_of(render(plan(minh_record())).pdf)
    titles = [section.title for section in plan(minh_record()).sections if section.title]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)


@pytest.mark.parametrize("language", SENTENCES)
def test_names_and_sentences_of_the_families_languages_come_out_right(language: str) -> None:
    name, sentence = SENTENCES[language]
    paper = render(paper_with(sentence, name))
    assert f"{name}: {sentence}" in text_of(paper.pdf)
    assert paper.missing == ()


def test_decomposed_letters_are_composed() -> None:
    sentence = SENTENCES["Vietnamese"][1]
    assert sentence in text_of(render(paper_with(unicodedata.normalize("NFD", sentence))).pdf)


def test_arabic_words_come_out_whole() -> None:
    paper = render(paper_with(ARABIC, ARABIC_NAME))
    assert words(f"{ARABIC} {ARABIC_NAME}") <= words(text_of(paper.pdf))
    assert paper.missing == ()


@pytest.mark.parametrize("large", [False, True])
def test_all_fonts_are_ours_and_embedded(large: bool) -> None:
    paper = render(paper_with(f"Hej {ARABIC} ሰላም 👍", ARABIC_NAME), PaperOptions(large=large))
    fonts = fonts_of(paper.pdf)
    assert {font.name.partition("+")[2].partition("-")[0] for font in fonts} == {
        "NotoSans",
        "NotoNaskhArabic",
        "NotoSansEthiopic",
    }
    assert all(font.embedded for font in fonts)


def test_markup_is_printed_as_it_was_typed() -> None:
    typed = "<b>fed</b> & <para>x</para> {{navn}} &lt; <img src='x.png'/> <a href='y'>z</a>"
    assert typed in text_of(render(plan(small_record(strength(typed)))).pdf)


def test_control_characters_and_overrides_are_left_out() -> None:
    paper = render(plan(small_record(strength("før\x00\x07 \u202eefter\u202c"))))
    assert "før efter" in text_of(paper.pdf)
    assert paper.missing == ()


def test_letters_that_no_font_has_are_told() -> None:
    assert render(paper_with("Godt gået 👍🏽 你好")).missing == ("👍", "🏽", "你", "好")


def test_the_file_names_nobody_and_says_its_language() -> None:
    pdf = render(plan(minh_record())).pdf
    info = info_of(pdf)
    assert info["Title"] == "Vores plan"
    assert [info[key] for key in ("Author", "Creator", "Producer", "Subject")] == [""] * 4
    assert b"/Lang (da-DK)" in pdf
    assert b"/Lang (en-GB)" in render(plan(minh_record(), "en")).pdf


def test_the_same_plan_is_the_same_file() -> None:
    assert render(plan(minh_record())).pdf == render(plan(minh_record())).pdf


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_whole_meeting_takes_two_pages(language: str) -> None:
    assert page_count(render(plan(minh_record(), language)).pdf) == 2


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_long_meeting_at_the_board_takes_two_pages(language: str) -> None:
    assert page_count(render(plan(freja_record(), language)).pdf) <= 2


def test_short_lines_stand_beside_each_other_only_where_room_is_short() -> None:
    def heights(style: Style) -> list[float]:
        setter = Setter(style, 500)
        lines = Paragraphs(
            tuple((Span(text),) for text in ("Hun ler.", "Hun synger.", "ord " * 60)), listed=True
        )
        section = Section(SectionKind.STRENGTHS, "", lines)
        return [
            item.block.height for item in flow(replace(plan(small_record()), sections=(section,)), setter)
        ]

    ordinary, dense = (heights(style_for(PaperOptions(), tight)) for tight in (1.0, 0.5))
    assert len(ordinary) == len(dense) + 1


def test_the_fullest_meeting_of_the_demo_takes_two_pages() -> None:
    file = read_file(resource("demo", "freja.tvm.json"))
    for course in file.courses:
        for meeting in course.meetings:
            document = plan(Record.of(meeting.id, course.entities()))
            assert page_count(render(document).pdf) <= 2


def test_worry_goal_and_numbers_are_read_back() -> None:
    text = text_of(render(plan(freja_record())).pdf)
    for read in (
        "Lise, mormor, Dorte og mor er bekymrede.",
        "Far siger:",
        "”Jeg har aldrig glemt Anton.",
        "Når der er børn hjemme, er der en voksen, som ikke har drukket.",
        "Marianne 5 · Henrik 5",
    ):
        assert read in text
    assert "mor 6 (sidst 5) · far 7 (sidst 6)" in text_of(render(plan(freja_again())).pdf)


def test_the_board_s_parts_take_any_letters() -> None:
    odd = f"<b>x</b> & {ARABIC} 👍"
    entities = [
        Statement(id="w", meeting_id=MEETING, text=odd, own_words=odd),
        Scale(id="s", meeting_id=MEETING, text=odd, low=odd, high=odd, revealed=True),
        ScaleRating(id="r", meeting_id=MEETING, scale_id="s", person_id="hoa", value=3),
    ]
    paper = render(plan(small_record(*entities)))
    assert paper.missing == ("👍",)
    assert "<b>x</b> &" in text_of(paper.pdf)


def test_pages_are_numbered_when_there_are_several() -> None:
    assert "side 1 af 2" in text_of(render(plan(minh_record())).pdf)
    assert "side 1" not in text_of(render(plan(small_record())).pdf)


def test_type_is_large_enough_to_read() -> None:
    assert smallest_type(render(plan(minh_record())).pdf) >= 12 - 0.01
    assert smallest_type(render(plan(freja_record())).pdf) >= 12 - 0.01
    assert smallest_type(render(plan(minh_record()), PaperOptions(large=True)).pdf) >= 16


def test_a3_is_the_same_page_enlarged() -> None:
    pdf = render(plan(minh_record()), PaperOptions(size=Size.A3)).pdf
    assert "A3" in info_of(pdf)["Page size"]
    assert page_count(pdf) == 2
    assert smallest_type(pdf) >= 16


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("text", ["ord " * 2500, "a" * 10_000, "linje\n" * 1500, f"{ARABIC} " * 250])
def test_a_very_long_text_is_printed_whole(text: str, large: bool) -> None:
    paper = render(paper_with(text), PaperOptions(large=large))
    assert paper.missing == ()
    assert page_count(paper.pdf) > 5


def test_a_very_long_text_loses_no_word() -> None:
    numbered = " ".join(f"ord{number}" for number in range(1500))
    document = plan(small_record(Action(id="a", meeting_id=MEETING, what=numbered, who=("jonas",))))
    read = set(text_of(render(document).pdf).split())
    assert set(numbered.split()) <= read


def test_many_promises_spill_over_with_their_header() -> None:
    document = plan(minh_record())
    section = document.section(SectionKind.PROMISES)
    assert section is not None
    assert isinstance(section.content, Promises)
    rows = (
        *section.content.rows,
        *(Promise("Karin", f"Skriver besked {n}.", when="hver fredag") for n in range(30)),
    )
    longer = replace(section, content=replace(section.content, rows=rows))
    sections = tuple(longer if s is section else s for s in document.sections)
    pdf = render(replace(document, sections=sections)).pdf
    assert page_count(pdf) >= 3
    assert text_of(pdf).count("Hvornår") >= 2
    assert all(f"Skriver besked {n}." in text_of(pdf) for n in range(30))


@settings(max_examples=25)
@given(st.text(max_size=200), st.text(max_size=40), st.booleans())
def test_any_text_can_be_printed(text: str, name: str, large: bool) -> None:
    assert render(paper_with(text, name), PaperOptions(large=large)).pdf.startswith(b"%PDF")
