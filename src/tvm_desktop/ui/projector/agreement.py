"""One agreement, alone on the wall while it is read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.ui.projector.blocks import Block, Look, Paragraph, field
from tvm_desktop.ui.projector.typeset import Style
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tvm_desktop.session.frames.model import Agreement
    from tvm_desktop.ui.projector.area import Area, Items

_SIZES = (52, 46, 40, 36)


def lay_agreement(body: Agreement, area: Area) -> list[Items]:
    """Give the agreement; a very long one has pages."""

    def make(size: int) -> list[Block]:
        look = Look(area.wall.panel, area.wall.line, pad_x=56.0, pad_y=44.0, radius=28.0)
        return [field(list(_said(body, size, area)), look, area.width)]

    return area.balanced(area.largest(_SIZES, 0.0, make), 0.0)


def _said(body: Agreement, size: int, area: Area) -> Iterator[Paragraph]:
    wall = area.wall
    yield Paragraph(body.who, Style(size, bold=True), wall.accent, label=True)
    yield Paragraph(body.what, Style(size), wall.ink, gap=6.0)
    yield Paragraph(body.when, Style(max(34, size - 10), bold=True), wall.ink, gap=22.0)
    yield Paragraph(body.answer, Style(max(34, size - 6), bold=True), wall.accent, gap=30.0)
    if body.view:
        voice = Style(max(30, size - 18), bold=True)
        yield Paragraph(body.view.voice, voice, wall.muted, gap=14.0, label=True)
        yield Paragraph(body.view.text, Style(max(34, size - 10)), wall.ink)
    for title, text in _more(body, area.language):
        if text.strip():
            yield Paragraph(title, Style(max(30, size - 18), bold=True), wall.muted, gap=22.0, label=True)
            yield Paragraph(text, Style(max(34, size - 10)), wall.ink)


def _more(body: Agreement, language: str) -> Iterator[tuple[str, str]]:
    yield say(msg("Together with"), language), body.with_whom
    yield say(msg("How we see whether it helps"), language), body.seen_by
