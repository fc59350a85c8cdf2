"""The plain-language desk beside the plan: how easy it reads, and the words a family may not know. It only advises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from tvm_desktop.documents.reading import reading_of, texts_on
from tvm_desktop.domain.entities import Closing
from tvm_desktop.domain.reading.lix import Ease, Reading
from tvm_desktop.domain.reading.sentences import words as words_of
from tvm_desktop.formats.jargon import JargonKind, find_jargon, jargon
from tvm_desktop.ui.widgets.basic import Button, Panel, PlainLabel, Scroll, SectionLabel
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.documents.model import PlanDocument
    from tvm_desktop.formats.jargon import Hit
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.words import Words

EASE = {
    Ease.EASY: msg("Easy to read"),
    Ease.MEDIUM: msg("Medium"),
    Ease.HARD: msg("Hard to read"),
    None: msg("Too short to measure"),
}


class WordRow(Panel):
    """One word, what to say instead or what it means, and whether it is explained. Signal: ``ticked(str, bool)``."""

    ticked = Signal(str, bool)

    def __init__(self, key: str) -> None:
        super().__init__("card", margins=(12, 9, 12, 9), spacing=3)
        self.key = key
        self.word = PlainLabel(role="strong", wrap=True)
        self.meaning = PlainLabel(role="muted", wrap=True)
        self.outdated = PlainLabel(role="small", wrap=True)
        self.tick = QCheckBox()
        for widget in (self.word, self.meaning, self.outdated, self.tick):
            self.box.addWidget(widget)
        self.tick.clicked.connect(self._clicked)

    def show_hit(self, hit: Hit, meaning: str, words: Words, *, chosen: bool) -> None:
        """Show a word as it stands on the paper."""
        explains = hit.jargon.kind is JargonKind.EXPLAIN
        self.word.setText(", ".join(hit.found))
        lead = (
            msg("It means: {words}", words=meaning)
            if explains
            else msg("Write instead: {words}", words=meaning)
        )
        self.meaning.setText(words(lead))
        self.outdated.setText(hit.jargon.outdated.say(words.language))
        self.outdated.setVisible(bool(hit.jargon.outdated))
        self.tick.setVisible(explains)
        self.tick.setText(words(msg("Explain at the foot of the paper")))
        self.tick.setAccessibleName(words(msg("Explain {word} at the foot of the paper", word=hit.head)))
        self.tick.setChecked(chosen)

    def _clicked(self, on: bool) -> None:
        self.ticked.emit(self.key, on)


class ReadingDesk(Scroll):
    """What the leader may want to mend before printing. Signal: ``ticked(str, bool)``, a word's id and its tick."""

    ticked = Signal(str, bool)

    def __init__(self, words: Words) -> None:
        super().__init__((0, 0, 8, 0), 6)
        self.words = words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reading = Reading()
        self.rows: dict[str, WordRow] = {}
        self.title, self.long_title, self.words_title = SectionLabel(), SectionLabel(), SectionLabel()
        self.ease = PlainLabel(role="heading", wrap=True)
        self.advice = PlainLabel(role="small", wrap=True)
        self.number = PlainLabel(role="small", wrap=True)
        self.number.hide()
        self.ask = Button("", "link")
        self.none = PlainLabel(role="small", wrap=True)
        self.longest = QVBoxLayout()
        self.found = QVBoxLayout()
        self._lay_out()
        self.ask.clicked.connect(self._asked)

    def _lay_out(self) -> None:
        for widget in (self.title, self.ease, self.advice):
            self.box.addWidget(widget)
        self.box.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.addWidget(self.number)
        self.box.addSpacing(8)
        self.box.addWidget(self.words_title)
        self.box.addWidget(self.none)
        self.box.addLayout(self.found)
        self.box.addSpacing(8)
        self.box.addWidget(self.long_title)
        self.box.addLayout(self.longest)
        self.box.addStretch(1)
        for layout in (self.longest, self.found):
            layout.setSpacing(8)

    def retranslate(self) -> None:
        """Say the headings; what was found is said by ``show_plan``."""
        words = self.words
        self.setAccessibleName(words(msg("Plain language")))
        self.title.setText(words(msg("Plain language")))
        self.words_title.setText(words(msg("Words the family may not know")))
        self.long_title.setText(words(msg("The longest sentences")))
        self.none.setText(words(msg("None were found.")))

    def show_plan(self, plan: PlanDocument, session: MeetingSession) -> None:
        """Measure the plan as it stands and look for words to explain."""
        self.reading = reading_of(plan, session.record)
        self._show_ease()
        self._show_longest()
        chosen = {word for closing in session.record.all(Closing) for word in closing.explain}
        hits = find_jargon(texts_on(plan.subtitle, plan.sections), jargon())
        self._drop({hit.jargon.id for hit in hits})
        for place, hit in enumerate(hits):
            meaning = hit.jargon.plain.say(session.language, session.child)
            row = self._row(hit.jargon.id, place)
            row.show_hit(hit, meaning, self.words, chosen=hit.jargon.id in chosen)
        self.none.setVisible(not hits)

    def _show_ease(self) -> None:
        reading, words = self.reading, self.words
        self.ease.setText(words(EASE[reading.ease]))
        self.advice.setText(words(_advice(reading.ease)))
        self.ask.setVisible(reading.number is not None)
        shown = reading.number is not None and not self.number.isHidden()
        self.number.setVisible(shown)
        self.ask.setText(words(msg("Hide the number") if shown else msg("Show the number")))
        self.number.setText(
            words(
                msg(
                    "LIX {number}: {words} words in {sentences} sentences, {long} long words. Up to 30 is good here.",
                    number=reading.number or 0,
                    words=reading.words,
                    sentences=reading.sentences,
                    long=reading.long_words,
                )
            )
        )

    def _asked(self) -> None:
        self.number.setVisible(self.number.isHidden())
        self._show_ease()

    def _show_longest(self) -> None:
        measured = self.reading.longest if self.reading.ease else ()
        self.long_title.setVisible(bool(measured))
        for place, sentence in enumerate(measured):
            count = len(words_of(sentence))
            label = self._line(place)
            label.setText(f"{sentence} ({self.words(msgs('{count} word', '{count} words', count))})")
            label.show()
        for place in range(len(measured), self.longest.count()):
            self._line(place).hide()

    def _line(self, place: int) -> PlainLabel:
        item = self.longest.itemAt(place)
        widget = item.widget() if item else None
        if isinstance(widget, PlainLabel):
            return widget
        label = PlainLabel(role="muted", wrap=True)
        self.longest.addWidget(label)
        return label

    def _row(self, key: str, place: int) -> WordRow:
        row = self.rows.get(key)
        if row is None:
            row = self.rows[key] = WordRow(key)
            row.ticked.connect(self.ticked)
        if self.found.indexOf(row) != place:
            self.found.insertWidget(place, row)
        return row

    def _drop(self, keep: set[str]) -> None:
        for key in [key for key in self.rows if key not in keep]:
            row = self.rows.pop(key)
            self.found.removeWidget(row)
            row.hide()
            row.deleteLater()


def _advice(ease: Ease | None) -> Message:
    if ease in {Ease.MEDIUM, Ease.HARD}:
        return msg("Shorter sentences and everyday words help. It is only a pointer; you decide.")
    return msg("It is only a pointer; you decide.")
