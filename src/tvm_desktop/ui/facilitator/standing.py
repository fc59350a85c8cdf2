"""Where the leader stands in a meeting: taken down when the file is locked, taken up again when it is opened.

Ids and choices only: nothing that was said lies in memory while the file is locked.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tvm_desktop.session.frames.showing import Showing

if TYPE_CHECKING:
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.facilitator.window import FacilitatorPage


class View(StrEnum):
    """What fills the window's middle."""

    WORK = "work"
    PAPER = "paper"
    END = "end"


@dataclass(frozen=True, slots=True)
class Standing:
    """The step that the leader looks at, whose words come next and where, and what the table was shown of its step."""

    step: str
    voice: str
    slot: int
    cursor: int  # in the entry line; its words are a draft
    targets: tuple[str, ...]
    picked: frozenset[str]
    showing: Showing
    view: View
    paper: str  # which one was looked at
    large: bool
    a3: bool
    side_wanted: bool
    agenda_wanted: bool


def stand_of(page: FacilitatorPage) -> Standing:
    """Take down where the leader stands."""
    desk, paper = page.desk, page.paper
    shown = page.stack.currentWidget()
    return Standing(
        step=desk.step_id,
        voice=desk.voice,
        slot=desk.slot,
        cursor=page.entry.edit.textCursor().position(),
        targets=desk.targets,
        picked=frozenset(desk.picked),
        showing=page.session.projector.showing,
        view=View.END if shown is page.end_page else View.PAPER if shown is paper else View.WORK,
        paper=paper.kind if paper else "",
        large=paper is not None and paper.large.isChecked(),
        a3=paper is not None and paper.a3.isChecked(),
        side_wanted=page.hands.side_wanted,
        agenda_wanted=page.hands.agenda_wanted,
    )


def set_the_wall(session: MeetingSession, stand: Standing) -> None:
    """Let the wall's picture be ready as it was, hidden: before the page is made, which follows it."""
    session.projector.look_at(**asdict(stand.showing))


def stand_again(page: FacilitatorPage, stand: Standing) -> None:
    """Look at what was looked at, with the same choices."""
    desk = page.desk
    if stand.step in {step.id for step in desk.steps}:
        desk.look_at(stand.step)
    if stand.voice in {person.id for person in desk.voices}:
        desk.choose_voice(stand.voice)
    desk.choose_slot(stand.slot)
    desk.aim(*stand.targets)
    for thing_id in stand.picked:
        desk.pick(thing_id)
    page.entry.edit.restore(page.entry.edit.toPlainText(), stand.cursor)
    page.hands.side_wanted, page.hands.agenda_wanted = stand.side_wanted, stand.agenda_wanted
    page.fold()
    _look_again(page, stand)


def _look_again(page: FacilitatorPage, stand: Standing) -> None:
    if stand.view is View.END:
        page.ask_end()
    elif stand.view is View.PAPER:
        page.open_paper()
        if page.paper is not None:
            page.paper.large.setChecked(stand.large)
            page.paper.a3.setChecked(stand.a3)
            page.paper.choose(stand.paper)
            page.paper.retranslate()
