"""The panels of a meeting: which page works which kind, one page per step, made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from tvm_desktop.formats.model import PanelKind
from tvm_desktop.ui.facilitator.panels.actions import ActionsPanel
from tvm_desktop.ui.facilitator.panels.board import BoardPanel
from tvm_desktop.ui.facilitator.panels.closing import ClosingPanel
from tvm_desktop.ui.facilitator.panels.evaluation import EvaluationPanel
from tvm_desktop.ui.facilitator.panels.followup import FollowUpPanel
from tvm_desktop.ui.facilitator.panels.framing import FramingPanel
from tvm_desktop.ui.facilitator.panels.goals import GoalsPanel
from tvm_desktop.ui.facilitator.panels.grid import GridPanel
from tvm_desktop.ui.facilitator.panels.round import RoundPanel
from tvm_desktop.ui.facilitator.panels.scale import ScalePanel
from tvm_desktop.ui.facilitator.panels.statements import StatementsPanel
from tvm_desktop.ui.facilitator.panels.understandings import UnderstandingsPanel

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk
    from tvm_desktop.ui.facilitator.panels.base import PanelPage

PANELS: dict[PanelKind, type[PanelPage]] = {
    PanelKind.FRAMING: FramingPanel,
    PanelKind.BOARD: BoardPanel,
    PanelKind.GRID: GridPanel,
    PanelKind.UNDERSTANDINGS: UnderstandingsPanel,
    PanelKind.STATEMENTS: StatementsPanel,
    PanelKind.SCALE: ScalePanel,
    PanelKind.GOALS: GoalsPanel,
    PanelKind.ACTIONS: ActionsPanel,
    PanelKind.CLOSING: ClosingPanel,
    PanelKind.FOLLOW_UP: FollowUpPanel,
    PanelKind.ROUND: RoundPanel,
    PanelKind.EVALUATION: EvaluationPanel,
}


class Pages(QStackedWidget):
    """Signal: ``paper_wanted()`` when a page's preview of the plan was pressed."""

    paper_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._made: dict[tuple[str, str], PanelPage] = {}

    @property
    def page(self) -> PanelPage:
        """The panel of the step in view."""
        step, key = self.desk.step, self._key
        page = self._made.get(key)
        if page is None:
            page = self._made[key] = PANELS[step.panel](self.desk, step)
            self.addWidget(page)
            if isinstance(page, ClosingPanel):
                page.preview.wanted.connect(self.paper_wanted)
        return page

    @property
    def _key(self) -> tuple[str, str]:
        # Steps of two forms may share an id.
        return self.desk.session.format.hash, self.desk.step_id

    def forget_others(self) -> None:
        """Let go of the pages that are not in view; they are made afresh in other words."""
        for key in [key for key in self._made if key != self._key]:
            page = self._made.pop(key)
            page.hide()
            self.removeWidget(page)
            page.deleteLater()
