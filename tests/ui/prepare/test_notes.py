"""Minutes, consent, what was written beforehand, and what to notice."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tvm_desktop.domain.entities import Card, Consent
from tvm_desktop.domain.enums import (
    ConsentForm,
    MeetingKind,
    Role,
    Share,
)
from tvm_desktop.session.commands.meeting import EditMeeting
from tvm_desktop.ui.persondata.consent import ConsentWindow
from ui.prepare.conftest import WITHOUT

if TYPE_CHECKING:
    from ui.prepare.conftest import Room


def test_minutes_are_added_up_honestly(room: Room) -> None:
    view = room.page.time
    assert view.total.text() == "84 of 75 min"
    assert "130 min" in view.advice.text(), "half as long again with an interpreter"
    view.longer.click()
    assert room.meeting.ends == datetime(2026, 1, 13, 15, 40, tzinfo=UTC)
    assert view.total.text() == "84 of 130 min"
    assert view.hint.isHidden()


def test_a_steps_minutes_and_the_childs_time_are_kept(room: Room) -> None:
    view = room.page.time
    view.spins["story"].setValue(20)
    view.checks["child-time"].click()
    assert dict(room.meeting.minutes) == {"story": 20}
    assert room.meeting.left_out == (*WITHOUT, "child-time")
    assert not view.spins["child-time"].isEnabled()
    assert view.total.text() == "74 of 75 min"
    view.spins["story"].setValue(15)
    assert dict(room.meeting.minutes) == {}


def test_a_round_at_the_start_can_be_chosen_and_what_is_for_follow_ups_is_not_listed(room: Room) -> None:
    view = room.page.time
    assert view.names["since-last"].isHidden()
    assert view.spins["since-last"].isHidden()
    view.checks["check-in"].click()
    assert "check-in" not in room.meeting.left_out
    assert view.total.text() == "89 of 75 min"
    room.page.desk.do(EditMeeting(room.meeting.id, {"kind": MeetingKind.FOLLOW_UP}))
    assert not view.names["since-last"].isHidden()
    assert view.total.text() == "97 of 75 min"


def test_numbers_for_the_meeting_are_a_choice_where_it_is_evaluated(room: Room) -> None:
    numbers = room.page.meeting.numbers
    assert numbers.isHidden()
    room.page.time.checks["evaluation"].click()
    assert not numbers.isHidden()
    assert not room.meeting.evaluation_numbers
    numbers.click()
    assert room.meeting.evaluation_numbers


def test_a_consent_is_noted_field_by_field(room: Room) -> None:
    view = room.page.consent
    view.add.click()
    consent = next(c for c in room.record.every(Consent) if c.id != "consent")
    editor = view.rows[consent.id].editor
    assert editor is not None
    next(giver for giver in editor.givers if giver.text() == "Hoà").click()
    room.write(editor.about.field, "skole")
    room.write(editor.to_whom.field, "klubben")
    room.write(editor.valid_until.field, "30/6")
    editor.form.chosen.emit(ConsentForm.ORAL.value)
    kept = room.record.get(Consent, consent.id)
    assert kept.given_by == ("hoa",)
    assert (kept.about, kept.to_whom, kept.form) == ("skole", "klubben", ConsentForm.ORAL)
    assert (kept.given_on, kept.valid_until) == (date(2026, 1, 7), date(2026, 6, 30))
    assert view.rows[consent.id].line.title.text() == "Hoà said yes"
    editor.remove.click()
    assert room.record.find(Consent, consent.id) is None
    room.page.frame.bar.act.click()
    assert room.record.get(Consent, consent.id) == kept


def test_a_consent_is_taken_back_and_says_so_in_words(room: Room) -> None:
    view = room.page.consent
    view.rows["consent"].line.click()
    editor = view.rows["consent"].editor
    assert editor is not None
    editor.withdraw.click()
    (window,) = room.page.window().findChildren(ConsentWindow)
    window.act.click()
    assert room.record.get(Consent, "consent").withdrawn_on == date(2026, 1, 7)
    line = view.rows["consent"].line
    assert line.title.text() == "The consent was withdrawn on 7 January 2026"
    assert "said yes" in line.sub.text()


def test_a_prepared_card_is_the_leaders_alone(room: Room) -> None:
    view = room.page.prepared
    view.open_entry.click()
    view.voice.box.setCurrentIndex(view.voice.box.findData("jonas"))
    view.column.box.setCurrentIndex(view.column.box.findData("worry"))
    room.write(view.entry, "Han kommer sjældent til første time.")
    card = next(c for c in room.record.all(Card) if c.text.startswith("Han kommer"))
    assert (card.prepared, card.share, card.voice) == (True, Share.FACILITATOR, "jonas")
    assert view.cards[card.id].words.text() == card.text
    view.cards[card.id].remove.click()
    assert room.record.find(Card, card.id) is None


def test_hints_show_what_is_missing_and_can_be_put_aside(room: Room) -> None:
    assert room.page.hints.isHidden()
    row = room.page.people.rows["at-jonas"]
    row.line.click()
    assert row.editor is not None
    next(t for t in row.editor.toggles if t.role_key is Role.COORDINATOR).click()
    (note,) = room.page.hints.notes
    assert note.words.text() == "There is no coordinator yet. Whom can the family call?"
    note.away.click()
    assert room.page.hints.isHidden()
