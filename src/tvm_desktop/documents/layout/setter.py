"""What sets words into blocks: the looks, the width, and what letters were missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.blocks import Marker, Words
from tvm_desktop.documents.layout.look import ACCENT, MUTED, Style
from tvm_desktop.documents.model import Promises, Text
from tvm_desktop.documents.text import Line, Look, Missing, break_lines, ink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets words into blocks of ``width`` points, and remembers missing letters.

    ``broken`` remembers lines, whatever their leading, and ``widths`` a table's columns: a page is set again when it is
    tried with less air.
    """

    style: Style
    width: float
    missing: Missing = field(default_factory=Missing)
    broken: dict[tuple[str | Text, Look, float], tuple[Line, ...]] = field(default_factory=dict)
    widths: dict[Promises, tuple[float, ...]] = field(default_factory=dict)

    @property
    def indent(self) -> float:
        """The room that a tick box or a dot takes."""
        return 4.5 * self.style.unit

    def words(self, text: str | Text, look: Look, width: float = 0.0) -> Words:
        """Return a text broken into lines; the spans of a :data:`Text` keep their tones."""
        width = width or self.width
        key = (text, look._replace(leading=0.0), width)
        if key not in self.broken:
            pieces = [(text, key[1])] if isinstance(text, str) else self._pieces(text)
            self.broken[key] = break_lines(pieces, width, self.missing)
        return Words(self.broken[key], look.leading, width)

    def marked(self, text: str | Text, mark: Marker, width: float = 0.0) -> Words:
        """Return a text with a tick box or a dot in front of it."""
        width = width or self.width
        words = self.words(text, self.style.body(), width - self.indent)
        return Words(words.lines, words.leading, width, self.indent, mark)

    def tick(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Draw an empty tick box; it is drawn since no font of ours has one."""
        side = 0.78 * self.style.body_size
        canvas.setStrokeColor(ink(MUTED))
        canvas.setLineWidth(0.07 * self.style.body_size)
        canvas.rect(x + 0.5, baseline - 0.06 * side, side, side)

    def dot(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Draw a small dot."""
        canvas.setFillColor(ink(ACCENT))
        size = 0.15 * self.style.body_size
        canvas.circle(
            x + 1.4 * self.style.unit, baseline + 0.27 * self.style.body_size, size, stroke=0, fill=1
        )

    def _pieces(self, text: Text) -> Iterator[tuple[str, Look]]:
        for span in text:
            words = span.text.replace(" ", "\u00a0") if span.whole else span.text
            yield words, self.style.body(span.tone)._replace(leading=0.0)
