from __future__ import annotations

from helpers.sessions import minh, stamp
from tvm_desktop.domain.entities import Link, Statement
from tvm_desktop.domain.thread import Gap, GapKind, gaps
from tvm_desktop.session.commands.plan import AddGoal
from tvm_desktop.session.commands.statements import AddStatement, EditStatement


def test_a_worry_is_said_in_three_parts_and_rests_on_cards() -> None:
    command = AddStatement(
        " Minh sover om dagen. ", ("hoa", "jonas"), " Han mister sin klasse. ", ("c01", "c02"), id="s"
    )
    record = minh().apply(command.decide(minh(), stamp()))
    worry = record.get(Statement, "s")
    assert (worry.text, worry.worried, worry.future) == (
        "Minh sover om dagen.",
        ("hoa", "jonas"),
        "Han mister sin klasse.",
    )
    assert [link.lower for link in record.every(Link) if link.upper == "s"] == ["c01", "c02"]


def test_worries_keep_the_order_in_which_they_were_said() -> None:
    record = minh()
    for name in ("b", "a"):
        record = record.apply(AddStatement(name, id=name).decide(record, stamp()))
    assert [worry.id for worry in record.all(Statement)] == ["b", "a"]


def test_the_familys_own_words_are_kept_as_they_are() -> None:
    record = minh()
    record = record.apply(AddStatement("Minh sover om dagen.", id="s").decide(record, stamp()))
    own = {"own_words": "Jeg sover, når jeg er træt", "own_voice": "m"}
    record = record.apply(EditStatement("s", own).decide(record, stamp()))
    worry = record.get(Statement, "s")
    assert (worry.own_words, worry.own_voice) == ("Jeg sover, når jeg er træt", "m")


def test_a_goal_can_answer_a_worry_in_place_of_a_need() -> None:
    record, made = minh(), stamp()
    for command in (
        AddStatement("Minh sover om dagen.", rests_on=("c01",), id="s"),
        AddGoal("Han sover om natten.", rests_on=("s",), id="g"),
    ):
        record = record.apply(command.decide(record, made))
    mine = [gap for gap in gaps(record) if gap.id in {"s", "g"}]
    assert mine == [Gap(GapKind.GOAL_WITHOUT_ACTION, "g")]
