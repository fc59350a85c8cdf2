"""All about one person: looked through, corrected, and taken out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.pdf import text_of
from tvm_desktop.domain.entities import Card, Correction, Course, Filing, Meeting, Person, PrivateNote
from tvm_desktop.domain.enums import CardKind, MeetingStatus
from tvm_desktop.domain.filing import is_filed
from tvm_desktop.domain.record import Record, adding
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.persondata.correction import CorrectionWindow
from tvm_desktop.ui.persondata.window import PersonWindow
from tvm_desktop.ui.widgets.buttons import KeyButton
from ui.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.persondata.row import FoundRow
    from ui.conftest import Family

WORDS, NOTE = "Amina sover dårligt", "Spørg Hodan om lægen"


@pytest.fixture
def window(context: UiContext, family: Family, show: Callable[..., None]) -> PersonWindow:
    said = Card(id="said", meeting_id=family.held, kind=CardKind.WORRY, text=WORDS, voice="hodan")
    note = PrivateNote(id="note", meeting_id=family.held, step="story", text=NOTE)
    other = Card(id="other", meeting_id=family.held, kind=CardKind.WORRY, text="Hodan er træt", voice="mette")
    context.open_store.commit(family.course, [adding(one) for one in (said, note, other)])
    made = PersonWindow(context, None, family.course, "hodan")
    show(made)
    return made


def row(window: PersonWindow, thing_id: str) -> FoundRow:
    return next(row for row in window.rows if row.thing_id == thing_id)


def saved(window: PersonWindow, path: Path) -> str:
    assert window.save_to(path)
    data = path.read_bytes()
    return data.decode() if path.suffix == ".json" else " ".join(text_of(data).split())


def test_it_is_said_what_is_held_and_private_notes_are_left_out(window: PersonWindow) -> None:
    assert window.title.text() == "All about Hodan"
    assert row(window, "said").tick.isChecked()
    assert not row(window, "other").tick.isChecked()  # one by one
    assert not row(window, "note").tick.isChecked()


def test_the_paper_holds_what_is_ticked_and_says_that_something_is_left_out(
    window: PersonWindow, tmp_path: Path
) -> None:
    text = saved(window, tmp_path / "data.pdf")
    assert WORDS in text
    assert "Hodan er træt" not in text
    assert NOTE not in text
    assert "Something is left out of this copy." in text


def test_a_note_and_a_mention_are_ticked_in_and_what_is_theirs_out_by_keyboard(
    window: PersonWindow, tmp_path: Path
) -> None:
    for thing in ("note", "other", "said"):
        row(window, thing).tick.setFocus()
        QTest.keyClick(row(window, thing).tick, Qt.Key.Key_Space)
    text = saved(window, tmp_path / "data.pdf")
    assert NOTE in text
    assert "Hodan er træt" in text
    assert WORDS not in text


def test_the_file_says_the_same(window: PersonWindow, tmp_path: Path) -> None:
    data = json.loads(saved(window, tmp_path / "data.json"))
    assert data["name"] == "Hodan Osman"
    assert WORDS in str(data)
    assert NOTE not in str(data)


def test_taking_out_is_logged_and_said_not_to_be_encrypted(window: PersonWindow, tmp_path: Path) -> None:
    saved(window, tmp_path / "data.pdf")
    assert window.context.open_store.use_log(limit=1)[0].act is UseAct.PERSON_EXPORTED
    assert "not encrypted" in window.note.text()


def test_a_place_that_cannot_be_written_gives_one_sentence(window: PersonWindow, tmp_path: Path) -> None:
    assert not window.save_to(tmp_path / "nowhere" / "data.pdf")
    assert window.note.text()


def test_what_may_be_about_somebody_is_shown_unticked_and_ticked_at_once(
    context: UiContext, family: Family, window: PersonWindow, tmp_path: Path
) -> None:
    maybe = Card(
        id="maybe", meeting_id=family.held, kind=CardKind.WORRY, text="Mor sover længe", voice="mette"
    )
    context.open_store.commit(family.course, [adding(maybe)])
    window.refresh()
    window.retranslate()
    assert not row(window, "maybe").tick.isChecked()
    assert "cannot find" in window.intro.text()
    assert "may be missing" in " ".join(saved(window, tmp_path / "a.pdf").split())
    every = next(b for b in window.findChildren(KeyButton) if b.key == "maybe" and b.text() == "Tick all")
    every.setFocus()
    QTest.keyClick(every, Qt.Key.Key_Return)
    assert row(window, "maybe").tick.isChecked()
    assert not row(window, "other").tick.isChecked()
    assert "Mor sover længe" in saved(window, tmp_path / "b.pdf")


def correcting(window: PersonWindow, thing_id: str) -> CorrectionWindow:
    """Press a line's button, and return the small window that opens."""
    row(window, thing_id).correct.setFocus()
    QTest.keyClick(row(window, thing_id).correct, Qt.Key.Key_Return)
    found = (top for top in QApplication.topLevelWidgets() if isinstance(top, CorrectionWindow))
    return next(top for top in found if top.isVisible())


