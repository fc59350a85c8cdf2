"""One course of a file, as it is told before it is brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from tvm_desktop.dates import local, plain_date
from tvm_desktop.domain.consents import withdrawals
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.storage.exchange.preview import format_names
from tvm_desktop.ui.home.words import ANONYMOUS, meeting_title
from tvm_desktop.ui.widgets.labels import Chip, Panel, PlainLabel
from tvm_desktop.words import msg, msgs

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Meeting
    from tvm_desktop.storage.exchange.model import ExchangeFile
    from tvm_desktop.storage.exchange.preview import CoursePreview, Here
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.words import Message

_MEETINGS = 6


class CourseCard(Panel):
    """Name, counts, meetings with their dates, forms, and what is here already."""

    def __init__(self, context: UiContext, course: CoursePreview, file: ExchangeFile) -> None:
        super().__init__("card", spacing=6)
        self.context, self.course = context, course
        self._forms = format_names(file)
        self._consents = [
            one for held in file.courses if held.course.id == course.id for one in held.consents
        ]
        self.name = PlainLabel(course.name, "strong", wrap=True)
        self.anonymous = Chip()
        self.counts = PlainLabel(wrap=True)
        self.meetings = PlainLabel(wrap=True)
        self.forms = PlainLabel(role="small", wrap=True)
        self.withdrawn = PlainLabel(role="hint", wrap=True)
        self.here = PlainLabel(role="hint", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.anonymous)
        self.box.addLayout(head)
        for label in (self.counts, self.meetings, self.forms, self.withdrawn, self.here):
            self.box.addWidget(label)
        self.anonymous.setVisible(course.anonymous)
        self.here.setVisible(course.here is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, course = self.context.words, self.course
        self.anonymous.setText(words(ANONYMOUS))
        counts = [
            msgs("{count} person", "{count} people", course.people),
            msgs(
                "{count} agreement, {open} open",
                "{count} agreements, {open} open",
                course.agreements,
                open=course.open_agreements,
            ),
        ]
        if course.private_notes:
            counts.append(msgs("{count} private note", "{count} private notes", course.private_notes))
        self.counts.setText(" · ".join(words(count) for count in counts))
        shown = [f"• {self._meeting(meeting)}" for meeting in course.meetings[-_MEETINGS:]]
        if len(course.meetings) > _MEETINGS:
            earlier = len(course.meetings) - _MEETINGS
            shown.insert(0, words(msgs("{count} earlier meeting", "{count} earlier meetings", earlier)))
        self.meetings.setText("\n".join(shown))
        self.meetings.setVisible(bool(shown))
        names = ", ".join(name.say(words.language) for name in self._forms)
        self.forms.setText(words(msg("Forms: {names}", names=names)))
        self.forms.setVisible(bool(names))
        self.withdrawn.setText("\n".join(words(one) for one in withdrawals(self._consents, words.language)))
        self.withdrawn.setVisible(any(consent.withdrawn_on for consent in self._consents))
        if course.here is not None:
            self.here.setText(" ".join(words(sentence) for sentence in _differs(course.here)))

    def _meeting(self, meeting: Meeting) -> str:
        words = self.context.words
        day = (
            plain_date(local(meeting.starts, meeting.zone).date(), words.language)
            if meeting.starts
            else words(msg("No date yet"))
        )
        held = words(_HELD[meeting.status])
        return f"{day} · {words(meeting_title(meeting.kind, self.course.name))} · {held}"


_HELD = {
    MeetingStatus.PLANNED: msg("prepared"),
    MeetingStatus.RUNNING: msg("running"),
    MeetingStatus.CLOSED: msg("ended"),
}


def _differs(here: Here) -> list[Message]:
    """Say how what is here differs, and that nothing is overwritten."""
    if here.same:
        return [msg("The course is here already, and it is the same. There is no need to bring it in.")]
    said = [msg("The course is here already, as “{name}”.", name=here.name)]
    if here.only_in_file:
        said.append(
            msgs(
                "{count} meeting is only in the file.",
                "{count} meetings are only in the file.",
                here.only_in_file,
            )
        )
    if here.only_here:
        said.append(msgs("{count} meeting is only here.", "{count} meetings are only here.", here.only_here))
    if here.differing:
        said.append(
            msgs(
                "In what both have, {count} thing differs.",
                "In what both have, {count} things differ.",
                here.differing,
            )
        )
    if here.newest_in_file and (here.newest_here is None or here.newest_in_file > here.newest_here):
        said.append(msg("The newest meeting is in the file."))
    elif here.newest_here and (here.newest_in_file is None or here.newest_here > here.newest_in_file):
        said.append(msg("The newest meeting is here."))
    said.append(msg("Nothing is overwritten: the file’s course would stand beside it, as a copy."))
    return said
