"""What can be done with the card that is meant, by key or by menu: each verb one command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Entity,
    InMeeting,
    Position,
    Said,
    ScaleRating,
    Shared,
    Wish,
)
from tvm_desktop.domain.enums import Share, WishReply
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.commands.cards import EditCard, MergeCards, Say
from tvm_desktop.session.commands.plan import AcceptAction, AnswerWish
from tvm_desktop.session.commands.scales import AllowNumber
from tvm_desktop.session.commands.things import MarkForChild, Park, Remove, SetVoice, ShareWith, TakePosition
from tvm_desktop.ui.actions import BY_ID, key_text
from tvm_desktop.ui.facilitator.columns import ColumnVerbs
from tvm_desktop.ui.facilitator.desk import ASKED, Asking
from tvm_desktop.ui.facilitator.sorting import Sorting
from tvm_desktop.ui.facilitator.tie import LOWER, TiePopup
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.doing import in_session
from tvm_desktop.ui.text import escape_mnemonic
from tvm_desktop.ui.widgets.basic import PopMenu
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.ui.facilitator.desk import Desk

_MENU = (
    "edit",
    "differ",
    "yes",
    "tie",
    "sort",
    "for_child",
    "unshown",
    "verbatim",
    "interpreted",
    "merge",
    "delete",
)
# What can be done with whatever was written down, when it can no longer be changed.
_CLOSED = ("correct",)
# What can be done with an agreement of an earlier meeting.
_FOLLOWED_UP = ("differ", "for_child", "unshown", "correct")
# Which kinds a verb can be done with; the others take everything.
_MEANT: dict[str, tuple[type[Entity], ...]] = {
    "differ": (Shared, Position),
    "yes": (Action, Wish, ScaleRating),
    "tie": tuple(LOWER),
    "sort": (Card,),
    "for_child": (Shared,),
    "unshown": (Shared,),
    "verbatim": (Said,),
    "interpreted": (Said,),
    "merge": (Card,),
}


class Verbs(QObject):
    """Signals: ``said(Message, undoable)`` for the quiet bar, ``edit_wanted(id)``."""

    said = Signal(object, bool)
    edit_wanted = Signal(str)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.desk = desk
        self._window = window
        self.tie_popup: TiePopup | None = None
        self.sorting, self.columns = Sorting(desk, window), ColumnVerbs(desk, window)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what each key of the cards does."""
        return {
            "edit": self.edit,
            "delete": self.delete,
            "differ": self.differ,
            "yes": self.yes,
            "tie": self.tie,
            "merge": self.merge,
            "sort": self.sorting.sort,
            "alone": self.columns.alone,
            "column": self.columns.offer,
            "for_child": self.for_child,
            "unshown": self.unshown,
            "verbatim": self.verbatim,
            "interpreted": self.interpreted,
            "correct": self.correct,
        }

    def _target(self) -> Entity | None:
        return self.desk.record.anything(self.desk.targets[0]) if self.desk.targets else None

    def _is_ours(self, thing: Entity) -> bool:
        """Say whether a thing is of this meeting; an agreement of an earlier one is followed up, not changed."""
        return not isinstance(thing, InMeeting) or thing.meeting_id == self.desk.record.meeting_id

    def _cards(self) -> tuple[Card, ...]:
        found = (self.desk.record.find(Card, i) for i in self.desk.targets)
        return tuple(card for card in found if card is not None)

    def _words(self) -> tuple[Said, ...]:
        found = map(self.desk.record.anything, self.desk.targets)
        return tuple(said for said in found if isinstance(said, Said) and self._is_ours(said))

    def edit(self) -> None:
        """Open the words."""
        if self.desk.targets and not self.desk.session.read_only:
            self.edit_wanted.emit(self.desk.targets[0])

    def delete(self) -> None:
        """Delete, and offer to undo. What an earlier meeting agreed stays."""
        found = [thing for thing in map(self.desk.record.anything, self.desk.targets) if thing is not None]
        if not all(map(self._is_ours, found)):
            return
        targets = tuple(thing.id for thing in found)
        if targets and self.desk.bridge.do(Remove(targets)):
            self.desk.aim()
            self.said.emit(msgs("{count} deleted", "{count} deleted", len(targets)), True)

    def differ(self) -> None:
        """Let the entry line ask what the chosen voice sees differently."""
        about = self._about()
        if not about or self.desk.session.read_only:
            self.said.emit(msg("Choose a card first."), False)
            return

        def take(text: str) -> bool:
            return self.desk.bridge.do(TakePosition(about, self.desk.voice, text), done_draft=ASKED)

        name = self.desk.record.called(self.desk.voice)
        self.desk.ask(Asking(msg("{name} sees it differently:", name=name), take, empty=True))

    def _about(self) -> str:
        """Return what is seen differently: the thing that is meant, or in the closing the plan as a whole."""
        target = self._target()
        if isinstance(target, Position):
            return target.about
        if isinstance(target, Shared):
            return target.id
        return self.desk.record.meeting_id if self.desk.step.panel is PanelKind.CLOSING else ""

    def yes(self) -> None:
        """Those who are to do it say yes, or take it back; a wish gets its yes."""
        target = self._target()
        if isinstance(target, Action) and self._is_ours(target):
            self.desk.bridge.do(AcceptAction(target.id, set(target.who) != set(target.accepted_by)))
        elif isinstance(target, Wish):
            values = {"reply": WishReply.YES, "answered_by": self.desk.voice}
            self.desk.bridge.do(AnswerWish(target.id, values))
        elif isinstance(target, ScaleRating):
            self.desk.bridge.do(AllowNumber(target.scale_id, target.person_id, not target.may_show))

    def tie(self) -> None:
        """Show what the thing builds on."""
        if self.desk.targets and not self.desk.session.read_only:
            place = self._window.mapToGlobal(QPoint(self._window.width() // 3, self._window.height() // 4))
            self.tie_popup = TiePopup.open(self.desk, self.desk.targets[0], self._window, place)

    def merge(self) -> None:
        """Make one card of those chosen."""
        cards = self._cards()
        if len(cards) < 2:
            self.said.emit(msg("Choose two cards or more: hold Shift or Ctrl."), False)
        elif self.desk.bridge.do(MergeCards(tuple(card.id for card in cards))):
            self.desk.aim(cards[0].id)
            self.said.emit(msg("The cards are one now."), True)

    def for_child(self) -> None:
        """Mark as fit for the child, or not."""
        found = [e for e in map(self.desk.record.anything, self.desk.targets) if isinstance(e, Shared)]
        if found:
            ids = tuple(e.id for e in found)
            self.desk.bridge.do(MarkForChild(ids, fit=not found[0].fit_for_child))

    def unshown(self) -> None:
        """Keep without showing, or show to all; a prepared card has then been said."""
        found = [e for e in map(self.desk.record.anything, self.desk.targets) if isinstance(e, Shared)]
        if not found:
            return
        ids = tuple(e.id for e in found)
        if isinstance(found[0], Said) and found[0].prepared:
            self.desk.bridge.do(Say(ids))
            return
        share = Share.ALL if found[0].share is Share.FACILITATOR else Share.FACILITATOR
        self.desk.bridge.do(ShareWith(ids, share))

    def verbatim(self) -> None:
        """Mark the words as the person's own, or not."""
        for card in self._words():
            values = {"verbatim": not card.verbatim, "interpreted": card.interpreted and card.verbatim}
            self.desk.bridge.do(EditCard(card.id, values))

    def interpreted(self) -> None:
        """Mark the words as said through the interpreter, or not; then they are no quote."""
        for card in self._words():
            values = {"interpreted": not card.interpreted, "verbatim": card.verbatim and card.interpreted}
            self.desk.bridge.do(EditCard(card.id, values))

    def correct(self) -> None:
        """Put a correction beside what can no longer be changed; in a running meeting the words themselves are."""
        target = self._target()
        if target is None:
            self.said.emit(msg("Choose a card first."), False)
        elif not self.desk.session.read_only and self._is_ours(target):
            self.edit()
        else:
            do = in_session(self.desk.session)
            window = CorrectionWindow(
                self.desk.context, self._window.window(), self.desk.record, target.id, do
            )
            window.show()

    def park(self, text: str) -> bool:
        """Keep a solution that was said too early; False when it could not be saved."""
        if not text or not self.desk.bridge.do(Park(text, self.desk.voice), done_draft="entry"):
            return False
        self.said.emit(msg("Say: “We keep that one, so that it is not forgotten.”"), False)
        return True

    def revoice(self) -> None:
        """Give the targets the chosen voice."""
        self.desk.bridge.do(SetVoice(self.desk.targets, self.desk.voice))

    def menu(self, place: QPoint) -> PopMenu | None:
        """Offer what can be done with the card that is meant."""
        target = self._target()
        if target is None:
            return None
        menu = PopMenu(self._window)
        words, handlers = self.desk.context.words, self.handlers()
        for verb in self._offered(target):
            if isinstance(target, _MEANT.get(verb, Entity)):
                menu.offer(words(BY_ID[verb].words), key_text(verb)).triggered.connect(handlers[verb])
        if not self.desk.session.read_only:
            self._offer_people(menu, target)
        menu.popup(place)
        return menu

    def _offered(self, target: Entity) -> tuple[str, ...]:
        if self.desk.session.read_only:
            return _CLOSED
        return _MENU if self._is_ours(target) else _FOLLOWED_UP

    def _offer_people(self, menu: PopMenu, target: Entity) -> None:
        """Offer whose words it is, and who is not to see it."""
        if hasattr(target, "voice") and self.desk.voice:
            said = msg("These are {name}’s words", name=self.desk.record.called(self.desk.voice))
            menu.offer(self.desk.context.words(said)).triggered.connect(self.revoice)
        if isinstance(target, Shared):
            self._offer_persons(menu, target)

    def _offer_persons(self, menu: PopMenu, target: Shared) -> None:
        """Offer to keep a thing from single persons: from the wall while they are in, and from their paper."""
        not_to = menu.addMenu(self.desk.context.words(msg("Not to be seen by …")))
        for attendance in self.desk.record.all(Attendance):
            choice = not_to.addAction(escape_mnemonic(self.desk.record.voice(attendance.person_id)))
            choice.setData(attendance.person_id)
            choice.setCheckable(True)
            choice.setChecked(target.share is Share.NOT_TO and attendance.person_id in target.not_to)
        not_to.triggered.connect(self._keep_from)

    def _keep_from(self, choice: QAction) -> None:
        target = self._target()
        if isinstance(target, Shared):
            before = set(target.not_to) if target.share is Share.NOT_TO else set()
            persons = tuple(sorted(before ^ {str(choice.data())}))
            share = Share.NOT_TO if persons else Share.ALL
            self.desk.bridge.do(ShareWith((target.id,), share, persons))
