"""Worked meeting B at the board, its follow-up, and the course in another kind of meeting and back, by keys alone."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.evening import first_start, opened, run, start
from helpers.keyboard import Keyboard
from tvm_desktop.domain import scales
from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    FollowUp,
    Goal,
    Missed,
    Person,
    Scale,
    Sign,
    Statement,
)
from tvm_desktop.domain.enums import ActionStatus, CardSort, MeetingKind
from tvm_desktop.domain.followup import untold
from tvm_desktop.domain.thread import gaps
from tvm_desktop.domain.worries import sentence
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.projector import Mode
from tvm_desktop.storage.exchange.writer import export_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tvm_desktop.storage.store import Store
    from tvm_desktop.ui.facilitator.window import FacilitatorPage
    from tvm_desktop.ui.shell import Shell

NOW = datetime(2026, 3, 5, 13, 55, tzinfo=UTC)
LATER = datetime(2026, 3, 26, 13, 55, tzinfo=UTC)
PEOPLE = (
    "Camilla Lund, mor",
    "Rasmus Mikkelsen, far",
    "Inge Lund, mormor",
    "Fatima Haddad, nabo",
    "Lise Thorup, socialrådgiver",
    "Dorte Friis, pædagog",
    "Marianne Bay, sundhedsplejerske",
    "Henrik Juul, familiebehandler",
    "Per Aagaard, referent",
)
CHILDREN, MOTHER, FATHER, GRAN, FATIMA, LISE, DORTE, MARIANNE, HENRIK = range(1, 10)
WORRY, WORKS, NEXT = 1, 2, 3
HAPPENED, MAY_HAPPEN, HARD = 0, 1, 2  # the lines of the menu that sorts
STRENGTH, PROTECTED = 0, 1
BOARD = (
    (GRAN, WORRY, HAPPENED, "Den 14. februar råbte mor og far i to timer. Freja ringede til mig klokken 23."),
    (FATHER, WORRY, HAPPENED, "Jeg drikker otte til ti øl fredag og lørdag."),
    (DORTE, WORRY, HAPPENED, "Tre mandage har Freja været træt og har grædt."),
    (MOTHER, WORRY, MAY_HAPPEN, "At børnene bliver bange igen, og at Freja passer på Anton."),
    (FATHER, WORRY, HARD, "Jeg mistede mit job i november. Regningerne ligger uåbnede."),
    (MOTHER, WORRY, HARD, "Kommunen har skiftet rådgiver to gange."),
    (DORTE, WORKS, STRENGTH, "Børnene kommer i skole og vuggestue hver dag og er glade."),
    (DORTE, WORKS, STRENGTH, "Far følger Freja i skole. Han laver sjov med hende."),
    (GRAN, WORKS, PROTECTED, "Jeg hentede begge børn inden for en halv time."),
    (FATIMA, WORKS, PROTECTED, "Børnene kom over til mig, før de blev uvenner."),
    (MARIANNE, WORKS, STRENGTH, "Anton vokser fint og sover godt."),
    (HENRIK, WORKS, STRENGTH, "Mor og far vil begge have hjælp."),
    (MOTHER, NEXT, None, "”Vi vil have weekender uden skænderier.”"),
    (FATHER, NEXT, None, "”Jeg vil kunne huske søndagen.”"),
)
EXAMPLES = {
    GRAN: ("Freja ringede, og mormor kørte med det samme.", "14. februar"),
    FATIMA: ("Far sagde selv til, og mor gik over med børnene.", "i december"),
}
WORRIED = "Far drikker om lørdagen, og mor og far råber. Så bliver Freja og Anton bange."
FUTURE = "Hvis det bliver ved, kan Freja komme til at holde vagt i stedet for at lege og sove."
OWN_WORDS = "Jeg har aldrig glemt Anton. Men jeg kan godt se, at de bliver bange."
WHOLE = f"Lise, Inge, Dorte og Camilla er bekymrede. {WORRIED} {FUTURE}"
GOAL = "Når der er børn hjemme, er der altid en voksen, som ikke har drukket. Det skal vi have set i tre måneder."
SIGNS = ("Når mor og far bliver uenige, bruger de aftalen.", "Freja leger og sover, også lørdag.")
NUMBERS = (5, 6, 4, 5, 4, 4, 5, 5)
NOT_LOWER = "Mormor kommer. Far sagde til i december."
ONE_UP = "En lørdag, hvor aftalen virker."
ACTIONS = (
    (FATHER, "Drikker ikke, når børnene er hjemme", ", fra fredag den 6. marts"),
    (MOTHER, "Siger pause og går en tur, når vi bliver uvenner", ", fra i dag"),
    (GRAN, "Henter børnene, hvis mor, far eller Freja ringer", ", altid"),
    (FATHER, "Ringer til rådgivningen om alkohol", ", senest 11. marts"),
    (HENRIK, "Kommer hjem og øver aftalen", ", hver tirsdag"),
    (LISE, "Finder en rådgiver til regningerne", ", senest 12. marts"),
    (DORTE, "Laver ord og billeder til Freja", ", senest 20. marts"),
    (MOTHER, "Fortæller Freja, hvad vi har aftalt", ", i morgen klokken 8.15"),
)
DIFFERENT = "Rasmus skal sove hos Kim, hvis han har drukket."
AGAIN = {MOTHER: 6, FATHER: 7, GRAN: 6, LISE: 5}
TOLD = (
    ("D", "To weekender af tre."),
    ("G", ""),
    ("G", "Det blev brugt én gang, og det virkede."),
    ("G", ""),
    ("D", ""),
    ("G", ""),
    ("I", ""),
    ("G", ""),
)
NEW_STRENGTH = "Den 14. marts ringede jeg selv til mormor."


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    with opened(qtbot, qapp, tmp_path / "Tavlemøder på Ærø", NOW) as made:
        yield made


def test_a_meeting_at_the_board_and_its_follow_up(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keyboard(qtbot, shell)
    first_start(shell, keys, qtbot, own="Lise Thorup")
    prepare(shell, keys)
    page = start(shell, keys)
    framing(page, keys)
    board(page, keys)
    worry(page, keys)
    numbers(page, keys)
    goal(page, keys)
    agreements(page, keys)
    closing(page, keys)
    paper(page, keys, tmp_path / "plan.pdf")
    evaluation(page, keys)
    end(shell, page, keys)
    shell.context.clock = lambda: LATER
    page = follow_up(shell, keys)
    numbers_again(page, keys)
    since_last(page, keys)
    what_is_new(page, keys)
    another_kind_and_back(shell, page, keys)


def prepare(shell: Shell, keys: Keyboard) -> None:
    keys.tab_to("Tavle")
    keys.press("Return")
    keys.type("Freja og Anton", "Return")
    assert shell.rooms is not None
    assert shell.rooms.prepare is not None
    keys.tab_to("Tilføj en deltager")
    for line in PEOPLE:
        keys.type(line, "Return")
    keys.fill("Sted", "Familiehuset i Aavang")
    keys.fill("Derfor mødes vi", "Freja og Anton skal have det trygt derhjemme, også i weekenden.")
    keys.tab_to("Lise Thorup")
    keys.press("Return")
    keys.fill("Telefon", "00 00 00 00")
    keys.tab_to("Tovholder")
    keys.press("Space")


def framing(page: FacilitatorPage, keys: Keyboard) -> None:
    for _ in range(8):
        keys.press("E")
    keys.press("Alt+Right")
    assert page.desk.step.panel is PanelKind.BOARD


def board(page: FacilitatorPage, keys: Keyboard) -> None:
    for voice, column, sort, text in BOARD:
        keys.press(f"Ctrl+{voice}", f"Alt+{column}")
        keys.type(text, "Return")
        if sort is None:
            continue
        keys.press("Ctrl+Shift+S", *["Down"] * sort, "Return")
        if column == WORKS and sort == PROTECTED:
            for answer in EXAMPLES[voice]:
                keys.type(answer, "Return")
    cards = page.session.record.all(Card)
    assert [card.text.strip("”") for card in cards] == [text.strip("”") for *_, text in BOARD]
    assert [card.sort for card in cards] == [
        *(CardSort.HAPPENED,) * 3,
        CardSort.MAY_HAPPEN,
        *(CardSort.HARD,) * 2,
        *(CardSort.STRENGTH,) * 2,
        *(CardSort.PROTECTED,) * 2,
        *(CardSort.STRENGTH,) * 2,
        *(CardSort.NONE,) * 2,
    ]
    assert [(c.basis, c.seen_when) for c in cards if c.basis] == list(EXAMPLES.values())
    assert BOARD[0][-1] in wall(page)
    keys.press("Alt+Right")


def wall(page: FacilitatorPage) -> str:
    return page.control.window.accessibleDescription()


def worry(page: FacilitatorPage, keys: Keyboard) -> None:
    keys.press(f"Ctrl+{LISE}")
    keys.type(WORRIED, "Return")
    keys.type(FUTURE, "Return")
    keys.type("Inge, Dorte, Camilla", "Return")
    keys.press(f"Ctrl+{FATHER}")
    keys.type(OWN_WORDS, "Return")
    keys.press("Ctrl+K", "Space", "Down", "Space", "Return")
    (statement,) = page.session.record.all(Statement)
    assert sentence(page.session.record, statement, "da") == WHOLE
    assert statement.own_words == OWN_WORDS
    assert page.session.record.called(statement.own_voice) == "Rasmus"
    assert WHOLE in wall(page)
    assert OWN_WORDS in wall(page)
    keys.press("Alt+Right")


def numbers(page: FacilitatorPage, keys: Keyboard) -> None:
    before = wall(page)
    for number in NUMBERS[:-1]:
        keys.type(str(number), "Return")
        assert wall(page) == before
    keys.type(str(NUMBERS[-1]), "Return")
    (scale,) = page.session.record.all(Scale)
    assert scale.revealed
    assert [n.value for n in scales.numbers(page.session.record, scale.id)] == list(NUMBERS)
    assert wall(page) != before
    keys.press(f"Ctrl+{GRAN}", "Alt+1")
    keys.type(NOT_LOWER, "Return")
    keys.press(f"Ctrl+{MOTHER}", "Alt+2")
    keys.type(ONE_UP, "Return")
    assert [card.text for card in scales.reasons(page.session.record, scale.id)] == [NOT_LOWER, ONE_UP]
    keys.press("Alt+Right")


def goal(page: FacilitatorPage, keys: Keyboard) -> None:
    for text in (GOAL, *SIGNS):
        keys.type(text, "Return")
    record = page.session.record
    assert [found.text for found in record.all(Goal)] == [GOAL]
    assert [sign.text for sign in record.all(Sign)] == list(SIGNS)
    keys.press("Alt+Right")


def agreements(page: FacilitatorPage, keys: Keyboard) -> None:
    for voice, what, when in ACTIONS:
        keys.press(f"Ctrl+{voice}", "Alt+1")
        keys.type(what + when, "Return")
    record = page.session.record
    assert [action.what for action in record.all(Action)] == [what for _, what, _ in ACTIONS]
    assert all(action.accepted_by and (action.when or action.due) for action in record.all(Action))
    keys.press(f"Ctrl+{MOTHER}", "Ctrl+D")
    keys.type(DIFFERENT, "Return")
    keys.press("Alt+Right")


def closing(page: FacilitatorPage, keys: Keyboard) -> None:
    keys.fill("Dag og tid", "26. marts kl. 15.00")
    keys.press("Return")
    keys.tab_to("Hvem fortæller Freja og Anton")
    keys.fill("Hvem fortæller", "Camilla")
    keys.press("Return")
    assert gaps(page.session.record) == []


def paper(page: FacilitatorPage, keys: Keyboard, path: Path) -> None:
    keys.press("Ctrl+P")
    assert page.paper is not None
    assert page.paper.save_to(str(path))
    text = " ".join(run("pdftotext", "-raw", str(path), "-").split())
    expected = [WHOLE, OWN_WORDS, GOAL, *SIGNS, *(what for _, what, _ in ACTIONS), NOT_LOWER, ONE_UP]
    expected += [DIFFERENT, "torsdag den 26. marts 2026 kl. 15.00", "Ring til Lise (tovholder)"]
    assert [said for said in expected if said not in text] == []
    keys.press("Escape", "Alt+Right")


def evaluation(page: FacilitatorPage, keys: Keyboard) -> None:
    assert page.desk.step.panel is PanelKind.EVALUATION
    keys.type("Kim Mikkelsen, farbror", "Return")
    assert [missed.text for missed in page.session.record.all(Missed)] == ["Kim Mikkelsen, farbror"]
    keys.press("Alt+Right")


def end(shell: Shell, page: FacilitatorPage, keys: Keyboard) -> None:
    keys.press("Return")
    assert page.session.read_only
    assert shell.rooms is not None
    assert shell.rooms.filing is not None
    assert shell.rooms.filing.isVisible()
    keys.press("Escape")
    assert shell.rooms.home.isVisible()


def follow_up(shell: Shell, keys: Keyboard) -> FacilitatorPage:
    """Make the next meeting of the course; whoever was missed is offered, and the agreed time is there."""
    assert shell.rooms is not None
    shell.rooms.open_course(shell.context.open_store.meetings()[0].course_id)
    keys.tab_to("Nyt møde")
    keys.press("Space")
    keys.press("Return")
    assert shell.rooms.prepare is not None
    keys.tab_to("Kim Mikkelsen")
    keys.press("Space")
    record = shell.rooms.prepare.session.record
    assert record.meeting.kind is MeetingKind.FOLLOW_UP
    assert "Kim Mikkelsen" in [record.get(Person, a.person_id).name for a in record.all(Attendance)]
    page = start(shell, keys)
    keys.press("Alt+Right")
    return page


def numbers_again(page: FacilitatorPage, keys: Keyboard) -> None:
    assert page.desk.step.panel is PanelKind.SCALE
    for voice, number in AGAIN.items():
        keys.press(f"Ctrl+{voice}")
        keys.type(str(number), "Return")
    keys.press("Ctrl+Shift+D")
    (scale,) = page.session.record.all(Scale)
    assert [n.value for n in scales.last_time(page.session.record, scale)] == list(NUMBERS)
    assert [n.value for n in scales.numbers(page.session.record, scale.id)] == list(AGAIN.values())
    assert "sidst" in wall(page)
    keys.press("Alt+Right")


def since_last(page: FacilitatorPage, keys: Keyboard) -> None:
    assert page.desk.step.panel is PanelKind.FOLLOW_UP
    for key, text in TOLD:
        keys.press(key)
        keys.type(text, "Return")
    record = page.session.record
    became = {"D": ActionStatus.PARTLY, "G": ActionStatus.DONE, "I": ActionStatus.NOT_DONE}
    assert [(told.status, told.text) for told in record.all(FollowUp)] == [
        (became[key], text) for key, text in TOLD
    ]
    assert untold(record) == []
    keys.press("Alt+Right")


def what_is_new(page: FacilitatorPage, keys: Keyboard) -> None:
    keys.press(f"Ctrl+{FATHER}", f"Alt+{WORKS}")
    keys.type(NEW_STRENGTH, "Return")
    keys.press("Ctrl+Shift+S", "Down", "Return")
    keys.type("Far ringede, og mormor kom.", "Return")
    keys.type("14. marts", "Return")
    (card,) = [card for card in page.session.record.all(Card) if card.text == NEW_STRENGTH]
    assert card.sort is CardSort.PROTECTED
    assert NEW_STRENGTH in wall(page)


def another_kind_and_back(shell: Shell, page: FacilitatorPage, keys: Keyboard) -> None:
    """Go on by the five steps, then at the board again: the course as a file is the same to the letter."""
    store, course = shell.context.open_store, page.session.record.course.id
    before = everything(store, course)
    first = page.session.format
    keys.press("Ctrl+Shift+M", "Return")
    assert page.session.format.id == shell.context.formats.formats[0].id
    assert page.desk.step.panel is PanelKind.BOARD
    assert NEW_STRENGTH in wall(page)
    keys.press("Ctrl+Shift+M", "Return")
    assert page.session.format == first
    assert everything(store, course) == before
    assert page.session.projector.mode is Mode.LIVE


def everything(store: Store, course_id: str) -> object:
    """Return the course as the exchange file holds it; only the clock goes on."""
    whole = json.loads(export_course(store, course_id))
    for course in whole["courses"]:
        del course["step_times"]
    return whole["courses"]
