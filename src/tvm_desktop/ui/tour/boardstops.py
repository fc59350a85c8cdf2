"""The tour at the board and in the grid: the same running meeting goes on in another kind, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.formats.model import PanelKind

if TYPE_CHECKING:
    from tvm_desktop.ui.tour.stage import Stage


def go_on_in(stage: Stage, panel: PanelKind) -> None:
    """Go on in the first kind of meeting that has such a panel, at that panel."""
    found = next(f for f in stage.context.formats.formats if any(s.panel is panel for s in f.steps))
    stage.meeting.desk.bridge.switch_to(found)
    stage.meeting.bar.close_bar()  # it would go by itself, in some pictures and not in others
    take(stage, panel)


def take(stage: Stage, panel: PanelKind) -> None:
    """Take the table to the first step of a kind that is not the child's."""
    steps = stage.meeting.desk.steps
    stage.meeting.desk.take_table(next(s.id for s in steps if s.panel is panel and not s.for_child))
    stage.settle()


def since_last(stage: Stage) -> None:
    """Tell what became of the first agreement, and what made the difference."""
    take(stage, PanelKind.FOLLOW_UP)
    stage.press("G")
    stage.type("De svarede med det samme. Vi har en tid i april.")
    stage.press("Return")


def board(stage: Stage) -> None:
    """Go on at the board; the cards of the story are there already."""
    stage.meeting.work_on()
    go_on_in(stage, PanelKind.STATEMENTS)
    take(stage, PanelKind.BOARD)
    stage.press("Ctrl+3")
    stage.press("Alt+2")
    stage.type("Hun spiller bold med sin fætter om lørdagen.")
    stage.press("Return")


def one_column(stage: Stage) -> None:
    """Let one column stand alone on the wall."""
    stage.press("Ctrl+Shift+A")


def worry(stage: Stage) -> None:
    """Say a worry in three parts, and the family's own version."""
    stage.press("Ctrl+Shift+A")
    take(stage, PanelKind.STATEMENTS)
    stage.press("Ctrl+4")
    stage.type("Amina er alene i frikvartererne og bliver hjemme om mandagen.")
    stage.press("Return")
    stage.type("Hvis det bliver ved, kan hun miste lysten til at gå i skole.")
    stage.press("Return")
    stage.type("2, 3")
    stage.press("Return")
    stage.press("Ctrl+2")
    stage.type("Hun vil gerne i skole. Hun mangler bare én at være sammen med.")
    stage.press("Return")


def worry_parts(stage: Stage) -> None:
    """Open the parts of the worry."""
    stage.press("F2")


def numbers_hidden(stage: Stage) -> None:
    """Type numbers from slips; nobody sees them."""
    stage.press("Esc")
    take(stage, PanelKind.SCALE)
    for number in ("5", "6", "4", "4"):
        stage.type(number)
        stage.press("Return")


def numbers(stage: Stage) -> None:
    """Show them together, beside last meeting's."""
    stage.press("Ctrl+Shift+D")


def numbers_why(stage: Stage) -> None:
    """Say what makes them not lower."""
    stage.press("Ctrl+2")
    stage.press("Alt+1")
    stage.type("Hun glæder sig til tirsdag.")
    stage.press("Return")


def grid(stage: Stage) -> None:
    """Look at the same cards in the grid."""
    go_on_in(stage, PanelKind.GRID)


def minutes_only(stage: Stage) -> None:
    """Write the minutes in a room with a whiteboard of its own."""
    take(stage, PanelKind.GRID)
    stage.press("Ctrl+Shift+R")


def evaluation(stage: Stage) -> None:
    """Ask how the meeting was, with the wall again."""
    stage.press("Ctrl+Shift+R")
    stage.press("F5")
    go_on_in(stage, PanelKind.UNDERSTANDINGS)
    take(stage, PanelKind.EVALUATION)
