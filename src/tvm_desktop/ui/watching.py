"""The watch over what is typed, made for a course of the open file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.watching import NameList, Watch
from tvm_desktop.errors import UserError
from tvm_desktop.formats.firstnames import first_names

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.ui.context import UiContext


def watch_over(context: UiContext, record: Record) -> Watch:
    """Return what is looked for in this course."""
    if not record.course.anonymous:
        return Watch()
    return Watch.over(record, known_list(), context.open_store.names())


def known_list() -> NameList:
    """Return the list of names; none when the file cannot be read: the names of the people here are known still."""
    try:
        return first_names()
    except (OSError, UserError):
        return NameList()
