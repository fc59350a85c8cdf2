"""The use log in a window: read, filtered, and saved for a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import text

from helpers.family import course
from tvm_desktop.storage.rows import UseAct, UseNote
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.shell import Shell
from tvm_desktop.ui.uselog import words as say_it
from tvm_desktop.ui.uselog.model import CHUNK, LinesModel
from tvm_desktop.ui.uselog.window import UseLogWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family

AT = datetime(2026, 3, 12, 8, 27, 4, tzinfo=UTC)
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def noted(context: UiContext) -> None:
    """Note some acts on two courses, one of them called like a formula, and on one that was deleted."""
    store = context.open_store
    course(store, "amina", "Amina")
    course(store, "f", FORMULA)
    course(store, "0123456789abcdef", "Minh")
    acts = (
        (UseAct.OPENED, "amina"),
        (UseAct.SHOWN, "amina"),
        (UseAct.PRINTED, "f"),
        (UseAct.FAILED_UNLOCK, ""),
        (UseAct.OPENED, "0123456789abcdef"),
    )
    store.log_earlier([UseNote(AT + timedelta(minutes=n), "karin", *act) for n, act in enumerate(acts)])
    store.delete_course("0123456789abcdef")


@pytest.fixture
def window(noted: None, context: UiContext, show: Callable[..., None]) -> UseLogWindow:
    made = UseLogWindow(context, None)
    show(made)
    return made


def lines(model: LinesModel) -> list[list[str]]:
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_newest_act_leads_in_plain_words_with_local_time(window: UseLogWindow) -> None:
    said = lines(window.log.lines)
    assert [line[2] for line in said] == [
        "Deleted",
        "Opened",
        "Tried a wrong password or code",
        "Printed",
        "Shown on the projector",
        "Opened",
    ]
    assert said[-1] == ["12 March 2026  9:27", "karin", "Opened", "Amina"]
    assert said[1][3] == "Deleted course 012345"
    assert said[2][3] == ""


def test_every_act_can_be_said_and_belongs_to_one_kind() -> None:
    assert set(say_it.ACTS) == set(UseAct)
    filed = [act for _name, acts in say_it.KINDS.values() for act in acts]
    assert sorted(filed) == sorted(UseAct)


def test_what_a_newer_program_did_is_said_to_be_something(window: UseLogWindow) -> None:
    with window.context.open_store._writing() as connection:
        connection.execute(text("UPDATE use_log SET act = 'sent_to_the_moon'"))
    window.retranslate()
    assert {line[2] for line in lines(window.log.lines)} == {"Something that a newer program noted"}


def test_one_course_or_one_kind_can_be_chosen(window: UseLogWindow) -> None:
    choose(window, course="amina")
    assert [line[2] for line in lines(window.log.lines)] == ["Shown on the projector", "Opened"]
    choose(window, course="amina", kind="shown")
    assert [line[2] for line in lines(window.log.lines)] == ["Shown on the projector"]
    choose(window, course="0123456789abcdef", kind="filed")
    assert [line[2] for line in lines(window.log.lines)] == ["Deleted"]
    choose(window, course="f", kind="file")
    assert lines(window.log.lines) == []
    assert window.none.text() == "Nothing was done that fits."
    assert not window.save.isEnabled()


def choose(window: UseLogWindow, *, course: str = "", kind: str = "") -> None:
    for field, key in ((window.course, course), (window.kind, kind)):
        field.box.setCurrentIndex(field.box.findData(key))
        field.box.activated.emit(field.box.currentIndex())


def test_more_is_read_on_scroll(context: UiContext, show: Callable[..., None]) -> None:
    store = context.open_store
    store.log_earlier([UseNote(AT, "karin", UseAct.OPENED)] * (CHUNK + 5))
    window = UseLogWindow(context, None)
    show(window)
    assert window.log.lines.rowCount() == CHUNK
    QTest.keyClick(window.log, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    window.log.scrollToBottom()
    assert window.log.lines.rowCount() == CHUNK + 5
    window.log.lines.fetchMore(window.log.rootIndex())
    assert not window.log.lines.canFetchMore(window.log.rootIndex())


def test_what_is_shown_is_saved_harmless_and_noted(window: UseLogWindow, tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    assert window.save_to(path)
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["When", "Who", "What", "Course"]
    assert rows[-1] == ["2026-03-12 09:27:04", "karin", "Opened", "Amina"]
    assert [row[3] for row in rows if row[2] == "Printed"] == [f"'{FORMULA}"]
    assert len(rows) == 7
    assert window.context.open_store.use_log(limit=1)[0].act is UseAct.LOG_EXPORTED
    assert lines(window.log.lines)[0][2] == "Saved the use log"
    assert window.said.text() == "The list is saved. The file is not encrypted."


def test_a_place_where_nothing_can_be_written_is_told(window: UseLogWindow, tmp_path: Path) -> None:
    assert not window.save_to(tmp_path / "nowhere" / "log.csv")
    assert window.said.text().startswith("The list could not be saved there.")
    assert window.context.open_store.use_log(limit=1)[0].act is UseAct.DELETED


def test_the_receipts_stand_beside_it_and_can_be_saved_too(window: UseLogWindow, tmp_path: Path) -> None:
    QTest.keyClick(window.show_receipts, Qt.Key.Key_Return)
    (line,) = lines(window.receipts.lines)
    assert line[2:5] == ["Deleted course 012345", "0", "1"]
    assert line[5] != "not yet"
    assert window.filters.isHidden()
    assert window.save_to(tmp_path / "receipts.csv")
    assert b"Backups renewed" in (tmp_path / "receipts.csv").read_bytes()
    QTest.keyClick(window.show_log, Qt.Key.Key_Return)
    assert not window.filters.isHidden()


def test_a_receipt_is_headed_in_plain_danish(window: UseLogWindow) -> None:
    window.context.words.language = "da"
    heads = [window.context.words(head) for head in window.receipts.lines.HEADS]
    assert heads[3:] == ["Møder", "Oplysninger", "Sikkerhedskopier fornyet"]


def test_without_receipts_it_says_so(context: UiContext, show: Callable[..., None]) -> None:
    window = UseLogWindow(context, None)
    show(window)
    window.show_receipts.click()
    assert window.none.text() == "Nothing has been deleted."


def test_it_speaks_danish_too(window: UseLogWindow, context: UiContext) -> None:
    context.words.language = "da"
    window.retranslate()
    assert window.windowTitle() == "TVM – Brugslog"
    assert lines(window.log.lines)[-1] == ["12. marts 2026  9.27", "karin", "Åbnede", "Amina"]


def test_opening_the_file_looking_at_a_course_and_locking_stand_in_it(
    context: UiContext, family: Family, show: Callable[..., None]
) -> None:
    store = context.open_store
    key = store.key
    shell = Shell(context)
    show(shell)
    shell.enter()
    assert shell.rooms is not None
    shell.rooms.open_course(family.course)
    shell.lock()
    again = Store.open(store.folder, key)
    noted = [(row.act, row.course_id) for row in reversed(again.use_log())]
    again.close()
    shell.close()
    assert noted == [(UseAct.UNLOCKED, ""), (UseAct.OPENED, family.course), (UseAct.LOCKED, "")]
