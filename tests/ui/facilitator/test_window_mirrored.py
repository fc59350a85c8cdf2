"""The leader's page where the wall shows the laptop."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tvm_desktop.ui.screens import Place

if TYPE_CHECKING:
    from helpers.table import Table


def test_prompts_and_notes_fold_where_the_wall_shows_the_laptop(table: Table) -> None:
    assert table.page.side.isVisible()
    table.screens[1:] = [replace(table.screens[0], name="wall", primary=False)]
    table.page.session.projector.show()
    assert table.page.control.placement.place is Place.MIRRORED
    assert not table.page.side.isVisible()
    table.page.hands._toggle_side()
    assert table.page.side.isVisible()
