"""A consent is taken back, and what it touches is said first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.domain.entities import Consent, Filing
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.persondata.consent import ConsentWindow
from tvm_desktop.ui.persondata.doing import in_course

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def opened(context: UiContext, family: Family, show: Callable[..., None]) -> Callable[[], ConsentWindow]:
    given = Consent(id="k", given_by=("hodan",), about="skole", given_on=date(2026, 2, 1))
    context.open_store.commit(family.course, [adding(given)])

    def make() -> ConsentWindow:
        record = in_file(context, family)
        made = ConsentWindow(context, None, record, "k", in_course(context, record))
        show(made)
        return made

    return make


def in_file(context: UiContext, family: Family) -> Record:
    return Record.of("", context.open_store.load(family.course))


def test_it_says_what_it_touches(
    opened: Callable[[], ConsentWindow], context: UiContext, family: Family
) -> None:
    context.open_store.log_use(UseAct.PRINTED, family.course)
    context.open_store.log_use(UseAct.PRINTED, family.course)
    text = opened().touches.text()
    assert "1 meeting was held while it stood: 12 February 2026." in text
    assert "1 meeting is to come" in text
    assert "printed 2 times" in text
    assert "cannot be called back" in text
    assert "stays in the course" in text


def test_after_filing_it_is_said_and_done_that_the_last_meeting_is_filed_again(
    opened: Callable[[], ConsentWindow], context: UiContext, family: Family
) -> None:
    assert "filed again" not in opened().touches.text()
    filed = Filing(id="f", meeting_id=family.held, filed_on=date(2026, 3, 1))
    context.open_store.commit(family.course, [adding(filed)])
    window = opened()
    assert "has to be filed again" in window.touches.text()
    window.act.click()
    assert [row.id for row in context.open_store.unfiled()] == [family.held]


def test_it_is_withdrawn_from_a_day_on_and_logged(
    opened: Callable[[], ConsentWindow], context: UiContext, family: Family
) -> None:
    window = opened()
    window.day.set_text("10/3 2026")
    QTest.keyClick(window.day.edit, Qt.Key.Key_Return)
    assert in_file(context, family).get(Consent, "k").withdrawn_on == date(2026, 3, 10)
    assert context.open_store.use_log(limit=1)[0].act is UseAct.CONSENT_WITHDRAWN


def test_home_no_longer_counts_it(
    opened: Callable[[], ConsentWindow], context: UiContext, family: Family
) -> None:
    assert context.open_store.meetings()[0].consent_on == date(2026, 2, 1)
    opened().act.click()
    assert context.open_store.meetings()[0].consent_on is None


def test_it_can_stand_after_all(
    opened: Callable[[], ConsentWindow], context: UiContext, family: Family
) -> None:
    opened().act.click()
    again = opened()
    assert not again.day.isVisible()
    assert again.said.text().startswith("The consent was withdrawn on")
    assert again.more.text().startswith("Hodan said yes")
    again.act.click()
    assert in_file(context, family).get(Consent, "k").withdrawn_on is None


def test_a_day_that_is_no_day_is_asked_again(opened: Callable[[], ConsentWindow]) -> None:
    window = opened()
    window.day.set_text("i går måske")
    window.act.click()
    assert window.day.problem.isVisible()
    assert window.isVisible()
