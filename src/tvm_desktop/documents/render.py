"""A paper as a PDF, byte for byte the same for the same paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from tvm_desktop.documents.fonts import FIRST, register
from tvm_desktop.documents.layout.look import style_for
from tvm_desktop.documents.layout.pages import Page, paginate
from tvm_desktop.documents.layout.setter import Setter
from tvm_desktop.documents.layout.setting import flow
from tvm_desktop.documents.model import Tone
from tvm_desktop.documents.paper import Paper, PaperOptions, Size

if TYPE_CHECKING:
    from tvm_desktop.documents.model import PlanDocument

_SIDE = 46.0
_TOP = 46.0
_BOTTOM = 56.0
_FOOT = 26.0
# How much air there is between the blocks: all of it, or less when that saves a page.
_AIR = (1.0, 0.8, 0.65)
# Two sheets, or both sides of one, are as many as a family keeps together: only to stay on them it is denser still.
_ENOUGH_PAGES, _DENSE_AIR = 2, (0.5, 0.3)
_ORDINARY = PaperOptions()


def render(plan: PlanDocument, options: PaperOptions = _ORDINARY) -> Paper:
    """Return a paper, printed. A wide one is never in large print: its columns would be too narrow. A3 enlarges it."""
    register()
    if plan.wide:
        options = replace(options, large=False)
    setter, pages = _set(plan, options)
    out = BytesIO()
    canvas = _canvas(out, plan, options)
    width, height = _sheet(plan, Size.A4)
    wider, higher = _sheet(plan, options.size)
    for number, page in enumerate(pages, start=1):
        canvas.scale(wider / width, higher / height)
        _draw(canvas, page, height - _TOP)
        if len(pages) > 1:
            _draw_foot(canvas, setter, f"{plan.title} · {plan.page_of.format(page=number, pages=len(pages))}")
        canvas.showPage()
    canvas.save()
    return Paper(out.getvalue(), tuple(setter.missing.letters))


def _set(plan: PlanDocument, options: PaperOptions) -> tuple[Setter, tuple[Page, ...]]:
    """Return the pages, with less air where that saves one."""
    width, height = _sheet(plan, Size.A4)
    first = Setter(style_for(options), width - 2 * _SIDE)
    ways: list[tuple[Setter, tuple[Page, ...]]] = []
    for tight in (*_AIR, *_DENSE_AIR):
        fewest = min((len(pages) for _, pages in ways), default=0)
        if fewest == 1 or (tight in _DENSE_AIR and fewest <= _ENOUGH_PAGES):
            break
        setter = replace(first, style=style_for(options, tight))
        ways.append((setter, paginate(flow(plan, setter), height - _TOP - _BOTTOM)))
    return min(ways, key=lambda way: len(way[1]))


def _canvas(out: BytesIO, plan: PlanDocument, options: PaperOptions) -> Canvas:
    canvas = Canvas(
        out,
        pagesize=_sheet(plan, options.size),
        invariant=1,
        lang={"da": "da-DK", "en": "en-GB"}.get(plan.language, plan.language),
        initialFontName=FIRST,
        pageCompression=1,
    )
    canvas.setTitle(plan.neutral_title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("")
    canvas.setProducer("")
    return canvas


def _sheet(plan: PlanDocument, size: Size) -> tuple[float, float]:
    """Return the width and height of a sheet as it is read."""
    width, height = size.value
    return (height, width) if plan.wide else (width, height)


def _draw(canvas: Canvas, page: Page, top: float) -> None:
    for placed in page:
        placed.block.draw(canvas, _SIDE, top - placed.down)


def _draw_foot(canvas: Canvas, setter: Setter, text: str) -> None:
    words = setter.words(text, setter.style.body(Tone.QUIET))
    words.lines[0].draw(canvas, _SIDE, _FOOT, setter.width)
