"""What sets words into blocks: the looks, the width, and what letters were missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.colors import HexColor

from tvm_desktop.documents.layout.blocks import Marker, Words
from tvm_desktop.documents.layout.look import ACCENT, MUTED, Style
from tvm_desktop.documents.text import Look, Missing, break_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from tvm_desktop.documents.model import Text


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets words into blocks of ``width`` points, and remembers missing letters."""

    style: Style
    width: float
    missing: Missing

    @property
    def indent(self) -> float:
        """The room that a tick box or a dot takes."""
        return 4.5 * self.style.unit

    def words(self, text: str | Text, look: Look, width: float = 0.0) -> Words:
        """Return a text broken into lines; the spans of a :data:`Text` keep their tones."""
        width = width or self.width
        if isinstance(text, str):
            return Words(break_lines([(text, look)], width, self.missing), look.leading, width)
        return Words(break_lines(self._pieces(text), width, self.missing), look.leading, width)

    def marked(self, text: str | Text, mark: Marker, width: float = 0.0) -> Words:
        """Return a text with a tick box or a dot in front of it."""
        width = width or self.width
        words = self.words(text, self.style.body(), width - self.indent)
        return Words(words.lines, words.leading, width, self.indent, mark)

    def tick(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Draw an empty tick box; it is drawn since no font of ours has one."""
        side = 0.78 * self.style.body_size
        canvas.setStrokeColor(HexColor(MUTED))
        canvas.setLineWidth(0.07 * self.style.body_size)
        canvas.rect(x + 0.5, baseline - 0.06 * side, side, side)

    def dot(self, canvas: Canvas, x: float, baseline: float) -> None:
        """Draw a small dot."""
        canvas.setFillColor(HexColor(ACCENT))
        size = 0.15 * self.style.body_size
        canvas.circle(
            x + 1.4 * self.style.unit, baseline + 0.27 * self.style.body_size, size, stroke=0, fill=1
        )

    def _pieces(self, text: Text) -> Iterator[tuple[str, Look]]:
        for span in text:
            words = span.text.replace(" ", "\u00a0") if span.whole else span.text
            yield words, self.style.body(span.tone)
