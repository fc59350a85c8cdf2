"""The rules that every test is held to, tried on tests that break them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"
TRIALS = """
import logging
from PySide6.QtWidgets import QWidget

kept = []

def test_loud():
    logging.getLogger("x").warning("something is wrong")

def test_expected(caplog):
    logging.getLogger("x").error("something is wrong")
    assert caplog.messages == ["something is wrong"]
    caplog.clear()

def test_lives_on(qtbot):
    kept.append(QWidget())
    kept[0].show()
    kept[0].close()

def test_let_go(qtbot):
    window = QWidget()
    window.show()
    window.close()

def test_let_go_late(qtbot):
    window = QWidget()
    window.itself = window
    window.show()
    qtbot.addWidget(window)
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return what pytest says of these tests under our conftest."""
    folder = tmp_path_factory.mktemp("trials")
    for name in ("conftest.py", "screens.json"):
        (folder / name).write_bytes(CONFTEST.with_name(name).read_bytes())
    (folder / "test_it.py").write_text(TRIALS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-rEp", "-p", "no:cacheprovider", str(folder / "test_it.py")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("name", ["test_loud", "test_lives_on"])
def test_what_breaks_a_rule_fails(told: str, name: str) -> None:
    assert f"ERROR test_it.py::{name} -" in told


@pytest.mark.parametrize("name", ["test_expected", "test_let_go", "test_let_go_late"])
def test_what_keeps_the_rules_passes(told: str, name: str) -> None:
    assert f"PASSED test_it.py::{name}\n" in told
    assert f"ERROR test_it.py::{name} -" not in told


def test_what_was_wrong_is_named(told: str) -> None:
    assert "['something is wrong']" in told
    assert "these windows are not freed when they are closed" in told
    assert "QWidget" in told
