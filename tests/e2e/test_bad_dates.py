"""A date that does not exist: said beside the field or the line; what was typed stays, nothing wrong is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from helpers.desktop import Desktop, desktop, made_folder
from tvm_desktop.domain.entities import Action, NextMeeting
from tvm_desktop.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

NO_DAYS = ("31. februar", "30/2", "31. september 2026", "29. februar 2027", "0. maj", "13/13")


@pytest.fixture
def here(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    folder, _key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        yield here


@pytest.mark.parametrize("day", NO_DAYS)
def test_prepare_says_that_a_day_does_not_exist(here: Desktop, day: str) -> None:
    here.keys.tab_to("Forbered")
    here.keys.press("Return")
    prepare = here.rooms.prepare
    assert prepare is not None
    before = prepare.session.record.meeting
    here.keys.fill("Dato", day)
    field = here.keys.focus
    here.keys.press("Return")
    told = [label.text() for label in prepare.findChildren(PlainLabel) if is_problem(label)]
    assert len(told) == 1
    assert day.split(maxsplit=1)[0] in told[0]
    assert field.property("text") == day
    assert prepare.session.record.meeting == before


def is_problem(label: PlainLabel) -> bool:
    return label.isVisible() and label.property("role") == "error" and bool(label.text())


@pytest.mark.parametrize("day", NO_DAYS)
def test_closing_says_that_a_day_does_not_exist(here: Desktop, day: str) -> None:
    here.start_meeting()
    here.go_to("closing")
    here.keys.fill("Dag og tid", f"{day} kl. 14.30")
    here.keys.press("Return")
    told = [label.text() for label in here.page.findChildren(PlainLabel) if is_problem(label)]
    assert len(told) == 1
    meetings = here.page.session.record.all(NextMeeting)
    assert [meeting for meeting in meetings if meeting.starts] == []


@pytest.mark.parametrize("day", NO_DAYS)
def test_an_agreement_keeps_a_day_that_does_not_exist_as_words_and_says_so(here: Desktop, day: str) -> None:
    here.start_meeting()
    here.go_to("effort")
    here.keys.type(f"Minh cykler til skole, senest {day}", "Return")
    (action,) = here.page.session.record.all(Action)
    assert action.due is None
    assert day in f"{action.what} {action.when}"
    assert here.page.bar.isVisible()
    assert here.page.bar.label.text() == f"”{day}” findes ikke i kalenderen."


def test_without_a_printer_the_pdf_is_offered(here: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    here.start_meeting()
    here.keys.press("Ctrl+P")
    view = here.page.paper
    assert view is not None
    here.keys.press("Return")
    assert view.note.text() == "Der er ingen printer på denne computer. Gem som PDF i stedet."
    assert view.save_button.hasFocus()
