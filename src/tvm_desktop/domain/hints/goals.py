"""Hints about goals and signs: can everybody see when it has happened?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Goal, Person, Sign
from tvm_desktop.domain.hints.model import Finding
from tvm_desktop.domain.wording import about_others, negative, shortened, the_child, vague
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record


def goal_without_sign(record: Record) -> list[Finding]:
    """Nobody could see when this goal is reached; worse when its verb is vague."""
    signed = {sign.goal_id for sign in record.every(Sign)}
    return [_unsigned(goal) for goal in record.all(Goal) if goal.id not in signed]


def negative_sign(record: Record) -> list[Finding]:
    """A sign says what is not there."""
    return [
        Finding(msg("“{text}”: what do we see instead?", text=shortened(sign.text)), (sign.id,))
        for sign in record.all(Sign)
        if negative(sign.text)
    ]


def signs_only_child(record: Record) -> list[Finding]:
    """All signs are about the child; none about what others do."""
    signs = record.all(Sign)
    names = frozenset(
        word
        for person in record.every(Person)
        if not person.is_child
        for word in (person.called, person.relation, *person.name.split()[:1])
        if word
    )
    if len(signs) < 2 or any(about_others(sign.text, names) for sign in signs):
        return []
    said = msg(
        "All signs are about {child}. What will we see the others do?", child=the_child(record.course.name)
    )
    return [Finding(said, tuple(sign.id for sign in signs))]


def _unsigned(goal: Goal) -> Finding:
    text = shortened(goal.text)
    if vague(goal.text):
        return Finding(msg("“{text}” cannot be seen. What will we see when it works?", text=text), (goal.id,))
    return Finding(msg("“{text}” has no sign yet. How can we see that it works?", text=text), (goal.id,))
