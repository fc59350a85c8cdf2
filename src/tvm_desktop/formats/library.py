"""All meeting formats: the program's own and those in the user's folder. A broken file never hides the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tvm_desktop.domain.guidance import HINTS
from tvm_desktop.formats.model import MeetingFormat
from tvm_desktop.formats.reader import Blocks, read_format, read_source, read_step, read_toml
from tvm_desktop.formats.table import Problems, Table
from tvm_desktop.resources import resource
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FormatLibrary", "read_source"]


@dataclass(frozen=True, slots=True)
class FormatLibrary:
    """The formats that can be chosen, in the order of a menu, and what is wrong with the files that cannot."""

    formats: tuple[MeetingFormat, ...]
    problems: tuple[Message, ...] = ()

    @classmethod
    def load(cls, user_folder: Path | None = None, *, built_in: Path | None = None) -> FormatLibrary:
        """Read the built-in formats and the user's own. One with a built-in's id stands in its place."""
        problems: list[Message] = []
        ours = _files(built_in or resource("formats"), problems, own=False)
        theirs = _files(user_folder, problems, own=True) if user_folder else []
        blocks = _blocks((*ours, *theirs))
        built, own = _formats(ours, blocks), _formats(theirs, blocks)
        problems += [problem for file in (*ours, *theirs) for problem in file.problems.found]
        # A municipality's own forms are the ones that it uses.
        found = sorted((built | own).values(), key=lambda fmt: (not fmt.own_version, fmt.place))
        return cls(tuple(found), tuple(problems))

    def by_id(self, format_id: str) -> MeetingFormat | None:
        """Return a format, or None when there is no such format now."""
        return next((fmt for fmt in self.formats if fmt.id == format_id), None)


@dataclass(frozen=True, slots=True)
class _File:
    values: Mapping[str, Any]
    problems: Problems
    own: bool

    @property
    def is_block(self) -> bool:
        return self.values.get("block") is True


def _files(folder: Path, problems: list[Message], *, own: bool) -> list[_File]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except FileNotFoundError:
        return []
    except OSError:
        problems.append(msg("The folder of meeting formats cannot be opened: {folder}", folder=str(folder)))
        return []
    return [file for path in paths if (file := _file(path, problems, own=own))]


def _file(path: Path, problems: list[Message], *, own: bool) -> _File | None:
    noted = Problems(path.name)
    values = None
    try:
        values = read_toml(path.read_bytes(), noted)
    except OSError:
        noted.add("", msg("The file cannot be opened."))
    if values is None:
        problems += noted.found
        return None
    return _File(values, noted, own)


def _blocks(files: Sequence[_File]) -> Blocks:
    steps: dict[str, Mapping[str, Any]] = {}
    own: set[str] = set()
    for file in files:
        if file.is_block:
            found = _sound_steps(file)
            steps |= found
            own |= found.keys() if file.own else set()
    return Blocks(steps, own)


def _sound_steps(file: _File) -> dict[str, Mapping[str, Any]]:
    top = Table(file.values, file.problems)
    top.flag("block", default=True)
    sound = {}
    for table in top.tables("step"):
        before = len(file.problems.found)
        step = read_step(table, HINTS)
        if len(file.problems.found) == before:
            sound[step.id] = table.values
    top.done()
    return sound


def _formats(files: Sequence[_File], blocks: Blocks) -> dict[str, MeetingFormat]:
    formats: dict[str, MeetingFormat] = {}
    for file in files:
        if file.is_block:
            continue
        own = file.own or not blocks.own.isdisjoint(_used(file.values))
        fmt = read_format(file.values, file.problems, blocks=blocks, hints=HINTS, own_version=own)
        if fmt and fmt.id in formats:
            file.problems.add("id", msg("“{value}” is there twice.", value=fmt.id))
        elif fmt:
            formats[fmt.id] = fmt
    return formats


def _used(values: Mapping[str, Any]) -> set[str]:
    steps = values["step"] if isinstance(values.get("step"), list) else []
    return {str(step["use"]) for step in steps if isinstance(step, Mapping) and "use" in step}
