from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.sessions import NOW, minh, open_again, open_session, whole, with_meeting, with_things
from tvm_desktop.domain.entities import Card, PrivateNote
from tvm_desktop.domain.enums import CardKind, MeetingStatus
from tvm_desktop.errors import UserError
from tvm_desktop.formats.library import FormatLibrary, read_source
from tvm_desktop.session.commands.cards import AddCard
from tvm_desktop.session.commands.meeting import EndMeeting, GoToStep, RenameCourse, ReopenMeeting, WriteNote
from tvm_desktop.session.commands.people import EditPerson
from tvm_desktop.session.commands.plan import AddGoal, EditAction
from tvm_desktop.session.commands.scales import AskScale, Reveal
from tvm_desktop.session.commands.things import EditText, Remove
from tvm_desktop.session.session import Change, MeetingSession, random_id, utc_now
from tvm_desktop.storage.store import JournalAct, Store

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from tvm_desktop.session.commands.base import Command

CLOSED = "This meeting is closed. Reopen it to change anything."


def raw(store: Store) -> sqlite3.Connection:
    connection: sqlite3.Connection | None = store._writer.raw_connection().driver_connection
    assert connection is not None
    return connection


@pytest.fixture(params=["a full disk", "a file that may not be written"])
def trouble(store: Store, session: MeetingSession, request: pytest.FixtureRequest) -> Iterator[None]:
    """Let nothing be written any more."""
    assert session.store is store
    if request.param == "a full disk":
        pages = raw(store).execute("PRAGMA page_count").fetchone()[0]
        raw(store).execute(f"PRAGMA max_page_count = {pages}").fetchall()
        yield
        raw(store).execute("PRAGMA max_page_count = 999999").fetchall()
    else:
        raw(store).execute("PRAGMA query_only = ON").fetchall()
        yield
        raw(store).execute("PRAGMA query_only = OFF").fetchall()


BIG = "skole " * 200_000


# -- one transaction -------------------------------------------------------------------------------------------------


def test_a_command_is_kept_told_and_stamped(session: MeetingSession, library: FormatLibrary) -> None:
    told: list[Change] = []
    session.listen(told.append)
    assert session.saved_at is None
    change = session.do(AddCard(CardKind.WORRY, "  Han er træt.  ", voice="hoa"))
    assert told == [change]
    assert change.touches(Card)
    assert not change.touches(PrivateNote)
    assert session.saved_at is not None
    assert session.saved_at > NOW
    assert session.record.get(Card, "new-1").text == "Han er træt."
    assert whole(open_again(session.store, library, session.record).record) == whole(session.record)


def test_what_changes_nothing_is_not_told_and_writes_no_journal(session: MeetingSession) -> None:
    told: list[Change] = []
    session.listen(told.append)
    change = session.do(EditText("c01", session.record.get(Card, "c01").text))
    assert (change, told, session.undo_label) == (Change(), [], None)


def test_a_draft_ends_with_the_command_that_takes_it(session: MeetingSession) -> None:
    session.draft("entry", "Han er", 6)
    session.draft("card/c01/text", "Minh", 4)
    session.do(AddCard(CardKind.WORRY, "Han er træt."), done_draft=session.draft_key("entry"))
    assert session.drafted("entry") is None
    draft = session.drafted("card/c01/text")
    assert draft is not None
    assert (draft.text, draft.cursor, draft.course_id) == ("Minh", 4, "minh")


def test_a_draft_ends_also_when_its_text_changes_nothing(session: MeetingSession) -> None:
    same = session.record.get(Card, "c01").text
    session.draft("card/c01/text", same, 0)
    session.do(EditText("c01", same), done_draft=session.draft_key("card/c01/text"))
    assert session.drafted("card/c01/text") is None


def test_an_emptied_text_is_no_draft(session: MeetingSession) -> None:
    session.draft("entry", "Han", 3)
    session.draft("entry", "", 0)
    assert session.drafted("entry") is None


def test_a_draft_is_no_change_and_comes_back_after_a_restart(
    session: MeetingSession, library: FormatLibrary
) -> None:
    told: list[Change] = []
    session.listen(told.append)
    session.draft("entry", "Han er træt, fo", 15)
    assert (told, session.undo_label) == ([], None)
    again = open_again(session.store, library, session.record).drafted("entry")
    assert again is not None
    assert (again.text, again.cursor) == ("Han er træt, fo", 15)


