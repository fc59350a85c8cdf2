"""The small widgets: texts as they are, and what is typed is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QFont, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QVBoxLayout, QWidget

from tvm_desktop.ui.theme import load_theme
from tvm_desktop.ui.widgets.basic import (
    Bar,
    CardButton,
    Chip,
    ChoiceField,
    DraftEdit,
    DraftLine,
    KeyButton,
    LineField,
    PlainLabel,
    Scroll,
    SectionLabel,
    ask,
    button,
    flush_drafts,
    rule,
    set_tip,
)
from tvm_desktop.ui.widgets.icons import icon
from tvm_desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.ui.context import UiContext

MARKUP = "<b>Mor</b> & <far> {{x}} <para>"


class Kept:
    """Remembers the drafts that were saved."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, str, int]] = []

    def __call__(self, key: str, text: str, cursor: int) -> None:
        self.saved.append((key, text, cursor))


class Desk(QWidget):
    """A window with an editor and something else to focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.other = button("other")
        box = QVBoxLayout(self)
        box.addWidget(field)
        box.addWidget(self.other)


# -- words -----------------------------------------------------------------------------------------------------------


def test_a_label_shows_markup_as_it_is(qapp: QApplication) -> None:
    label = PlainLabel(MARKUP, wrap=True)
    assert label.text() == MARKUP
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_label_changes_its_look(qapp: QApplication) -> None:
    label = PlainLabel("x", "muted")
    label.set_role("error")
    assert label.property("role") == "error"


def test_a_heading_is_in_capitals_but_says_its_own_words(qapp: QApplication) -> None:
    head = SectionLabel("Hvem er hørt?")
    assert head.text() == "Hvem er hørt?"
    assert head.font().capitalization() is QFont.Capitalization.AllUppercase


def test_a_chip_says_who(qapp: QApplication) -> None:
    chip = Chip("Amina", "child")
    assert chip.property("role") == "chip-child"
    chip.set_kind("")
    assert chip.property("role") == "chip"


def test_a_button_shows_an_ampersand(qapp: QApplication) -> None:
    made = button("Mor & far", "primary")
    assert made.text() == "Mor && far"
    assert made.accessibleName() == "Mor & far"


def test_a_tip_shows_markup_as_it_is(qapp: QApplication) -> None:
    label = PlainLabel("x")
    set_tip(label, "<img src=x>")
    assert "<img" not in label.toolTip()


def test_a_button_says_which_thing_it_stands_for(qapp: QApplication) -> None:
    picked: list[str] = []
    key, card = KeyButton("da", "Dansk"), CardButton("Fem trin", key="five")
    for made in (key, card):
        made.picked.connect(picked.append)
        made.click()
    assert picked == ["da", "five"]


def test_a_card_grows_with_its_words(qapp: QApplication) -> None:
    short, long = CardButton("Ringe"), CardButton("Ringe " * 60, "Jonas · Amina")
    assert long.heightForWidth(300) > 3 * short.heightForWidth(300)
    assert long.hasHeightForWidth()
    assert long.accessibleDescription() == "Jonas · Amina"


def test_icons_are_there_for_every_theme(qapp: QApplication) -> None:
    for theme in ("light", "dark", "high-contrast"):
        for name in ("gear", "back", "search"):
            assert not icon(name, load_theme(theme)).pixmap(16, 16).isNull()


# -- what is said at the edge ----------------------------------------------------------------------------------------


def test_the_bar_says_a_sentence_and_offers_an_act(show: Callable[[QWidget], None]) -> None:
    bar = Bar()
    desk = Desk(bar)
    show(desk)
    acted: list[bool] = []
    bar.acted.connect(lambda: acted.append(True))
    bar.say("Kortet er slettet.", "Fortryd")
    assert bar.isVisible()
    bar.act.click()
    assert acted == [True]
    assert not bar.isVisible()


def test_the_bar_goes_by_itself_or_stays(show: Callable[[QWidget], None]) -> None:
    bar = Bar()
    show(Desk(bar))
    closed: list[bool] = []
    bar.closed.connect(lambda: closed.append(True))
    bar.say("En", stay=True)
    assert not bar._timer.isActive()
    bar.say("To")
    assert bar._timer.isActive()
    bar.away.click()
    assert closed == [True]


@pytest.mark.parametrize(("pressed", "answer"), [("yes", True), ("no", False), ("esc", False)])
def test_a_question_is_asked_once_in_words(qapp: QApplication, pressed: str, answer: bool) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.textFormat() is Qt.TextFormat.PlainText
        if pressed == "esc":
            QTest.keyClick(box, Qt.Key.Key_Escape)
        else:
            box.buttons()[0 if pressed == "yes" else 1].click()

    QTimer.singleShot(50, press)
    assert ask(None, MARKUP, yes="Slet & glem", no="Behold", more="For altid") is answer


# -- fields ----------------------------------------------------------------------------------------------------------


def test_a_line_is_cleaned(qapp: QApplication) -> None:
    field = LineField("Navn")
    field.set_text("  Mi\u202enh\x07 ")
    assert field.text() == "Minh"
    assert field.edit.accessibleName() == "Navn"


def test_a_password_is_taken_exactly(qapp: QApplication) -> None:
    field = LineField(secret=True)
    field.set_text(" to ord ")
    assert field.secret() == " to ord "


def test_what_is_wrong_stands_below(qapp: QApplication) -> None:
    field = LineField("Navn")
    field.set_problem("Skriv et navn.")
    assert not field.problem.isHidden()
    field.set_problem("")
    assert field.problem.isHidden()


def test_a_choice_gives_its_key(qapp: QApplication) -> None:
    choice = ChoiceField("Sprog")
    choice.set_label("Sprog")
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.fill([("da", "Dansk"), ("en", "English")], "en")
    assert choice.key() == "en"
    choice.box.setCurrentIndex(0)
    choice.box.activated.emit(0)
    assert chosen == ["da"]


# -- free text -------------------------------------------------------------------------------------------------------


def test_typing_is_saved_within_50_ms(show: Callable[[QWidget], None]) -> None:
    kept = Kept()
    field = DraftEdit("meeting/entry", kept)
    show(Desk(field))
    field.setFocus()
    QTest.keyClicks(field, "Hun sover")
    QTest.qWait(80)
    assert kept.saved[-1] == ("meeting/entry", "Hun sover", 9)


def test_two_letters_never_wait_longer_on_a_busy_machine(show: Callable[[QWidget], None]) -> None:
    kept = Kept()
    field = DraftEdit("k", kept)
    show(Desk(field))
    field.insertPlainText("a")
    QTest.qSleep(80)  # nothing runs, not even the timer that would save
    field.insertPlainText("b")
    assert kept.saved == [("k", "ab", 2)]


def test_many_letters_are_few_saves(show: Callable[[QWidget], None]) -> None:
    kept = Kept()
    field = DraftEdit("k", kept)
    show(Desk(field))
    field.insertPlainText("a")
    field.insertPlainText("b")
    field.insertPlainText("c")
    field.flush()
    assert kept.saved == [("k", "abc", 3)]


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
def test_the_draft_is_saved_when_the_focus_goes(
    show: Callable[[QWidget], None], make: type[DraftEdit] | type[DraftLine]
) -> None:
    kept = Kept()
    field = make("k", kept)
    desk = Desk(field)
    show(desk)
    field.setFocus()
    left: list[bool] = []
    field.left.connect(lambda: left.append(True))
    QTest.keyClicks(field, "ord")
    desk.other.setFocus()
    assert kept.saved[-1] == ("k", "ord", 3)
    assert left == [True]


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
def test_every_draft_of_a_window_can_be_saved_at_once(
    show: Callable[[QWidget], None], make: type[DraftEdit] | type[DraftLine]
) -> None:
    kept = Kept()
    field = make("k", kept)
    desk = Desk(field)
    show(desk)
    field.setFocus()
    QTest.keyClicks(field, "x")
    flush_drafts(desk)
    assert kept.saved[-1][1] == "x"


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
def test_enter_accepts(show: Callable[[QWidget], None], make: type[DraftEdit] | type[DraftLine]) -> None:
    field = make()
    show(Desk(field))
    accepted: list[str] = []
    field.accepted.connect(accepted.append)
    QTest.keyClicks(field, "færdig")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert accepted == ["færdig"]


def test_shift_enter_makes_a_line(show: Callable[[QWidget], None]) -> None:
    field = DraftEdit()
    show(Desk(field))
    one = field.height()
    QTest.keyClicks(field, "en")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "to")
    assert field.text() == "en\nto"
    assert field.height() > one


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
def test_a_draft_comes_back_with_its_cursor(
    qapp: QApplication, make: type[DraftEdit] | type[DraftLine]
) -> None:
    kept = Kept()
    field = make("k", kept)
    field.restore("Hun sover bedre", 3)
    place = field.textCursor().position() if isinstance(field, DraftEdit) else field.cursorPosition()
    assert place == 3
    field.flush()
    assert kept.saved == []


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
def test_a_taken_text_leaves_no_draft(qapp: QApplication, make: type[DraftEdit] | type[DraftLine]) -> None:
    kept = Kept()
    field = make("k", kept)
    QTest.keyClicks(field, "x")
    field.forget_draft()
    QTest.qWait(60)
    assert kept.saved == []


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
def test_a_field_that_turns_to_another_thing_saves_the_first(
    qapp: QApplication, make: type[DraftEdit] | type[DraftLine]
) -> None:
    kept = Kept()
    field = make("one", kept)
    QTest.keyClicks(field, "x")
    field.bind("two", kept)
    assert kept.saved == [("one", "x", 1)]


def test_paste_takes_plain_text_only(qapp: QApplication) -> None:
    field = DraftEdit()
    rich = QMimeData()
    rich.setHtml("<b>fed</b>")
    rich.setText("fed\u202e\x00")
    field.insertFromMimeData(rich)
    files = QMimeData()
    files.setUrls([QUrl("file:///tmp/x")])
    assert field.text() == "fed"
    assert field.canInsertFromMimeData(rich)
    assert not field.canInsertFromMimeData(files)


def test_a_very_long_text_scrolls_and_stays_whole(show: Callable[[QWidget], None]) -> None:
    field = DraftEdit(lines=(1, 8))
    show(Desk(field))
    field.set_text("ord " * 2500)
    assert len(field.text()) == 10_000
    assert field.height() < 400


@pytest.mark.parametrize("make", [DraftEdit, DraftLine])
@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y"])
def test_undo_is_the_fields_first_and_then_the_windows(
    show: Callable[[QWidget], None], make: type[DraftEdit] | type[DraftLine], keys: str
) -> None:
    field = make()
    desk = Desk(field)
    undone: list[bool] = []
    action = QAction("undo", desk)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda: undone.append(True))
    desk.addAction(action)
    show(desk)
    field.setFocus()
    QTest.keyClicks(field, "x")
    if keys == "Ctrl+Y":
        field.undo()
    press(desk, keys)
    assert undone == []
    assert field.text() == ("" if keys == "Ctrl+Z" else "x")
    press(desk, keys)
    assert undone == [True]


def press(window: QWidget, keys: str) -> None:
    key = {"Ctrl+Z": Qt.Key.Key_Z, "Ctrl+Y": Qt.Key.Key_Y}[keys]
    QTest.keyClick(window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)


# -- columns and sheets ----------------------------------------------------------------------------------------------


def test_a_column_gives_words_the_height_they_need(show: Callable[[QWidget], None]) -> None:
    scroll = Scroll()
    for _ in range(30):
        scroll.box.addWidget(PlainLabel("Hun passer sine småsøskende. " * 20, wrap=True))
    scroll.box.addWidget(rule())
    show(scroll)
    scroll.resize(300, 200)
    QGuiApplication.processEvents()
    assert scroll.verticalScrollBar().maximum() > 1000
    assert scroll.horizontalScrollBar().maximum() == 0


def test_a_sheet_lets_one_choose_the_language(locked: UiContext, show: Callable[[QWidget], None]) -> None:
    sheet = Sheet(locked)
    sheet.say("Title", "Lead")
    show(sheet)
    chosen: list[str] = []
    sheet.language_chosen.connect(chosen.append)
    for choice in sheet.findChildren(KeyButton):
        choice.click()
    assert chosen == ["da", "en"]
