"""What goes well, the child's words, and wishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.model import Paragraphs, Section, Text
from tvm_desktop.documents.parts.heart import child, protected, strengths, wishes
from tvm_desktop.domain.entities import Card, Link, Person, Scale, Wish
from tvm_desktop.domain.enums import CardKind, CardSort, Share, WishReply


def said(section: Section | None) -> list[str]:
    """Return the texts of a part, one line each."""
    assert section is not None
    assert isinstance(section.content, Paragraphs)
    return ["".join(span.text for span in item) for item in section.content.items]


def tones(text: Text) -> list[str]:
    """Return the tones of a text."""
    return [span.tone.value for span in text]


def card(text: str, kind: CardKind = CardKind.STRENGTH, **more: object) -> Card:
    """Return a card that anybody may read."""
    voice = str(more.get("voice", ""))
    share = Share.NOT_TO if more.get("not_to") else Share.ALL
    return Card(
        id=text,
        meeting_id=MEETING,
        kind=kind,
        text=text,
        voice=voice,
        verbatim=bool(more.get("verbatim")),
        interpreted=bool(more.get("interpreted")),
        share=share,
        not_to=("ingrid",) if share is Share.NOT_TO else (),
    )


def test_a_strength_stands_with_the_one_who_said_it() -> None:
    record = small_record(card("Han laver mad med mig.", voice="hoa"), card("Vi griner tit."))
    assert said(strengths(source(record))) == ["Hoà: Han laver mad med mig.", "Vi griner tit."]


def test_very_words_stand_in_quotation_marks() -> None:
    record = small_record(card("Han er sød.", voice="jonas", verbatim=True))
    assert said(strengths(source(record))) == ["Jonas: ”Han er sød.”"]
    assert said(strengths(source(record, "en"))) == ["Jonas: “Han er sød.”"]


def test_nobody_is_quoted_through_an_interpreter() -> None:
    record = small_record(card("Han er sød.", voice="hoa", verbatim=True, interpreted=True))
    assert said(strengths(source(record))) == ["Hoà: Han er sød."]


def test_the_childs_words_come_before_the_wish_and_need_no_name() -> None:
    record = small_record(
        card("En venter på mig.", CardKind.CHILD_WISH, voice="minh"),
        card("Jeg er bange.", CardKind.CHILD_WORDS, voice="minh", verbatim=True),
    )
    section = child(source(record))
    assert section is not None
    assert section.title == "Det siger Minh"
    assert said(section) == ["”Jeg er bange.”", "En venter på mig."]


def test_whoever_brings_the_childs_words_is_named() -> None:
    record = small_record(card("Han er bange.", CardKind.CHILD_WORDS, voice="jonas"))
    assert said(child(source(record))) == ["Jonas: Han er bange."]


def test_two_children_are_named() -> None:
    record = small_record(
        Person(id="an", name="Anh", is_child=True), card("Jeg er her.", CardKind.CHILD_WORDS, voice="an")
    )
    assert said(child(source(record))) == ["Anh: Jeg er her."]


def test_childs_words_that_are_not_for_everybody_are_not_printed() -> None:
    record = small_record(card("Hemmeligt.", CardKind.CHILD_WORDS, not_to=True))
    assert child(source(record)) is None


def test_a_worry_is_not_printed() -> None:
    assert strengths(source(small_record(card("Han sover ikke.", CardKind.WORRY)))) is None


def protected_card(seen_when: str, basis: str) -> Card:
    """Return a strength that has protected Minh."""
    bare = card("Mai hentede ham.", voice="hoa")
    return replace(bare, sort=CardSort.PROTECTED, seen_when=seen_when, basis=basis)


@pytest.mark.parametrize(
    ("seen_when", "basis", "printed"),
    [
        ("", "", "Hoà: Mai hentede ham."),
        ("5. januar", "", "Hoà: Mai hentede ham. (5. januar)"),
        ("i går", "han ringede selv", "Hoà: Mai hentede ham. I går: han ringede selv."),
        ("", "Han ringede selv", "Hoà: Mai hentede ham. Han ringede selv."),
        ("5. januar", "Han ringede selv", "Hoà: Mai hentede ham. 5. januar: Han ringede selv."),
    ],
)
def test_what_has_protected_stands_apart_with_its_example_and_day(
    seen_when: str, basis: str, printed: str
) -> None:
    record = small_record(protected_card(seen_when, basis), card("Vi griner tit."))
    section = protected(source(record))
    assert said(section) == [printed]
    assert section is not None
    assert section.title == "Det har allerede passet på Minh"
    assert said(strengths(source(record))) == ["Vi griner tit."]


def test_a_strength_that_stands_beside_a_number_is_not_said_twice() -> None:
    tied = Link(id="l", meeting_id=MEETING, upper="Vi griner tit.", lower="s")
    scale = Scale(id="s", meeting_id=MEETING, text="Hvordan går det?", revealed=True)
    assert strengths(source(small_record(card("Vi griner tit."), tied, scale))) is None
    hidden = replace(scale, revealed=False)
    assert said(strengths(source(small_record(card("Vi griner tit."), tied, hidden)))) == ["Vi griner tit."]


@pytest.mark.parametrize(
    ("reply", "who", "due", "because", "answer"),
    [
        (WishReply.NONE, "", None, "", "Det er der ikke svaret på endnu."),
        (WishReply.YES, "jonas", None, "", "Ja, det gør Jonas."),
        (
            WishReply.YES,
            "jonas",
            date(2026, 1, 20),
            "",
            "Ja, det gør Jonas senest tirsdag den 20. januar 2026.",
        ),
        (WishReply.YES, "", None, "", "Ja."),
        (
            WishReply.NO,
            "jonas",
            None,
            "Det har vi ikke tid til",
            "Jonas svarer nej. Det har vi ikke tid til.",
        ),
        (WishReply.NO, "", None, "", "Svaret er nej."),
        (
            WishReply.EXAMINED,
            "jonas",
            date(2026, 1, 20),
            "",
            "Jonas undersøger det og svarer senest tirsdag den 20. januar 2026.",
        ),
        (WishReply.EXAMINED, "", None, "", "Vi undersøger det."),
    ],
)
def test_a_wish_stands_with_its_answer(
    reply: WishReply, who: str, due: date | None, because: str, answer: str
) -> None:
    wish = Wish(
        id="w",
        meeting_id=MEETING,
        voice="hoa",
        text="Hjælp om morgenen",
        reply=reply,
        answered_by=who,
        due=due,
        because=because,
    )
    section = wishes(source(small_record(wish)))
    assert said(section) == [f"Hoà: Hjælp om morgenen. {answer}"]
    assert section is not None
    assert isinstance(section.content, Paragraphs)
    assert tones(section.content.items[0]) == ["strong", "plain", "strong"]