@pytest.mark.usefixtures("trouble")
def test_when_nothing_can_be_written_nothing_has_changed(session: MeetingSession) -> None:
    before = whole(session.record)
    told: list[Change] = []
    session.listen(told.append)
    with pytest.raises(UserError):
        session.do(AddCard(CardKind.WORRY, BIG))
    assert (whole(session.record), session.undo_label, session.saved_at, told) == (before, None, None, [])


def test_a_refused_command_leaves_its_draft_and_the_history(
    store: Store, session: MeetingSession, library: FormatLibrary
) -> None:
    session.do(EditText("c01", "Først"))
    session.draft("entry", "Han er træt", 11)
    before, history, journal = whole(session.record), session._history, store.journal("minh-1")
    raw(store).execute("PRAGMA query_only = ON").fetchall()
    for deed in (AddCard(CardKind.WORRY, "x"), EditText("c01", "Typed on"), GoToStep("goal")):
        with pytest.raises(UserError):
            session.do(deed, done_draft=session.draft_key("entry"))
        assert (whole(session.record), session._history) == (before, history)
    with pytest.raises(UserError):
        session.undo()
    assert (whole(session.record), session._history) == (before, history)
    raw(store).execute("PRAGMA query_only = OFF").fetchall()
    assert store.journal("minh-1") == journal
    draft = open_again(store, library, session.record).drafted("entry")
    assert draft is not None
    assert draft.text == "Han er træt"
    session.do(AddCard(CardKind.WORRY, "Han er træt"), done_draft=session.draft_key("entry"))
    assert session.drafted("entry") is None


# -- typing on -------------------------------------------------------------------------------------------------------


def type_on(session: MeetingSession, *texts: str) -> None:
    for text in texts:
        session.do(EditText("c01", text))


def test_typing_on_in_one_text_is_one_step(session: MeetingSession) -> None:
    first = session.record.get(Card, "c01").text
    type_on(session, "V", "Vi", "Vi så")
    assert len(session.store.journal("minh-1")) == 1
    session.undo()
    assert session.record.get(Card, "c01").text == first
    session.redo()
    assert session.record.get(Card, "c01").text == "Vi så"


def test_what_cannot_be_undone_does_not_part_the_typing(session: MeetingSession) -> None:
    type_on(session, "V")
    session.do(GoToStep("goal"))
    type_on(session, "Vi")
    assert len(session.store.journal("minh-1")) == 1


@pytest.mark.parametrize("between", [EditText("c02", "Andet"), WriteNote("story", "x"), AddGoal("Mål")])
def test_another_deed_between_makes_two_steps(session: MeetingSession, between: Command) -> None:
    type_on(session, "V")
    session.do(between)
    type_on(session, "Vi")
    assert len(session.store.journal("minh-1")) == 3


def test_undo_between_makes_two_steps(session: MeetingSession) -> None:
    type_on(session, "V")
    session.undo()
    type_on(session, "Vi", "Vi så")
    assert [entry.act for entry in session.store.journal("minh-1")] == [
        JournalAct.DO,
        JournalAct.UNDO,
        JournalAct.DO,
    ]
    session.undo()
    assert session.record.get(Card, "c01").text.startswith("Minh har")


def test_after_a_restart_typing_on_is_a_step_of_its_own(
    session: MeetingSession, library: FormatLibrary
) -> None:
    type_on(session, "V", "Vi")
    again = open_again(session.store, library, session.record)
    type_on(again, "Vi så")
    again.undo()
    assert again.record.get(Card, "c01").text == "Vi"
    again.undo()
    assert again.record.get(Card, "c01").text.startswith("Minh har")


def test_a_note_that_was_typed_letter_by_letter_is_taken_back_whole(session: MeetingSession) -> None:
    for text in ("H", "Hu", "Hus"):
        session.do(WriteNote("goal", text))
    session.undo()
    assert [note.step for note in session.record.all(PrivateNote)] == ["story"]
    session.redo()
    assert [note.text for note in session.record.all(PrivateNote) if note.step == "goal"] == ["Hus"]


# -- labels ----------------------------------------------------------------------------------------------------------


def test_undo_and_redo_say_what_they_would_do(session: MeetingSession, library: FormatLibrary) -> None:
    session.do(Remove(("c01",)))
    session = open_again(session.store, library, session.record)
    assert session.undo_label == Remove.label
    change = session.undo()
    assert (change.act, change.label) == (JournalAct.UNDO, Remove.label)
    assert [session.undo_label, session.redo_label] == [None, Remove.label]


