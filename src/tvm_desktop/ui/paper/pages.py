"""Pages as pictures in Qt, for the screen and for the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPageLayout, QPainter

from tvm_desktop.documents.preview import page_count, page_image

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from tvm_desktop.documents.preview import PageImage

_MOST_DPI = 300
_GLANCE = 0.1


def to_image(page: PageImage) -> QImage:
    """Return a page as a picture that owns its dots."""
    return QImage(page.dots, page.width, page.height, page.stride, QImage.Format.Format_RGB32).copy()


def print_pages(pdf: bytes, printer: QPrinter) -> bool:
    """Give a printer the pages one at a time; False when it cannot begin."""
    if page_count(pdf):
        first = page_image(pdf, 0, _GLANCE)
        wide = first.width > first.height
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        )
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dpi = min(printer.resolution(), _MOST_DPI)
    for number in range(page_count(pdf)):
        if number:
            printer.newPage()
        image = to_image(page_image(pdf, number, dpi / 72))
        painter.drawImage(painter.viewport(), image)
    return painter.end()
