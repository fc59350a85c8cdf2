"""Undo and redo as a pure reading of the journal: nothing else remembers what can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tvm_desktop.domain.record import Edit, Record
from tvm_desktop.storage.store import JournalAct, JournalEntry

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and redone now; the last of each comes first."""

    done: tuple[JournalEntry, ...] = ()
    undone: tuple[JournalEntry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[JournalEntry]) -> History:
        """Replay a journal, oldest first."""
        history = cls()
        for entry in entries:
            history = history.after(entry)
        return history

    def after(self, entry: JournalEntry) -> History:
        """Return the history when one more row is written."""
        match entry.act:
            case JournalAct.DO:
                return History((*self.done, entry))
            case JournalAct.UNDO:
                return self._turned(entry.target)
            case JournalAct.REDO:
                back = next((e for e in self.undone if e.seq == entry.target), None)
                rest = tuple(e for e in self.undone if e is not back)
                return History((*self.done, back), rest) if back else self

    def _turned(self, seq: int) -> History:
        found = next((e for e in self.done if e.seq == seq), None)
        return (
            History(tuple(e for e in self.done if e is not found), (*self.undone, found)) if found else self
        )

    def without(self, entry: JournalEntry) -> History:
        """Return the history without a step that no longer stands, so that those before it can be undone."""
        return History(
            tuple(e for e in self.done if e is not entry), tuple(e for e in self.undone if e is not entry)
        )

    def amended(self, entry: JournalEntry) -> History:
        """Return the history when the last done row was replaced by a fuller one."""
        return replace(self, done=(*self.done[:-1], entry))


def merged(earlier: tuple[Edit, ...], later: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Make one change of two that follow each other. What the first one added is taken back whole."""
    result = {(edit.kind, edit.id): edit for edit in earlier}
    for edit in later:
        key = (edit.kind, edit.id)
        result[key] = _both(result[key], edit) if key in result else edit
    return tuple(edit for edit in result.values() if edit.before is not None or edit.after is not None)


def _both(first: Edit, second: Edit) -> Edit:
    before = None if first.before is None else {**(second.before or {}), **first.before}
    after = None if second.after is None else {**(first.after or {}), **second.after}
    return Edit(first.kind, first.id, before, after)


def stands(record: Record, edits: Iterable[Edit]) -> bool:
    """Say whether everything is still as these edits left it, so that they can be turned round."""
    return all(_stands(record, edit) for edit in edits)


def _stands(record: Record, edit: Edit) -> bool:
    entity = record.rows.get(edit.kind, {}).get(edit.id)
    if edit.after is None:
        return entity is None
    return entity is not None and all(getattr(entity, name) == value for name, value in edit.after.items())
