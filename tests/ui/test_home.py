"""Home: what is next, what waits, what was, and what is found."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tvm_desktop.domain.entities import Course, Meeting
from tvm_desktop.domain.enums import MeetingKind, MeetingStatus
from tvm_desktop.domain.record import Edit, adding
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.storage.rows import ActionRow
from tvm_desktop.ui.home.model import CHUNK, Col
from tvm_desktop.ui.home.new import NewMeetingPage
from tvm_desktop.ui.home.page import HomePage
from tvm_desktop.ui.home.side import form_line
from tvm_desktop.ui.home.words import action_line, is_late, is_soon, meeting_title
from tvm_desktop.ui.menu import MAIN
from tvm_desktop.words import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family

NOW = datetime(2026, 3, 12, 8, 40, tzinfo=UTC)
TODAY = date(2026, 3, 12)


@pytest.fixture
def home(context: UiContext, family: Family, show: Callable[..., None]) -> HomePage:
    return shown(context, show)


def shown(context: UiContext, show: Callable[..., None]) -> HomePage:
    page = HomePage(context)
    page.refresh()
    show(page)
    page.focus_first()
    return page


def focused() -> QWidget:
    """Return what the next key goes to."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def cell(page: HomePage, row: int, column: Col) -> object:
    return page.table.meetings.index(row, column).data()


# -- a new user ------------------------------------------------------------------------------------------------------


def test_a_new_user_is_invited_to_begin(context: UiContext, show: Callable[..., None], qtbot: QtBot) -> None:
    page = shown(context, show)
    assert page.welcome.isVisible()
    assert not page.table.isVisible()
    assert not page.upcoming.isVisible()
    with qtbot.waitSignal(page.new_meeting) as asked:
        QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert asked.args == [context.formats.formats[0].id]


# -- the next meeting ------------------------------------------------------------------------------------------------


def test_todays_meeting_stands_first(home: HomePage, family: Family, qtbot: QtBot) -> None:
    assert home.upcoming.title.text() == "Follow-up meeting: Amina"
    assert home.upcoming.when.text() == "Today at 10:15 · Skolen"
    assert "1 agreement since last time" in home.upcoming.about.text()
    with qtbot.waitSignal(home.start_meeting) as started:
        QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert started.args == [family.planned]
    with qtbot.waitSignal(home.prepare_meeting) as prepared:
        home.upcoming.second.click()
    assert prepared.args == [family.planned]


def test_a_running_meeting_offers_to_go_on_or_to_end(
    context: UiContext, family: Family, show: Callable[..., None], qtbot: QtBot
) -> None:
    status = {"status": MeetingStatus.RUNNING}
    before = {"status": MeetingStatus.PLANNED}
    context.open_store.commit(family.course, [Edit("Meeting", family.planned, before, status)])
    page = shown(context, show)
    assert page.upcoming.when.text().startswith("The meeting is running")
    assert page.upcoming.first.text() == "Go on →"
    with qtbot.waitSignal(page.end_meeting):
        page.upcoming.second.click()


# -- the list --------------------------------------------------------------------------------------------------------


def test_the_list_has_date_name_form_agreements_and_status(home: HomePage) -> None:
    assert [cell(home, 0, column) for column in Col] == [
        "Today",
        "Follow-up meeting: Amina",
        "Five steps",
        "–",
        "prepared",
    ]
    assert [cell(home, 1, column) for column in Col] == [
        "12 February",
        "Meeting with Amina and the family",
        "Five steps",
        "1 of 2 done",
        "not filed",
    ]
    heads = [home.table.meetings.headerData(c, Qt.Orientation.Horizontal) for c in Col]
    assert heads == ["Date", "Meeting", "Form", "Agreements", "Status"]


def test_enter_opens_the_chosen_meeting(home: HomePage, family: Family, qtbot: QtBot) -> None:
    home.table.setFocus()
    home.table.selectRow(1)
    with qtbot.waitSignal(home.open_meeting) as opened:
        QTest.keyClick(home.table, Qt.Key.Key_Return)
    assert opened.args == [family.held]
    assert home.table.chosen() is not None


