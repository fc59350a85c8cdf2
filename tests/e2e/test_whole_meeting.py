"""Worked meeting A, from an empty folder to the printed plan, by keys alone, on two screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from helpers.evening import PASSWORD, first_start, mode_of, opened, run, start
from helpers.keyboard import Keyboard
from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Evaluation,
    Goal,
    Missed,
    ParkedIdea,
    Person,
    Sign,
    Understanding,
)
from tvm_desktop.domain.enums import MeetingStatus, ParkedOutcome
from tvm_desktop.domain.thread import gaps
from tvm_desktop.formats.model import PanelKind
from tvm_desktop.session.projector import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.ui.facilitator.window import FacilitatorPage
    from tvm_desktop.ui.rooms import Rooms
    from tvm_desktop.ui.shell import Shell

PEOPLE = (
    "Trần Tuấn Minh, barn",
    "Trần Thị Hoà, mor",
    "Trần Văn Đức, far",
    "Trần Mai, storesøster",
    "Karin Damgaard, pædagogisk leder",
    "Jonas Vestergaard, lærer",
    "Samira El-Khatib, psykolog",
    "Anja Holt, sundhedsplejerske",
    "Emre Yıldız, socialrådgiver",
    "Lan Phạm, tolk",
)
MINH, MOTHER, FATHER, MAI, KARIN, JONAS, SAMIRA, ANJA, EMRE = range(1, 10)
STORY = (
    (JONAS, 1, "Minh har været i skole 9 af de sidste 30 dage."),
    (MOTHER, 1, "Han sover først klokken 2 om natten. Om morgenen har han ondt i maven."),
    (FATHER, 1, "Han sidder alene på sit værelse og spiser ikke med os."),
    (MINH, 1, "”Jeg er bange for at komme ind, når de andre allerede sidder der.”"),
    (FATHER, 2, "Han har repareret fire cykler for naboerne."),
    (JONAS, 2, "Når han er i værksted, bliver han hele timen og hjælper de små."),
    (MAI, 2, "Han laver mad med mig om søndagen."),
    (KARIN, 2, "Mor ringer til skolen hver morgen."),
    (MOTHER, 3, "Familien flyttede i august. Han kom langt væk fra sin bedste ven."),
    (FATHER, 3, "Far arbejder om natten. Mor møder klokken 6."),
)
UNDERSTANDINGS = (
    (MOTHER, "Minh kom langt væk fra sin ven. Det er svært at begynde alene i en ny klasse."),
    (SAMIRA, "Angsten bliver større, hver gang han bliver hjemme. Det er ikke dovenskab."),
    (MINH, "Jeg spiller om natten, fordi jeg ikke kan sove."),
    (MOTHER, "Ingen voksne er hjemme, når han skal afsted."),
)
DIFFERENT = "Jeg mener, at spillet er grunden."
PARKED = "Skal han skifte klasse?"
GOALS = (
    (
        "Tryghed ved at komme ind i klassen",
        "Minh kommer i skole tre dage om ugen før påske.",
        (
            "Han går selv ind ad døren.",
            "Han bliver i skolen frem til spisepausen.",
            "En fra klassen venter på ham.",
            "De voksne siger godmorgen til ham med navn.",
        ),
    ),
    (
        "En ven",
        "Minh er sammen med en på sin alder mindst én gang om ugen.",
        ("Han inviterer en med hjem.", "Han griner igen."),
    ),
    (
        "Søvn",
        "Minh sover før klokken 23 på hverdage.",
        ("Han står op uden mavepine.", "Han spiser morgenmad."),
    ),
)
ACTIONS = (
    (JONAS, 1, "Møder Minh ved porten klokken 8.50", ", hver mandag, onsdag og fredag"),
    (KARIN, 1, "Sørger for, at Minh har værksted tirsdag og torsdag", ", fra 20. januar"),
    (SAMIRA, 1, "Taler med Minh fire gange", ", fra 22. januar"),
    (FATHER, 2, "Spiser sammen med Mai klokken 18", ", hver dag"),
    (MAI, 2, "Går i cykelklub med Minh", ", hver onsdag"),
    (EMRE, 1, "Finder ud af, om der er hjælp om morgenen", ", senest 20. januar"),
    (ANJA, 3, "Taler med familien om søvn", ", senest 27. januar"),
    (JONAS, 1, "Fortæller Minh, hvad vi har aftalt", ", i dag klokken 16"),
)
WATCHED = "Jonas sætter et kryds. Minh må se listen."


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shell]:
    with opened(qtbot, qapp, tmp_path / "Åses mødedata") as made:
        yield made


def test_a_whole_meeting_by_keyboard(shell: Shell, qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keyboard(qtbot, shell)
    first_start(shell, keys, qtbot)
    prepare(shell, keys)
    page = start(shell, keys)
    framing(page, keys)
    story(page, keys)
    understanding(page, keys)
    goals(page, keys)
    effort(page, keys)
    closing(page, keys)
    paper(page, keys, tmp_path / "plan.pdf")
    evaluation(page, keys)
    end(shell, page, keys)
    after_a_restart(shell, keys, qtbot)


def prepare(shell: Shell, keys: Keyboard) -> None:
    keys.tab_to("Fem trin")
    keys.press("Return")
    keys.type("Minh", "Return")
    assert shell.rooms is not None
    assert shell.rooms.prepare is not None
    keys.tab_to("Tilføj en deltager")
    record = shell.rooms.prepare.session.record
    known = [p.name for p in record.every(Person)]
    for line in PEOPLE[1:] if known else PEOPLE:
        keys.type(line, "Return")
    keys.fill("Sted", "Aavang Skole, lokale 12")
    keys.fill("Derfor mødes vi", "Vi vil forstå, hvorfor det er svært for Minh at komme i skole.")
    keys.tab_to("Jonas Vestergaard")
    keys.press("Return")
    keys.fill("Telefon", "00 00 00 00")
    keys.tab_to("Tovholder")
    keys.press("Space")
    session = shell.rooms.prepare.session
    assert len(session.record.all(Attendance)) == len(PEOPLE)


def framing(page: FacilitatorPage, keys: Keyboard) -> None:
    for _ in range(5):
        keys.press("E")
    keys.press("Ctrl+3", "S")
    keys.type("Må jeg sige nej? Ja, det skal du sige, hvis du mener det.", "Return")
    keys.press("Down", "E", "E")
    keys.press("F12")
    assert mode_of(page) is Mode.PAUSE
    keys.press("F12", "Alt+Right")
    assert page.desk.step.id == "story"


def story(page: FacilitatorPage, keys: Keyboard) -> None:
    for voice, column, text in STORY:
        keys.press(f"Ctrl+{voice}", f"Alt+{column}")
        keys.type(text, "Return")
    keys.press(f"Ctrl+{EMRE}")
    keys.type(PARKED, "Ctrl+T")
    record = page.session.record
    assert [card.text.strip("”") for card in record.all(Card)] == [text.strip("”") for _, _, text in STORY]
    assert record.called(record.all(Card)[0].voice) == "Jonas"
    the_child_comes_and_goes(page, keys)
    keys.press("Alt+Right")


def the_child_comes_and_goes(page: FacilitatorPage, keys: Keyboard) -> None:
    """While Minh is in, the wall takes his own words, and what is marked fit for him by one key."""
    keys.press("Ctrl+Shift+B", "F8")
    seen = page.control.window.accessibleDescription()
    assert STORY[-1][2] in seen
    assert [text in seen for voice, _, text in STORY[:-1]] == [voice == MINH for voice, _, _ in STORY[:-1]]
    keys.press("F8")
    assert STORY[0][2] in page.control.window.accessibleDescription()


def understanding(page: FacilitatorPage, keys: Keyboard) -> None:
    for number, (voice, text) in enumerate(UNDERSTANDINGS):
        keys.press(f"Ctrl+{voice}")
        keys.type(text, "Return")
        keys.press("Ctrl+K", *["Down"] * number, "Space", "Return")
        if voice == MINH:
            keys.press(f"Ctrl+{FATHER}", "Ctrl+D")
            keys.type(DIFFERENT, "Return")
    assert [u.text for u in page.session.record.all(Understanding)] == [text for _, text in UNDERSTANDINGS]
    keys.press("Alt+Right")


def goals(page: FacilitatorPage, keys: Keyboard) -> None:
    for number, (need, goal, signs) in enumerate(GOALS):
        keys.press("Alt+1")
        keys.type(need, "Return")
        keys.press("Ctrl+K", *["Down"] * number, "Space", "Return")
        for text in (goal, *signs):
            keys.type(text, "Return")
    record = page.session.record
    assert [goal.text for goal in record.all(Goal)] == [goal for _, goal, _ in GOALS]
    assert [sign.text for sign in record.all(Sign)] == [sign for _, _, signs in GOALS for sign in signs]
    keys.press("Alt+Right")


def effort(page: FacilitatorPage, keys: Keyboard) -> None:
    for voice, column, what, when in ACTIONS:
        keys.press(f"Ctrl+{voice}", f"Alt+{column}")
        keys.type(what + when, "Return")
    keys.press(f"Ctrl+{MOTHER}", "Alt+4")
    keys.type("Kan nogen hjælpe os om morgenen de første uger?", "Return")
    keys.tab_to("Det undersøger vi")
    keys.press("Space")
    keys.type("Emre, senest 20. januar", "Return")
    keys.tab_to("Det gør vi ikke")
    keys.press("Space")
    record = page.session.record
    assert [action.what for action in record.all(Action)] == [what for _, _, what, _ in ACTIONS]
    assert all(action.accepted_by and (action.when or action.due) for action in record.all(Action))
    assert record.all(ParkedIdea)[0].outcome is ParkedOutcome.DECLINED
    keys.press("Alt+Right")


def closing(page: FacilitatorPage, keys: Keyboard) -> None:
    keys.fill("Dag og tid", "10. februar kl. 14.30")
    keys.press("Return")
    keys.tab_to("Jonas: Møder Minh")
    keys.fill("Sammen med", "Minh")
    keys.press("Return")
    keys.fill("Sådan ser vi, om det hjælper", WATCHED)
    keys.press("Return")
    keys.tab_to("Hvem fortæller Minh")
    keys.fill("Hvem fortæller", "Jonas")
    keys.press("Return")
    keys.fill("Hvornår", "i dag klokken 16")
    keys.press("Return")
    assert gaps(page.session.record) == []


def paper(page: FacilitatorPage, keys: Keyboard, path: Path) -> None:
    keys.press("Ctrl+P")
    assert page.paper is not None
    assert page.paper.save_to(str(path))
    text = " ".join(run("pdftotext", "-raw", str(path), "-").split())
    record = page.session.record
    expected = [sign.text for sign in record.all(Sign)]
    expected += [goal.text for goal in record.all(Goal)]
    expected += [action.what for action in record.all(Action)]
    expected += [record.called(attendance.person_id) for attendance in record.all(Attendance)]
    expected += [DIFFERENT, WATCHED, "tirsdag den 10. februar 2026 kl. 14.30", "Ring til Jonas (tovholder)"]
    assert [said for said in expected if said not in text] == []
    fonts = run("pdffonts", str(path)).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)
    keys.press("Escape")


def evaluation(page: FacilitatorPage, keys: Keyboard) -> None:
    keys.press("Alt+Right")
    assert page.desk.step.panel is PanelKind.EVALUATION
    keys.type("Mette Skov, idrætslærer", "Return")
    keys.fill("Hoà, mor", "Ja, nu forstår I os.")
    keys.press("Return")
    record = page.session.record
    assert [missed.text for missed in record.all(Missed)] == ["Mette Skov, idrætslærer"]
    assert [answer.text for answer in record.all(Evaluation)] == ["Ja, nu forstår I os."]


def end(shell: Shell, page: FacilitatorPage, keys: Keyboard) -> None:
    keys.press("Alt+Right")
    meeting_id = page.session.record.meeting_id
    keys.press("Return")
    assert shell.rooms is not None
    filed(shell.rooms, keys)
    assert shell.rooms.home.isVisible()
    assert shell.context.open_store.load(shell.context.open_store.course_of(meeting_id))


def filed(rooms: Rooms, keys: Keyboard) -> None:
    """Copy the record for the municipality's system, say that it is there, and go home: nothing waits."""
    assert rooms.filing is not None
    keys.tab_to("Kopiér teksten")
    keys.press("Space")
    assert DIFFERENT in QApplication.clipboard().text()
    keys.fill("System", "Kommunens sagssystem")
    keys.fill("Sagsnummer", "2026-014")
    keys.press("Return", "Return")
    (row,) = [row for row in rooms.context.open_store.meetings() if row.id == rooms.place.id]
    assert row.filed_on is not None
    assert rooms.context.open_store.unfiled() == []
    keys.press("Escape")
    assert rooms.home.unfiled.isHidden()


def after_a_restart(shell: Shell, keys: Keyboard, qtbot: QtBot) -> None:
    keys.press("Ctrl+L")
    qtbot.waitUntil(shell.gate.unlock.isVisible)
    keys.type(PASSWORD, "Return")
    qtbot.waitUntil(lambda: shell.rooms is not None and shell.rooms.home.isVisible(), timeout=20_000)
    rows = shell.context.open_store.meetings()
    assert rows[0].status is MeetingStatus.CLOSED
    assert rows[0].actions == len(ACTIONS)
