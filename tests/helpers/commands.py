"""Hypothesis strategies for commands: every kind of command that can be given in a record, right or odd."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from helpers.records import any_of_kind, steps, texts
from tvm_desktop.domain.entities import (
    KINDS,
    Action,
    Attendance,
    Card,
    Closing,
    Consent,
    Correction,
    Course,
    Entity,
    FollowUp,
    Goal,
    Meeting,
    NextMeeting,
    ParkedIdea,
    Person,
    Position,
    PrivateNote,
    Scale,
    Shared,
    Sign,
    Statement,
    Understanding,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import (
    ActionStatus,
    CardKind,
    CardSort,
    FramingReply,
    Holds,
    ParkedOutcome,
    Role,
    Share,
    Side,
    Stance,
)
from tvm_desktop.domain.record import Record
from tvm_desktop.session.commands import (
    cards,
    corrections,
    course,
    evaluation,
    filing,
    followup,
    framing,
    meeting,
    paper,
    people,
    plan,
    scales,
    statements,
    things,
)
from tvm_desktop.session.commands.base import Command, EditFields

Ids = list[str]
Maker = Callable[[Record], st.SearchStrategy[Command]]
SHARED: tuple[type[Shared], ...] = (
    Card,
    Understanding,
    Statement,
    UnmetNeed,
    Goal,
    Sign,
    Action,
    FollowUp,
    Scale,
    Wish,
)
_NEVER_EDITED = {
    "id",
    "meeting_id",
    "format_id",
    "format_hash",
    "live_step",
    "child_present",
    "status",
    "closed",
}


def ids_of(record: Record, *kinds: type[Entity]) -> Ids:
    """List the ids of these kinds in the open meeting."""
    return [entity.id for kind in kinds for entity in record.all(kind)]


def leaves(kind: type[Command] = Command) -> set[type[Command]]:
    """Find every command that can be given, wherever it is defined."""
    below = kind.__subclasses__()
    return {kind} if not below else {leaf for sub in below for leaf in leaves(sub)}


@st.composite
def commands(draw: st.DrawFn, record: Record, *, undoable: bool | None = None) -> Command:
    """Draw any command that can be given in a record; ``undoable`` asks for those only, or for the others."""
    kinds = [kind for kind in MAKERS if undoable is None or kind.undoable is undoable]
    made = MAKERS[draw(st.sampled_from(kinds))](record)
    assume(not made.is_empty)
    return draw(made)


def _one(ids: Ids) -> st.SearchStrategy[str]:
    return st.sampled_from(ids) if ids else st.nothing()


def _perhaps(ids: Ids) -> st.SearchStrategy[str]:
    return st.sampled_from(["", *ids])


def _several(ids: Ids) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), min_size=1, max_size=4).map(tuple) if ids else st.nothing()


def _any_of(ids: Ids) -> st.SearchStrategy[tuple[str, ...]]:
    return st.just(()) | _several(ids) if ids else st.just(())


def _changed(command: type[EditFields]) -> Maker:
    """Give an entity of the command's kind other values in some fields."""

    def make(record: Record) -> st.SearchStrategy[Command]:
        found = [e.id for e in record.every(command.kind)]
        if command.kind is Meeting:
            found = [record.meeting_id]
        return _one(found).flatmap(lambda id_: st.builds(command, st.just(id_), some_fields(record, id_)))

    return make


def some_fields(record: Record, entity_id: str) -> st.SearchStrategy[dict[str, Any]]:
    """Draw new values for some fields of an entity."""
    entity = record.anything(entity_id)
    assert entity is not None
    return _values(type(entity), record)


def _values(kind: type[Entity], record: Record) -> st.SearchStrategy[dict[str, Any]]:
    ids = _all_ids(record)
    names = sorted(set(kind.__dataclass_fields__) - _NEVER_EDITED)

    def picked(entity: Entity) -> st.SearchStrategy[dict[str, Any]]:
        chosen = st.sets(st.sampled_from(names), min_size=1, max_size=3)
        return chosen.map(lambda found: {name: getattr(entity, name) for name in sorted(found)})

    return any_of_kind(kind, "drawn", ids).flatmap(picked)


def _all_ids(record: Record) -> dict[str, Ids]:
    return {name: list(record.rows.get(name, ())) for name in KINDS}


def _consents(record: Record) -> st.SearchStrategy[Command]:
    ids = _all_ids(record)
    return st.builds(people.AddConsent, any_of_kind(Consent, "consent-new", ids).filter(_is_consent))


def _is_consent(entity: Entity) -> bool:
    return isinstance(entity, Consent)


def _persons(record: Record) -> Ids:
    return [person.id for person in record.every(Person)]


_DATES = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))
_FLAG = st.booleans()
_NUMBER = st.integers(0, 10)