def test_a_double_click_opens_too(home: HomePage, family: Family, qtbot: QtBot) -> None:
    place = home.table.visualRect(home.table.meetings.index(0, 1)).center()
    with qtbot.waitSignal(home.open_meeting) as opened:
        QTest.mouseClick(home.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(home.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [family.planned]


def test_what_can_be_done_with_a_row_stands_above_the_list(
    home: HomePage, family: Family, qtbot: QtBot
) -> None:
    home.table.selectRow(0)
    assert home.row_acts["start"].isVisible()
    with qtbot.waitSignal(home.start_meeting):
        home.row_acts["start"].click()
    with qtbot.waitSignal(home.prepare_meeting):
        home.row_acts["prepare"].click()
    home.table.selectRow(1)
    assert not home.row_acts["start"].isVisible()
    with qtbot.waitSignal(home.open_course) as opened:
        home.row_acts["course"].click()
    assert opened.args == [family.course]


def test_a_long_list_comes_in_pieces(context: UiContext, show: Callable[..., None]) -> None:
    meetings = [
        Meeting(id=f"m{n:04}", starts=NOW - timedelta(days=n), created=NOW, status=MeetingStatus.CLOSED)
        for n in range(450)
    ]
    course = Course(id="c", name="Minh", created=NOW)
    context.open_store.commit("c", [adding(course), *(adding(meeting) for meeting in meetings)])
    page = shown(context, show)
    model = page.table.meetings
    assert model.rowCount() == CHUNK
    page.table.scrollToBottom()
    QApplication.processEvents()
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert model.rowCount() == 450
    assert len({model.meeting(n) for n in range(450)}) == 450


def test_the_form_of_a_meeting_whose_form_is_gone_is_its_id(
    context: UiContext, family: Family, show: Callable[..., None]
) -> None:
    context.library = FormatLibrary(())
    page = HomePage(context)
    page.table.refresh()
    show(page)
    assert cell(page, 0, Col.FORM) == "five-steps"


# -- agreements ------------------------------------------------------------------------------------------------------


def test_a_late_agreement_is_marked_with_a_word(home: HomePage, family: Family, qtbot: QtBot) -> None:
    (card,) = home.waiting.cards
    assert card.title.text() == "Ringe til PPR"
    assert card.sub.text() == "Hodan · Amina · late: was due 10 March"
    assert card.property("role") == "card-late"
    with qtbot.waitSignal(home.open_course) as opened:
        card.click()
    assert opened.args == [family.course]


@pytest.mark.parametrize(
    ("due", "late", "soon", "said"),
    [
        (date(2026, 3, 11), True, False, "Jonas and Mette · Minh · late: was due yesterday"),
        (date(2026, 3, 12), False, True, "Jonas and Mette · Minh · today"),
        (date(2026, 3, 15), False, True, "Jonas and Mette · Minh · 15 March"),
        (date(2026, 3, 16), False, False, "Jonas and Mette · Minh · 16 March"),
        (None, False, False, "Jonas and Mette · Minh · hver dag"),
    ],
)
def test_how_an_agreement_is_spoken_of(
    context: UiContext, due: date | None, late: bool, soon: bool, said: str
) -> None:
    row = ActionRow(
        id="a",
        meeting_id="m",
        course_id="c",
        course_name="Minh",
        what="Ringe",
        who=("Jonas", "Mette"),
        when="hver dag",
        due=due,
    )
    assert (is_late(row, TODAY), is_soon(row, TODAY)) == (late, soon)
    assert action_line(row, TODAY, context.words) == said


# -- new meeting -----------------------------------------------------------------------------------------------------


def test_a_broken_form_is_told_in_one_quiet_line(context: UiContext, show: Callable[..., None]) -> None:
    context.folder.formats.mkdir()
    (context.folder.formats / "own.toml").write_text("id = 3", "utf-8")
    context.library = FormatLibrary.load(context.folder.formats)
    page = shown(context, show)
    assert page.forms.trouble.isVisible()
    assert "The other forms work" in page.forms.trouble.title.text()
    assert page.forms.trouble.sub.text() == "Show what"
    page.forms.trouble.click()
    assert "own.toml" in page.forms.trouble.sub.text()


def test_a_form_says_how_long_it_takes(context: UiContext) -> None:
    line = form_line(context.formats.formats[0], context)
    assert line.startswith("about ")
    assert "min" in line


def test_a_new_meeting_needs_only_a_name(context: UiContext, show: Callable[..., None], qtbot: QtBot) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    page.name.setFocus()
    QTest.keyClicks(page.name.edit, "Elif")
    with qtbot.waitSignal(page.prepare) as made:
        QTest.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert made.args is not None
    (row,) = context.open_store.meetings()
    assert (row.id, row.course_name) == (made.args[0], "Elif")


def test_a_known_name_goes_on_with_its_course(
    context: UiContext, family: Family, show: Callable[..., None], qtbot: QtBot
) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    QTest.keyClicks(page.name.edit, "amina")
    with qtbot.waitSignal(page.start) as made:
        page.second.click()
    assert made.args is not None
    assert context.open_store.course_of(made.args[0]) == family.course


def test_arrows_choose_another_course(
    context: UiContext, family: Family, show: Callable[..., None], qtbot: QtBot
) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    QTest.keyClicks(page.name.edit, "Am")
    assert page.list.currentIndex().row() == 1
    QTest.keyClick(page.name.edit, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.prepare) as made:
        QTest.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert made.args is not None
    assert context.open_store.course_of(made.args[0]) == family.course


def test_without_a_name_one_is_asked_for(context: UiContext, show: Callable[..., None], qtbot: QtBot) -> None:
    page = NewMeetingPage(context)
    page.ask(context.formats.formats[0].id)
    show(page)
    page.first.click()
    assert page.name.problem.isVisible()
    assert context.open_store.meetings() == []
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page.name.edit, Qt.Key.Key_Escape)


# -- words and room --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_kind_of_meeting_has_a_title(kind: MeetingKind) -> None:
    assert "Minh" in say(meeting_title(kind, "Minh"), "da")
    assert say(meeting_title(kind, ""), "en") == "Meeting"


def test_home_speaks_danish(home: HomePage, context: UiContext) -> None:
    context.words.language = "da"
    home.retranslate()
    assert home.upcoming.first.text() == "Start mødet →"
    assert cell(home, 0, Col.DATE) == "I dag"


def test_large_text_shows_one_side_at_a_time(home: HomePage, context: UiContext) -> None:
    context.settings.scale = 2.0
    home.retranslate()
    assert home.folds.isVisible()
    assert home.table.isVisible()
    assert not home.side.isVisible()
    home.fold_side.click()
    assert home.side.isVisible()
    assert not home.table.isVisible()
    home.fold_meetings.click()
    assert home.table.isVisible()


def test_the_menu_and_the_lock_are_at_the_top(home: HomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.top.lock_wanted):
        home.top.lock.click()
    for entry in MAIN:
        with qtbot.waitSignal(home.top.wanted) as wanted:
            home.top._actions[entry.id].trigger()
        assert wanted.args == [entry.id]
    assert home.top.mapTo(home, QPoint(0, 0)).y() == 0


def test_home_is_one_window(home: HomePage) -> None:
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [home]
