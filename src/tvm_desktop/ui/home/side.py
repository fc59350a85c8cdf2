"""At the right of home: agreements that wait, and the forms of a new meeting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.dates import local
from tvm_desktop.formats.model import Occasion
from tvm_desktop.ui.home.words import DOT, action_line, is_late, is_soon
from tvm_desktop.ui.widgets.buttons import Button, CardButton
from tvm_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.storage.rows import ActionRow
    from tvm_desktop.ui.context import UiContext

FIRST_ACTIONS = 4
FIRST_FORMS = 3


class _Group(QWidget):
    """A heading over a few cards, with one button for the rest."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.all = False
        self.filled = False
        self.head = SectionLabel()
        self.none = PlainLabel(role="muted", wrap=True)
        self.more = Button(role="quiet")
        self.cards: list[CardButton] = []
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(8)
        self.box.addWidget(self.head)
        self.box.addWidget(self.none)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._show_all)

    def show_cards(self, makers: Sequence[Callable[[], CardButton]], first: int) -> None:
        """Replace the cards; only the first few are made at once."""
        self.filled = True
        for old in self.cards:
            old.hide()
            self.box.removeWidget(old)
            old.deleteLater()
        self.cards = [make() for make in (makers if self.all else makers[:first])]
        for n, card in enumerate(self.cards):
            self.box.insertWidget(2 + n, card)
        self.none.setVisible(not makers)
        self.more.setVisible(len(makers) > len(self.cards))

    def refresh(self) -> None:
        """Make the cards afresh."""

    def _show_all(self) -> None:
        self.all = True
        next_card = len(self.cards)
        self.refresh()
        if next_card < len(self.cards):
            self.cards[next_card].setFocus()


class Waiting(_Group):
    """Agreements that wait, late ones first. Signal: ``opened(str)`` with the course's id."""

    opened = Signal(str)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.head.setText(words(msg("Open agreements")))
        self.none.setText(words(msg("Nothing waits.")))
        self.more.setText(words(msg("Show all")))
        if self.filled:
            self.refresh()

    def refresh(self) -> None:
        """Read the agreements afresh."""
        store = self.context.store
        rows = store.open_actions() if store is not None else []
        today = local(self.context.clock()).date()
        self.show_cards([partial(self._card, row, today) for row in rows], FIRST_ACTIONS)

    def _card(self, row: ActionRow, today: date) -> CardButton:
        role = "card-late" if is_late(row, today) else "card-soon" if is_soon(row, today) else "card"
        card = CardButton(row.what, action_line(row, today, self.context.words), role, key=row.course_id)
        card.title.set_role("strong")
        if is_late(row, today):
            card.sub.set_role("late")
        card.picked.connect(self.opened)
        return card


class Forms(_Group):
    """The forms that a new meeting can have. Signal: ``picked(str)`` with the form's id."""

    picked = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.trouble = CardButton(role="prompt")
        self.trouble.hide()
        self.trouble.clicked.connect(self._tell_more)
        self.box.addWidget(self.trouble)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.context.words
        self.head.setText(words(msg("New meeting")))
        self.more.setText(words(msg("More forms …")))
        if self.filled:
            self.refresh()

    def refresh(self) -> None:
        """Make a card of each form."""
        library = self.context.library
        formats = library.formats if library is not None else ()
        self.show_cards([partial(self._card, fmt) for fmt in formats], FIRST_FORMS)
        self.none.hide()
        self._say_trouble(told=False)

    def _card(self, fmt: MeetingFormat) -> CardButton:
        words = self.context.words
        card = CardButton(fmt.name.say(words.language), form_line(fmt, self.context), "card", key=fmt.id)
        card.title.set_role("strong")
        card.picked.connect(self.picked)
        return card

    def _say_trouble(self, *, told: bool) -> None:
        words = self.context.words
        problems = self.context.library.problems if self.context.library is not None else ()
        self.trouble.setVisible(bool(problems))
        if problems:
            head = msgs(
                "{count} thing in a meeting form cannot be read. The other forms work.",
                "{count} things in meeting forms cannot be read. The other forms work.",
                len(problems),
            )
            more = "\n".join(words(problem) for problem in problems) if told else words(msg("Show what"))
            self.trouble.set_words(words(head), more)

    def _tell_more(self) -> None:
        self._say_trouble(told=True)


def form_line(fmt: MeetingFormat, context: UiContext) -> str:
    """Return "ca. 60 min · egen version · Først historien, så forståelsen."."""
    words = context.words
    usual = [step for step in fmt.steps if step.at is not Occasion.FOLLOW_UP]
    minutes = sum(step.minutes for step in usual if step.on or not step.optional)
    parts = [words(msg("about {minutes} min", minutes=round(minutes / 5) * 5))]
    if fmt.own_version:
        parts.append(words(msg("own version")))
    parts.append(fmt.about.say(words.language))
    return DOT.join(part for part in parts if part)
