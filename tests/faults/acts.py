"""A whole meeting as the acts of the one who leads it, each of them one commit: from the people to the end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Goal,
    ParkedIdea,
    Person,
    Understanding,
    UnmetNeed,
)
from tvm_desktop.domain.enums import (
    CardKind,
    CardSort,
    FramingReply,
    Holds,
    ParkedOutcome,
    Role,
    Side,
    Stance,
)
from tvm_desktop.session.commands import cards, evaluation, framing, meeting, people, plan, things
from tvm_desktop.session.session import MeetingSession

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tvm_desktop.session.commands.base import Command

    Act = Callable[[MeetingSession], object]

CHILD = "Minh"
SAID = (
    (CardKind.WORRY, "Han sover først klokken 2 om natten."),
    (CardKind.WORRY, "Han sidder alene på sit værelse og spiser ikke med os."),
    (CardKind.STRENGTH, "Han har repareret fire cykler for naboerne."),
    (CardKind.STRENGTH, "Han laver mad med Mai om søndagen."),
    (CardKind.LIFE_CONTEXT, "Familien flyttede i august."),
    (CardKind.CHILD_WORDS, "Jeg er bange for at komme ind, når de andre allerede sidder der."),
)
GOALS = ("Minh kommer i skole tre dage om ugen før påske.", "Minh er sammen med en på sin alder.")
AGREED = ("Møder Minh ved porten", "Spiser sammen klokken 18", "Taler med familien om søvn")


def whole_meeting(session: MeetingSession) -> Iterator[Act]:
    """Go through a meeting; the next act is made of the record as the last one left it."""
    yield from _before(session)
    yield _doing(meeting.StartMeeting("framing"))
    yield _doing(framing.AnswerFraming("listen", FramingReply.AGREE, others_agree=True))
    yield from _story(session)
    yield from _plan(session)
    yield from _ending(session)


def _doing(command: Command) -> Act:
    return lambda session: session.do(command)


def _typing(text: str) -> Act:
    return lambda session: session.draft("entry", text, len(text))


def _taking(command: Command) -> Act:
    return lambda session: session.do(command, done_draft=session.draft_key("entry"))


def _before(session: MeetingSession) -> Iterator[Act]:
    for name, side in (
        ("Trần Thị Hoà", Side.FAMILY),
        ("Trần Văn Đức", Side.FAMILY),
        ("Jonas Vestergaard", Side.PROFESSIONAL),
    ):
        yield _doing(people.AddPerson(name, side, phone="00 00 00 00"))
    yield _doing(
        meeting.EditMeeting(session.record.meeting_id, {"place": "Aavang Skole", "purpose": "Vi vil forstå."})
    )
    seat = session.record.all(Attendance)[-1]
    yield _doing(people.SetRole(seat.id, Role.COORDINATOR))


def _story(session: MeetingSession) -> Iterator[Act]:
    voices = [person.id for person in session.record.every(Person)]
    yield _doing(meeting.GoToStep("story"))
    for number, (kind, text) in enumerate(SAID):
        yield _typing(text)
        yield _taking(cards.AddCard(kind, text, voice=voices[number % len(voices)]))
    first, second = session.record.all(Card)[:2]
    yield _doing(things.EditText(first.id, f"{first.text} Hver nat."))
    yield MeetingSession.undo
    yield MeetingSession.redo
    yield _doing(cards.MoveCards((second.id,), Holds.LIFE_CONTEXT))
    yield _doing(cards.SortCards((first.id,), CardSort.HAPPENED))
    yield _doing(things.Park("Skal han skifte klasse?", voices[0]))
    yield _doing(meeting.ChildInRoom(present=True))
    yield _doing(meeting.ChildInRoom(present=False))
    yield _doing(meeting.WriteNote("story", "Spørg Đức om arbejdet."))
    yield _doing(meeting.SpendTime("story", 900))


def _plan(session: MeetingSession) -> Iterator[Act]:
    voices = [person.id for person in session.record.every(Person)]
    seen = tuple(card.id for card in session.record.all(Card))
    yield _doing(plan.AddUnderstanding("Det er svært at begynde alene i en ny klasse.", voices[0], seen[:2]))
    thought = session.record.all(Understanding)[0]
    yield _doing(
        things.TakePosition(thought.id, voices[1], "Jeg mener, at spillet er grunden.", Stance.DISAGREE)
    )
    yield _doing(plan.AddNeed("Tryghed ved at komme ind i klassen", voices[0], (thought.id,)))
    need = session.record.all(UnmetNeed)[0]
    for text in GOALS:
        yield _doing(plan.AddGoal(text, need.id))
        yield _doing(plan.AddSign(session.record.all(Goal)[-1].id, "Han går selv ind ad døren."))
    goals = tuple(goal.id for goal in session.record.all(Goal))
    for number, what in enumerate(AGREED):
        yield _doing(plan.AddAction(what, (voices[number % 3],), "hver mandag", date(2026, 2, 2), goals[:1]))
        yield _doing(plan.AcceptAction(session.record.all(Action)[-1].id, on=True))
    yield _doing(plan.AddWish("Kan nogen hjælpe os om morgenen?", voices[0]))
    yield _doing(things.Unpark(session.record.all(ParkedIdea)[0].id, ParkedOutcome.DECLINED))


def _ending(session: MeetingSession) -> Iterator[Act]:
    mother = session.record.every(Person)[1].id
    yield _doing(meeting.MeetAgain({"place": "Aavang Skole", "note": "Alle kommer."}))
    yield _doing(meeting.Settle({"child_told_what": "Vi har aftalt tre ting.", "child_told_when": "i dag"}))
    yield _doing(evaluation.Evaluate(mother, {"text": "Ja, nu forstår I os."}))
    yield _doing(things.Remove((session.record.all(Card)[-1].id,)))
    yield MeetingSession.undo
    yield _doing(meeting.EndMeeting())
    yield _doing(meeting.ReopenMeeting())
    yield _doing(meeting.EndMeeting())
