"""What somebody says is not right, beside what was written: the same size, with whose it is and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import local, plain_date
from tvm_desktop.documents.model import Difference, Differences, Section, SectionKind, View
from tvm_desktop.documents.parts.differences import printable
from tvm_desktop.documents.parts.heart import CHILDS
from tvm_desktop.documents.parts.people import named
from tvm_desktop.documents.parts.sayings import opened, says
from tvm_desktop.documents.parts.things import words_of
from tvm_desktop.domain.entities import (
    Card,
    Closing,
    Correction,
    Entity,
    Evaluation,
    FramingAnswer,
    Meeting,
    Missed,
    NextMeeting,
    ParkedIdea,
    Position,
    Shared,
)
from tvm_desktop.domain.enums import Share
from tvm_desktop.domain.wording import shortened
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from tvm_desktop.documents.parts.source import Source
    from tvm_desktop.domain.record import Record

_LONGEST = 220
_TO_ALL = FramingAnswer | Evaluation | Missed | ParkedIdea


def corrections(source: Source) -> Section | None:
    """Return the corrections whose originals may stand on this copy."""
    items = tuple(item for one in source.all(Correction) if (item := _item(one, source)) is not None)
    if not items:
        return None
    return Section(SectionKind.CORRECTIONS, source.say(msg("Corrections")), Differences(items))


def said_by(record: Record, correction: Correction, language: str) -> str:
    """Return whose a correction is and of which day, ready to lead up to it: "Hoà, den 13. januar 2026:"."""
    who = named(record, correction.voice, language)
    day = plain_date(local(correction.written).date(), language) if correction.written else ""
    said = msg("Correction:")
    if who and day:
        said = msg("{who}, on {date}:", who=opened(who), date=day)
    elif who:
        said = msg("{who} says:", who=opened(who))
    elif day:
        said = msg("Correction of {date}:", date=day)
    return say(said, language)


def _item(correction: Correction, source: Source) -> Difference | None:
    original = source.record.anything(correction.about)
    if original is None or not correction.text.strip() or not _open(original, source):
        return None
    quote = shortened(words_of(source.record, original, source.language), _LONGEST)
    voice = str(getattr(original, "voice", "") or getattr(original, "person_id", ""))
    lead = says(voice, source) if source.record.called(voice) else source.say(msg("It says:"))
    views = (View(lead, quote), View(said_by(source.record, correction, source.language), correction.text))
    return Difference("", views if quote else views[1:])


def _open(original: Entity, source: Source) -> bool:
    """Tell whether an original may be quoted on this copy: only kinds that a paper has a place for."""
    match original:
        case Card() if original.kind in CHILDS and original.share is not Share.ALL:
            return False
        case Position():
            about = source.record.anything(original.about)
            return not isinstance(about, Position) and printable(about, source)
        case Shared():
            return printable(original, source)
        case Closing() | NextMeeting() | Meeting():
            return True
        case _:
            common = not source.audience.receivers and not source.to_child
            return common and isinstance(original, _TO_ALL)
