"""Pages for the screen and for the printer, from memory."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from helpers.minh import minh_record
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.documents.preview import page_count, page_image
from tvm_desktop.documents.render import render
from tvm_desktop.ui.paper.pages import print_pages, to_image

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


def minhs_plan() -> bytes:
    return render(plan_document(minh_record(), None, Audience(), "da")).pdf


def test_a_printer_is_given_every_page(qapp: QApplication, tmp_path: Path) -> None:
    pdf = minhs_plan()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "udskrift.pdf"))
    assert print_pages(pdf, printer)
    printed = (tmp_path / "udskrift.pdf").read_bytes()
    assert page_count(printed) == page_count(pdf) == 2
    first = to_image(page_image(printed, 0, 0.5))
    white = sum(
        first.pixelColor(x, y).lightness() > 250 for x in range(first.width()) for y in range(first.height())
    )
    assert 0.5 < white / (first.width() * first.height()) < 0.99, "words on paper"


def test_a_paper_that_lies_on_its_side_is_printed_so(qapp: QApplication, tmp_path: Path) -> None:
    wide = replace(plan_document(minh_record(), None, Audience(), "da"), wide=True)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "udskrift.pdf"))
    assert print_pages(render(wide).pdf, printer)
    page = page_image((tmp_path / "udskrift.pdf").read_bytes(), 0, 1.0)
    assert page.width > page.height


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_told(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "udskrift.pdf"))
    assert not print_pages(minhs_plan(), printer)
