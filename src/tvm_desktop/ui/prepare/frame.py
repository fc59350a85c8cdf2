"""The page's head, foot and panes: three side by side, or one at a time when room is short or the text large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.ui.actions import key_text
from tvm_desktop.ui.prepare.fields import ShortLabel
from tvm_desktop.ui.widgets.basic import Bar, Button, Chip, Panel, PlainLabel, set_tip
from tvm_desktop.ui.widgets.scroll import Scroll
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tvm_desktop.ui.prepare.desk import Desk
    from tvm_desktop.ui.prepare.people import PeopleSection
    from tvm_desktop.words import Message

_WIDE = 1180
_LEFT, _RIGHT = 348, 336


class Frame:
    """Lays out a page's sections."""

    def __init__(
        self, page: QWidget, left: Iterable[QWidget], people: PeopleSection, right: Iterable[QWidget]
    ) -> None:
        self.title, self.form = ShortLabel("", "strong"), Chip()
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.saved = PlainLabel("", "small")
        self.undo, self.back = Button("", "plain"), Button("", "plain")
        self.start = Button("", "primary")
        self.bar = Bar()
        self.panes = (_pane("side", left), _pane("page", (people,)), _pane("side-right", right))
        self.panes[1].box.addWidget(people.foot)
        self.tabs = tuple(Button("", "step") for _ in self.panes)
        self.tab_bar = Panel("top", across=True, margins=(16, 6, 16, 6), spacing=8)
        self._shown = 1
        self._wide = True
        self._lay_out(page)
        for tab, show in zip(self.tabs, (self._show_left, self._show_middle, self._show_right), strict=True):
            tab.clicked.connect(show)

    def _lay_out(self, page: QWidget) -> None:
        top = Panel("top", across=True, margins=(20, 10, 20, 10), spacing=14)
        top.box.addWidget(self.title, 1)
        top.box.addWidget(self.form)
        for tab in self.tabs:
            self.tab_bar.box.addWidget(tab)
        self.tab_bar.box.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(0)
        for pane, stretch in zip(self.panes, (0, 1, 0), strict=True):
            body.addWidget(pane, stretch)
        foot = Panel("foot", across=True, margins=(20, 8, 20, 8), spacing=12)
        foot.box.addWidget(self.saved)
        foot.box.addStretch(1)
        for widget in (self.undo, self.back, self.start):
            foot.box.addWidget(widget)
        self.bar_room = QWidget()
        self.bar_room.hide()
        bar = QHBoxLayout(self.bar_room)
        bar.setContentsMargins(20, 8, 20, 8)
        bar.addStretch(1)
        bar.addWidget(self.bar, 3)
        bar.addStretch(1)
        self.bar.closed.connect(self.bar_room.hide)
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(top)
        box.addWidget(self.tab_bar)
        box.addLayout(body, 1)
        box.addWidget(self.bar_room)
        box.addWidget(foot)

    def retranslate(self, desk: Desk) -> None:
        """Say all in the language of the moment, at the present text size."""
        say = desk.say
        self.undo.setText(f"↶ {say(msg('Undo'))}")
        self.back.setText(f"← {say(msg('Back'))}")
        for tab, words in zip(
            self.tabs, (msg("The meeting"), msg("Who comes"), msg("Time and notes")), strict=True
        ):
            tab.setText(say(words))
        self.panes[0].setFixedWidth(desk.context.px(_LEFT))
        self.panes[2].setFixedWidth(desk.context.px(_RIGHT))
        self.show_saved(desk)

    def show_head(self, desk: Desk) -> None:
        """Name the meeting, and say what can be undone."""
        say, name = desk.say, desk.record.course.name
        title = msg("Prepare the meeting with {child}", child=name) if name else msg("Prepare the meeting")
        self.title.setText(say(title))
        self.form.setText(desk.phrase(desk.format.name))
        label = desk.session.undo_label
        self.undo.setEnabled(label is not None and not desk.locked)
        words = say(msg("Undo: {what}", what=label)) if label else say(msg("Undo"))
        self.undo.setAccessibleDescription(words)
        set_tip(self.undo, f"{words} ({key_text('undo')})")
        running = desk.record.meeting.status is not MeetingStatus.PLANNED
        self.start.setText(f"{say(msg('To the meeting') if running else msg('Start the meeting'))} →")

    def show_saved(self, desk: Desk) -> None:
        """Say when all was last kept."""
        at = desk.session.saved_at
        if at is None:
            self.saved.setText(desk.say(msg("All is kept as you write")))
            return
        there = dates.local(at, desk.record.meeting.zone)
        clock = f"{there:%H.%M.%S}" if desk.context.language == "da" else f"{there:%H:%M:%S}"
        self.saved.setText("✓ " + desk.say(msg("Kept {clock}", clock=clock)))

    def tell(self, desk: Desk, message: Message, act: Message | None = None, *, stay: bool = False) -> None:
        """Say a sentence above the foot, with at most one act."""
        say = desk.say
        self.bar_room.show()
        self.bar.say(say(message), say(act) if act else "", close=say(msg("Close")), stay=stay)

    def fit(self, width: int, scale: float) -> None:
        """Choose between three panes and one."""
        self._wide = width >= _WIDE * scale
        self.tab_bar.setVisible(not self._wide)
        for place, pane in enumerate(self.panes):
            pane.setVisible(self._wide or place == self._shown)
            if place != 1:
                usual = round((_LEFT if place == 0 else _RIGHT) * scale)
                pane.setMinimumWidth(usual if self._wide else 0)
                pane.setMaximumWidth(usual if self._wide else 16777215)
        for place, tab in enumerate(self.tabs):
            tab.set_role("step-on" if place == self._shown else "step")

    def show_pane_of(self, widget: QWidget) -> None:
        """Bring the pane that holds a widget in sight."""
        found = next((n for n, pane in enumerate(self.panes) if pane.isAncestorOf(widget)), 1)
        self._show(found)

    def _show_left(self) -> None:
        self._show(0)

    def _show_middle(self) -> None:
        self._show(1)

    def _show_right(self) -> None:
        self._show(2)

    def _show(self, place: int) -> None:
        self._shown = place
        if not self._wide:
            for n, (pane, tab) in enumerate(zip(self.panes, self.tabs, strict=True)):
                pane.setVisible(n == place)
                tab.set_role("step-on" if n == place else "step")


def _pane(role: str, sections: Iterable[QWidget]) -> Panel:
    pane = Panel(role, margins=(0, 0, 0, 0), spacing=0)
    scroll = Scroll(margins=(20, 16, 20, 16), spacing=22)
    for section in sections:
        scroll.box.addWidget(section)
    scroll.box.addStretch(1)
    pane.box.addWidget(scroll)
    return pane
