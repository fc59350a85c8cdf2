"""What is kept between paints is dropped when the application ends: Qt's own things must not outlive it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import qAddPostRoutine

if TYPE_CHECKING:
    from collections.abc import Callable

_forgets: list[Callable[[], None]] = []
_asked: list[bool] = []


def forget_at_end(forget: Callable[[], None]) -> None:
    """Have a cache cleared when the application ends."""
    _forgets.append(forget)


def watch_the_end() -> None:
    """Ask Qt once for each application to be told of its end."""
    if not _asked:
        _asked.append(True)
        qAddPostRoutine(forget_all)


def forget_all() -> None:
    """Drop all that is kept, at the end."""
    _asked.clear()
    forget_texts()


def forget_texts() -> None:
    """Drop all that is kept; it is made again when it is painted again."""
    for forget in _forgets:
        forget()
