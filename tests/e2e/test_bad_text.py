"""Whatever is typed at the table stands as typed: on the laptop, on the wall, and on paper; never as markup."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from helpers.desktop import Desktop, desktop, made_folder
from helpers.pdf import text_of
from tvm_desktop.domain.entities import Card, Person
from tvm_desktop.ui.facilitator.cardlist import CardList

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MARKUP = "<b>fed</b> & &amp; <para>afsnit</para> {{navn}} {0} %s <img src=x> 1 < 2"
EMOJI = "Han er glad 😀 og 👨‍👩‍👧 er med"
ARABIC = "قال الطفل إنه يحب المدرسة"
TYPED = {
    "markup": (MARKUP, MARKUP),
    "control characters": ("før\x00\x07\x1b[31m og\x85 efter\x7f", "før[31m og efter"),
    "overrides": ("Amina \u202egnol re\u202c glad", "Amina gnol re glad"),
    "right to left": (ARABIC, ARABIC),
    "emoji": (EMOJI, EMOJI),
    "half a letter": ("Hun \ud83d sov", "Hun  sov"),
}


def told(here: Desktop) -> list[str]:
    """Return what the record holds."""
    return [card.text for card in here.page.session.record.all(Card)]


def listed(here: Desktop) -> str:
    """Return what the leader's lists say to a screen reader."""
    found = []
    for column in here.page.page.findChildren(CardList):
        model = column.model()
        found += [
            str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or model.index(row, 0).data())
            for row in range(model.rowCount())
        ]
    return "\n".join(found)


def flat(text: str) -> str:
    return " ".join(text.split())


def paper(here: Desktop) -> tuple[str, tuple[str, ...]]:
    """Return what stands on the plan by an independent reader, and which signs are told to be missing."""
    here.keys.press("Ctrl+P")
    view = here.page.paper
    assert view is not None
    assert view.paper is not None
    return text_of(view.paper.pdf), view.paper.missing


@pytest.fixture
def here(tmp_path: Path, qtbot: QtBot) -> Iterator[Desktop]:
    """The table at the second column of the story, with the wall on."""
    folder, _key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.start_meeting()
        here.go_to("story")
        here.keys.press("F5", "F5", "Alt+2")
        yield here


@pytest.mark.parametrize(("typed", "kept"), TYPED.values(), ids=TYPED.keys())
@pytest.mark.parametrize("hand", ["keys", "clipboard"])
def test_a_card_says_what_was_written(here: Desktop, typed: str, kept: str, hand: str) -> None:
    if hand == "keys":
        here.keys.type(typed, "Return")
    else:
        here.paste(typed, "Return")
    assert told(here) == [kept]
    assert flat(kept) in flat(listed(here))
    assert flat(kept) in flat(here.wall)
    printed, missing = paper(here)
    if kept == EMOJI:
        assert set(missing) == set("😀👨👩👧")
        assert here.page.paper is not None
        assert "😀" in here.page.paper.missing.text()
    else:
        assert missing == ()
        seen = unicodedata.normalize("NFKC", printed) if kept == ARABIC else printed
        assert flat(kept) in seen


def test_line_ends_of_every_kind_are_line_ends(here: Desktop) -> None:
    here.paste("Først\r\nså\u2028og\u2029til sidst", "Return")
    assert told(here) == ["Først\nså\nog\ntil sidst"]
    assert "Først så og til sidst" in flat(paper(here)[0])


def test_nothing_to_see_is_no_card(here: Desktop) -> None:
    here.paste("\u202e\x00 \u2028 \x07", "Return")
    here.keys.press("Return")
    assert told(here) == []


LONG = " ".join(f"ord{number}" for number in range(1400))
UNBROKEN = "x" * 10_000


@pytest.mark.parametrize("text", [LONG, UNBROKEN], ids=["words", "one word"])
def test_a_card_of_ten_thousand_letters_is_whole_everywhere(here: Desktop, text: str) -> None:
    assert len(text) >= 10_000
    width, height = here.shell.width(), here.shell.height()
    here.paste(text, "Return")
    assert told(here) == [text]
    assert (here.shell.width(), here.shell.height()) == (width, height)
    assert here.page.entry.height() < height / 3
    assert text in listed(here)
    pages = [here.wall]
    for _ in range(100):
        here.keys.press("PgDown")
        if here.wall == pages[-1]:
            break
        pages.append(here.wall)
    assert len(pages) > 5
    for shown in (" ".join(pages), paper(here)[0]):
        assert set(text.split()) <= set(shown.split()) or shown.count("x") >= len(text)


def test_names_are_never_markup_either(tmp_path: Path, qtbot: QtBot) -> None:
    folder, _key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.keys.tab_to("Fem trin")
        here.keys.press("Return")
        here.keys.type("<b>Elif</b> & {navn}", "Return")
        here.keys.tab_to("Tilføj en deltager")
        here.keys.type("<i>Ay\u202eşe</i>&{0}, mor", "Return")
        here.keys.press("Ctrl+Return", "F5")
        record = here.page.session.record
        assert {person.name for person in record.every(Person)} == {"<b>Elif</b> & {navn}", "<i>Ayşe</i>&{0}"}
        here.go_to("story")
        here.keys.press("F5", "F5", "Ctrl+2")
        here.keys.type("Vi er glade.", "Return")
        assert "<i>Ayşe</i>&{0}, mor" in here.wall
        assert here.shell.windowTitle() == "TVM"
        here.go_to("closing")
        assert "<b>Elif</b> & {navn}" in paper(here)[0]
