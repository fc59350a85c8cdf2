"""A quiet word at the edge of the window, instead of a dialog."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel

_SHOWN_MS = 8000


class Bar(QWidget):
    """Says one sentence, may offer one act, and goes by itself. Signals: ``acted()``, ``closed()``.

    ``role`` is "bar", or "bar-worry" for what must be seen.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, role: str = "bar") -> None:
        super().__init__()
        self.frame = Panel(role, across=True, margins=(14, 6, 8, 6), spacing=10)
        self.label = PlainLabel(wrap=True)
        self.act = Button()
        self.away = Button("×", "icon")
        self.frame.box.addWidget(self.label, 1)
        self.frame.box.addWidget(self.act)
        self.frame.box.addWidget(self.away)
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 6, 16, 8)
        around.addWidget(self.frame)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_bar)
        self.act.clicked.connect(self._acted)
        self.away.clicked.connect(self.close_bar)
        self.hide()

    def say(self, text: str, act: str = "", *, close: str = "×", stay: bool = False) -> None:
        """Show a sentence; ``act`` names the button; ``stay`` keeps it until it is closed."""
        self.label.setText(text)
        self.setAccessibleName(text)
        self.act.setText(act)
        self.act.setVisible(bool(act))
        self.away.setAccessibleName(close)
        self.show()
        if stay:
            self._timer.stop()
        else:
            self._timer.start(_SHOWN_MS)

    def close_bar(self) -> None:
        """Take the sentence away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _acted(self) -> None:
        self.close_bar()
        self.acted.emit()
