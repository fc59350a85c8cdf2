"""Any paper as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from helpers.freja import freja_record
from helpers.minh import minh_record
from helpers.papers import MEETING, plan, small_record
from helpers.privacy import texts
from helpers.records import records
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.grid import grid_document, grid_step
from tvm_desktop.documents.model import Grid, PlanDocument, Promises, Tone
from tvm_desktop.documents.plain import text_of
from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.enums import CardKind
from tvm_desktop.formats.library import FormatLibrary

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

STEP = grid_step(None, FormatLibrary.load().formats)


def squeezed(text: str) -> str:
    """Return a text without blanks, and without small letters being other than large ones."""
    return "".join(text.split()).upper()


def says_all(document: PlanDocument) -> None:
    """Expect every text of a paper in its plain text."""
    plain = squeezed(text_of(document))
    for section in document.sections:
        content = section.content
        said: object = content.rows if isinstance(content, Promises) else content
        said = content.columns if isinstance(content, Grid) else said
        for text in texts((section.title, said)):
            if not isinstance(text, Tone):
                assert all(squeezed(line) in plain for line in text.splitlines())


@pytest.mark.parametrize("record", [minh_record(), freja_record()], ids=["minh", "freja"])
def test_nothing_of_a_plan_or_a_form_is_lost(record: Record) -> None:
    says_all(plan(record))
    assert STEP is not None
    says_all(grid_document(record, None, STEP, Audience(), "da"))


@given(records())
@settings(max_examples=12)
def test_nothing_of_any_plan_is_lost(record: Record) -> None:
    says_all(plan(record))


def test_headings_are_in_capitals_and_each_thing_is_a_line() -> None:
    card = Card(id="k", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Han laver mad.", voice="hoa")
    assert text_of(plan(small_record(card))).splitlines()[:1] == ["VORES PLAN FOR MINH"]
    assert "DET GÅR ALLEREDE GODT\n\n- Hoà: Han laver mad.\n" in text_of(plan(small_record(card)))


def test_a_text_of_several_lines_cannot_pass_for_a_heading() -> None:
    card = Card(id="k", meeting_id=MEETING, kind=CardKind.STRENGTH, text="Ja.\n\nAFTALER\n- Alt er aftalt.")
    lines = text_of(plan(small_record(card))).splitlines()
    assert "AFTALER" not in lines
    assert "    AFTALER" in lines
