"""Labels that never read markup, and the frames they stand in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tvm_desktop.ui.text import plain_tip


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its look; a change shows at once."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def set_tip(widget: QWidget, text: str) -> None:
    """Set a tool tip that never reads markup."""
    widget.setToolTip(plain_tip(text))


class PlainLabel(QLabel):
    """A label that shows every text as it is."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if text:
            super().setText(text)

    def setText(self, text: str) -> None:
        """Show a text; the same text costs nothing."""
        if text != self.text():
            super().setText(text)

    def set_role(self, role: str) -> None:
        """Change the look."""
        set_role(self, role)


class SectionLabel(PlainLabel):
    """The small spaced capitals above a group."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "section")
        font = QFont(self.font())
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        self.setFont(font)


class Chip(PlainLabel):
    """A small rounded word: a voice, a form, a state. ``kind`` is "", "child" or "family"."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__(text, _chip_role(kind))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)

    def set_kind(self, kind: str) -> None:
        """Change the colour."""
        self.set_role(_chip_role(kind))


def _chip_role(kind: str) -> str:
    return f"chip-{kind}" if kind else "chip"


class Panel(QFrame):
    """A frame by role with a box layout in it; ``box`` takes the content."""

    def __init__(
        self,
        role: str = "card",
        *,
        across: bool = False,
        margins: tuple[int, int, int, int] = (14, 12, 14, 12),
        spacing: int = 4,
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.box: QBoxLayout = QHBoxLayout(self) if across else QVBoxLayout(self)
        self.box.setContentsMargins(*margins)
        self.box.setSpacing(spacing)

    def set_role(self, role: str) -> None:
        """Change the look."""
        set_role(self, role)


class Card(Panel):
    """A rounded card."""


def rule() -> QFrame:
    """Make a thin line across."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line
