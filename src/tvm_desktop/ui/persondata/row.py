"""One thing in which somebody appears: ticked in or left out, with its corrections, and the way to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.documents.parts.corrections import said_by
from tvm_desktop.documents.person import line
from tvm_desktop.domain.entities import InMeeting, Person
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel, set_tip
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.persondata import Found, Part
    from tvm_desktop.ui.context import UiContext


class FoundRow(QWidget):
    """Signals: ``ticked(str, bool)`` and ``correcting(str)`` with the thing's id."""

    ticked = Signal(str, bool)
    correcting = Signal(str)

    def __init__(self, context: UiContext, part: Part, found: Found, *, on: bool) -> None:
        super().__init__()
        self.thing_id = found.thing.id
        how, text = line(part, found, context.language)
        self.tick = QCheckBox()
        self.tick.setChecked(on)
        self.tick.setAccessibleName(f"{how}: {text}")
        self.correct = Button(context.words(msg("Correction …")), "quiet")
        self.correct.setAccessibleName(context.words(msg("Add a correction to: {text}", text=text)))
        set_tip(self.correct, context.words(msg("Put a correction beside it")))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(PlainLabel(how, "small"))
        if text:
            texts.addWidget(PlainLabel(text, wrap=True))
        for correction in found.corrections:
            lead = said_by(part.record, correction, context.language)
            texts.addWidget(PlainLabel(f"{context.words(msg('Correction:'))} {lead}", "small", wrap=True))
            texts.addWidget(PlainLabel(correction.text, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self.correct, 0, Qt.AlignmentFlag.AlignTop)
        self.correct.setVisible(isinstance(found.thing, InMeeting | Person))
        self.tick.toggled.connect(self._toggled)
        self.correct.clicked.connect(self._correct)

    def _toggled(self, on: bool) -> None:
        self.ticked.emit(self.thing_id, on)

    def _correct(self) -> None:
        self.correcting.emit(self.thing_id)
