"""A paper as a PDF, byte for byte the same for the same paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from tvm_desktop.documents.fonts import FIRST, register
from tvm_desktop.documents.layout.look import style_for
from tvm_desktop.documents.layout.pages import Item, Page, paginate
from tvm_desktop.documents.layout.setter import Setter
from tvm_desktop.documents.layout.setting import flow
from tvm_desktop.documents.model import Tone
from tvm_desktop.documents.paper import Paper, PaperOptions, Size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.documents.model import PlanDocument

_SIDE = 46.0
_TOP = 46.0
_BOTTOM = 56.0
_FOOT = 26.0
# How much less air there is between the blocks where that saves a page, and a little more, to be tried then.
_AIR = ((0.65, 0.8), (0.5, 0.55), (0.3, 0.4))
# Two sheets, or both sides of one, are as many as a family keeps together: only to stay on them it is denser still.
_ENOUGH_PAGES = 2
_Way = tuple[Setter, tuple[Page, ...]]
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


def _set(plan: PlanDocument, options: PaperOptions) -> _Way:
    """Return the pages, with less air where that saves one."""
    width, height = _sheet(plan, Size.A4)
    room = height - _TOP - _BOTTOM
    setter = Setter(style_for(options), width - 2 * _SIDE)

    def way(tight: float, fewer_than: int) -> _Way | None:
        closer = replace(setter, style=style_for(options, tight))
        items = flow(plan, closer)
        if _least(items, fewer_than - 1) > (fewer_than - 1) * room:
            return None
        pages = paginate(items, room)
        return (closer, pages) if len(pages) < fewer_than else None

    best = setter, paginate(flow(plan, setter), room)
    for tight, looser in _AIR:
        fewest = len(best[1])
        if fewest == 1 or (tight < _AIR[0][0] and fewest <= _ENOUGH_PAGES):
            break
        closer = way(tight, fewest)
        if closer:
            best = way(looser, len(closer[1]) + 1) or closer
    return best


def _least(items: Sequence[Item], pages: int) -> float:
    """Return how high a flow is at least: only at the top of a page the air before a block goes."""
    air = sorted((item.before for item in items), reverse=True)
    return sum(item.block.height for item in items) + sum(air[pages:])


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
