"""The invented examples are whole, agree with the forms, and keep to what may be written."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.paper import PaperOptions
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.documents.reading import reading_of
from tvm_desktop.documents.render import render
from tvm_desktop.domain import followup, scales, sharing, turns
from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Evaluation,
    FollowUp,
    Goal,
    Link,
    Meeting,
    Missed,
    Person,
    Position,
    Scale,
    ScaleRating,
    Sign,
    Statement,
)
from tvm_desktop.domain.enums import (
    ActionStatus,
    CardKind,
    CardSort,
    MeetingKind,
    MeetingStatus,
    Presence,
    Role,
    Share,
    Side,
)
from tvm_desktop.domain.guidance import hints
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.thread import chains, gaps
from tvm_desktop.formats.agenda import agenda, column_key
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.storage.exchange.demo import demo_files, fill_with_demo
from tvm_desktop.storage.exchange.reader import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.store import Store

FORMATS = FormatLibrary.load()
TODAY = date(2026, 11, 20)


def record(name: str, meeting_id: str) -> Record:
    """Return an example with one of its meetings open."""
    (path,) = (path for path in demo_files() if path.name.startswith(name))
    return Record.of(meeting_id, read_file(path).courses[0].entities())


def numbers(record: Record, scale: Scale) -> dict[str, int]:
    """Return who gave which number."""
    return {record.called(number.person_id): number.value for number in scales.numbers(record, scale.id)}


def told(record: Record) -> list[tuple[str, str]]:
    """List what became of the agreements of last time, in their order, and what made the difference."""
    answers = [followup.answer(record, action.id) for action in followup.from_before(record)]
    return [(answer.status, answer.text) for answer in answers if answer]


MINH = record("minh", "minh-moede-01")
FREJA = record("freja", "freja-moede-01")
LATER = record("freja", "freja-moede-02")
MEETINGS = [
    (path.name.split(".")[0], meeting)
    for path in demo_files()
    for held in read_file(path).courses
    for meeting in held.meetings
]
HELD = [(name, meeting) for name, meeting in MEETINGS if meeting.status is MeetingStatus.CLOSED]
IDS = [meeting.id for _, meeting in HELD]
# A talk before the meeting sets no goals.
WHOLE = [(name, meeting) for name, meeting in HELD if meeting.kind is not MeetingKind.PREP]


def test_home_has_something_to_show(store: Store) -> None:
    fill_with_demo(store, FORMATS.formats, today=TODAY)
    assert {row.name for row in store.courses()} == {
        *(
            "Amina",
            "Minh",
            "Freja og Anton",
            "Yusuf",
            "Elif",
            "Oleksandr",
            "Mariam",
            "Villads",
            "Dreng, 10 år",
        )
    }
    assert {row.status for row in store.meetings()} == set(MeetingStatus)
    running = store.next_meeting(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
    assert running is not None
    assert running.course_name == "Amina"
    late = [row for row in store.open_actions() if row.due and row.due < TODAY]
    assert len(late) >= 3
    assert len(late) < len(store.open_actions())


def test_three_held_meetings_are_not_filed_and_filed_ones_have_no_private_notes(store: Store) -> None:
    fill_with_demo(store, FORMATS.formats, today=TODAY)
    waiting = {row.id for row in store.unfiled()}
    assert waiting == {"minh-moede-01", "villads-moede-01", "freja-moede-02"}
    filed = [row for row in store.meetings() if row.filed_on]
    assert len(filed) == len(HELD) - 3
    assert all(row.starts and row.filed_on and row.starts.date() < row.filed_on <= TODAY for row in filed)
    for (held,) in (read_file(path).courses for path in demo_files()):
        noted = {note.meeting_id for note in held.private_notes}
        assert noted.isdisjoint(filing.meeting_id for filing in held.filings)


def test_every_meeting_of_the_store_has_its_form(store: Store) -> None:
    fill_with_demo(store, FORMATS.formats)
    assert all(store.format_source(row.format_hash) for row in store.meetings())


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_steps_and_sentences_are_those_of_the_form(path: Path) -> None:
    (held,) = read_file(path).courses
    for meeting in held.meetings:
        form = FORMATS.by_id(meeting.format_id)
        assert form is not None
        steps = {step.id for step in form.steps}
        columns = {column_key(step, column) for step in form.steps for column in step.columns}
        sentences = {sentence.id for step in form.steps for sentence in step.statements}
        assert {*(step for step, _ in meeting.minutes), meeting.live_step} <= steps | {""}
        assert {*meeting.left_out, *meeting.column_order} <= steps | columns
        assert {time.step for time in held.step_times if time.meeting_id == meeting.id} <= steps
        assert {note.step for note in held.private_notes if note.meeting_id == meeting.id} <= steps
        assert {answer.statement for answer in held.framing_answers} <= sentences


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_no_number_of_a_person_and_no_real_telephone(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\d{6}-?\d{4}", text)
    assert set(re.findall(r'"phone": "([^"]*)"', text)) <= {"00 00 00 00"}


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_texts_name_no_date_that_would_not_move_along(path: Path) -> None:
    (held,) = read_file(path).courses
    written = re.compile(r"\b\d{1,2}\. (januar|februar|marts|april|maj|juni|juli|august|november)")
    assert [entity.id for entity in held.entities() if written.search(repr(entity))] == []


def test_all_eight_agreements_hang_together() -> None:
    actions = MINH.all(Action)
    assert len(actions) == 8
    assert {chain.action.id for chain in chains(MINH)} == {action.id for action in actions}
    goals = {chain.goal.id for chain in chains(MINH) if chain.action.id == actions[3].id}
    assert len(goals) == 2


def test_the_substitute_comes_for_the_one_who_is_away() -> None:
    (substitute,) = (a for a in MINH.all(Attendance) if a.presence is Presence.SUBSTITUTE)
    (away,) = (a for a in MINH.all(Attendance) if a.presence is Presence.ABSENT)
    assert MINH.get(Person, substitute.person_id).name == "Anja Holt"
    assert substitute.instead_of == away.person_id


def test_what_only_three_may_hear_is_kept_from_everybody_else() -> None:
    (card,) = (card for card in MINH.all(Card) if card.share is Share.NOT_TO)
    may_hear = {p.called for p in MINH.every(Person) if p.id not in card.not_to}
    assert may_hear == {"Minh", "Hoà", "Đức", "Jonas"}
    assert any(card.share is Share.FACILITATOR for card in MINH.all(Card))


def test_the_follow_up_is_prepared_and_the_missed_teacher_invited() -> None:
    after = record("minh", "minh-moede-02")
    assert after.meeting.status is MeetingStatus.PLANNED
    invited = {after.get(Person, a.person_id).name for a in after.all(Attendance)}
    assert {"Mette Skov", "Lan Phạm", "Bodil Krogh"} <= invited
    assert "Anja Holt" not in invited


@pytest.mark.parametrize("path", demo_files(), ids=lambda path: path.name)
def test_every_meeting_has_a_leader(path: Path) -> None:
    (held,) = read_file(path).courses
    led = {a.meeting_id for a in held.attendances if Role.FACILITATOR in a.roles}
    assert led == {meeting.id for meeting in held.meetings}


# -- on time, and on paper -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "meeting"), MEETINGS, ids=[meeting.id for _, meeting in MEETINGS])
def test_the_minutes_of_the_steps_fill_the_meeting_and_no_more(name: str, meeting: Meeting) -> None:
    form = FORMATS.by_id(meeting.format_id)
    assert form
    assert meeting.starts
    assert meeting.ends
    planned = dict(meeting.minutes)
    steps = agenda(record(name, meeting.id), form)
    minutes = sum(planned.get(step.id, step.minutes) for step in steps)
    assert minutes * 60 <= (meeting.ends - meeting.starts).total_seconds()


@pytest.mark.parametrize(("name", "meeting"), HELD, ids=IDS)
def test_the_plan_is_short_and_reads_easily(name: str, meeting: Meeting) -> None:
    held = record(name, meeting.id)
    plan = plan_document(held, FORMATS.by_id(meeting.format_id), Audience(), "da")
    paper = render(plan, PaperOptions())
    assert paper.missing == ()
    assert len(PdfDocument(paper.pdf)) <= 2
    assert (reading_of(plan, held).number or 0) <= 30


@pytest.mark.parametrize(("name", "meeting"), WHOLE, ids=[meeting.id for _, meeting in WHOLE])
def test_the_red_thread_of_every_meeting_that_was_held_is_whole(name: str, meeting: Meeting) -> None:
    assert gaps(record(name, meeting.id)) == []


# -- the board of worked meeting B, and its follow-up ----------------------------------------------------------------


def test_the_board_holds_what_was_said_sorted() -> None:
    cards = FREJA.all(Card)

    def count(kind: CardKind, sort: CardSort) -> int:
        return sum((card.kind, card.sort) == (kind, sort) for card in cards)

    worries = [
        count(CardKind.WORRY, sort) for sort in (CardSort.HAPPENED, CardSort.MAY_HAPPEN, CardSort.HARD)
    ]
    works = [count(CardKind.STRENGTH, sort) for sort in (CardSort.STRENGTH, CardSort.PROTECTED)]
    assert (worries, works) == ([3, 1, 2], [4, 2])
    own = [card.text for card in cards if card.kind is CardKind.NEXT and card.verbatim]
    assert own == ["Vi vil have weekender uden skænderier.", "Jeg vil kunne huske søndagen."]
    protected = [card for card in (*cards, *LATER.all(Card)) if card.sort is CardSort.PROTECTED]
    assert all(card.basis and card.seen_when for card in protected)
    assert "Far ringede selv til mormor." in {card.text for card in protected}


def test_what_freja_said_to_two_only_is_kept_from_everybody_else() -> None:
    (card,) = (card for card in FREJA.all(Card) if card.share is not Share.ALL)
    may_hear = {p.called for p in FREJA.every(Person) if p.id not in card.not_to}
    assert may_hear == {"Freja", "Camilla", "Dorte"}
    assert not sharing.may_project(card, turns.present(FREJA), child_present=False)


def test_the_worry_is_said_whole_with_the_fathers_version_and_has_its_goal_and_its_number() -> None:
    (worry,) = FREJA.all(Statement)
    assert [FREJA.called(who) for who in worry.worried] == ["Lise", "Inge", "Dorte", "Camilla"]
    assert worry.future
    assert (FREJA.called(worry.own_voice), worry.own_words) == (
        "Rasmus",
        "Jeg har aldrig glemt Anton. Men jeg kan godt se, at de bliver bange.",
    )
    (goal,) = FREJA.all(Goal)
    (scale,) = FREJA.all(Scale)
    rests_on_it = {link.upper for link in FREJA.all(Link) if link.lower == worry.id}
    assert rests_on_it == {goal.id, scale.id}


def test_the_eight_numbers_and_the_two_answers() -> None:
    (scale,) = FREJA.all(Scale)
    assert numbers(FREJA, scale) == {
        "Camilla": 5,
        "Rasmus": 6,
        "Inge": 4,
        "Fatima": 5,
        "Lise": 4,
        "Dorte": 4,
        "Marianne": 5,
        "Henrik": 5,
    }
    assert scale.revealed
    answers = [FREJA.get(Card, link.upper) for link in FREJA.all(Link) if link.lower == scale.id]
    assert [(card.kind, card.text) for card in answers] == [
        (CardKind.STRENGTH, "Mormor kommer. Far sagde til i december."),
        (CardKind.NEXT, "En lørdag, hvor aftalen virker."),
    ]


def test_the_eight_agreements_of_the_board_hang_together() -> None:
    actions = FREJA.all(Action)
    assert [[FREJA.called(who) for who in action.who] for action in actions] == [
        ["Rasmus"],
        ["Camilla", "Rasmus"],
        ["Inge", "Fatima"],
        ["Rasmus"],
        ["Henrik"],
        ["Lise"],
        ["Camilla", "Dorte"],
        ["Camilla", "Dorte"],
    ]
    assert {chain.action.id for chain in chains(FREJA)} == {action.id for action in actions}
    assert [action.due for action in actions if action.due] == [
        date(2026, 3, 11),
        date(2026, 3, 12),
        date(2026, 3, 20),
    ]
    differ = {FREJA.called(position.person_id) for position in FREJA.all(Position)}
    assert differ == {"Camilla", "Rasmus"}


@pytest.mark.parametrize("held", [FREJA, LATER], ids=["first", "follow-up"])
def test_no_hint_is_left_at_the_board(held: Record) -> None:
    form = FORMATS.by_id(held.meeting.format_id)
    assert form
    assert [hint.key for step in agenda(held, form) for hint in hints(held, step.hints)] == []


def test_three_weeks_later_the_numbers_are_higher_and_every_agreement_is_told_about() -> None:
    (scale,) = LATER.all(Scale)
    (before,) = FREJA.all(Scale)
    assert scale.follows == before.id
    assert scales.last_time(LATER, scale)
    assert numbers(LATER, scale) == {"Camilla": 6, "Rasmus": 7, "Inge": 6, "Lise": 5}
    answers = told(LATER)
    assert len(answers) == 8
    assert answers[0] == (ActionStatus.PARTLY, "To weekender af tre.")
    assert answers[2] == (ActionStatus.DONE, "Brugt én gang og virkede.")
    assert followup.untold(LATER) == []


# -- the others ------------------------------------------------------------------------------------------------------


def test_minh_has_his_numbers_and_the_one_who_was_missed() -> None:
    (scale,) = MINH.all(Scale)
    assert numbers(MINH, scale) == {
        "Minh": 3,
        "Hoà": 2,
        "Đức": 4,
        "Mai": 3,
        "Jonas": 3,
        "Samira": 3,
        "Anja": 3,
        "Emre": 2,
    }
    assert [missed.text for missed in MINH.all(Missed)] == ["Mette Skov, idrætslærer"]
    assert MINH.all(Evaluation)


def test_elif_is_followed_over_three_meetings_in_the_grid() -> None:
    courses = {meeting.id: meeting.format_id for name, meeting in MEETINGS if name == "elif"}
    assert list(courses.values()) == ["four-columns"] * 3
    last = record("elif", "elif-moede-03")
    asked = list(last.every(Scale))
    assert [numbers(last, scale)["Elif"] for scale in asked] == [2, 3, 7]
    assert asked[1].follows == asked[0].id
    assert asked[2].follows == asked[1].id
    answered = {answer.meeting_id for answer in last.every(FollowUp)}
    assert answered == {"elif-moede-02", "elif-moede-03"}
    assert {sign.meeting_id for sign in last.every(Sign)} == set(courses)
    assert followup.untold(last) == []


def test_mariams_mother_is_written_from_the_right_and_nine_professionals_have_mandates() -> None:
    mariam = record("mariam", "mariam-moede-01")
    assert mariam.get(Person, "mariam-rania").name == "Rania Haddad (رانيا حداد)"
    assert turns.sides(mariam).professionals == 9
    voices = {person.id for person in turns.voices(mariam)}
    assert all(a.mandate for a in mariam.all(Attendance) if a.person_id in voices)
    fewer = record("mariam", "mariam-moede-02")
    assert turns.sides(fewer).professionals < 5


def test_villads_family_makes_the_plan_and_says_who_checks() -> None:
    villads = record("villads", "villads-moede-01")
    own = [
        action
        for action in villads.all(Action)
        if all(villads.get(Person, who).side is not Side.PROFESSIONAL for who in action.who)
    ]
    assert len(own) > len(villads.all(Action)) / 2
    assert all(action.checked_by for action in own)


def test_the_anonymous_talk_names_nobody_of_the_family() -> None:
    dreng = record("dreng", "dreng-moede-01")
    assert {person.side for person in dreng.every(Person)} == {Side.PROFESSIONAL}
    assert "check-in" not in dreng.meeting.left_out


def test_nobodys_number_is_given_twice() -> None:
    for name, meeting in MEETINGS:
        given = [(r.scale_id, r.person_id) for r in record(name, meeting.id).all(ScaleRating)]
        assert len(given) == len(set(given))
