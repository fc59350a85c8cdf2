"""Where the tour stops: each stop a name, and what the hands do to get there from the one before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tvm_desktop.domain.entities import Understanding
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.frames.closing import ACTION, CHILD, WISH
from tvm_desktop.session.keeping import day_to_go, set_day
from tvm_desktop.storage.exchange.demo import fill_with_demo
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.facilitator.answers import ActionAnswer, WishAnswer
from tvm_desktop.ui.facilitator.panels.closing import ClosingPanel
from tvm_desktop.ui.prepare.row import PersonLine
from tvm_desktop.ui.tour import boardstops
from tvm_desktop.ui.tour.stage import Stage

if TYPE_CHECKING:
    from tvm_desktop.formats.model import Step

_PASSWORD = "fire ord i en rad"
_CODE = "EKSE-MPEL-2345-6723-EKSE-MPEL-2345-6723"


@dataclass(frozen=True, slots=True)
class Stop:
    """One picture of the laptop; with ``wall`` one of every projector, and with ``plan`` the plan as it stands."""

    name: str
    go: Callable[[Stage], None]
    wall: bool = False
    plan: bool = False


# -- the way in ------------------------------------------------------------------------------------------------------


def _begin(stage: Stage) -> None:
    stage.shell.begin()


def _choose_password(stage: Stage) -> None:
    """Show an invented code: no picture ever holds a real one."""
    first = stage.shell.gate.first
    if first is not None:
        stage.type(_PASSWORD)
        stage.press("Return")
        stage.type(_PASSWORD)
        stage.press("Return")
        stage.wait(lambda: first.currentWidget() is first.code)
        first.code.show_code(_CODE)


def _own_name(stage: Stage) -> None:
    first = stage.shell.gate.first
    if first is not None:
        first.code.check.click()
        first.code.go.click()
        stage.type("Karin Damgaard")
        stage.press("Return")
        stage.type("00 00 00 00")


def _empty_home(stage: Stage) -> None:
    stage.press("Return")


def _locked(stage: Stage) -> None:
    context = stage.context
    fill_with_demo(context.open_store, context.formats.formats, today=context.clock().date())
    stage.press("Ctrl+L")


def _unlock(stage: Stage) -> None:
    stage.type(_PASSWORD)
    stage.press("Return")
    stage.wait(lambda: stage.shell.rooms is not None)


# -- before the meeting ----------------------------------------------------------------------------------------------


def _search(stage: Stage) -> None:
    stage.press("Ctrl+F")
    stage.type("lege")
    stage.wait(stage.rooms.home.results.isVisible)
    stage.rooms.home.results.show_for("lege")
    stage.rest()


def _new_meeting(stage: Stage) -> None:
    stage.press("Esc")
    stage.rooms.ask_new(stage.context.formats.formats[0].id)
    stage.settle()
    stage.type("mi")


def _course(stage: Stage) -> None:
    stage.rooms.open_course("minh")


def _prepare(stage: Stage) -> None:
    stage.rooms.open_prepare("minh-moede-02")


def _open_person(stage: Stage) -> None:
    lines = [line for line in stage.shell.findChildren(PersonLine) if line.isVisible()]
    lines[1].setFocus()
    stage.press("Return")


# -- in the meeting --------------------------------------------------------------------------------------------------


def _take(stage: Stage, wanted: Callable[[Step], bool]) -> None:
    """Take the table to the first step of a kind, and let the wall show it."""
    step = next(step for step in stage.meeting.desk.steps if wanted(step))
    stage.meeting.desk.take_table(step.id)
    stage.settle()


def _kind(stage: Stage, kind: PanelKind) -> None:
    _take(stage, lambda step: step.panel is kind and not step.for_child)


def _arrive(stage: Stage) -> None:
    stage.rooms.start("amina-moede-02")
    stage.settle()


def _child_time(stage: Stage) -> None:
    _take(stage, lambda step: step.for_child)
    stage.press("F8")
    stage.press("F5")
    stage.shell.activateWindow()


def _framing(stage: Stage) -> None:
    stage.press("F8")
    _kind(stage, PanelKind.FRAMING)
    for _ in range(3):
        stage.press("Down")


def _story(stage: Stage) -> None:
    _kind(stage, PanelKind.BOARD)
    stage.press("Ctrl+3")
    stage.press("Alt+2")
    stage.type("Amina hjælper sine små søskende med tøjet.")
    stage.press("Return")
    stage.press("Ctrl+4")
    stage.press("Alt+1")
    stage.type("Hun står tit alene i frikvarteret, når de andre")


def _understanding(stage: Stage) -> None:
    stage.press("Ctrl+A")
    stage.press("Del")
    _kind(stage, PanelKind.UNDERSTANDINGS)


def _differ(stage: Stage) -> None:
    understood = stage.meeting.desk.record.all(Understanding)
    stage.meeting.desk.aim(understood[0].id)
    stage.press("Ctrl+2")
    stage.press("Ctrl+D")
    stage.type("Hun kender Liva fra fodbold")


def _goal(stage: Stage) -> None:
    stage.press("Return")
    _kind(stage, PanelKind.GOALS)


def _effort(stage: Stage) -> None:
    """A wish waits for its answer, a promise for its yes, and the next line is being typed."""
    _kind(stage, PanelKind.ACTIONS)
    stage.press("Ctrl+2")
    stage.press("Alt+3")
    stage.type("At Amina kan spise morgenmad i skolen")
    stage.press("Return")
    stage.press("Ctrl+3")
    stage.press("Alt+1")
    stage.type("Følger Amina til fodbold, hver onsdag")


def _answers(stage: Stage) -> None:
    stage.press("Return")
    _press_first(stage, ActionAnswer)
    wish = next(answer for answer in stage.meeting.page.findChildren(WishAnswer) if answer.isVisible())
    wish.examine.click()
    stage.type("Mette senest 20. marts")


def _press_first(stage: Stage, kind: type[ActionAnswer]) -> None:
    next(answer for answer in stage.meeting.page.findChildren(kind) if answer.isVisible()).yes.click()
    stage.settle()


def _frozen(stage: Stage) -> None:
    stage.press("Return")
    stage.press("Ctrl+Shift+F")


def _pause(stage: Stage) -> None:
    stage.press("Ctrl+Shift+F")
    stage.press("F12")


def _closing(stage: Stage) -> None:
    stage.press("F12")
    _kind(stage, PanelKind.CLOSING)
    _draw_paper(stage)


def _read(stage: Stage, kind: str) -> None:
    """Read one stop of the closing aloud."""
    panel = stage.meeting.page
    if isinstance(panel, ClosingPanel):
        panel.cards[next(key for key in panel.cards if key[0] == kind)].setFocus()
        stage.settle()


def _thread(stage: Stage) -> None:
    panel = stage.meeting.page
    if isinstance(panel, ClosingPanel):
        panel.show_thread()
        _draw_paper(stage)


def _draw_paper(stage: Stage) -> None:
    """Draw the small preview now, not a moment later."""
    panel = stage.meeting.page
    stage.settle()
    if isinstance(panel, ClosingPanel):
        panel.preview.draw()


def _paper(stage: Stage) -> None:
    stage.press("Ctrl+P")


def _large_print(stage: Stage) -> None:
    if stage.meeting.paper is not None:
        stage.meeting.paper.large.setChecked(True)


def _form(stage: Stage) -> None:
    if stage.meeting.paper is not None:
        stage.meeting.paper.large.setChecked(False)
        stage.meeting.paper.choice.box.setFocus()
        stage.press("Down")


def _ending(stage: Stage) -> None:
    stage.press("Up")
    stage.press("Esc")
    stage.meeting.ask_end()


# -- looks -----------------------------------------------------------------------------------------------------------


def _settings(stage: Stage) -> None:
    stage.meeting.work_on()
    stage.shell.show_window("settings")


def _keys(stage: Stage) -> None:
    _close_windows(stage)
    stage.press("F1")


def _about(stage: Stage) -> None:
    _close_windows(stage)
    stage.shell.show_window("about")


def _close_windows(stage: Stage) -> None:
    for window in stage.shell.findChildren(SideWindow):
        window.close()
    stage.settle()
    stage.shell.activateWindow()
    stage.settle()


def _other_language(stage: Stage) -> None:
    _close_windows(stage)
    _kind(stage, PanelKind.ACTIONS)
    stage.shell.choose_language("en" if stage.context.language == "da" else "da")


def _theme(stage: Stage, name: str) -> None:
    stage.shell.choose_language(stage.language)
    stage.shell.choose_theme(name)
    _kind(stage, PanelKind.BOARD)


def _large_text(stage: Stage) -> None:
    stage.shell.choose_theme("light")
    stage.resize(QSize(1280, 720))
    stage.shell.choose_scale(2.0)


def _home_again(stage: Stage) -> None:
    stage.rooms.go_home()


def _closed(stage: Stage) -> None:
    stage.shell.choose_scale(1.0)
    stage.resize(stage.size)
    stage.rooms.open_meeting("minh-moede-01")
    stage.meeting.desk.look_at(stage.meeting.desk.steps[2].id)


def _filing(stage: Stage) -> None:
    stage.meeting.foot.file.click()
    stage.settle()


def _record(stage: Stage) -> None:
    if stage.rooms.filing is not None:
        stage.rooms.filing.show_it.click()


def _to_delete(stage: Stage) -> None:
    store, now = stage.context.open_store, stage.context.clock()
    set_day(store, "yusuf", day_to_go(store, now))
    stage.rooms.go_home()
    stage.shell.show_window("to-delete")


STOPS = (
    Stop("welcome", _begin),
    Stop("recovery-code", _choose_password),
    Stop("own-name", _own_name),
    Stop("home-empty", _empty_home),
    Stop("unlock", _locked),
    Stop("home", _unlock),
    Stop("search", _search),
    Stop("new-meeting", _new_meeting),
    Stop("course", _course),
    Stop("prepare", _prepare),
    Stop("prepare-person", _open_person),
    Stop("hidden", _arrive),
    Stop("child-time", _child_time, wall=True),
    Stop("framing", _framing, wall=True),
    Stop("since-last", boardstops.since_last, wall=True),
    Stop("story", _story, wall=True),
    Stop("understanding", _understanding, wall=True),
    Stop("sees-it-differently", _differ),
    Stop("goal", _goal, wall=True),
    Stop("effort", _effort, wall=True),
    Stop("answers", _answers, wall=True),
    Stop("frozen", _frozen),
    Stop("pause", _pause, wall=True),
    Stop("next-meeting", _closing, wall=True),
    Stop("agreement", partial(_read, kind=ACTION), wall=True),
    Stop("wish", partial(_read, kind=WISH), wall=True),
    Stop("child-told", partial(_read, kind=CHILD), wall=True),
    Stop("thread", _thread, wall=True),
    Stop("paper", _paper, plan=True),
    Stop("paper-large-print", _large_print),
    Stop("paper-form", _form),
    Stop("end", _ending),
    Stop("board", boardstops.board, wall=True),
    Stop("one-column", boardstops.one_column, wall=True),
    Stop("worry", boardstops.worry, wall=True),
    Stop("worry-parts", boardstops.worry_parts),
    Stop("numbers-hidden", boardstops.numbers_hidden, wall=True),
    Stop("numbers", boardstops.numbers, wall=True),
    Stop("numbers-why", boardstops.numbers_why, wall=True),
    Stop("grid", boardstops.grid, wall=True),
    Stop("minutes-only", boardstops.minutes_only),
    Stop("evaluation", boardstops.evaluation, wall=True),
    Stop("settings", _settings),
    Stop("keys", _keys),
    Stop("about", _about),
    Stop("other-language", _other_language),
    Stop("dark", partial(_theme, name="dark"), wall=True),
    Stop("high-contrast", partial(_theme, name="high-contrast"), wall=True),
    Stop("large-text", _large_text),
    Stop("large-text-home", _home_again),
    Stop("closed", _closed),
    Stop("filing", _filing),
    Stop("filing-record", _record),
    Stop("to-delete", _to_delete),
)
