"""What every test stands on: a laptop and a projector offscreen, a silent log, and no window left behind."""

from __future__ import annotations

import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

# Qt splits the option at a drive's colon, so the path must be a relative one.
_SCREENS = os.path.relpath(Path(__file__).with_name("screens.json"))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREENS}"
os.environ["LC_ALL"] = "C.UTF-8"

# The same examples at every run, however slow or busy the machine is.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed: its windows live on in the traceback."""
    report = yield
    item.stash[_FAILED] = report.failed or item.stash.get(_FAILED, False)
    return report


@pytest.fixture(autouse=True)
def _a_silent_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any log of WARNING or above. A test that expects one reads it and then calls ``caplog.clear()``."""
    yield
    loud = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    assert [record.getMessage() for record in loud if record.levelno >= logging.WARNING] == []


@pytest.fixture(autouse=True)
def _no_window_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a window is still there after the test has closed it and let go of it."""
    before = _windows()
    yield
    if request.node.stash.get(_FAILED, False) or len(_windows()) <= len(before):
        return
    gc.collect()
    _delete_what_is_due()
    left = [window for window in _windows() if window not in before]
    names = [type(window).__name__ for window in left]
    for window in left:
        window.deleteLater()
    assert names == [], "these windows are not freed when they are closed"


def _windows() -> list[Any]:
    """List the windows that are there, without loading Qt for a test that does not."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.topLevelWidgets() if widgets and widgets.QApplication.instance() else []


def _delete_what_is_due() -> None:
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
