"""Words are explained on paper, also when the meeting is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.minh import MEETING
from helpers.sessions import minh, open_session, stamp
from tvm_desktop.domain.entities import Closing
from tvm_desktop.session.commands.meeting import EndMeeting
from tvm_desktop.session.commands.paper import ExplainWord
from tvm_desktop.session.session import MeetingSession

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.storage.store import Store


def after(record: Record, *commands: ExplainWord) -> Record:
    made = stamp()
    for command in commands:
        record = record.apply(command.decide(record, made))
    return record


def chosen(record: Record) -> list[tuple[str, ...]]:
    return [closing.explain for closing in record.all(Closing)]


def test_words_are_chosen_and_let_go_one_at_a_time() -> None:
    record = after(minh(), ExplainWord("ssp"), ExplainWord("akt"), ExplainWord("viso"))
    assert chosen(record) == [("ssp", "akt", "viso")]
    assert chosen(after(record, ExplainWord("akt", explained=False))) == [("ssp", "viso")]


def test_the_rest_of_the_closing_stays() -> None:
    (before,), (closing,) = minh().all(Closing), after(minh(), ExplainWord("ssp")).all(Closing)
    assert closing.child_told_what == before.child_told_what != ""


def test_choosing_again_changes_nothing() -> None:
    record = after(minh(), ExplainWord("ssp"), ExplainWord("viso"))
    assert ExplainWord("ssp").decide(record, stamp()) == ()
    assert ExplainWord("akt", explained=False).decide(record, stamp()) == ()


def test_the_first_word_makes_the_closing() -> None:
    bare = type(minh()).of(MEETING, [e for e in minh().entities() if not isinstance(e, Closing)])
    assert ExplainWord("ssp", explained=False).decide(bare, stamp()) == ()
    assert chosen(after(bare, ExplainWord("ssp"))) == [("ssp",)]


def test_it_can_be_done_when_the_meeting_is_over(store: Store, library: FormatLibrary) -> None:
    session = open_session(store, library)
    session.do(EndMeeting())
    session.do(ExplainWord("ssp"))
    assert chosen(session.record) == [("ssp",)]
    assert chosen(MeetingSession.open(store, library, MEETING).record) == [("ssp",)]
