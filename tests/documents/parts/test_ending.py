"""The end of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from helpers.minh import minh_entities, minh_record
from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.model import Box, Paragraphs, Section
from tvm_desktop.documents.parts.ending import child_told, contact, documentation, explained
from tvm_desktop.domain.entities import Attendance, Closing, NextMeeting, Person
from tvm_desktop.domain.enums import Role
from tvm_desktop.domain.record import Record


def said(section: Section | None) -> list[str]:
    """Return the texts of a part, one line each; none when it is left out."""
    if section is None:
        return []
    assert isinstance(section.content, Paragraphs | Box)
    return ["".join(span.text for span in item) for item in section.content.items]


def test_the_child_is_told_by_somebody_at_some_time() -> None:
    section = child_told(source(minh_record()))
    assert section is not None
    assert section.title == "Minh får det at vide"
    assert said(section) == [
        "Jonas og Mai fortæller det til Minh i dag klokken 16.",
        "Ingen er vrede på dig. Vi begynder i det små, og du bestemmer farten sammen med Jonas.",
    ]


def test_nothing_is_said_when_nothing_is_settled() -> None:
    assert child_told(source(small_record())) is None
    assert child_told(source(small_record(Closing(id="c", meeting_id=MEETING)))) is None


def test_the_box_says_when_we_meet_and_whom_to_call() -> None:
    assert said(contact(source(minh_record()))) == [
        "Vi mødes igen tirsdag den 10. februar 2026 kl. 14.30, Aavang Skole, lokale 12.",
        "Lan tolker igen.",
        "Ring til Jonas (tovholder), hverdage kl. 9–15, 00 00 00 00",
    ]


def test_the_box_says_it_in_english() -> None:
    starts = datetime(2026, 2, 10, 13, 30, tzinfo=UTC)
    record = small_record(NextMeeting(id="n", meeting_id=MEETING, starts=starts))
    assert said(contact(source(record, "en"))) == ["We meet again Tuesday 10 February 2026 at 14:30."]


def test_without_a_coordinator_the_user_is_called() -> None:
    audience = Audience(own_name="Karin Damgaard", own_phone="00 00 00 00")
    assert said(contact(source(small_record(), audience=audience))) == [
        "Ring til Karin Damgaard, 00 00 00 00"
    ]
    assert contact(source(small_record())) is None


def test_without_a_number_one_talks() -> None:
    record = small_record(
        Attendance(id="a", meeting_id=MEETING, person_id="jonas", roles=(Role.COORDINATOR,)),
    )
    assert said(contact(source(record))) == ["Er der noget inden da, så tal med Jonas (tovholder)."]


def test_a_number_is_never_broken_over_two_lines() -> None:
    section = contact(source(minh_record()))
    assert section is not None
    assert isinstance(section.content, Box)
    assert section.content.items[-1][-1].whole


def test_the_coordinators_word_is_explained() -> None:
    assert list(explained(source(minh_record()))) == ["Tovholder: den, der holder styr på aftalerne."]
    assert list(explained(source(small_record()))) == []


def test_how_we_see_whether_it_helps_is_written_down() -> None:
    closing = Closing(id="c", meeting_id=MEETING, documentation="Vi skriver det ned")
    assert said(documentation(source(small_record(closing)))) == ["Vi skriver det ned."]
    assert documentation(source(minh_record())) is None


def test_a_coordinator_without_hours_is_called_all_the_same() -> None:
    entities = [replace(e, phone_hours="") if isinstance(e, Closing) else e for e in minh_entities()]
    lines = said(contact(source(Record.of("minh-1", entities))))
    assert lines[-1] == "Ring til Jonas (tovholder), 00 00 00 00"
    assert any(isinstance(e, Person) for e in entities)


def with_chosen(*words: str) -> Record:
    """Return Minh's meeting with words chosen to be explained."""
    return Record.of(
        "minh-1", [replace(e, explain=words) if isinstance(e, Closing) else e for e in minh_entities()]
    )


def test_a_chosen_word_is_explained_when_it_stands_on_the_paper() -> None:
    texts = ["PPR taler med skolen.", "Vi har sendt en underretning."]
    made = source(with_chosen("notification", "school-psychology", "viso", "no-such-word"))
    assert list(explained(made, texts))[1:] == [
        "PPR: psykologer og konsulenter, der hjælper skole og børnehave.",
        "Underretning: når nogen fortæller kommunen, at de er bekymrede for et barn.",
    ]
    assert len(list(explained(made, ["Vi taler med skolen."]))) == 1


def test_it_is_explained_in_the_papers_language_as_it_stands() -> None:
    made = source(with_chosen("notification", "network"), "en")
    assert list(explained(made, ["The notifications and the network."]))[1:] == [
        "Notifications: when somebody tells the municipality that they are worried about a child."
    ]


def test_what_is_not_chosen_is_not_explained() -> None:
    assert len(list(explained(source(minh_record()), ["PPR taler med skolen."]))) == 1
