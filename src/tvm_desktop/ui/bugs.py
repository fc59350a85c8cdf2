"""Bugs: logged and reported by place and kind only, never with what anybody said."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion

from tvm_desktop.errors import UserError
from tvm_desktop.version import own_version

if TYPE_CHECKING:
    from types import TracebackType


LOG = logging.getLogger("tvm_desktop")


def report_of(problem: BaseException) -> str:
    """Return where a bug happened and of what kind it is. The error's own words may hold content: they stay out."""
    import platform
    import traceback

    lines = [
        f"TVM {own_version()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
    ]
    seen: set[int] = set()
    cause: BaseException | None = problem
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


class BugCatcher(QObject):
    """The one boundary where what nobody caught arrives.

    Signals: ``told(Message)`` for what the user can do something about, ``bug(str)`` with a report.
    """

    told = Signal(object)
    bug = Signal(str)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch

    def remove(self) -> None:
        """Leave errors to Python again."""
        sys.excepthook = sys.__excepthook__

    def catch(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """Tell it calmly, or report it."""
        if isinstance(problem, UserError):
            self.told.emit(problem.message)
            return
        if not isinstance(problem, Exception):
            sys.__excepthook__(kind, problem, trace)
            return
        report = report_of(problem)
        LOG.error("bug\n%s", report)
        if sys.stderr is not None:
            sys.stderr.write(report + "\n")
        self.bug.emit(report)


class _Log(logging.FileHandler):
    """A file that may be full or read-only: then nothing is logged, and no traceback of logging itself is shown."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without."""


def start_log(path: Path) -> logging.Handler:
    """Write warnings and errors of the program to the data folder's log. They hold no content."""
    handler = _Log(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    handler.setLevel(logging.WARNING)
    LOG.addHandler(handler)
    LOG.propagate = False
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Close the log."""
    LOG.removeHandler(handler)
    handler.close()
