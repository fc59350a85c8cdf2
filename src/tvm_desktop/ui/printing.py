"""The only way to a printer: the system's dialog, and no file on a disk on the way."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

_TEMPORARY = "TMPDIR"


def can_print() -> bool:
    """Say whether the computer has a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_with(
    parent: QWidget, paint: Callable[[QPrinter], bool], *, name: str = "", whole_page: bool = False
) -> bool | None:
    """Let a printer be chosen and paint on it; None when none was chosen, False when it could not begin."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(whole_page)
    if name:
        printer.setDocName(name)
    if not QPrintDialog(printer, parent).exec():
        return None
    with in_memory():
        return paint(printer)


@contextmanager
def in_memory() -> Iterator[None]:
    """Let what the system writes for a moment lie in memory, where it has a private folder there.

    CUPS is handed a file that holds the whole paper, and nothing wipes it from the disk when it is removed.
    """
    before, place = os.environ.get(_TEMPORARY), _private_folder()
    if place is not None:
        os.environ[_TEMPORARY] = str(place)
    try:
        yield
    finally:
        if before is not None:
            os.environ[_TEMPORARY] = before
        else:
            os.environ.pop(_TEMPORARY, None)


def _private_folder() -> Path | None:
    """Return the user's own folder in memory, if the system has one that nobody else can read."""
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.name != "posix" or not named:
        return None
    path = Path(named)
    private = path.is_dir() and os.access(path, os.W_OK) and not path.stat().st_mode & 0o077
    return path if private else None
