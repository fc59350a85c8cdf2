"""Bring what was opened in sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer

from tvm_desktop.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_AIR = 8


def reveal_soon(widget: QWidget) -> None:
    """Scroll so that a widget is seen from its top, once it has got its height."""
    QTimer.singleShot(0, widget, partial(_reveal, widget))


def _reveal(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Scroll):
        above = above.parentWidget()
    if above is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    bar, top = above.verticalScrollBar(), widget.mapTo(above.column, QPoint(0, 0)).y()
    if top < bar.value() or top + widget.height() > bar.value() + above.viewport().height():
        bar.setValue(top - _AIR)
