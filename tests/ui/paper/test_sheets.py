"""The pages of a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from helpers.minh import minh_record
from helpers.papers import plan
from tvm_desktop.documents.preview import page_count
from tvm_desktop.documents.render import render
from tvm_desktop.ui.paper.sheets import Sheets
from tvm_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext


def pages(sheets: Sheets) -> list[PlainLabel]:
    """Return the pages that can be seen."""
    return [label for label in sheets.findChildren(PlainLabel) if label.isVisible()]


def test_every_page_is_there_and_follows_the_width(
    context: UiContext, show: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    sheets = Sheets(context)
    show(sheets)
    pdf = render(plan(minh_record())).pdf
    sheets.show_pdf(pdf)
    qtbot.waitUntil(lambda: len(pages(sheets)) == page_count(pdf))
    wide = pages(sheets)[0].width()
    assert pages(sheets)[0].accessibleName() == "Page 1"
    sheets.resize(QSize(420, 500))
    qtbot.waitUntil(lambda: len(pages(sheets)) == page_count(pdf) and pages(sheets)[0].width() < wide)
