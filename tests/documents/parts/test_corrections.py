"""Corrections beside what they correct."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from helpers.papers import MEETING, plan, small_record
from helpers.pdf import text_of
from helpers.privacy import SECRET, everything
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.model import Differences, SectionKind
from tvm_desktop.documents.render import render
from tvm_desktop.domain.entities import Card, Consent, Correction, Entity, Person, Position, PrivateNote
from tvm_desktop.domain.enums import CardKind, Share

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


def test_it_stands_beside_the_original_with_whose_it_is_and_the_day() -> None:
    section = plan(small_record(CARD, SAID)).section(SectionKind.CORRECTIONS)
    assert section is not None
    assert section.title == "Rettelser"
    assert isinstance(section.content, Differences)
    (item,) = section.content.items
    assert [(view.who, view.text) for view in item.views] == [
        ("Jonas siger:", "Minh kom for sent hver dag"),
        ("Hoà, den 20. januar 2026:", "Det var tre dage, ikke hver dag"),
    ]


def test_a_long_original_is_shortened() -> None:
    long = replace(CARD, text="og så " * 100)
    section = plan(small_record(long, SAID)).section(SectionKind.CORRECTIONS)
    assert section is not None
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
    assert SECRET not in everything(plan(small_record(original, SECRETLY)))


def test_one_about_a_difference_follows_what_the_difference_is_about() -> None:
    seen = Position(id="p", meeting_id=MEETING, about="card", person_id="ingrid", text="Det ser jeg ikke")
    said = replace(SECRETLY, about="p")
    assert SECRET in everything(plan(small_record(CARD, seen, said)))
    kept_back = replace(CARD, share=Share.FACILITATOR)
    assert SECRET not in everything(plan(small_record(kept_back, seen, said)))


def test_a_childs_copy_has_none_that_is_not_fit_for_the_child() -> None:
    child = Audience(frozenset({"minh"}))
    fit = replace(CARD, fit_for_child=True)
    assert SECRET not in everything(plan(small_record(fit, SECRETLY), audience=child))


def test_it_is_read_on_the_paper() -> None:
    text = " ".join(text_of(render(plan(small_record(CARD, SAID))).pdf).split())
    assert "Rettelser" in text
    assert "Det var tre dage" in text
