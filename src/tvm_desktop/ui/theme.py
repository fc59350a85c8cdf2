"""The look: one palette and one style sheet from a theme file in ``resources/themes``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette

from tvm_desktop.resources import resource
from tvm_desktop.ui.fonts import FAMILY, load_fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

THEMES = ("light", "dark", "high-contrast")
BASE_PX = 15
SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

_NAME = re.compile(r"@([a-z_]+)")
_DECLARATION = re.compile(r"([a-z-]+)(\s*:\s*)([^;{}]+)(?=;)")
_PX = re.compile(r"(\d+)px")


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours by meaning, each "#rrggbb"."""

    name: str
    dark: bool
    strong_lines: bool
    paper: str
    panel: str
    side: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    accent_soft: str
    worry: str
    worry_soft: str
    works: str
    works_soft: str
    next: str
    next_soft: str
    sun: str
    sun_soft: str
    chip: str
    chip_ink: str
    child: str
    child_ink: str
    family: str
    family_ink: str

    def colour(self, name: str) -> QColor:
        """Return a colour by its name, ready to paint with."""
        return QColor(getattr(self, name))


# Asking Qt for its style object loads the many enums of that class, which the password window never needs: a program
# that was begun with ``-style`` says so in this property.
STYLE, STYLED = "Fusion", "tvm-style"


@cache
def load_theme(name: str) -> Theme:
    """Read a theme; an unknown name gives the light one."""
    known = name if name in THEMES else THEMES[0]
    data = tomllib.loads(resource("themes", f"{known}.toml").read_text(encoding="utf-8"))
    return Theme(name=known, dark=data["dark"], strong_lines=data["strong_lines"], **data["colours"])


def apply_theme(app: QApplication, theme: Theme, scale: float = 1.0) -> None:
    """Dress the whole program: Fusion, palette, Noto Sans and the style sheet, at a text size."""
    load_fonts()
    if app.property(STYLED) != STYLE:
        app.setStyle(STYLE)
        app.setProperty(STYLED, STYLE)
    font = QFont(FAMILY)
    font.setPixelSize(scaled(BASE_PX, scale))
    app.setFont(font)
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, scale))


def scaled(px: int, scale: float) -> int:
    """Return a length at a text size."""
    return max(1, round(px * scale))


def palette(theme: Theme) -> QPalette:
    """Return Qt's palette in the theme's colours, for what the style sheet does not name."""
    result = QPalette()
    for role, name in _PALETTE.items():
        result.setColor(role, theme.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("muted"))
    return result


@cache
def style_sheet(theme: Theme, scale: float) -> str:
    """Fill the style sheet with the theme's colours; lengths follow the text size, lines do not."""
    text = resource("themes", "style.qss").read_text(encoding="utf-8")
    values = {
        "icons": resource("icons").as_posix(),
        "tone": "dark" if theme.dark else "light",
        "on_tone": "dark" if theme.dark else "light",
        "chip_line": theme.line if theme.strong_lines else "transparent",
    }
    grown = _DECLARATION.sub(lambda match: _grown(match, scale), text) if scale != 1.0 else text
    return _NAME.sub(lambda match: values.get(match[1]) or getattr(theme, match[1]), grown)


def _grown(match: re.Match[str], scale: float) -> str:
    name, colon, value = match[1], match[2], match[3]
    if not name.startswith("border"):
        value = _PX.sub(lambda px: f"{scaled(int(px[1]), scale)}px", value)
    return f"{name}{colon}{value}"


_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "side",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Mid: "line",
}
