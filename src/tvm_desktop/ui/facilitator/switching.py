"""Going on in another kind of meeting: the five steps, the board and the grid are views of the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from tvm_desktop.ui.widgets.basic import PopMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tvm_desktop.ui.facilitator.window import FacilitatorPage


class FormMenu(PopMenu):
    """The kinds of meeting that one can go on in; the present one is not offered."""

    def __init__(self, page: FacilitatorPage) -> None:
        super().__init__(page)
        self.page = page
        here = page.session.format.hash
        for fmt in page.context.formats.formats:
            if fmt.hash != here:
                self.offer(fmt.name.say(page.context.words.language)).setData(fmt.id)
        self.triggered.connect(self._chosen)

    def _chosen(self, line: QAction) -> None:
        fmt = self.page.context.formats.by_id(str(line.data()))
        if fmt is not None:
            self.page.desk.bridge.switch_to(fmt)


def offer_forms(page: FacilitatorPage) -> None:
    """Offer them below the name of the present one."""
    FormMenu(page).popup(page.top.mapToGlobal(QPoint(page.top.form.x(), page.top.height())))
