"""The backups that lie in a folder: which there are, which are kept, and whether it is time for a new one."""

from __future__ import annotations

import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.backup import UNFINISHED
from tvm_desktop.storage.files import wal_of
from tvm_desktop.storage.keyfile import database_id

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

START, BY_HAND, BEFORE_RESTORE, COPY = "start", "now", "before-restore", "copy"
PUT_ASIDE, MOVED = "put-aside", "moved"
AFTER_DELETION = "after-deletion"
MIGRATION = "migration"

_NAME = re.compile(r"(?:TVM-)?(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d)-([a-z0-9-]{1,40})")
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_HEAD = 16
_ALL_OF_DAYS, _DAYS, _WEEKS = 2, 14, 8
_MOST_OF_LAST_DAYS = 16


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its folder, when it was made (UTC), why, and its size in bytes."""

    root: Path
    at: datetime
    reason: str
    size: int

    @property
    def folder(self) -> DataFolder:
        """Its files."""
        return DataFolder(self.root)

    @property
    def kind(self) -> str:
        """Why it was made, without the version that a migration began at."""
        return MIGRATION if re.fullmatch(r"v\d+", self.reason) else self.reason

    @property
    def usable(self) -> bool:
        """Whether it was proven when it was made; a file that was put aside was not."""
        return self.reason != PUT_ASIDE


def list_backups(folder: DataFolder) -> tuple[Backup, ...]:
    """List the backups that the program made of a file, newest first. What makes no sense is passed over."""
    return _sorted(_named_in(folder.backups))


def head_of(folder: DataFolder) -> bytes:
    """Return the bytes that a database begins with, the same in every copy of it and in no other. Raises OSError."""
    with folder.database.open("rb") as file:
        return file.read(_HEAD)


def is_of(root: Path, database: bytes) -> bool:
    """Say whether a backup is of the database that begins with these bytes; one that tells nothing counts as that."""
    with suppress(OSError):
        head = head_of(DataFolder(root))
        if len(head) == _HEAD:
            return head == database
    return database_id(DataFolder(root)) in (None, database)


def found_in(place: Path) -> tuple[Backup, ...]:
    """List the backups at any place: the place itself, those that lie in it, and those of a data folder."""
    found = {backup.root: backup for backup in (*_named_in(place), *_named_in(DataFolder(place).backups))}
    with suppress(OSError):
        itself = _read(place) or _unnamed(place)
        if itself is not None:
            found[place] = itself
    return _sorted(found.values())


def newest(backups: Iterable[Backup]) -> Backup | None:
    """Return the newest one that was proven."""
    return max((backup for backup in backups if backup.usable), key=_by_age, default=None)


def is_due(backups: Iterable[Backup], now: datetime) -> bool:
    """Say whether none was made within the hour. One from the future (the clock jumped) does not count."""
    return not any(backup.usable and abs(now - backup.at) < _HOUR for backup in backups)


def is_overdue(backups: Iterable[Backup], now: datetime, days: int = 7) -> bool:
    """Say whether the newest, leaving out those from the future, is older than some days, or there is none."""
    return not any(b.usable and -_HOUR < now - b.at < days * _DAY for b in backups)


def kept(backups: Iterable[Backup]) -> frozenset[Backup]:
    """Choose what stays: the last days' all, then one a day, then one a week, and the newest of each kind.

    Days and weeks are counted among those that have backups, never from today: a clock that jumped drops nothing.
    """
    everything = _sorted(backups)
    proven = [backup for backup in everything if backup.usable]
    aside = [backup for backup in everything if not backup.usable]
    return _thin(proven) | _thin(aside) | _first_of_each(everything, len(everything), _kind)


def rotate(folder: DataFolder, *, spare: Path | None = None) -> None:
    """Remove what need not be kept, and what broke off long ago; what cannot be removed stays."""
    backups = list_backups(folder)
    stays = kept(backups)
    for backup in backups:
        if backup not in stays and backup.root != spare:
            remove(backup.root)
    with suppress(OSError):
        for part in folder.backups.glob("*" + UNFINISHED):
            if time.time() - part.stat().st_mtime > _DAY.total_seconds():
                shutil.rmtree(part, ignore_errors=True)


def remove(root: Path) -> None:
    """Remove one backup; it loses its name first, so that half of one is never taken for a backup."""
    going = root.with_name(root.name + UNFINISHED)
    with suppress(OSError):
        root.rename(going)
        shutil.rmtree(going)


def _thin(backups: list[Backup]) -> frozenset[Backup]:
    days = list(dict.fromkeys(_day(backup) for backup in backups))[:_ALL_OF_DAYS]
    last = [backup for backup in backups if _day(backup) in days][:_MOST_OF_LAST_DAYS]
    return frozenset(last) | _first_of_each(backups, _DAYS, _day) | _first_of_each(backups, _WEEKS, _week)


def _first_of_each(
    backups: Iterable[Backup], most: int, of: Callable[[Backup], Hashable]
) -> frozenset[Backup]:
    first: dict[Hashable, Backup] = {}
    for backup in backups:
        if len(first) < most or of(backup) in first:
            first.setdefault(of(backup), backup)
    return frozenset(first.values())


def _day(backup: Backup) -> Hashable:
    return backup.at.date()


def _week(backup: Backup) -> Hashable:
    return backup.at.isocalendar()[:2]


def _kind(backup: Backup) -> Hashable:
    return backup.kind


def _by_age(backup: Backup) -> tuple[datetime, str]:
    return backup.at, backup.root.name


def _sorted(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    return tuple(sorted(backups, key=_by_age, reverse=True))


def _named_in(place: Path) -> list[Backup]:
    found = []
    with suppress(OSError):
        for path in sorted(place.iterdir()):
            with suppress(OSError):
                backup = _read(path)
                if backup is not None:
                    found.append(backup)
    return found


def _read(path: Path) -> Backup | None:
    named = _NAME.fullmatch(path.name)
    if named is None or path.is_symlink() or not DataFolder(path).database.is_file():
        return None
    try:
        at = datetime.strptime(named[1], "%Y-%m-%dT%H-%M-%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, _written(path) if named[2] == MOVED else at, named[2], _size(path))


def _unnamed(path: Path) -> Backup | None:
    """Take any folder with a file of meetings for a copy made when the file was last written."""
    if not DataFolder(path).database.is_file():
        return None
    return Backup(path, _written(path), COPY, _size(path))


def _written(path: Path) -> datetime:
    folder = DataFolder(path)
    at = max(file.stat().st_mtime for file in (folder.database, wal_of(folder)) if file.is_file())
    return datetime.fromtimestamp(at, UTC).replace(microsecond=0)


def _size(path: Path) -> int:
    folder = DataFolder(path)
    files = (folder.database, wal_of(folder), folder.key, folder.key_copy)
    return sum(file.stat().st_size for file in files if file.is_file())
