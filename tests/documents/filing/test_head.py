"""Who was there, how the meeting was framed, and what may be shared."""

from __future__ import annotations

from datetime import date, time

from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.filing.head import consents, framing, head, participants
from tvm_desktop.documents.model import Facts, Paragraphs, Section
from tvm_desktop.domain.entities import Attendance, Consent, FramingAnswer, FramingSkip
from tvm_desktop.domain.enums import FramingReply, Presence, Role


def lines(section: Section | None) -> list[str]:
    """Return the lines of a part."""
    assert section is not None
    assert isinstance(section.content, Paragraphs)
    return ["".join(span.text for span in text) for text in section.content.items]


def test_the_head_says_which_meeting_and_which_version() -> None:
    content = head(source(small_record()), 2, date(2026, 3, 12), "0.9").content
    assert isinstance(content, Facts)
    facts = {fact.title: fact.text for fact in content.items}
    assert facts["Mødets id"] == MEETING
    assert (facts["Version"], facts["Lavet den"], facts["Lavet med"]) == ("2", "12. marts 2026", "TVM 0.9")
    assert facts["Sted"] == "Aavang Skole"


def test_everybody_who_was_asked_stands_there_family_first_with_their_part() -> None:
    record = small_record(
        Attendance(
            id="a",
            meeting_id=MEETING,
            person_id="jonas",
            roles=(Role.COORDINATOR,),
            presence=Presence.PRESENT,
            mandate="egen undervisning",
        ),
        Attendance(id="b", meeting_id=MEETING, person_id="hoa", presence=Presence.ABSENT),
        Attendance(
            id="c", meeting_id=MEETING, person_id="ingrid", presence=Presence.SUBSTITUTE, instead_of="hoa"
        ),
        Attendance(
            id="d",
            meeting_id=MEETING,
            person_id="minh",
            presence=Presence.PRESENT,
            leaves=time(14, 50),
            rank=9,
        ),
        Attendance(id="e", meeting_id=MEETING, person_id="nobody"),
    )
    assert lines(participants(source(record))) == [
        "Hoà: mor · kunne ikke komme",
        "Minh: barn · var med · til kl. 14.50",
        "Ingrid: kom i stedet for en anden · i stedet for Hoà",
        "Jonas: klasselærer · var med · tovholder · kan beslutte: egen undervisning",
    ]


def test_nobody_asked_is_no_part() -> None:
    assert participants(source(small_record())) is None
    assert framing(source(small_record())) is None
    assert consents(source(small_record())) is None


def test_the_framing_was_gone_through_and_somebody_asked() -> None:
    record = small_record(
        FramingAnswer(id="f", meeting_id=MEETING, statement="s"),
        FramingAnswer(
            id="g",
            meeting_id=MEETING,
            statement="s",
            person_id="hoa",
            reply=FramingReply.QUESTION,
            comment="Må jeg gå ud",
        ),
    )
    first, second = lines(framing(source(record)))
    assert first == "Rammen blev gennemgået."
    assert second.endswith("Hoà spurgte: Må jeg gå ud.")


def test_the_framing_was_skipped_and_why() -> None:
    record = small_record(FramingSkip(id="s", meeting_id=MEETING, reason="Alle kender den"))
    assert lines(framing(source(record))) == ["Rammen blev ikke gennemgået. Alle kender den."]


def test_a_consent_stands_as_it_was_noted_and_withdrawn() -> None:
    record = small_record(
        Consent(
            id="c",
            given_by=("hoa",),
            about="skole",
            given_on=date(2026, 1, 6),
            withdrawn_on=date(2026, 2, 1),
            note="Sagt på mødet",
        )
    )
    (line,) = lines(consents(source(record)))
    assert line.startswith("Hoà: ")
    for words in ("1. februar 2026", "6. januar 2026", "skole", "Sagt på mødet."):
        assert words in line
