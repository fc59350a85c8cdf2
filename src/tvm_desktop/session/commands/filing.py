"""Filing a meeting in the municipality's own system. What is filed needs no undo: its steps are erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvm_desktop.domain.entities import Correction, Filing, PrivateNote
from tvm_desktop.domain.filing import filing_of
from tvm_desktop.domain.record import Edit, Record, changing
from tvm_desktop.session.commands.base import Command, Stamp, put, remove_with_ties
from tvm_desktop.words import msg


@dataclass(frozen=True)
class MakePackage(Command):
    """Note that a package was made of the meeting. The same record makes the same package, and no new version."""

    label = msg("make the package for the file")
    undoable = False
    when_closed = True
    sha256: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Count the package."""
        filing = filing_of(record)
        if filing is not None and filing.sha256 == self.sha256:
            return ()
        version = filing.version + 1 if filing else 1
        return _put(record, stamp, version=version, made=stamp.now, sha256=self.sha256)


@dataclass(frozen=True)
class MarkFiled(Command):
    """Say that the meeting is filed. Its private notes go, and its steps can no longer be undone."""

    label = msg("mark as filed")
    undoable = False
    when_closed = True
    erases_steps = True
    filed_on: date
    system: str = ""
    case_number: str = ""

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Note the day, the system and the case, and erase the notes."""
        notes = remove_with_ties(record, [note.id for note in record.all(PrivateNote)])
        system, case_number = self.system.strip(), self.case_number.strip()
        said = _put(record, stamp, filed_on=self.filed_on, system=system, case_number=case_number)
        return (*said, *notes)


@dataclass(frozen=True)
class UnmarkFiled(Command):
    """Say that the meeting is not filed after all."""

    label = msg("mark as not filed")
    undoable = False
    when_closed = True

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Forget the day."""
        return not_filed(record)


@dataclass(frozen=True)
class MoveNoteToFile(Command):
    """Move a private note into the file, where the family may read it."""

    label = msg("move a note to the file")
    undoable = False
    when_closed = True
    note_id: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Add the note's words, and what was put beside it, to the file's note."""
        note = record.get(PrivateNote, self.note_id)
        filing = filing_of(record)
        beside = (one.text.strip() for one in record.every(Correction) if one.about == note.id)
        words = [text for text in (filing.note if filing else "", note.text.strip(), *beside) if text]
        return (*_put(record, stamp, note="\n\n".join(words)), *remove_with_ties(record, [note.id]))


@dataclass(frozen=True)
class EditFileNote(Command):
    """Change the note that goes into the file."""

    label = msg("change the note to the file")
    undoable = False
    when_closed = True
    text: str

    def decide(self, record: Record, stamp: Stamp) -> tuple[Edit, ...]:
        """Set the words."""
        return _put(record, stamp, note=self.text)


def not_filed(record: Record, meeting_id: str = "") -> tuple[Edit, ...]:
    """Return what makes a meeting one that has to be filed again: what was filed is no longer all of it."""
    filing = filing_of(record, meeting_id)
    return changing(filing, filed_on=None) if filing else ()


def _put(record: Record, stamp: Stamp, **values: object) -> tuple[Edit, ...]:
    filing = filing_of(record)
    fresh = filing or Filing(id=stamp.new_id(), meeting_id=record.meeting_id)
    return put(fresh, filing is not None, values)
