"""Saying that the meeting is in the municipality's system."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tvm_desktop.ui.filing.page import FilingPage

if TYPE_CHECKING:
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext


def test_the_day_is_today_and_can_be_another(page: FilingPage) -> None:
    assert page.marking.day.text() == "12 March 2026"
    page.marking.day.set_text("10/3")
    page.marking.ask()
    page.marking.yes.click()
    assert page.desk.filed_on == date(2026, 3, 10)


def test_no_day_that_is_none_or_has_not_come(page: FilingPage) -> None:
    for words in ("soon", "20 March 2026", "on Monday"):
        page.marking.day.set_text(words)
        page.marking.ask()
        assert page.marking.sure.isHidden()
        assert page.marking.day.problem.text()
    assert page.desk.filed_on is None


def test_it_asks_once_and_says_what_was_not_taken_out(page: FilingPage) -> None:
    page.marking.mark.click()
    assert page.marking.asked.text().startswith("Version 1 has been neither saved nor copied.")
    page.marking.no.click()
    assert page.desk.filed_on is None
    page.taking.copy_text()
    page.marking.mark.click()
    assert "neither" not in page.marking.asked.text()


def test_the_system_is_remembered_for_the_next_meeting(
    page: FilingPage, context: UiContext, session: MeetingSession
) -> None:
    page.marking.system.set_text("DUBU")
    page.marking.case.set_text("7")
    page.marking.ask()
    page.marking.yes.click()
    assert context.open_store.setting("filing.system") == "DUBU"
    page.desk.unmark()
    again = FilingPage(context, session)
    assert (again.marking.system.text(), again.marking.case.text()) == ("DUBU", "7")
    again.release()
    again.deleteLater()
