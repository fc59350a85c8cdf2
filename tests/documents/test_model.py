"""A plan as plain values."""

from __future__ import annotations

from helpers.minh import minh_record
from helpers.papers import plan, small_record
from tvm_desktop.documents.model import SectionKind, Span, Tone, strong


def test_a_part_is_found_by_its_kind() -> None:
    section = plan(minh_record()).section(SectionKind.GOALS)
    assert section is not None
    assert section.title == "Det vil vi nå"


def test_a_part_that_is_left_out_is_not_there() -> None:
    assert plan(small_record()).section(SectionKind.GOALS) is None


def test_strong_words_stand_out() -> None:
    assert strong("Jonas") == Span("Jonas", Tone.STRONG)
