"""How was the meeting: what is known is filled in, and each answers on a line of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.entities import Evaluation, Missed
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.session.frames.model import Blank
from tvm_desktop.ui.facilitator.panels.evaluation import EvaluationPanel

if TYPE_CHECKING:
    from helpers.table import Table
    from tvm_desktop.ui.facilitator.fields import KeptLine


@pytest.fixture
def ending(full_table: Table) -> Table:
    full_table.look_at("evaluation")
    return full_table


def panel(table: Table) -> EvaluationPanel:
    page = table.page.page
    assert isinstance(page, EvaluationPanel)
    return page


def answers(table: Table) -> dict[str, tuple[str, int | None]]:
    return {e.person_id: (e.text, e.number) for e in table.record.all(Evaluation)}


def write(table: Table, line: KeptLine, text: str) -> None:
    line.edit.setFocus()
    table.keys.press("Ctrl+A")
    table.keys.type(text, "Return")


def with_numbers(table: Table) -> None:
    table.page.desk.bridge.do(EditMeeting(table.record.meeting_id, {"evaluation_numbers": True}))


def test_who_was_there_and_what_it_was_about_are_filled_in(ending: Table) -> None:
    page = panel(ending)
    assert "Hoà (mor)" in page.who.text.text()
    assert "Bodil" not in page.who.text.text().replace("for Bodil", "")
    assert page.about.text.text().startswith("Vi vil forstå")
    assert "3 goals · 8 agreements" in page.about.text.text()


def test_the_entry_line_takes_whom_we_missed(ending: Table) -> None:
    ending.keys.press("Ctrl+2")
    ending.say("Mette Skov, idrætslærer")
    (missed,) = ending.record.all(Missed)
    assert missed.text == "Mette Skov, idrætslærer"
    assert missed.voice == ending.page.desk.voices[1].id
    assert panel(ending).board.cards[missed.id].words.text() == "Mette Skov, idrætslærer"
    ending.page.entry.edit.setFocus()
    ending.keys.press("Ctrl+Z")
    assert ending.record.all(Missed) == []


def test_a_name_can_be_mended_and_taken_off(ending: Table) -> None:
    ending.say("Mette Skov")
    (missed,) = ending.record.all(Missed)
    panel(ending).board.cards[missed.id].setFocus()
    ending.keys.press("F2")
    ending.keys.type(", idrætslærer", "Return")
    assert [m.text for m in ending.record.all(Missed)] == ["Mette Skov, idrætslærer"]
    ending.keys.press("Del")
    assert ending.record.all(Missed) == []


def test_the_family_answers_first_and_a_child_that_has_gone_is_not_asked(ending: Table) -> None:
    order = [person.id for person in panel(ending).asked()]
    assert order[:3] == ["hoa", "duc", "mai"]
    assert "m" not in order
    assert "lan" not in order
    ending.page.toggle_child()
    assert next(iter(panel(ending).asked())).id == "m"


def test_each_says_whether_it_made_sense_in_their_own_words(ending: Table) -> None:
    write(ending, panel(ending).lines["hoa"].words, "Ja. Jeg forstår mere nu.")
    write(ending, panel(ending).lines["duc"].words, "Lidt.")
    assert answers(ending) == {"hoa": ("Ja. Jeg forstår mere nu.", None), "duc": ("Lidt.", None)}


def test_numbers_are_asked_for_only_where_they_were_chosen(ending: Table) -> None:
    line = panel(ending).lines["hoa"]
    assert not line.number.isVisible()
    with_numbers(ending)
    assert line.number.isVisible()
    write(ending, line.number, "8")
    assert answers(ending) == {"hoa": ("", 8)}
    write(ending, line.number, " ")
    assert answers(ending) == {"hoa": ("", None)}


@pytest.mark.parametrize("typed", ["11", "otte", "-1", "7,5", "٧", "007", "9" * 5000])
def test_what_is_no_number_from_0_to_10_is_said_and_stays(ending: Table, typed: str) -> None:
    with_numbers(ending)
    line = panel(ending).lines["hoa"].number
    write(ending, line, typed)
    assert line.problem.isVisible()
    assert line.edit.text() == typed
    assert answers(ending) == {}


def test_the_wall_has_the_question_alone(ending: Table) -> None:
    with_numbers(ending)
    ending.say("Mette Skov")
    write(ending, panel(ending).lines["hoa"].number, "8")
    frame = ending.page.session.projector.live_frame()
    assert frame.body == Blank()
    assert "Mette" not in str(frame)


def test_a_narrow_page_puts_the_questions_below_one_another(ending: Table) -> None:
    page = panel(ending)
    assert page.columns.direction() is page.columns.Direction.LeftToRight
    ending.window.resize(900, 700)
    ending.page.side.hide()
    page.resize(500, 600)
    assert page.columns.direction() is page.columns.Direction.TopToBottom


def test_a_closed_meeting_is_only_read(ending: Table) -> None:
    ending.page.end()
    ending.reopen()
    ending.page.desk.look_at("evaluation")
    assert all(line.words.edit.isReadOnly() for line in panel(ending).lines.values())
