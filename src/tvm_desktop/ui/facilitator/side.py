"""The right pane: prompts to ask, who has been heard, what was kept for later, hints, private notes, the wall."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvm_desktop.domain import guidance, turns
from tvm_desktop.domain.entities import Card, FramingAnswer, Link, ParkedIdea, PrivateNote, Understanding
from tvm_desktop.domain.enums import CardKind, FramingReply, ParkedOutcome
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.meeting import WriteNote
from tvm_desktop.ui.facilitator.panels.base import scrolling
from tvm_desktop.ui.facilitator.sideparts import HintBox, ParkedBox, PickButton, PromptButton
from tvm_desktop.ui.widgets.basic import Button, DraftEdit, Panel, PlainLabel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.ui.facilitator.desk import Desk

_WIDTH = 308
_LOWER_AT: dict[PanelKind, type[Card | Understanding]] = {
    PanelKind.UNDERSTANDINGS: Card,
    PanelKind.STATEMENTS: Card,
    PanelKind.GOALS: Understanding,
}

# What a worry in plain words builds on.
_WORRYING = frozenset({CardKind.WORRY, CardKind.CHILD_WORDS, CardKind.LIFE_CONTEXT})
# Where no words are gathered from one voice at a time.
_NOBODY_HEARD = frozenset(
    {
        PanelKind.FRAMING,
        PanelKind.STATEMENTS,
        PanelKind.SCALE,
        PanelKind.CLOSING,
        PanelKind.FOLLOW_UP,
        PanelKind.ROUND,
        PanelKind.EVALUATION,
    }
)


class Group(QWidget):
    """A heading with what stands below it; hidden while empty."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "flow")
        self.title = SectionLabel()
        self.items = QVBoxLayout()
        self.items.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 14)
        box.setSpacing(8)
        box.addWidget(self.title)
        box.addLayout(self.items)
        self._made: tuple[object, ...] = ()

    def show_items(self, key: tuple[object, ...], widgets: Iterable[QWidget]) -> None:
        """Show other widgets when the key differs; the same key costs nothing."""
        if key == self._made:
            return
        self._made = key
        while (item := self.items.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                QTimer.singleShot(0, widget.deleteLater)
        for widget in widgets:
            self.items.addWidget(widget)
        self.setVisible(self.items.count() > 0)


class SidePane(Panel):
    """What helps the leader; the wall's thumbnail stands at the foot."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("side-right", margins=(18, 18, 12, 12), spacing=0)
        self.desk = desk
        self.prompts, self.heard, self.parked, self.picks, self.hints = (Group() for _ in range(5))
        self.heard_names = PlainLabel(wrap=True)
        self.heard_next = PlainLabel(role="small", wrap=True)
        self.heard.items.addWidget(self.heard_names)
        self.heard.items.addWidget(self.heard_next)
        self.notes_title = SectionLabel()
        self.notes_fold = Button("", "note-fold")
        self.notes = DraftEdit(lines=(3, 8))
        self.notes_elsewhere = PlainLabel(role="small", wrap=True)
        self.notes_elsewhere.hide()
        self._note_step = ""
        self._unsaved_step = ""
        self.notes.hide()
        self.notes.left.connect(self.fold_notes)
        self.notes.accepted.connect(self.fold_notes)
        holder = QWidget()
        holder.setProperty("role", "flow")
        flow = QVBoxLayout(holder)
        flow.setContentsMargins(0, 0, 6, 0)
        flow.setSpacing(0)
        for group in (self.prompts, self.hints, self.heard, self.picks, self.parked):
            flow.addWidget(group)
        flow.addWidget(self.notes_title)
        flow.addSpacing(8)
        flow.addWidget(self.notes_fold)
        flow.addWidget(self.notes)
        flow.addWidget(self.notes_elsewhere)
        flow.addStretch(1)
        self.box.addWidget(scrolling(holder), 1)
        self.notes_fold.pressed.connect(self.unfold_notes)
        desk.looked.connect(self.retranslate)
        desk.chosen.connect(self._show_picks)
        desk.dismissing.connect(self._show_hints)

    def retranslate(self) -> None:
        """Say everything for the step in view."""
        words = self.desk.context.words
        self.setFixedWidth(self.desk.context.px(_WIDTH))
        self.prompts.title.setText(words(msg("Ask")))
        self.heard.title.setText(words(msg("Who has been heard?")))
        self.parked.title.setText(words(msg("Kept for later")))
        self.hints.title.setText(words(msg("Worth noticing")))
        self.notes_title.setText(words(msg("My own notes")))
        folded = words(msg("Hidden. Hold F9 to see.\nNot shown and not printed."))
        self.notes_fold.setText(folded)
        self.fold_notes()
        self.refresh()

    def refresh(self) -> None:
        """Show the record's side of the step in view."""
        self.show_prompts()
        self._show_heard()
        self._show_parked()
        self._show_hints()
        self._show_picks()

    def show_prompts(self) -> None:
        """Show what to ask, and which question is on the wall."""
        desk = self.desk
        language, child = desk.context.words.language, desk.session.child
        theirs = desk.session.language
        on_wall = desk.session.projector.showing.prompt if desk.is_live else ""
        texts = [(p.say(language, child), p.say(theirs, child)) for p in desk.step.prompts]
        key = ("prompts", *texts, on_wall)
        words = desk.context.words
        self.prompts.show_items(
            key,
            (PromptButton(desk, mine, wall, on=wall == on_wall, words=words) for mine, wall in texts),
        )

    def _show_heard(self) -> None:
        desk, words, record = self.desk, self.desk.context.words, self.desk.record
        kinds = tuple(holds for column in desk.step.columns for holds in column.holds)
        things = turns.said_at(record, desk.step.panel, kinds)
        heard = turns.heard(record, things)
        following = turns.next_voice(record, things)
        self.heard.setVisible(desk.step.panel not in _NOBODY_HEARD)
        nobody = words(msg("Nobody yet"))
        self.heard_names.setText(" · ".join(record.called(p.id) for p in heard) or nobody)
        name = record.called(following.id) if following else ""
        self.heard_next.setText(
            words(msg("Next: {name}", name=name)) if name else words(msg("All have been heard."))
        )

    def _show_parked(self) -> None:
        desk = self.desk
        waiting = [p for p in desk.record.all(ParkedIdea) if p.outcome is ParkedOutcome.WAITING]
        at_effort = desk.step.panel is PanelKind.ACTIONS
        self.parked.show_items(
            ("parked", at_effort, desk.context.words.language, *waiting),
            (ParkedBox(desk, idea, settle=at_effort) for idea in waiting),
        )

    def _show_hints(self) -> None:
        desk = self.desk
        found = guidance.hints(desk.record, desk.step.hints, desk.dismissed)
        questions = [a for a in desk.record.all(FramingAnswer) if a.reply is not FramingReply.AGREE]
        shown = questions if desk.step.panel is PanelKind.FRAMING else []
        language = desk.context.words.language
        boxes = (HintBox(desk, hint) for hint in found[:3])
        answers = (PlainLabel(self._answer(a), wrap=True) for a in shown)
        self.hints.show_items(("hints", language, *found[:3], *shown), chain(boxes, answers))

    def _answer(self, answer: FramingAnswer) -> str:
        ids = [s.id for s in self.desk.step.statements]
        number = ids.index(answer.statement) + 1 if answer.statement in ids else 0
        text = f": ”{answer.comment}”" if answer.comment else ""
        words = self.desk.context.words
        said = msg("question") if answer.reply is FramingReply.QUESTION else msg("does not agree")
        name = self.desk.record.called(answer.person_id)
        return f"{words(msg('No. {number}', number=number))}, {name}, {words(said)}{text}"

    def _show_picks(self) -> None:
        desk, record = self.desk, self.desk.record
        kind = _LOWER_AT.get(desk.step.panel)
        things: list[Card | Understanding] = list(record.all(kind)) if kind else []
        at_worries = desk.step.panel is PanelKind.STATEMENTS
        if at_worries:
            things = [card for card in record.all(Card) if card.kind in _WORRYING]
        explained = {link.lower for link in record.every(Link)}
        words = desk.context.words
        title = msg("From the story") if kind is Card else msg("From the understanding")
        self.picks.title.setText(words(msg("What does it build on?") if at_worries else title))
        self.picks.show_items(
            ("picks", words.language, tuple(things), frozenset(explained), frozenset(desk.picked)),
            (
                PickButton(desk, t, on=t.id in desk.picked, tied=at_worries or t.id in explained)
                for t in things
            ),
        )

    # -- private notes -------------------------------------------------------------------------------------------

    def unfold_notes(self) -> None:
        """Show the note of this step, to be typed in; it folds when the focus goes."""
        step = self._note_step = self.desk.step_id
        if step != self._unsaved_step:
            self._fill_note(step)
        self.notes.setReadOnly(self.desk.session.read_only)
        self.notes_fold.hide()
        self.notes.show()
        self._show_notes_elsewhere()
        self.notes.setFocus()

    def _fill_note(self, step: str) -> None:
        note = next((n for n in self.desk.record.all(PrivateNote) if n.step == step), None)
        self.notes.bind(f"note/{step}", self.desk.bridge.draft)
        draft = self.desk.session.drafted(f"note/{step}")
        if draft:
            self.notes.restore(draft.text, draft.cursor)
        else:
            self.notes.set_text(note.text if note else "")

    def _show_notes_elsewhere(self) -> None:
        """Show the notes to steps that this kind of meeting does not have, written before it was changed."""
        here = {step.id for step in self.desk.steps}
        found = [n.text for n in self.desk.record.all(PrivateNote) if n.step not in here and n.text]
        said = msg("Noted at other steps: {text}", text="\n".join(found))
        self.notes_elsewhere.setText(self.desk.context.words(said))
        self.notes_elsewhere.setVisible(bool(found))

    def fold_notes(self) -> None:
        """Keep the note, and hide it again: the next chair can read the laptop."""
        if self.notes.isHidden():
            return
        self.notes.hide()
        self.notes_elsewhere.hide()
        self.notes_fold.show()
        if self.desk.session.read_only:
            return
        step = self._note_step
        done = self.desk.bridge.do(WriteNote(step, self.notes.text()), done_draft=f"note/{step}")
        self._unsaved_step = "" if done else step
        if done:
            self.notes.forget_draft()
