"""About: version, licence, what it is built of, and where the data lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.dialogs.libraries import LIBRARIES
from tvm_desktop.ui.widgets.labels import PlainLabel, SectionLabel, rule
from tvm_desktop.version import own_version
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


class AboutWindow(SideWindow):
    """What the program is."""

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (620, 640))
        self.what = PlainLabel(wrap=True)
        self.licence = PlainLabel(role="muted", wrap=True)
        self.data_head, self.libraries_head = SectionLabel(), SectionLabel()
        self.data = PlainLabel(role="muted", wrap=True)
        self.credit = PlainLabel(role="small", wrap=True)
        for widget in (
            self.what,
            self.licence,
            rule(),
            self.data_head,
            self.data,
            rule(),
            self.libraries_head,
        ):
            self.column.addWidget(widget)
        self.column.addLayout(_libraries())
        self.column.addWidget(self.credit)
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.say(words(msg("TVM, version {version}", version=own_version())))
        self.what.setText(
            words(msg("Leads a network meeting from framing to a printed plan, offline and encrypted."))
        )
        self.licence.setText(
            words(msg("Free software under the Mozilla Public License 2.0. It comes without any warranty."))
        )
        self.data_head.setText(words(msg("Where the data lies")))
        self.data.setText(str(self.context.folder.root))
        self.libraries_head.setText(words(msg("Built with")))
        self.credit.setText(words(msg("The fonts and libraries belong to those who made them.")))


def _libraries() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(2)
    for row, library in enumerate(LIBRARIES):
        grid.addWidget(PlainLabel(library.name, wrap=True), row, 0)
        grid.addWidget(PlainLabel(library.version, "small"), row, 1)
        grid.addWidget(PlainLabel(library.licence, "small"), row, 2)
    grid.setColumnStretch(0, 1)
    return grid
