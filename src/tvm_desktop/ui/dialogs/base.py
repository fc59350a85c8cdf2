"""A small window that closes with Esc and never blocks the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.ui.widgets.scroll import Scroll
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.ui.context import UiContext


class SideWindow(QDialog):
    """A titled column that scrolls, with one button to close; ``column`` takes the content, ``foot`` stays.

    Signals: ``changed()`` when what the pages show is another, ``course_gone()`` when what the page is about may be
    gone.
    """

    changed = Signal()
    course_gone = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.context = context
        self._size = size
        self.course_id = ""
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = PlainLabel(role="title", wrap=True)
        self.pane = Scroll((28, 24, 28, 12), 10)
        self.pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.column = self.pane.box
        self.column.addWidget(self.title)
        self.away = Button(role="primary")
        self.away.clicked.connect(self.close)
        self.foot = foot = QHBoxLayout()
        foot.setContentsMargins(28, 8, 28, 18)
        foot.addStretch(1)
        foot.addWidget(self.away)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane, 1)
        whole.addLayout(foot)

    @property
    def shown_courses(self) -> frozenset[str]:
        """The courses that it shows something of."""
        return frozenset(filter(None, [self.course_id]))

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        raise NotImplementedError

    def say(self, title: str) -> None:
        """Name the window and give it its size."""
        px = self.context.px
        self.setWindowTitle(f"TVM – {title}")
        self.title.setText(title)
        self.away.setText(self.context.words(msg("Close")))
        width, height = (px(length) for length in self._size)
        parent = self.parentWidget()
        if parent is not None:
            width, height = min(width, parent.width() - 40), min(height, parent.height() - 40)
        self.resize(max(width, 320), max(height, 240))


def close_about(
    courses: Iterable[str], parent: QWidget | None, *, except_for: SideWindow | None = None
) -> None:
    """Close the small windows about courses that are to be deleted: what is typed there must not come back."""
    going = set(courses)
    for window in parent.findChildren(SideWindow) if parent is not None else []:
        if window is not except_for and window.shown_courses & going:
            window.close()
