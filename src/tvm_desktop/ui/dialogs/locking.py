"""The part of Settings that says when the file is locked by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.ui.idle import MINUTES, LockRule
from tvm_desktop.ui.widgets.fields import ChoiceField
from tvm_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext


class LockingSection(QWidget):
    """Every choice is kept at once, in the encrypted file; without an open file there is nothing to choose."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.title = SectionLabel()
        self.after = ChoiceField()
        self.in_meeting = QCheckBox()
        self.always = PlainLabel(role="small", wrap=True)
        self.problem = PlainLabel(role="error", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        for widget in (self.title, self.after, self.in_meeting, self.always, self.problem):
            box.addWidget(widget)
        self.problem.hide()
        self._rule = self._read()
        self.in_meeting.setChecked(self._rule.in_meeting)
        self.after.chosen.connect(self._choose_after)
        self.in_meeting.toggled.connect(self._choose_in_meeting)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.title.setText(words(msg("Lock")))
        self.after.set_label(words(msg("Lock when nobody has touched keys or mouse")))
        choices = [
            (str(n), words(msgs("after {count} minute", "after {count} minutes", n) if n else msg("never")))
            for n in MINUTES
        ]
        self.after.fill(choices, str(self._rule.minutes))
        self.in_meeting.setText(words(msg("Also during a meeting")))
        self.always.setText(
            words(
                msg(
                    "The file is always locked when the computer sleeps, and outside meetings when its screen is "
                    "locked. Ctrl+L locks at once. When you open it again, everything stands as you left it."
                )
            )
        )
        self._show_what_can_be_chosen()

    def _show_what_can_be_chosen(self) -> None:
        self.in_meeting.setEnabled(self._rule.minutes > 0)

    def _read(self) -> LockRule:
        store = self.context.store
        if store is None or self.context.demo:
            self.hide()
        try:
            return LockRule.of(store) if store is not None else LockRule()
        except UserError:
            return LockRule()

    def _choose_after(self, minutes: str) -> None:
        self._keep(replace(self._rule, minutes=int(minutes)))

    def _choose_in_meeting(self, chosen: bool) -> None:
        self._keep(replace(self._rule, in_meeting=chosen))

    def _keep(self, rule: LockRule) -> None:
        store, problem = self.context.store, ""
        if store is None:
            return
        try:
            rule.keep(store)
        except UserError as refusal:
            problem = self.context.words(refusal.message)
        else:
            self._rule = rule
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self._show_what_can_be_chosen()
