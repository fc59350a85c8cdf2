"""What a new user sees: what the program does, in three steps, and one button to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext

_STEPS: tuple[tuple[Message, Message], ...] = (
    (msg("1 · Prepare"), msg("Who comes, and how long it takes. Nothing must be filled in.")),
    (msg("2 · Meet"), msg("You write what is said. Everybody can follow on the projector.")),
    (msg("3 · The plan goes home"), msg("The family gets the plan on paper before you part.")),
)


class Welcome(Panel):
    """The empty home page; ``first`` makes the first meeting."""

    def __init__(self, context: UiContext) -> None:
        super().__init__("panel", margins=(40, 36, 40, 36), spacing=12)
        self._context = context
        self.title = PlainLabel(role="title", wrap=True)
        self.text = PlainLabel(role="lead", wrap=True)
        self.first = Button(role="primary-big")
        self._steps = [
            (PlainLabel(role="strong", wrap=True), PlainLabel(role="muted", wrap=True)) for _ in _STEPS
        ]
        row = QHBoxLayout()
        row.setSpacing(14)
        for head, words in self._steps:
            card = Panel("card-quiet", margins=(18, 16, 18, 16), spacing=6)
            card.box.addWidget(head)
            card.box.addWidget(words)
            card.box.addStretch(1)
            row.addWidget(card, 1)
        self.box.addWidget(self.title)
        self.box.addWidget(self.text)
        self.box.addSpacing(8)
        self.box.addLayout(row)
        self.box.addSpacing(8)
        self.box.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self._context.words
        self.title.setText(words(msg("Good that you are here")))
        self.text.setText(
            words(
                msg(
                    "Begin with a meeting. You need nothing but a name: "
                    "the rest can be filled in while you prepare, or while you all sit at the table."
                )
            )
        )
        for (head, text), (title, what) in zip(self._steps, _STEPS, strict=True):
            head.setText(words(title))
            text.setText(words(what))
        self.first.setText(words(msg("Make the first meeting")))
