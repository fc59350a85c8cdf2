"""A calm sheet in the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.ui.widgets.buttons import KeyButton
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext

_WIDTH = 520
_LANGUAGES = (("da", "Dansk"), ("en", "English"))


class Sheet(QWidget):
    """A page with one sheet: title, a few words, content in ``box``. Signal: ``language_chosen(str)``."""

    language_chosen = Signal(str)

    def __init__(self, context: UiContext, *, languages: bool = True) -> None:
        super().__init__()
        self.context = context
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.panel = Panel("panel", margins=(44, 36, 44, 36), spacing=12)
        self.box = self.panel.box
        self.title = PlainLabel(role="title", wrap=True)
        self.lead = PlainLabel(role="lead", wrap=True)
        self.box.addWidget(self.title)
        self.box.addWidget(self.lead)
        self.box.addSpacing(4)
        self._languages = {key: KeyButton(key, name, "quiet") for key, name in _LANGUAGES}
        self._lay_out()
        for choice in self._languages.values():
            choice.setVisible(languages)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.panel)
        middle.addStretch(1)
        scroll = Scroll((16, 16, 16, 16))
        scroll.box.addStretch(1)
        scroll.box.addLayout(middle)
        scroll.box.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 12)
        foot.addStretch(1)
        for choice in self._languages.values():
            choice.picked.connect(self.language_chosen)
            foot.addWidget(choice)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def say(self, title: str, lead: str) -> None:
        """Show the words at the top, at the present text size."""
        self.panel.setFixedWidth(self.context.px(_WIDTH))
        self.title.setText(title)
        self.lead.setText(lead)