def test_a_correction_is_put_beside_and_the_original_stays(
    context: UiContext, family: Family, window: PersonWindow, tmp_path: Path
) -> None:
    made = correcting(window, "said")
    assert made.voice.key() == "hodan"  # whose page it is
    QTest.keyClicks(made.text, "Kun i weekenden")
    QTest.keyClick(made.text, Qt.Key.Key_Return)
    record = Record.of("", context.open_store.load(family.course))
    (correction,) = record.every(Correction)
    assert (correction.about, correction.text, correction.voice) == ("said", "Kun i weekenden", "hodan")
    assert record.get(Card, "said").text == WORDS
    assert context.open_store.use_log(limit=1)[0].act is UseAct.CORRECTED
    text = saved(window, tmp_path / "data.pdf")
    assert "Kun i weekenden" in text
    assert WORDS in text
    assert made.kept.text() == "The correction is kept."
    assert not made.keep.isVisible()
    assert made.focusWidget() is made.away
    made.close()


def test_a_meeting_that_was_filed_says_that_it_has_to_be_filed_again(
    context: UiContext, family: Family, window: PersonWindow
) -> None:
    filing = Filing(id="filing", meeting_id=family.held, filed_on=NOW.date())
    context.open_store.commit(family.course, [adding(filing)])
    made = correcting(window, "said")
    QTest.keyClicks(made.text, "Kun i weekenden")
    made.keep.click()
    assert made.kept.text() == (
        "The correction is kept.\nThe meeting was filed. File it again, so that the file is right."
    )
    record = Record.of("", context.open_store.load(family.course))
    assert not is_filed(record, record.get(Meeting, family.held))
    made.close()


def test_the_same_human_being_of_another_course_is_taken_in_when_ticked(
    context: UiContext, window: PersonWindow, tmp_path: Path
) -> None:
    entities = (
        Course(id="c2", name="Yusuf", created=NOW),
        Meeting(id="m2", status=MeetingStatus.CLOSED, starts=NOW),
        Person(id="hodan2", name="Hodan Osman", relation="moster"),
        Card(id="there", meeting_id="m2", kind=CardKind.WORRY, text="Yusuf er stille", voice="hodan2"),
    )
    context.open_store.commit("c2", [adding(one) for one in entities])
    window.retranslate()
    assert "Yusuf er stille" not in saved(window, tmp_path / "one.pdf")
    assert window.same["hodan2"].text() == "Hodan Osman · moster · Yusuf"
    window.same["hodan2"].setFocus()
    QTest.keyClick(window.same["hodan2"], Qt.Key.Key_Space)
    assert "Yusuf er stille" in saved(window, tmp_path / "two.pdf")


def test_a_correction_that_is_half_written_comes_back_and_one_can_be_taken_away(
    context: UiContext, family: Family, window: PersonWindow
) -> None:
    made = correcting(window, "said")
    QTest.keyClicks(made.text, "Kun i")
    made.close()
    again = correcting(window, "said")
    assert again.text.text() == "Kun i"
    again.keep.click()
    assert again.problem.text() == ""
    assert again.kept.isVisible()
    again.close()
    last = correcting(window, "said")
    assert last.text.text() == ""
    last.removing[0].click()
    assert last.kept.text() == "The correction is taken away."
    last.close()
    assert not Record.of("", context.open_store.load(family.course)).every(Correction)


def test_an_empty_correction_asks_for_words(window: PersonWindow) -> None:
    made = correcting(window, "said")
    made.keep.click()
    assert made.problem.isVisible()
    made.close()
