"""Move an invented example in time, so that it looks alive whatever day it is."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tvm_desktop.domain.entities import Entity, Meeting
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile

_HOME = "Europe/Copenhagen"


def shifted(file: ExchangeFile, today: date) -> ExchangeFile:
    """Move all dates so that the file's anchor falls in the week of ``today``; weekdays and clock times stay.

    A file with a running meeting is moved by days instead, to make the anchor today: it runs now. Without an anchor
    nothing moves.
    """
    if file.anchor is None:
        return file
    runs = any(m.status is MeetingStatus.RUNNING for held in file.courses for m in held.meetings)
    by = today - file.anchor if runs else _monday(today) - _monday(file.anchor)
    return replace(file, anchor=file.anchor + by, courses=tuple(_course(held, by) for held in file.courses))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _course(held: CourseFile, by: timedelta) -> CourseFile:
    zones = {meeting.id: meeting.zone for meeting in held.meetings}
    return CourseFile.of(_entity(entity, by, zones) for entity in held.entities())


def _entity(entity: Entity, by: timedelta, zones: dict[str, str]) -> Entity:
    of_meeting = entity.id if isinstance(entity, Meeting) else getattr(entity, "meeting_id", "")
    zone = ZoneInfo(getattr(entity, "zone", zones.get(of_meeting, _HOME)))
    moved: dict[str, Any] = {}
    for field in fields(entity):
        value = getattr(entity, field.name)
        if isinstance(value, datetime):
            moved[field.name] = _on_the_wall(value, by, zone)
        elif isinstance(value, date):
            moved[field.name] = value + by
    return replace(entity, **moved)


def _on_the_wall(instant: datetime, by: timedelta, zone: ZoneInfo) -> datetime:
    """Keep the clock on the wall: half past two stays half past two on the other side of summer time."""
    return (instant.astimezone(zone) + by).astimezone(instant.tzinfo)
