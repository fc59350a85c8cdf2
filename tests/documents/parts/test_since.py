"""What became of the agreements of last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.freja import freja_again, freja_record
from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.model import Paragraphs
from tvm_desktop.documents.parts.since import since, told
from tvm_desktop.domain.entities import Action, FollowUp, Meeting
from tvm_desktop.domain.enums import ActionStatus, Share

if TYPE_CHECKING:
    from tvm_desktop.domain.record import Record

EARLIER = Meeting(id="m0")
AGREED = Action(id="a", meeting_id="m0", what="Ringer til Minh", who=("jonas",))
TOLD = FollowUp(id="f", meeting_id=MEETING, action_id="a", status=ActionStatus.DONE)


def lines(record: Record) -> list[str]:
    """Return what became of each, one line each."""
    section = since(source(record))
    if section is None:
        return []
    assert isinstance(section.content, Paragraphs)
    return ["".join(span.text for span in item) for item in section.content.items]


def test_it_says_what_became_of_each_and_what_worked_comes_first() -> None:
    assert lines(freja_again()) == [
        (
            "Mormor og Fatima: Henter børnene, hvis mor, far eller Freja ringer. Gjort. "
            "Mormor siger: Det blev brugt én gang og virkede."
        ),
        (
            "Far: Drikker ikke, når børnene er hjemme. Delvist gjort. "
            "Far siger: To weekender af tre. Mormor ringede, og det hjalp."
        ),
        "Lise: Finder en rådgiver, der åbner regningerne med jer. Ikke gjort endnu.",
        "Mor og Dorte: Laver ord og billeder til Freja. Ikke aktuel længere.",
    ]


def test_a_first_meeting_has_no_last_time() -> None:
    assert since(source(freja_record())) is None


def test_what_made_the_difference_needs_no_voice() -> None:
    answer = replace(TOLD, text="Det var nemt")
    assert lines(small_record(EARLIER, AGREED, answer)) == ["Jonas: Ringer til Minh. Gjort. Det var nemt."]


def test_an_agreement_that_goes_on_is_told_as_that() -> None:
    answer = replace(TOLD, status=ActionStatus.OPEN, text="Vi bliver ved")
    nobody = replace(AGREED, who=())
    assert lines(small_record(EARLIER, nobody, answer)) == ["Ringer til Minh. Gælder stadig. Vi bliver ved."]


def test_an_answer_that_is_kept_back_is_not_said_to_be_missing() -> None:
    untold = told(AGREED, source(small_record(EARLIER, AGREED)))
    assert untold is not None
    assert "".join(span.text for span in untold) == "Jonas: Ringer til Minh. Ikke talt om."
    kept = replace(TOLD, share=Share.FACILITATOR)
    assert told(AGREED, source(small_record(EARLIER, AGREED, kept))) is None


def test_what_is_kept_back_is_not_told() -> None:
    hidden = replace(AGREED, share=Share.FACILITATOR)
    assert lines(small_record(EARLIER, hidden, TOLD)) == []
    assert lines(small_record(EARLIER, AGREED, replace(TOLD, share=Share.FACILITATOR))) == []
    assert lines(small_record(TOLD)) == []
