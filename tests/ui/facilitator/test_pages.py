"""One page per step, made when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.formats.model import PanelKind
from tvm_desktop.ui.facilitator.pages import PANELS
from tvm_desktop.ui.facilitator.panels.closing import ClosingPanel

if TYPE_CHECKING:
    from helpers.table import Table


def test_every_kind_of_panel_has_its_page() -> None:
    assert set(PANELS) == set(PanelKind)


def test_a_step_keeps_its_page(table: Table) -> None:
    story = table.page.page
    table.look_at("goal")
    assert table.page.page is not story
    table.look_at("story")
    assert table.page.page is story


def test_other_words_make_the_pages_out_of_view_afresh(table: Table) -> None:
    story = table.page.page
    table.look_at("goal")
    goal = table.page.page
    table.page.retranslate()
    assert table.page.page is goal
    table.look_at("story")
    assert table.page.page is not story


def test_the_closings_preview_opens_the_paper(full_table: Table) -> None:
    full_table.look_at("closing")
    closing = full_table.page.page
    assert isinstance(closing, ClosingPanel)
    closing.preview.wanted.emit()
    assert full_table.page.paper is not None
    assert full_table.page.paper.isVisible()
