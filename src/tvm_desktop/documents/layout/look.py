"""Sizes and colours of the paper. Nothing that a family reads is below 12 points, in large print below 16."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvm_desktop.documents.model import Tone
from tvm_desktop.documents.text import Look

if TYPE_CHECKING:
    from tvm_desktop.documents.paper import PaperOptions

INK = "#1E2B33"
MUTED = "#5B6872"
ACCENT = "#14616B"
GREEN = "#2F6F4F"
LINE = "#DDD8CE"
GROUND = "#DDECEC"
# With so little air the lines stand closer too: from one look's air to its leading.
_ORDINARY = 1.35
_LEADING = ((0.4, 1.24), (0.55, 1.28))


@dataclass(frozen=True, slots=True)
class Style:
    """The looks of one print; every distance is a multiple of ``unit``, a third of the body's size.

    ``leading`` is from baseline to baseline of the body. ``tight`` is 1 or less and shrinks the air between blocks,
    never the letters.
    """

    body_size: float
    title_size: float
    heading_size: float
    large: bool
    leading: float
    tight: float = 1.0

    def air(self, units: float) -> float:
        """Return a distance between lines, less when the whole is to fit on fewer pages."""
        return units * self.unit * self.tight

    @property
    def unit(self) -> float:
        """The grid: 4 points in ordinary print."""
        return self.body_size / 3

    @property
    def dense(self) -> bool:
        """Say whether there is so little room that short lines stand beside each other."""
        return self.tight <= _LEADING[-1][0]

    @property
    def title(self) -> Look:
        """The one line at the top."""
        return Look(self.title_size, self.title_size * 1.25, INK, bold=True)

    @property
    def heading(self) -> Look:
        """The name of a section."""
        return Look(self.heading_size, self.heading_size * 1.3, ACCENT, bold=True)

    def body(self, tone: Tone = Tone.PLAIN) -> Look:
        """All else."""
        colour = MUTED if tone is Tone.QUIET else INK
        return Look(self.body_size, self.leading, colour, bold=tone is Tone.STRONG)

    @property
    def column(self) -> Look:
        """The head of a table's column."""
        return Look(self.body_size, self.leading, MUTED, bold=True)


def style_for(options: PaperOptions, tight: float = 1.0) -> Style:
    """Return the looks of a print."""
    closer = (leading for most, leading in _LEADING if tight <= most)
    leading = next(closer, _ORDINARY)
    if options.large:
        return Style(16.5, 31, 20.5, large=True, leading=16.5 * leading, tight=tight)
    return Style(12, 26, 15, large=False, leading=12 * leading, tight=tight)