# -- a closed meeting ------------------------------------------------------------------------------------------------


@pytest.fixture
def closed(session: MeetingSession) -> MeetingSession:
    session.do(EditText("c01", "Før slut"))
    session.do(EndMeeting())
    return session


def test_a_closed_meeting_says_so(closed: MeetingSession) -> None:
    assert closed.read_only
    assert closed.record.meeting.closed is not None


@pytest.mark.parametrize(
    "deed",
    [
        AddCard(CardKind.WORRY, "x"),
        EditText("c01", "x"),
        GoToStep("goal"),
        EndMeeting(),
        EditAction("a1", {"when": "nu"}),
    ],
    ids=lambda deed: type(deed).__name__,
)
def test_a_closed_meeting_takes_nothing(closed: MeetingSession, deed: Command) -> None:
    before = whole(closed.record)
    with pytest.raises(UserError) as refused:
        closed.do(deed)
    assert refused.value.message.text == CLOSED
    assert whole(closed.record) == before


def test_a_closed_meeting_undoes_nothing_until_it_is_reopened(closed: MeetingSession) -> None:
    with pytest.raises(UserError):
        closed.undo()
    closed.do(ReopenMeeting())
    assert closed.undo().edits


def test_names_can_be_changed_in_a_closed_meeting(closed: MeetingSession) -> None:
    closed.do(RenameCourse("minh", {"name": "Tuấn Minh"}))
    closed.do(EditPerson("hoa", {"called": "Hoa"}))
    assert (closed.child, closed.record.called("hoa")) == ("Tuấn Minh", "Hoa")


def uses(store: Store) -> list[tuple[str, str]]:
    with closing(raw(store).cursor()) as cursor:
        return cursor.execute("SELECT act, course_id FROM use_log").fetchall()


def test_reopening_is_logged_without_content(closed: MeetingSession) -> None:
    assert uses(closed.store) == []
    closed.do(ReopenMeeting())
    assert (closed.record.meeting.status, closed.record.meeting.closed) == (MeetingStatus.RUNNING, None)
    assert uses(closed.store) == [("reopened", "minh")]
    closed.do(ReopenMeeting())
    assert len(uses(closed.store)) == 1


def test_a_reopening_that_cannot_be_logged_does_not_happen(closed: MeetingSession) -> None:
    raw(closed.store).execute("PRAGMA query_only = ON").fetchall()
    with pytest.raises(UserError):
        closed.do(ReopenMeeting())
    raw(closed.store).execute("PRAGMA query_only = OFF").fetchall()
    assert closed.read_only


# -- opening ---------------------------------------------------------------------------------------------------------


def test_a_meeting_opens_where_it_stood(session: MeetingSession, library: FormatLibrary) -> None:
    session.do(GoToStep("goal"))
    again = open_again(session.store, library, session.record)
    assert (again.record.meeting.live_step, again.language, again.child) == ("goal", "da", "Minh")
    assert not again.read_only


def test_a_meeting_is_held_in_the_text_it_was_made_with(store: Store, library: FormatLibrary) -> None:
    made = library.formats[0]
    source = made.source.replace("Fælles historie", "Vores historie")
    store.keep_format("its-hash", source)
    record = minh()
    held = replace(record.meeting, format_id=made.id, format_hash="its-hash")
    session = open_session(store, library, with_things(record, held))
    assert session.format == read_source(source)


def test_a_meeting_whose_format_is_gone_opens_in_the_first_one(store: Store, library: FormatLibrary) -> None:
    session = open_session(store, library, with_meeting(minh(), format_id="gone", format_hash=""))
    assert session.format is library.formats[0]


def test_ids_are_random_and_time_is_aware() -> None:
    assert len({random_id() for _ in range(100)}) == 100
    assert utc_now().tzinfo is not None


def test_it_is_known_the_day_after_that_numbers_have_been_shown(
    store: Store, session: MeetingSession, library: FormatLibrary
) -> None:
    session.do(AskScale("Hvordan har Minh det?", id="s"))
    assert not session.was_shown("s")
    session.do(Reveal("s"))
    session.do(Reveal("s", on=False))
    assert session.was_shown("s")
    assert open_again(store, library, session.record).was_shown("s")
