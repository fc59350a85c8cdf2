"""The leader's page as a whole: what it says at its edge, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Attendance, Card, Person
from tvm_desktop.domain.enums import CardKind, Side
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import SpendTime
from tvm_desktop.ui.facilitator.panels.framing import FramingPanel

if TYPE_CHECKING:
    from helpers.table import Table


def add(table: Table, text: str) -> str:
    table.page.desk.bridge.do(AddCard(CardKind.WORRY, text))
    return table.record.all(Card)[-1].id


def test_undo_is_offered_only_while_it_takes_back_what_the_bar_says(table: Table) -> None:
    gone = add(table, "Det ene.")
    table.page.desk.aim(gone)
    table.page.verbs.delete()
    assert not table.page.bar.isHidden()
    table.page.desk.bridge.do(SpendTime("story", 60))
    assert not table.page.bar.isHidden()
    add(table, "Det andet.")
    assert table.page.bar.isHidden()
    assert table.cards() == ["Det andet."]


def test_the_bars_undo_brings_back_what_was_deleted(table: Table) -> None:
    table.page.desk.aim(add(table, "Det ene."))
    table.page.verbs.delete()
    table.page.bar.act.click()
    assert table.cards() == ["Det ene."]


def test_a_plain_word_stays_when_somebody_goes_on(table: Table) -> None:
    table.page.verbs.merge()
    assert not table.page.bar.isHidden()
    add(table, "Det ene.")
    assert not table.page.bar.isHidden()


def test_an_open_paper_changes_language_too(table: Table) -> None:
    table.page.open_paper()
    assert table.page.paper is not None
    assert table.page.paper.print_button.text() == "Print"
    table.context.words.language = "da"
    table.page.retranslate()
    assert table.page.paper.print_button.text() == "Udskriv"


def test_a_participant_is_added_in_one_line_as_in_prepare(table: Table) -> None:
    table.keys.press("Ctrl+N")
    table.keys.type("Ingrid Holm, kusine", "Return")
    person = table.record.find(Person, table.record.all(Attendance)[-1].person_id)
    assert person is not None
    assert (person.name, person.side, person.relation) == ("Ingrid Holm", Side.FAMILY, "kusine")
    assert table.record.called(person.id) == "Ingrid"


def test_looking_back_at_the_framing_leaves_the_wall_alone(full_table: Table) -> None:
    full_table.look_at("closing")
    projector = full_table.page.session.projector
    projector.show()
    projector.look_at(item=1)
    before = projector.frame()
    full_table.page.desk.look_at("framing")
    panel = full_table.page.page
    assert isinstance(panel, FramingPanel)
    panel.shift("down")
    panel.shift("down")
    assert panel.current == 2
    assert projector.frame() == before


def test_the_wall_follows_the_framing_while_the_table_is_there(full_table: Table) -> None:
    full_table.look_at("framing")
    full_table.page.page.shift("down")
    assert full_table.page.session.projector.showing.item == 1
