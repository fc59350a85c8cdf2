"""The program is started again on a folder that is open: the first window comes forward, and nothing is written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.desktop import PASSWORD, WAIT_MS, command_line, contents, desktop, made_folder, one_sentence
from tvm_desktop.resources import resource
from tvm_desktop.ui.instance import Instance

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tvm_desktop.paths import DataFolder

MINH = resource("demo", "minh.tvm.json")


def started_again(folder: DataFolder, *more: str) -> subprocess.Popen[str]:
    """Start the real program beside the one that runs in this process."""
    command = [sys.executable, "-m", "tvm_desktop", "--lang", "da", "--data-dir", str(folder.root), *more]
    return subprocess.Popen(
        command,
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_the_first_window_comes_forward_and_nothing_is_written(tmp_path: Path, qtbot: QtBot) -> None:
    folder, _key = made_folder(tmp_path / "Åses data")
    first = Instance(folder)
    assert first.take()
    with desktop(folder, qtbot) as here:
        first.raise_wanted.connect(here.program.raise_window)
        first.listen()
        here.come_in()
        here.shell.showMinimized()
        before = contents(folder)
        with qtbot.waitSignal(first.raise_wanted, timeout=WAIT_MS):
            second = started_again(folder)
        told = second.communicate(timeout=60)
        assert (second.returncode, *told) == (0, "", "")
        assert not here.shell.isMinimized()
        assert here.shell.isVisible()
        assert here.rooms.home.isVisible()
        assert contents(folder) == before
    first.release()


def test_a_first_that_does_not_answer_is_one_sentence(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    before = contents(folder)
    first = Instance(folder)
    assert first.take()
    told = command_line("--data-dir", folder.root)
    first.release()
    assert told.returncode == 1
    assert one_sentence(told.stderr) == "TVM er allerede åben med denne datamappe. Luk det vindue først."
    assert contents(folder) == before


def test_the_command_line_does_not_write_beside_an_open_window(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    before = contents(folder)
    first = Instance(folder)
    assert first.take()
    told = command_line("--data-dir", folder.root, "import", MINH, typed=PASSWORD)
    first.release()
    assert told.returncode == 1
    assert "TVM er allerede åben" in one_sentence(told.stderr)
    assert contents(folder) == before
