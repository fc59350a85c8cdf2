"""Wrong passwords at the door: one waits and sees for how long, and the leader hears of them afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from helpers.stores import FAST
from tvm_desktop.storage import attempts, keyfile
from tvm_desktop.storage.attempts import Attempt
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.unlock.gate import Gate
from tvm_desktop.ui.unlock.page import Way
from tvm_desktop.ui.unlock.tries import told
from tvm_desktop.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext

PASSWORD = "tre gode ord"
NOW = datetime(2026, 3, 12, 8, 40, tzinfo=UTC)
EARLIER = datetime(2026, 3, 11, 9, 27, tzinfo=UTC)


def tries(*moments: datetime) -> list[Attempt]:
    return [Attempt(at, "karin", "password") for at in moments]


@pytest.fixture
def file(locked: UiContext) -> UiContext:
    """Make a file with a password."""
    key, _code = keyfile.create_key_file(locked.folder, PASSWORD, cost=FAST)
    Store.create(locked.folder, key).close()
    return locked


@pytest.fixture
def gate(file: UiContext, show: Callable[..., None]) -> Iterator[Gate]:
    """Stand before the file."""
    made = Gate(file)
    show(made)
    yield made
    if file.store is not None:
        file.store.close()
        file.store = None


def enter(gate: Gate, password: str, qtbot: QtBot) -> None:
    """Type a password and see what comes of it."""
    page = gate.unlock
    page.field.set_text(password)
    page.try_to_open()
    qtbot.waitUntil(lambda: page._worker is None, timeout=20_000)


def test_after_three_wrong_tries_the_button_counts_down_and_comes_back(
    gate: Gate, file: UiContext, qtbot: QtBot
) -> None:
    counted = [100.0]
    file.seconds = lambda: counted[0]
    gate.begin()
    for _ in range(3):
        assert gate.unlock.open.isEnabled()
        enter(gate, "noget andet", qtbot)
    page = gate.unlock
    assert not page.open.isEnabled()
    assert page.open.text() == "Try again in 2 seconds"
    assert "not the password" in page.field.problem.text()
    counted[0] += 1.5
    qtbot.waitUntil(lambda: page.open.text() == "Try again in 1 second")
    counted[0] += 1.0
    qtbot.waitUntil(page.open.isEnabled)
    assert page.open.text() == "Open"
    with qtbot.waitSignal(gate.opened, timeout=20_000):
        enter(gate, PASSWORD, qtbot)


def test_while_one_waits_enter_tries_nothing_but_one_may_type(
    gate: Gate, file: UiContext, qtbot: QtBot
) -> None:
    attempts.write(file.folder, tries(*[NOW - timedelta(seconds=1)] * 8))
    gate.begin()
    QTest.keyClicks(gate.unlock.field.edit, PASSWORD)
    gate.unlock.field.done.emit()
    assert gate.unlock._worker is None
    assert gate.unlock.field.secret() == PASSWORD
    assert gate.unlock.open.text() == "Try again in 59 seconds"


def test_a_new_start_counts_on_and_so_does_another_way_in(gate: Gate, file: UiContext) -> None:
    attempts.write(file.folder, tries(*[NOW] * 4))
    gate.begin()
    assert gate.unlock.open.text() == "Try again in 4 seconds"
    gate.unlock.other_way.click()
    assert gate.unlock.way is Way.CODE
    assert not gate.unlock.open.isEnabled()


def test_the_tries_move_into_the_use_log_with_their_own_time_and_user(
    gate: Gate, file: UiContext, qtbot: QtBot
) -> None:
    attempts.write(file.folder, tries(EARLIER, NOW - timedelta(seconds=30)))
    gate.begin()
    with qtbot.waitSignal(gate.opened, timeout=20_000):
        enter(gate, PASSWORD, qtbot)
    assert not file.folder.attempts.exists()
    failed = [row for row in file.open_store.use_log() if row.act is UseAct.FAILED_UNLOCK]
    assert [(row.at, row.who) for row in reversed(failed)] == [
        (EARLIER, "karin"),
        (NOW - timedelta(seconds=30), "karin"),
    ]


def test_a_damaged_file_of_tries_hinders_nobody(gate: Gate, file: UiContext, qtbot: QtBot) -> None:
    file.folder.attempts.write_bytes(b"\x00\xff")
    gate.begin()
    with qtbot.waitSignal(gate.opened, timeout=20_000):
        enter(gate, PASSWORD, qtbot)
    assert gate.news is None


def test_the_leader_is_told_once_quietly(file: UiContext, show: Callable[..., None], qtbot: QtBot) -> None:
    attempts.write(file.folder, tries(EARLIER, EARLIER, EARLIER))
    shell = Shell(file)
    show(shell)
    shell.begin()
    for said in (True, False):
        with qtbot.waitSignal(shell.gate.opened, timeout=20_000):
            enter(shell.gate, PASSWORD, qtbot)
        assert ("3 wrong passwords were tried on 11 March" in shell.worry.label.text()) is said
        assert shell.worry.isVisible() is said
        shell.lock()
        shell.worry.label.setText("")
    shell.close()


@pytest.mark.parametrize(
    ("moments", "said"),
    [
        ([NOW - timedelta(seconds=90), NOW], None),
        ([EARLIER], "1 wrong password was tried on 11 March at 10:27. It stands in the use log."),
        ([EARLIER] * 3 + [NOW], "3 wrong passwords were tried on 11 March, the last at 10:27."),
        ([EARLIER - timedelta(days=3), EARLIER], "2 wrong passwords were tried since you were here,"),
        ([NOW + timedelta(days=1)], "1 wrong password was tried on 13 March"),
    ],
)
def test_own_slips_just_now_are_no_news(moments: list[datetime], said: str | None) -> None:
    news = told(tries(*moments), NOW, "en")
    assert (say(news, "en") if news else None) == said or (news and said and say(news, "en").startswith(said))


def test_the_news_is_danish_too() -> None:
    news = told(tries(EARLIER, EARLIER), NOW, "da")
    assert news is not None
    assert say(news, "da").startswith(
        "Der blev prøvet 2 forkerte adgangskoder den 11. marts, den sidste kl. 10.27."
    )
