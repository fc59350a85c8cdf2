"""What somebody says is not right: directly under what was written, in the same size, with whose it is and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.dates import local, plain_date
from tvm_desktop.documents.model import Difference, Differences, Section, SectionKind, View
from tvm_desktop.documents.parts.differences import printable
from tvm_desktop.documents.parts.heart import CHILDS
from tvm_desktop.documents.parts.people import named
from tvm_desktop.documents.parts.sayings import opened, says
from tvm_desktop.documents.parts.things import words_of
from tvm_desktop.documents.parts.under import Note, Under, bare
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
    Statement,
)
from tvm_desktop.domain.enums import Share
from tvm_desktop.domain.wording import shortened
from tvm_desktop.domain.worries import rest
from tvm_desktop.words import msg, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tvm_desktop.documents.parts.source import Source
    from tvm_desktop.domain.record import Record

_LONGEST = 220
_TO_ALL = FramingAnswer | Evaluation | Missed | ParkedIdea


def corrected(sections: Iterable[Section], source: Source) -> tuple[Section, ...]:
    """Return a paper's sections with every correction under the sentence that it corrects.

    Where that sentence is not printed, the correction is not either.
    """
    under = _under(source)
    return tuple(under.section(section) for section in sections)


def all_corrected(sections: Iterable[Section], source: Source) -> tuple[Section, ...]:
    """Return the sections of a paper that holds every correction: the rest stand at its end, with what they correct."""
    under = _under(source)
    done = tuple(under.section(section) for section in sections)
    left = (one for one in source.all(Correction) if one.id not in under.placed)
    items = tuple(item for one in left if (item := _item(one, source)) is not None)
    title = source.say(msg("Corrections"))
    return (*done, Section(SectionKind.CORRECTIONS, title, Differences(items))) if items else done


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


def _under(source: Source) -> Under:
    """Return the corrections whose originals may stand on this copy, from earlier meetings too."""
    return Under(tuple(note for one in source.record.every(Correction) if (note := _note(one, source))))


def _note(correction: Correction, source: Source) -> Note | None:
    original = source.record.anything(correction.about)
    if original is None or not _may_stand(correction, original, source):
        return None
    keys = frozenset(key for text in _printed(original, source) if (key := bare(text)))
    line = f"{_lead(source.record, correction, source.language)} {correction.text.strip()}"
    return Note(correction.id, line, keys) if keys else None


def _printed(original: Entity, source: Source) -> Iterator[str]:
    """Go through the ways in which a paper says a thing."""
    yield words_of(source.record, original, source.language)
    match original:
        case Statement():
            yield from (original.text, rest(original))
        case Closing():
            yield original.documentation


def _lead(record: Record, correction: Correction, language: str) -> str:
    """Return what leads up to a correction on paper: "Rettelse, Hoà 13. januar 2026:"."""
    who = named(record, correction.voice, language)
    day = plain_date(local(correction.written).date(), language) if correction.written else ""
    said = msg("Correction:")
    if who and day:
        said = msg("Correction, {who}, {date}:", who=who, date=day)
    elif who or day:
        said = msg("Correction, {what}:", what=who or day)
    return say(said, language)


def _may_stand(correction: Correction, original: Entity, source: Source) -> bool:
    return bool(correction.text.strip()) and source.may(correction) and _open(original, source)


def _item(correction: Correction, source: Source) -> Difference | None:
    original = source.record.anything(correction.about)
    if original is None or not _may_stand(correction, original, source):
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
