"""The leader's page: agenda, panel with its entry line, helps, and the bars above and below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tvm_desktop.domain import turns
from tvm_desktop.domain.entities import Shared
from tvm_desktop.session.commands.meeting import ChildInRoom, EndMeeting, ReopenMeeting, StartMeeting
from tvm_desktop.session.projector import Mode
from tvm_desktop.ui.actions import add_actions, key_text
from tvm_desktop.ui.backups.elsewhere import Elsewhere
from tvm_desktop.ui.facilitator.agenda import AgendaPane
from tvm_desktop.ui.facilitator.desk import Desk
from tvm_desktop.ui.facilitator.ending import EndPage
from tvm_desktop.ui.facilitator.entry import EntryLine
from tvm_desktop.ui.facilitator.foot import FootBar
from tvm_desktop.ui.facilitator.hands import Hands
from tvm_desktop.ui.facilitator.pages import Pages
from tvm_desktop.ui.facilitator.scribe import Scribe
from tvm_desktop.ui.facilitator.side import SidePane
from tvm_desktop.ui.facilitator.timekeeper import Timekeeper
from tvm_desktop.ui.facilitator.top import TopBar
from tvm_desktop.ui.facilitator.verbs import Verbs
from tvm_desktop.ui.facilitator.wall import Wall
from tvm_desktop.ui.paper.view import PaperView
from tvm_desktop.ui.screens import Place
from tvm_desktop.ui.watching import WatchLine
from tvm_desktop.ui.widgets.basic import Bar, flush_drafts
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QResizeEvent, QShowEvent

    from tvm_desktop.errors import UserError
    from tvm_desktop.session.session import Change, MeetingSession
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.facilitator.panels.base import PanelPage
    from tvm_desktop.ui.projector.control import ProjectorControl
    from tvm_desktop.ui.screens import Placement
    from tvm_desktop.words import Message

_BUSY, _NARROW, _SLIM = 1400, 1180, 900

_LEAST_WIDTH, _LEAST_HEIGHT = 900, 560


class FacilitatorPage(QWidget):
    """One open meeting.

    Signals: ``left()`` to go home, ``closed()`` after the meeting was ended, ``filing_wanted()`` for one that was held,
    ``lock_wanted()``.
    """

    left = Signal()
    closed = Signal()
    filing_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, context: UiContext, session: MeetingSession, control: ProjectorControl) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.context, self.session, self.control = context, session, control
        self.desk = Desk(context, session)
        if not session.record.meeting.live_step:
            self.desk.bridge.do(StartMeeting(self.desk.steps[0].id))
        self.desk.look_at(session.record.meeting.live_step or self.desk.steps[0].id)
        self.top, self.foot = TopBar(self.desk), FootBar(self.desk)
        self.agenda, self.side = AgendaPane(self.desk), SidePane(self.desk)
        self.wall = Wall(self.desk, control)
        self.entry = EntryLine(self.desk)
        self.verbs = Verbs(self.desk, self)
        self.bar, self.trouble, self.offer = Bar(), Bar("bar-worry"), Bar()
        self.elsewhere = Elsewhere(context, self)
        self.watch = WatchLine(context, session, self)
        self._offered, self._undoing, self._went_on = "", 0, False
        self.pages = Pages(self.desk)
        self.paper: PaperView | None = None
        self.end_page = EndPage(self.desk)
        self.time = Timekeeper(self.desk, self)
        self.scribe = Scribe(self)
        self.hands = Hands(self)
        self._lay_out()
        self._connect()
        add_actions(self, context.words, self.hands.handlers())
        for action in self.actions():
            if action.objectName() in self.hands.for_wall:
                control.window.addAction(action)
        self._form = session.format.hash
        self._looked()
        self.retranslate()

    def _lay_out(self) -> None:
        self.side.box.addWidget(self.wall)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        holder = QWidget()
        entry = QVBoxLayout(holder)
        entry.setContentsMargins(28, 0, 28, 16)
        entry.setSpacing(8)
        for widget in (self.trouble, self.offer, self.bar, self.watch, self.entry):
            entry.addWidget(widget)
        column.addWidget(holder)
        self.work = QWidget()
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.agenda)
        row.addWidget(middle, 1)
        row.addWidget(self.side)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.work)
        self.stack.addWidget(self.end_page)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.top)
        box.addWidget(self.stack, 1)
        box.addWidget(self.foot)

    def _connect(self) -> None:
        desk, top, foot = self.desk, self.top, self.foot
        desk.changed.connect(self._changed)
        desk.looked.connect(self._looked)
        desk.remarked.connect(self.say)
        desk.bridge.failed.connect(self._failed)
        desk.bridge.saved.connect(self._saved)
        top.home_pressed.connect(self.leave)
        top.show_pressed.connect(self.hands.show_wall)
        top.pause_pressed.connect(self.hands.pause)
        top.child_pressed.connect(self.toggle_child)
        top.more_pressed.connect(self.hands.more)
        foot.undo_pressed.connect(desk.bridge.undo)
        foot.back_pressed.connect(self.hands.previous_step)
        foot.next_pressed.connect(self.hands.next_step)
        foot.take_pressed.connect(self.hands.take_table)
        foot.reopen_pressed.connect(self.reopen)
        foot.file_pressed.connect(self.filing_wanted)
        self.agenda.add_participant.connect(self.hands.add_participant)
        self.control.placement_changed.connect(self._placed)
        self.wall.said.connect(self.say)
        self.wall.screen_offered.connect(self._offer_screen)
        self.offer.acted.connect(self._take_screen)
        self.verbs.said.connect(self.say)
        self.verbs.edit_wanted.connect(self._edit)
        self.bar.acted.connect(desk.bridge.undo)
        self.trouble.acted.connect(self.elsewhere.ask)
        self.elsewhere.moved.connect(self._moved)
        self.elsewhere.refused.connect(self._not_moved)
        self.pages.paper_wanted.connect(self.open_paper)
        self.end_page.back.connect(self.work_on)
        self.end_page.ended.connect(self.end)
        self.end_page.print_wanted.connect(self.open_paper)

    def focus_first(self) -> None:
        """Put the hands where one goes on."""
        if self.page.takes_entry and not self.session.read_only:
            self.entry.focus()
        else:
            self.page.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on where the program last stopped, once the page can be typed in."""
        super().showEvent(event)
        if not self._went_on and not self.session.read_only:
            self._went_on = True
            QTimer.singleShot(0, self, self._go_on_typing)

    def _go_on_typing(self) -> None:
        """Open the card whose words were being changed."""
        store = self.context.store
        for draft in store.drafts() if store is not None else ():  # None: locked in the same moment
            meeting, _, key = draft.key.partition("/card/")
            thing_id = key.removesuffix("/text")
            if meeting == self.session.record.meeting_id and self.session.record.anything(thing_id):
                self.desk.aim(thing_id)
                self._edit(thing_id)

    # -- words and looks -----------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        for part in (self.top, self.foot, self.agenda, self.side, self.wall, self.end_page):
            part.retranslate()
        if self.paper is not None:
            self.paper.retranslate()
        self.scribe.dress()
        self.page.retranslate()
        self.pages.forget_others()
        self.entry.retranslate()
        for action in self.actions():
            action.setText(self.context.words(self.hands.words_of(action.objectName())))

    @property
    def page(self) -> PanelPage:
        """The panel in view."""
        return self.pages.page

    def minimumSizeHint(self) -> QSize:
        """Never make the window larger than the smallest screen."""
        return QSize(_LEAST_WIDTH, _LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side panes when space is short."""
        super().resizeEvent(event)
        self.scribe.dress()

    def fold(self) -> None:
        """Show the side panes where there is room for them, and where they are wanted."""
        width = self.width() / self.context.scale
        folded = self.scribe.on or self.control.placement.place is Place.MIRRORED
        self.side.setVisible((width >= _NARROW and not folded) or self.hands.side_wanted)
        self.agenda.setVisible(width >= _SLIM or self.hands.agenda_wanted)
        self.top.compact(on=width < _BUSY, slim=width < _SLIM)
        self.foot.compact(slim=width < _SLIM)

    # -- what changed --------------------------------------------------------------------------------------------

    def _looked(self) -> None:
        self.pages.setCurrentWidget(self.page)
        self.desk.slot = 0
        self.page.retranslate()
        self.entry.set_page(self.page)
        self.watch.let_go()
        self.focus_first()
        self.time.step_changed()

    def _changed(self, change: Change) -> None:
        if self._undoing not in {0, self.session.last_step}:
            self._undoing = 0
            self.bar.close_bar()  # its undo would take back something else now
        self.wall.refresh()
        if not change.edits:  # only the picture on the wall is another
            self.top.show_wall()
            self.side.show_prompts()
            return
        if self._form != self.session.format.hash:
            self._in_another_form()
        self.page.changed(change)
        self.watch.keep(change.edits)
        for part in (self.top, self.foot, self.side, self.agenda):
            part.refresh()
        self.entry.retranslate()
        if self.paper is not None and self.stack.currentWidget() is self.paper:
            self.paper.follow()

    def _in_another_form(self) -> None:
        """Show the meeting's steps anew; every word is still there."""
        self._form = self.session.format.hash
        self._looked()
        self.pages.forget_others()
        name = self.session.format.name.say(self.context.words.language)
        self.say(msg("The meeting goes on as “{form}”. Everything is kept.", form=name), undoable=True)

    def _saved(self) -> None:
        self.trouble.close_bar()
        self.foot.show_saved()

    def _failed(self, refusal: UserError) -> None:
        words, act = self.context.words, self.elsewhere.act_for(refusal)
        self.trouble.say(words(refusal.message), act, stay=True)

    def _moved(self, message: Message) -> None:
        """Say where the meetings are now, until it has been read."""
        self.trouble.close_bar()
        self._undoing = 0
        self.bar.say(self.context.words(message), stay=True)
        self.focus_first()

    def _not_moved(self, message: Message) -> None:
        self.trouble.say(self.context.words(message), stay=True)

    def say(self, message: Message, undoable: bool = False) -> None:
        """Say something quietly, with undo where it helps."""
        words = self.context.words
        self._undoing = self.session.last_step if undoable else 0
        self.bar.say(words(message), words(self.hands.words_of("undo")) if undoable else "")

    def _placed(self, _placement: Placement) -> None:
        """Fold what is the leader's where the room sees this page; it opens by hand only."""
        self.fold()

    def _offer_screen(self, key: str) -> None:
        self._offered = key
        words = self.context.words
        question = words(msg("Another screen is there now. Show the picture on it?"))
        self.offer.say(question, words(msg("Show it there")), stay=True)

    def _take_screen(self) -> None:
        self.control.choose(self._offered)

    # -- acts ----------------------------------------------------------------------------------------------------

    def _edit(self, thing_id: str) -> None:
        self.page.edit(thing_id)

    def toggle_child(self) -> None:
        """Say that the child is in the room, or has gone."""
        comes = not self.desk.record.meeting.child_present
        if self.session.read_only or not self.desk.bridge.do(ChildInRoom(comes)):
            return
        said = turns.said_at(self.desk.record, self.desk.step.panel)
        held = sum(isinstance(thing, Shared) and not thing.fit_for_child for thing in said)
        if comes and held:
            self.say(
                msgs(
                    "{count} card is not shown while the child is in. {key} marks what is fit.",
                    "{count} cards are not shown while the child is in. {key} marks what is fit.",
                    held,
                    key=key_text("for_child"),
                )
            )
        elif not comes:
            self.bar.close_bar()

    def open_paper(self) -> None:
        """Show the plan, large."""
        if self.paper is None:
            self.paper = PaperView(self.context, self.session)
            self.paper.closed.connect(self.work_on)
            self.paper.said.connect(self._paper_said)
            self.stack.addWidget(self.paper)
        self.paper.refresh()
        self._bring(self.paper)
        self.paper.print_button.setFocus()

    def _paper_said(self, text: str) -> None:
        if self.paper is not None:
            self.paper.note.setText(text)

    def _bring(self, page: QWidget) -> None:
        """Show the step, the paper or the ending; the bar at the foot belongs to the step."""
        self.stack.setCurrentWidget(page)
        self.foot.setVisible(page is self.work)

    def work_on(self) -> None:
        """Go back from paper or ending to the step."""
        self._bring(self.work)
        self.focus_first()

    def ask_end(self) -> None:
        """Show what is missing, and ask once."""
        if not self.session.read_only:
            self.end_page.retranslate()
            self._bring(self.end_page)
            self.end_page.end.setFocus()

    def end(self) -> None:
        """Close the meeting and hide the wall."""
        self.flush()
        self.session.projector.hide()
        if self.desk.bridge.do(EndMeeting()):
            self.closed.emit()

    def reopen(self) -> None:
        """Open a closed meeting again."""
        if self.desk.bridge.do(ReopenMeeting()):
            self.retranslate()
            self.focus_first()

    def flush(self) -> None:
        """Keep everything that is being typed and the time that was spent."""
        self.side.fold_notes()
        flush_drafts(self)
        self.time.count()

    def leave(self) -> None:
        """Go home; the wall is hidden first, the meeting goes on when it is opened again."""
        self.shut()
        self.left.emit()

    def shut(self) -> None:
        """Let go of everything: before leaving and before locking."""
        if self.session.projector.mode is not Mode.HIDDEN:
            self.session.projector.hide()
        self.flush()
        self.time.stop()
        self.wall.leave()
        for action in self.actions():
            self.control.window.removeAction(action)
        self.desk.bridge.close()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the verbs of the card under the hand."""
        self.verbs.menu(event.globalPos())
