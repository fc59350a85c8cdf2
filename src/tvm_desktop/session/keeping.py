"""How long courses are kept: on which day they go, and which of them may go by themselves today."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from tvm_desktop.dates import local
from tvm_desktop.domain.filing import KEPT_DAYS, delete_day, may_go
from tvm_desktop.domain.keeping import clock_fits
from tvm_desktop.domain.record import Record, changing
from tvm_desktop.errors import UserError
from tvm_desktop.session.commands.course import SetDeleteOn
from tvm_desktop.storage.deletion import ways_back
from tvm_desktop.storage.store import CourseRow, UseAct

if TYPE_CHECKING:
    from datetime import date

    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.storage.store import Store

DAYS = "delete/days"
CHOICES = (7, 14, 30, 60, 90)
_TRUSTED = "clock/trusted"
_OFTEN = 3600


@dataclass(frozen=True, slots=True)
class Leaving:
    """Courses with a day: whose day is to come, who go by themselves today, and who must be asked about first.

    ``way_back`` says that what was here before a backup was restored would go with them.
    """

    coming: tuple[CourseRow, ...]
    due: tuple[CourseRow, ...]
    asked: tuple[CourseRow, ...]
    clock_fits: bool
    way_back: bool = False

    @property
    def every(self) -> tuple[CourseRow, ...]:
        """All of them, the next to go first."""
        return (*self.asked, *self.due, *self.coming)


def leaving(store: Store, now: datetime) -> Leaving:
    """Say which courses go.

    None goes by itself while the clock is in doubt, while something is not filed or to come, or while there is a way
    back from a backup that was restored: the backups go with a course.
    """
    today = local(now).date()
    fits = _believe(store, now)
    rows = store.courses(leaving=True)
    come = [row for row in rows if _day(row) <= today]
    alone = [row for row in come if fits and may_go(Record.of("", store.load(row.id)), today)]
    way_back = bool(come and ways_back(store.folder))
    due = () if way_back else tuple(alone)
    return Leaving(
        tuple(row for row in rows if _day(row) > today),
        due,
        tuple(row for row in come if row not in due),
        fits,
        way_back,
    )


def kept_days(store: Store) -> int:
    """Return how many days a filed course is kept."""
    chosen = store.setting(DAYS)
    return int(chosen) if chosen.isdecimal() and int(chosen) in CHOICES else KEPT_DAYS


def day_to_go(store: Store, now: datetime) -> date:
    """Return the day on which a course goes that is filed now. A clock that lags behind cannot bring it forward."""
    return delete_day(local(max(now, _trusted(store) or now)).date(), kept_days(store))


def set_day(store: Store, course_id: str, day: date | None) -> None:
    """Say on which day a course goes, while none of its meetings is open; None = it stays. It is noted in the log."""
    course = Record.of("", store.load(course_id)).course
    store.commit(course_id, changing(course, delete_on=day))
    _note(store, course_id, day)


def set_day_in(session: MeetingSession, day: date | None) -> None:
    """Say on which day the course of an open meeting goes; None = it stays. It is noted in the log."""
    session.do(SetDeleteOn(day))
    _note(session.store, session.record.course.id, day)


def trust_clock(store: Store, now: datetime) -> None:
    """Take the clock's word, since somebody has looked at it."""
    store.set_setting(_TRUSTED, now.isoformat())
    store.last_used = now


def _note(store: Store, course_id: str, day: date | None) -> None:
    store.log_use(UseAct.KEPT if day is None else UseAct.TO_BE_DELETED, course_id)


def _believe(store: Store, now: datetime) -> bool:
    """Say whether the clock fits, and remember the last time that it did."""
    known = _trusted(store)
    trusted = known or store.last_used or now
    fits = clock_fits(now, trusted, store.last_used)
    later = now if fits and (now - trusted).total_seconds() > _OFTEN else trusted
    if later != known:
        with suppress(
            UserError
        ):  # a full disk must not keep anybody from home; the older time is the safer one
            store.set_setting(_TRUSTED, later.isoformat())
    return fits


def _trusted(store: Store) -> datetime | None:
    noted = store.setting(_TRUSTED)
    try:
        return datetime.fromisoformat(noted) if noted else None
    except ValueError:
        return None


def _day(row: CourseRow) -> date:
    if row.delete_on is None:
        raise ValueError("the course has no day")
    return row.delete_on
