"""What a page is made of: blocks with a height that draw themselves and can be broken over two pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tvm_desktop.documents.text import Line, ink

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

# A block lower than this goes to the next page whole.
_WHOLE = 170.0
Halves = tuple["Block", "Block"]


class Block(Protocol):
    """Something with a height in points. ``least`` is the lowest that its first half can be."""

    @property
    def height(self) -> float:
        """Points from its top to its bottom."""

    @property
    def least(self) -> float:
        """Points that must be free on a page for it to begin there."""

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""

    def split(self, room: float) -> Halves | None:
        """Return the half that fits into ``room`` and the rest, or None when it must stay whole."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing, ``height`` points high."""

    height: float

    @property
    def least(self) -> float:
        """It stays whole."""
        return self.height

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw nothing."""

    def split(self, room: float) -> Halves | None:
        """Stay whole."""
        return None


Marker = Callable[["Canvas", float, float], None]


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of text; ``mark`` draws a tick box or a dot left of the first one, within ``indent``."""

    lines: tuple[Line, ...]
    leading: float
    width: float
    indent: float = 0.0
    mark: Marker | None = None

    @property
    def height(self) -> float:
        """All lines."""
        return len(self.lines) * self.leading

    @property
    def least(self) -> float:
        """Two lines, or all when there are few."""
        return self.height if len(self.lines) < 4 else 2 * self.leading

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the lines."""
        baseline = top - 0.76 * self.leading
        from_right = self.lines[0].right
        if self.mark:
            self.mark(canvas, x + self.width - 0.62 * self.indent if from_right else x, baseline)
        left, room = 0.0 if from_right else self.indent, self.width - self.indent
        for number, line in enumerate(self.lines):
            line.draw(canvas, x + left, baseline - number * self.leading, room)

    def split(self, room: float) -> Halves | None:
        """Break after at least two lines, and leave at least two."""
        fit = min(int((room + 0.01) // self.leading), len(self.lines) - 2)
        if fit < 2 or len(self.lines) < 4:
            return None
        return replace(self, lines=self.lines[:fit]), replace(self, lines=self.lines[fit:], mark=None)


class Frame(NamedTuple):
    """What is drawn around or beside a stack: padding, a bar at the left, a tinted ground, a thin line below."""

    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0
    bar: str = ""
    bar_width: float = 0.0
    ground: str = ""
    radius: float = 0.0
    line: str = ""


_BARE = Frame()


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks below each other in a frame of ``width`` points."""

    children: tuple[Block, ...]
    width: float
    frame: Frame = _BARE
    height: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Measure it once: it is asked at every try to fill a page."""
        whole = self.frame.above + sum(child.height for child in self.children) + self.frame.below
        object.__setattr__(self, "height", whole)

    @property
    def least(self) -> float:
        """All of it when it is low, else its first child."""
        if self.height <= _WHOLE or not self.children:
            return self.height
        return self.frame.above + self.children[0].least + self.frame.below

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the frame, then the children."""
        self._draw_frame(canvas, x, top)
        top -= self.frame.above
        for child in self.children:
            child.draw(canvas, x + self.frame.left, top)
            top -= child.height

    def _draw_frame(self, canvas: Canvas, x: float, top: float) -> None:
        frame, bottom = self.frame, top - self.height
        if frame.ground:
            canvas.setFillColor(ink(frame.ground))
            canvas.roundRect(x, bottom, self.width, self.height, frame.radius, stroke=0, fill=1)
        if frame.bar:
            canvas.setFillColor(ink(frame.bar))
            canvas.rect(x, bottom, frame.bar_width, self.height, stroke=0, fill=1)
        if frame.line:
            rule(canvas, x, bottom, self.width, frame.line)

    def split(self, room: float) -> Halves | None:
        """Break between two children, or within the first that does not fit."""
        if self.height <= _WHOLE:
            return None
        halves = split_all(self.children, room - self.frame.above - self.frame.below)
        if halves is None:
            return None
        return replace(self, children=halves[0]), replace(self, children=halves[1])


@dataclass(frozen=True, slots=True)
class Row:
    """Stacks beside each other, with a thin line below."""

    cells: tuple[Stack, ...]
    places: tuple[float, ...]
    width: float
    above: float = 0.0
    below: float = 0.0
    line: str = ""
    height: float = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Measure its highest cell and the air around it."""
        highest = max(cell.height for cell in self.cells)
        object.__setattr__(self, "height", self.above + highest + self.below)

    @property
    def least(self) -> float:
        """All of it when it is low, else the first lines of its cells."""
        if self.height <= _WHOLE:
            return self.height
        return self.above + max(_first(cell) for cell in self.cells) + self.below

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Draw the cells and the line below."""
        for cell, place in zip(self.cells, self.places, strict=True):
            cell.draw(canvas, x + place, top - self.above)
        if self.line:
            rule(canvas, x, top - self.height, self.width, self.line)

    def split(self, room: float) -> Halves | None:
        """Break every cell at the same height."""
        if self.height <= _WHOLE:
            return None
        room -= self.above + self.below
        halves = [_split_cell(cell, room) for cell in self.cells]
        if any(later.children and not first.children for first, later in halves):
            return None
        return (
            replace(self, cells=tuple(first for first, _ in halves), line=""),
            replace(self, cells=tuple(later for _, later in halves)),
        )


def evened(cells: Sequence[Stack]) -> tuple[Stack, ...]:
    """Return the cells as high as the highest, so that none looks weightier."""
    highest = max(cell.height for cell in cells)
    return tuple(
        replace(cell, children=(*cell.children, Gap(highest - cell.height)))
        if cell.height < highest
        else cell
        for cell in cells
    )


def _first(cell: Stack) -> float:
    return cell.children[0].least if cell.children else 0.0


def _split_cell(cell: Stack, room: float) -> tuple[Stack, Stack]:
    if cell.height <= room:
        return cell, replace(cell, children=())
    first, later = split_all(cell.children, room) or ((), cell.children)
    return replace(cell, children=first), replace(cell, children=later)


def split_all(children: Sequence[Block], room: float) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    """Return the blocks that fit into ``room`` and the others; None when none does."""
    fitting: list[Block] = []
    for number, child in enumerate(children):
        if child.height <= room:
            fitting.append(child)
            room -= child.height
            continue
        halves = child.split(room)
        rest = children[number:] if halves is None else (halves[1], *children[number + 1 :])
        if halves:
            fitting.append(halves[0])
        return (tuple(fitting), tuple(rest)) if fitting else None
    return tuple(fitting), ()


def rule(canvas: Canvas, x: float, y: float, width: float, colour: str) -> None:
    """Draw a thin line."""
    canvas.setStrokeColor(ink(colour))
    canvas.setLineWidth(0.75)
    canvas.line(x, y, x + width, y)
