"""The course page: people renamed once and everywhere, meetings, and what was agreed over time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tvm_desktop.domain.entities import Action, Consent, Course, Filing, Person
from tvm_desktop.domain.enums import ActionStatus, Side
from tvm_desktop.domain.followup import STATUS
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.session.commands.meeting import RenameCourse
from tvm_desktop.ui.course.agreed import StatusButton
from tvm_desktop.ui.course.page import CoursePage
from tvm_desktop.ui.course.person import PersonRow
from tvm_desktop.ui.course.story import course_story
from tvm_desktop.ui.persondata.consent import ConsentWindow
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.window import PersonWindow
from tvm_desktop.ui.widgets.basic import PlainLabel, PopMenu
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.context import UiContext
    from ui.conftest import Family


@pytest.fixture
def page(context: UiContext, family: Family, show: Callable[..., None]) -> CoursePage:
    made = CoursePage(context, family.course)
    show(made)
    made.focus_first()
    return made


def people(page: CoursePage) -> dict[str, PersonRow]:
    return {row.person.name: row for row in page.people}


def in_file(context: UiContext, family: Family) -> Record:
    return Record.of("", context.open_store.load(family.course))


def test_a_person_is_renamed_once_and_everywhere(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    row = people(page)["Hodan Osman"]
    row.card.click()
    assert row.editor is not None
    row.editor.fields["name"].set_text("Hodan Ali")
    row.editor.fields["called"].set_text("Mor")
    QTest.keyClick(row.editor.fields["phone"].edit, Qt.Key.Key_Return)
    assert in_file(context, family).get(Person, "hodan").name == "Hodan Ali"
    assert "Hodan Ali" in people(page)
    texts = {label.text() for label in page.agreed.findChildren(PlainLabel)}
    assert any(text.startswith("Mor · ") for text in texts)


def test_a_change_can_be_taken_back_though_the_meeting_is_held(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    page._change_person("hodan", {"name": "Hodan Ali"})
    assert page.bar.isVisible()
    page.bar.act.click()
    assert in_file(context, family).get(Person, "hodan").name == "Hodan Osman"
    assert "Hodan Osman" in people(page)


def test_a_person_needs_a_name_and_esc_changes_nothing(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    row = people(page)["Hodan Osman"]
    row.open_editor()
    assert row.editor is not None
    row.editor.fields["name"].set_text("  ")
    row.editor.keep.click()
    assert row.editor.fields["name"].problem.isVisible()
    QTest.keyClick(row.editor.fields["name"].edit, Qt.Key.Key_Escape)
    assert row.editor is None
    assert row.card.isVisible()
    assert in_file(context, family).get(Person, "hodan").name == "Hodan Osman"


def test_what_is_typed_about_one_stays_when_another_is_changed(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    context.open_store.commit(family.course, [adding(Person(id="far", name="Yusuf", relation="far"))])
    page.refresh()
    row = people(page)["Hodan Osman"]
    row.open_editor()
    assert row.editor is not None
    row.editor.fields["called"].set_text("Mor")
    page._change_person("far", {"name": "Yusuf Ali"})
    assert "Yusuf Ali" in people(page)
    still = people(page)["Hodan Osman"].editor
    assert still is not None
    assert not still.isHidden()
    assert still.fields["called"].text() == "Mor"


def test_the_course_is_renamed(page: CoursePage, context: UiContext, family: Family) -> None:
    page.rename.click()
    page.name.set_text("Amina og Yasin")
    QTest.keyClick(page.name.edit, Qt.Key.Key_Return)
    assert page.title.text() == "Amina og Yasin"
    assert in_file(context, family).every(Course)[0].name == "Amina og Yasin"
    assert page.title.isVisible()


def test_esc_closes_the_innermost_first(page: CoursePage, qtbot: QtBot) -> None:
    page.rename.click()
    QTest.keyClick(page.name.edit, Qt.Key.Key_Escape)
    assert not page.name.isVisible()
    with qtbot.waitSignal(page.back):
        QTest.keyClick(page.table, Qt.Key.Key_Escape)


def test_the_family_stands_first_in_danish_order(
    context: UiContext, family: Family, show: Callable[..., None]
) -> None:
    for n, name in enumerate(("Åse", "Ærlig", "Zoe", "Øjvind")):
        context.open_store.commit(family.course, [adding(Person(id=f"p{n}", name=name))])
    teacher = Person(id="t", name="Anna", side=Side.PROFESSIONAL)
    context.open_store.commit(family.course, [adding(teacher)])
    page = CoursePage(context, family.course)
    show(page)
    assert list(people(page)) == ["Amina", "Hodan Osman", "Zoe", "Ærlig", "Øjvind", "Åse", "Anna"]


def test_meetings_of_this_course_only(page: CoursePage, family: Family, qtbot: QtBot) -> None:
    assert page.table.meetings.rowCount() == 2
    page.table.selectRow(1)
    with qtbot.waitSignal(page.open_meeting) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [family.held]
    with qtbot.waitSignal(page.new_meeting) as asked:
        page.new.click()
    assert asked.args == [family.course]


def test_goals_and_agreements_over_time(page: CoursePage, context: UiContext, family: Family) -> None:
    (told,) = course_story(in_file(context, family))
    assert told.meeting.id == family.held
    goal, loose = told.goals
    assert (goal.text, goal.actions[0].what) == ("Amina har nogen at være sammen med.", "Ringe til PPR")
    assert (loose.text, loose.actions[0].status) == ("", ActionStatus.DONE)
    answers = {answer.accessibleName() for answer in page.agreed.findChildren(StatusButton)}
    assert answers == {"late ▾", "carried out ▾"}


def test_what_became_of_an_agreement_is_said_on_the_course_page_and_taken_back(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    late = next(a for a in page.agreed.findChildren(StatusButton) if "late" in a.accessibleName())
    before = len(context.open_store.open_actions())
    late.offer()
    menu = late.findChild(PopMenu)
    assert menu is not None
    next(choice for choice in menu.actions() if choice.text() == "carried out").trigger()
    assert len(context.open_store.open_actions()) == before - 1
    page.bar.act.click()
    assert len(context.open_store.open_actions()) == before


def test_after_filing_it_is_said_that_the_meeting_has_to_be_filed_again(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    filed = Filing(id="f", meeting_id=family.held, filed_on=date(2026, 3, 1))
    context.open_store.commit(family.course, [adding(filed)])
    page.refresh()
    page.agreed.answered.emit("late", ActionStatus.DONE)
    assert page.bar.label.text() == "Noted. The meeting has to be filed again."
    assert [row.id for row in context.open_store.unfiled()] == [family.held]
    page.agreed.answered.emit("late", ActionStatus.OPEN)
    assert page.bar.label.text() == "Noted."


def test_a_course_without_agreements_says_so(context: UiContext, show: Callable[..., None]) -> None:
    course = Course(id="c", name="Elif", created=context.clock())
    context.open_store.commit("c", [adding(course)])
    page = CoursePage(context, "c")
    show(page)
    texts = {label.text() for label in page.agreed.findChildren(PlainLabel)}
    assert texts == {"Goals and agreements stand here after the first meeting."}
    nothing = RenameCourse("c", {"name": "x"})
    assert not page.change(nothing, nothing, msg("Undo"))


@pytest.mark.parametrize("status", ActionStatus)
def test_every_outcome_has_a_word(status: ActionStatus) -> None:
    assert STATUS[status].text


def test_a_professional_has_a_profession_and_no_relation(
    context: UiContext, show: Callable[..., None]
) -> None:
    row = PersonRow(
        context, Person(id="j", name="Jonas <b>Bech</b>", side=Side.PROFESSIONAL, profession="lærer")
    )
    show(row)
    assert row.card.title.text() == "Jonas <b>Bech</b>"
    row.open_editor()
    assert row.editor is not None
    assert row.editor.fields["profession"].isVisible()
    assert not row.editor.fields["relation"].isVisible()


def test_the_course_page_speaks_danish(page: CoursePage, context: UiContext) -> None:
    context.words.language = "da"
    people(page)["Hodan Osman"].open_editor()
    page.retranslate()
    assert page.new.text() == "Nyt møde"


def test_a_person_is_shown_with_the_way_to_all_about_them(page: CoursePage) -> None:
    page.show_person("hodan")
    row = people(page)["Hodan Osman"]
    assert row.editor is not None
    assert row.editor.all_of.accessibleName() == "All about Hodan …"
    assert row.editor.all_of.hasFocus()
    QTest.keyClick(row.editor.all_of, Qt.Key.Key_Return)
    (window,) = page.window().findChildren(PersonWindow)
    assert window.title.text() == "All about Hodan"


def test_an_agreement_is_corrected_beside_and_not_changed(
    page: CoursePage, context: UiContext, family: Family
) -> None:
    button = page.agreed.findChildren(StatusButton)[0]
    what = in_file(context, family).get(Action, button.action_id).what
    button.correcting.emit(button.action_id)
    (window,) = page.window().findChildren(CorrectionWindow)
    QTest.keyClicks(window.text, "Det var om tirsdagen")
    QTest.keyClick(window.text, Qt.Key.Key_Return)
    assert in_file(context, family).get(Action, button.action_id).what == what
    texts = {label.text() for label in page.agreed.findChildren(PlainLabel)}
    assert "Correction: Det var om tirsdagen" in texts


def test_a_consent_is_seen_and_taken_back(page: CoursePage, context: UiContext, family: Family) -> None:
    assert not page.consents.isVisible()
    given = Consent(id="k", given_by=("hodan",), about="skole", given_on=date(2026, 2, 1))
    context.open_store.commit(family.course, [adding(given)])
    page.refresh()
    (card,) = page.consents.cards
    assert card.title.text() == "Hodan said yes"
    QTest.keyClick(card, Qt.Key.Key_Return)
    (window,) = page.window().findChildren(ConsentWindow)
    window.act.click()
    (card,) = page.consents.cards
    assert card.title.text().startswith("The consent was withdrawn on")
    assert card.title.property("role") == "strong"
    assert card.sub.text().startswith("Hodan said yes")