MAKERS: dict[type[Command], Maker] = {
    cards.AddCard: lambda r: st.builds(
        cards.AddCard,
        st.sampled_from(CardKind),
        texts,
        voice=_perhaps(_persons(r)),
        verbatim=_FLAG,
        interpreted=_FLAG,
        fit_for_child=_FLAG,
        share=st.sampled_from(Share),
        prepared=_FLAG,
    ),
    cards.EditCard: _changed(cards.EditCard),
    cards.MoveCards: lambda r: st.builds(
        cards.MoveCards,
        _several(ids_of(r, Card, Understanding)),
        st.sampled_from(Holds),
        _perhaps(ids_of(r, Card, Understanding)),
    ),
    cards.SortCards: lambda r: st.builds(
        cards.SortCards, _several(ids_of(r, Card, Understanding)), st.sampled_from(CardSort)
    ),
    cards.MergeCards: lambda r: st.builds(cards.MergeCards, _several(ids_of(r, Card))),
    cards.Say: lambda r: st.builds(cards.Say, _several(ids_of(r, Card))),
    corrections.AddCorrection: lambda r: st.builds(
        corrections.AddCorrection, _one(ids_of(r, *SHARED, Person)), texts, _perhaps(_persons(r))
    ),
    corrections.RemoveCorrection: lambda r: st.builds(
        corrections.RemoveCorrection, _one(ids_of(r, Correction))
    ),
    course.SetAnonymous: lambda r: st.builds(course.SetAnonymous, _FLAG),
    course.SetDeleteOn: lambda r: st.builds(course.SetDeleteOn, _DATES),
    filing.MakePackage: lambda r: st.builds(filing.MakePackage, texts),
    filing.MarkFiled: lambda r: st.builds(
        filing.MarkFiled, st.dates(date(2020, 1, 1), date(2030, 1, 1)), texts, texts
    ),
    filing.UnmarkFiled: lambda r: st.builds(filing.UnmarkFiled),
    filing.MoveNoteToFile: lambda r: st.builds(filing.MoveNoteToFile, _one(ids_of(r, PrivateNote))),
    filing.EditFileNote: lambda r: st.builds(filing.EditFileNote, texts),
    evaluation.Evaluate: lambda r: st.builds(
        evaluation.Evaluate,
        _one(_persons(r)),
        st.fixed_dictionaries({}, optional={"text": texts, "number": st.none() | _NUMBER}),
    ),
    evaluation.Miss: lambda r: st.builds(evaluation.Miss, texts, _perhaps(_persons(r))),
    followup.TellWhatBecame: lambda r: st.builds(
        followup.TellWhatBecame,
        _one([action.id for action in r.every(Action)]),
        st.sampled_from(ActionStatus),
        _perhaps(_persons(r)),
    ),
    followup.TellWhatHelped: lambda r: st.builds(
        followup.TellWhatHelped, _one([action.id for action in r.every(Action)]), texts, _perhaps(_persons(r))
    ),
    scales.AskScale: lambda r: st.builds(
        scales.AskScale, texts, texts, texts, about=_perhaps(ids_of(r, Goal, Statement))
    ),
    scales.EditScale: _changed(scales.EditScale),
    scales.Rate: lambda r: st.builds(
        scales.Rate, _one(ids_of(r, Scale)), _one(_persons(r)), st.none() | _NUMBER
    ),
    scales.SayWhy: lambda r: st.builds(
        scales.SayWhy,
        _one(ids_of(r, Scale)),
        st.builds(
            cards.AddCard,
            st.sampled_from((CardKind.STRENGTH, CardKind.NEXT)),
            texts,
            voice=_perhaps(_persons(r)),
        ),
    ),
    scales.Reveal: lambda r: st.builds(scales.Reveal, _one(ids_of(r, Scale)), _FLAG),
    scales.AllowNumber: lambda r: st.builds(
        scales.AllowNumber, _one(ids_of(r, Scale)), _one(_persons(r)), _FLAG
    ),
    statements.AddStatement: lambda r: st.builds(
        statements.AddStatement, texts, _any_of(_persons(r)), texts, _any_of(ids_of(r, Card)), _FLAG
    ),
    statements.EditStatement: _changed(statements.EditStatement),
    framing.AcceptFraming: lambda r: st.builds(
        framing.AcceptFraming, st.lists(texts, max_size=3, unique=True).map(tuple)
    ),
    framing.AnswerFraming: lambda r: st.builds(
        framing.AnswerFraming, texts, st.sampled_from(FramingReply), _perhaps(_persons(r)), texts
    ),
    framing.SkipFraming: lambda r: st.builds(framing.SkipFraming, texts),
    meeting.RenameCourse: lambda r: st.builds(
        meeting.RenameCourse, _one(ids_of(r, Course)), texts.map(lambda text: {"name": text})
    ),
    meeting.EditMeeting: _changed(meeting.EditMeeting),
    meeting.SwitchFormat: lambda r: st.builds(
        meeting.SwitchFormat, texts, st.just(""), st.lists(steps, max_size=2).map(tuple)
    ),
    meeting.StartMeeting: lambda r: st.builds(meeting.StartMeeting, steps),
    meeting.GoToStep: lambda r: st.builds(meeting.GoToStep, steps),
    meeting.ChildInRoom: lambda r: st.builds(meeting.ChildInRoom, _FLAG),
    meeting.EndMeeting: lambda r: st.builds(meeting.EndMeeting),
    meeting.ReopenMeeting: lambda r: st.builds(meeting.ReopenMeeting),
    meeting.SpendTime: lambda r: st.builds(meeting.SpendTime, steps, st.integers(0, 900)),
    meeting.WriteNote: lambda r: st.builds(meeting.WriteNote, steps, texts),
    meeting.Settle: lambda r: st.builds(meeting.Settle, _values(Closing, r)),
    meeting.MeetAgain: lambda r: st.builds(meeting.MeetAgain, _values(NextMeeting, r)),
    paper.ExplainWord: lambda r: st.builds(paper.ExplainWord, texts, _FLAG),
    people.AddPerson: lambda r: st.builds(
        people.AddPerson,
        texts,
        st.sampled_from(Side),
        called=texts,
        relation=texts,
        is_child=_FLAG,
        roles=st.lists(st.sampled_from(Role), max_size=2, unique=True).map(tuple),
        mandate=texts,
    ),
    people.Invite: lambda r: st.builds(people.Invite, _one(_persons(r))),
    people.EditPerson: _changed(people.EditPerson),
    people.EditAttendance: _changed(people.EditAttendance),
    people.SetRole: lambda r: st.builds(
        people.SetRole, _one(ids_of(r, Attendance)), st.sampled_from(Role), _FLAG
    ),
    people.Uninvite: lambda r: st.builds(people.Uninvite, _one(ids_of(r, Attendance))),
    people.AddConsent: _consents,
    people.EditConsent: _changed(people.EditConsent),
    people.WithdrawConsent: lambda r: st.builds(people.WithdrawConsent, _one(ids_of(r, Consent)), _DATES),
    plan.AddUnderstanding: lambda r: st.builds(
        plan.AddUnderstanding, texts, _perhaps(_persons(r)), _any_of(ids_of(r, Card)), _FLAG
    ),
    plan.AddNeed: lambda r: st.builds(
        plan.AddNeed, texts, _perhaps(_persons(r)), _any_of(ids_of(r, Understanding)), _FLAG
    ),
    plan.AddGoal: lambda r: st.builds(plan.AddGoal, texts, _perhaps(ids_of(r, UnmetNeed)), _FLAG),
    plan.EditGoal: _changed(plan.EditGoal),
    plan.AddSign: lambda r: st.builds(plan.AddSign, _one(ids_of(r, Goal)), texts, _FLAG),
    plan.AddAction: lambda r: st.builds(
        plan.AddAction,
        texts,
        _any_of(_persons(r)),
        texts,
        _DATES,
        _any_of(ids_of(r, Goal)),
        _perhaps(_persons(r)),
    ),
    plan.EditAction: _changed(plan.EditAction),
    plan.FollowUpAction: _changed(plan.FollowUpAction),
    plan.AcceptAction: lambda r: st.builds(plan.AcceptAction, _one(ids_of(r, Action)), _FLAG),
    plan.AddWish: lambda r: st.builds(plan.AddWish, texts, _perhaps(_persons(r)), _FLAG),
    plan.AnswerWish: _changed(plan.AnswerWish),
    things.EditText: lambda r: st.builds(
        things.EditText, _one(ids_of(r, *SHARED, Position, ParkedIdea)), texts
    ),
    things.SetVoice: lambda r: st.builds(
        things.SetVoice, _several(ids_of(r, *SHARED)), _perhaps(_persons(r))
    ),
    things.Remove: lambda r: st.builds(
        things.Remove, _several([e.id for e in r.entities() if not isinstance(e, Course | Meeting)])
    ),
    things.MarkForChild: lambda r: st.builds(things.MarkForChild, _several(ids_of(r, *SHARED)), _FLAG),
    things.ShareWith: lambda r: st.builds(
        things.ShareWith, _several(ids_of(r, *SHARED)), st.sampled_from(Share), _any_of(_persons(r))
    ),
    things.Tie: lambda r: st.builds(things.Tie, _one(ids_of(r, *SHARED)), _one(ids_of(r, *SHARED)), _FLAG),
    things.TakePosition: lambda r: st.builds(
        things.TakePosition,
        _one(ids_of(r, *SHARED, Meeting)),
        _perhaps(_persons(r)),
        texts,
        st.sampled_from(Stance),
    ),
    things.Park: lambda r: st.builds(things.Park, texts, _perhaps(_persons(r))),
    plan.TakeUp: lambda r: st.builds(plan.TakeUp, _one(ids_of(r, ParkedIdea)), st.just(())),
    things.Unpark: lambda r: st.builds(
        things.Unpark, _one(ids_of(r, ParkedIdea)), st.sampled_from(ParkedOutcome)
    ),
}
