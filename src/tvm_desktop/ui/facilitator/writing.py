"""What becomes of the words that are typed, by the column they are written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.domain import when
from tvm_desktop.domain.entities import Attendance, Card, Person, Said, Understanding
from tvm_desktop.domain.enums import CardKind, Holds, Role, Side
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.plan import AddAction, AddGoal, AddNeed, AddUnderstanding, AddWish
from tvm_desktop.session.commands.statements import AddStatement
from tvm_desktop.ui.facilitator.fields import today_at
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.session.commands.base import Command
    from tvm_desktop.ui.facilitator.desk import Desk

_DRAFT = "entry"


def write(desk: Desk, holds: Holds, text: str, goals: tuple[str, ...] = ()) -> str:
    """Add what was typed where a column's kind of thing belongs, by the chosen voice.

    Return its id, "" when it could not be saved. Goals are what an agreement helps.
    """
    if holds in (Holds.ACTION, Holds.WISH):
        return _write_action(desk, holds, text, goals)
    new_id = desk.new_id()
    return _done(desk, _command(desk, holds, text, new_id), new_id)


def _command(desk: Desk, holds: Holds, text: str, new_id: str) -> Command:
    fit = _is_fit(desk)
    match holds:
        case Holds.UNDERSTANDING:
            return AddUnderstanding(
                text=text,
                voice=desk.voice,
                fit_for_child=fit,
                verbatim=_is_quoted(text),
                interpreted=_is_interpreted(desk),
                id=new_id,
            )
        case Holds.NEED:
            return AddNeed(text, desk.voice, fit_for_child=fit, id=new_id)
        case Holds.GOAL:
            return AddGoal(text, fit_for_child=fit, id=new_id)
        case Holds.STATEMENT:
            worried = (desk.voice,) if desk.voice else ()
            return AddStatement(text, worried, fit_for_child=fit, id=new_id)
        case _:
            return AddCard(
                kind=CardKind(holds),
                text=text,
                voice=desk.voice,
                verbatim=_is_quoted(text),
                interpreted=_is_interpreted(desk),
                fit_for_child=fit,
                id=new_id,
            )


def _write_action(desk: Desk, holds: Holds, text: str, goals: tuple[str, ...]) -> str:
    """Take who, what and when from one line; what the family asks of a professional is a wish."""
    line = when.split_line(text, when.spoken_names(desk.record), today_at(desk))
    new_id = desk.new_id()
    if holds is Holds.WISH or _asks_others(desk, line.who):
        done = _done(desk, AddWish(text, desk.voice, fit_for_child=_is_fit(desk), id=new_id), new_id)
        if done and holds is not Holds.WISH:
            desk.remark(msg("Written as a wish: what the family wants of others needs their answer."))
        return done
    command = AddAction(
        what=line.what,
        who=line.who or ((desk.voice,) if desk.voice else ()),
        when=line.when,
        due=line.due,
        goals=goals,
        proposed_by=desk.voice,
        fit_for_child=desk.step.for_child,
        id=new_id,
    )
    done = _done(desk, command, new_id)
    if done and line.problem:
        desk.remark(line.problem)
    return done


def _asks_others(desk: Desk, who: tuple[str, ...]) -> bool:
    voice = desk.record.find(Person, desk.voice)
    doers = [desk.record.find(Person, person_id) for person_id in who]
    of_professionals = any(p is not None and p.side is Side.PROFESSIONAL for p in doers)
    return of_professionals and voice is not None and voice.side is not Side.PROFESSIONAL


def _done(desk: Desk, command: Command, new_id: str) -> str:
    return new_id if desk.bridge.do(command, done_draft=_DRAFT) else ""


def _is_fit(desk: Desk) -> bool:
    """What is said with the child, and the child's own words, are fit for the child."""
    person = desk.record.find(Person, desk.voice)
    return desk.step.for_child or (person is not None and person.is_child)


def _is_quoted(text: str) -> bool:
    return len(text) > 2 and text[0] in "\"”“«'" and text[-1] in "\"”“»'"


def _is_interpreted(desk: Desk) -> bool:
    """Say whether the voice spoke through the interpreter last time; the mark stays until it is changed."""
    if not any(Role.INTERPRETER in a.roles for a in desk.record.all(Attendance)):
        return False
    said: list[Said] = [*desk.record.all(Card), *desk.record.all(Understanding)]
    return next((thing.interpreted for thing in reversed(said) if thing.voice == desk.voice), False)


def hint_for(holds: Holds) -> Message:
    """Say what to type in a column."""
    match holds:
        case Holds.ACTION:
            return msg("Who does what, and when – on one line")
        case Holds.GOAL:
            return msg("What do we want to reach?")
        case Holds.UNDERSTANDING:
            return msg("Write how it can be understood")
        case Holds.WISH:
            return msg("What does the family wish of others?")
        case _:
            return msg("Write what is said, and press Enter")
