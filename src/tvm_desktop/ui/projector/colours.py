"""The wall's colours, taken from a theme and made readable from the far end of the table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tvm_desktop.formats.model import Tint
from tvm_desktop.ui.theme import load_theme

if TYPE_CHECKING:
    from tvm_desktop.ui.theme import Theme

CONTRAST = 7.0


@dataclass(frozen=True, slots=True, eq=False)
class TintColours:
    """A column's colours: the bar under its title, its cards' ground, its own faint ground, its cards' edge."""

    bar: str
    soft: str
    faint: str
    edge: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Wall:
    """The colours on the wall, one object for each theme. Every text colour reaches 7:1 on every ground."""

    ground: str
    panel: str
    ink: str
    muted: str
    accent: str
    accent_soft: str
    works: str
    line: str
    sun_soft: str
    calm: str
    tints: tuple[tuple[Tint, TintColours], ...]

    def tint(self, tint: Tint) -> TintColours:
        """Return a column's colours."""
        return dict(self.tints)[tint]


@lru_cache(maxsize=8)
def wall_of(theme: Theme) -> Wall:
    """Return the wall's colours for a theme; a dark one is the leader's alone, the wall stays light."""
    if theme.dark:
        theme = load_theme("light")
    ground = mix(theme.panel, theme.sun_soft, 0.15)
    calm = mix(ground, theme.accent_soft, 0.55)
    plain = mix(ground, mix(theme.muted, theme.panel, 0.9), 0.35)

    def tinted(bar: str, soft: str) -> TintColours:
        return TintColours(bar, soft, mix(ground, soft, 0.4))

    tints = (
        (Tint.PLAIN, TintColours(theme.accent, theme.panel, plain, theme.line)),
        (Tint.WORRY, tinted(theme.sun, theme.sun_soft)),
        (Tint.WORKS, tinted(theme.works, theme.works_soft)),
        (Tint.NEXT, tinted(theme.next, theme.next_soft)),
        (Tint.SUN, tinted(theme.sun, theme.sun_soft)),
    )
    grounds = (ground, calm, theme.panel, theme.accent_soft, *(t.soft for _, t in tints))
    return Wall(
        ground=ground,
        panel=theme.panel,
        ink=theme.ink,
        muted=readable(theme.muted, grounds, theme.ink),
        accent=readable(theme.accent, grounds, theme.ink),
        accent_soft=theme.accent_soft,
        works=theme.works,
        line=theme.line,
        sun_soft=theme.sun_soft,
        calm=calm,
        tints=tints,
    )


def readable(colour: str, grounds: tuple[str, ...], ink: str) -> str:
    """Return the colour, moved towards the ink until it stands out 7:1 on every ground."""
    for step in range(21):
        candidate = mix(colour, ink, step / 20)
        if min(contrast(candidate, ground) for ground in grounds) >= CONTRAST:
            return candidate
    return ink


def mix(first: str, second: str, share: float) -> str:
    """Return a colour between two; ``share`` is how much of the second."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
