"""Bugs are told by place and kind; what anybody said never leaves the program."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

import pytest

from tvm_desktop.errors import UserError
from tvm_desktop.ui.bugs import LOG, BugCatcher, report_of, start_log, stop_log
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SAID = "Hodan sover ikke"


def fail() -> None:
    try:
        int(SAID)
    except ValueError as first:
        raise KeyError(SAID) from first


def failure() -> Exception:
    """Return an error with content in it, raised from another."""
    with pytest.raises(KeyError) as told:
        fail()
    return told.value


def test_a_report_tells_kind_and_place_and_no_content() -> None:
    report = report_of(failure())
    assert "builtins.KeyError" in report
    assert "builtins.ValueError" in report
    assert "test_bugs.py" in report
    assert SAID not in report
    assert "TVM " in report


def test_a_bug_is_logged_and_offered(
    qapp: QApplication, qtbot: QtBot, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    catcher = BugCatcher()
    error = failure()
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(catcher.bug) as told:
        catcher.catch(type(error), error, error.__traceback__)
    assert told.args is not None
    assert SAID not in told.args[0]
    assert SAID not in caplog.text
    assert SAID not in capsys.readouterr().err
    caplog.clear()


def test_what_the_user_can_do_something_about_is_said(qapp: QApplication, qtbot: QtBot) -> None:
    catcher = BugCatcher()
    problem = UserError(msg("Nothing waits."))
    with qtbot.waitSignal(catcher.told) as told:
        catcher.catch(UserError, problem, None)
    assert told.args == [problem.message]


def test_the_catcher_comes_and_goes(qapp: QApplication) -> None:
    catcher, before = BugCatcher(), sys.excepthook
    catcher.install()
    assert sys.excepthook == catcher.catch
    catcher.remove()
    assert sys.excepthook is sys.__excepthook__
    sys.excepthook = before


def test_an_interruption_is_no_bug(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    BugCatcher().catch(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_log_takes_warnings_and_is_made_when_needed(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "tvm-desktop.log"
    handler = start_log(path)
    assert not path.exists()
    LOG.info("nothing")
    LOG.warning("the disk is nearly full")
    stop_log(handler)
    assert path.read_text("utf-8").endswith("WARNING tvm_desktop the disk is nearly full\n")
    LOG.propagate = True
    caplog.clear()
