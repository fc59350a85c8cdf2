"""The part of Settings that says how long a filed course is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.session.keeping import CHOICES, DAYS, kept_days
from tvm_desktop.ui.widgets.fields import ChoiceField
from tvm_desktop.ui.widgets.labels import PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


class KeepSection(QWidget):
    """The choice is kept at once, in the encrypted file; without an open file there is nothing to choose."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.days = ChoiceField()
        self.problem = PlainLabel(role="error", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.days)
        box.addWidget(self.problem)
        self.problem.hide()
        self.setVisible(context.store is not None)
        self.days.chosen.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, store = self.context.words, self.context.store
        self.days.set_label(words(msg("How long a course stays here when all of it is filed")))
        days = [
            (str(n), words(msgs("{count} day, then delete", "{count} days, then delete", n))) for n in CHOICES
        ]
        self.days.fill(days, str(kept_days(store)) if store is not None else "")

    def _choose(self, days: str) -> None:
        store, said = self.context.store, ""
        if store is None:
            return
        try:
            store.set_setting(DAYS, days)
        except UserError as problem:
            said = self.context.words(problem.message)
        self.problem.setText(said)
        self.problem.setVisible(bool(said))
