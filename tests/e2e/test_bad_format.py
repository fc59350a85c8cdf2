"""Meeting forms beside the data: a broken one is said quietly, a good one is a form like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.desktop import contents, desktop, made_folder, one_sentence
from tvm_desktop.domain.entities import Card, FramingAnswer
from tvm_desktop.domain.enums import MeetingStatus

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tvm_desktop.paths import DataFolder

OWN = """
id = "talk"
name = {da = "Vores samtale", en = "Our talk"}
about = {da = "Kort og rolig.", en = "Short and calm."}

[[step]]
id = "frame"
panel = "framing"
title = {da = "Sådan taler vi", en = "How we talk"}
question = {da = "Er alle med?", en = "Are all with us?"}
minutes = 3

[[step.statement]]
id = "listen"
text = {da = "Vi lytter til hinanden.", en = "We listen to each other."}

[[step]]
id = "now"
panel = "board"
title = {da = "Lige nu", en = "Right now"}
question = {da = "Hvad ser vi?", en = "What do we see?"}
minutes = 20

[[step.column]]
kind = "life_context"
title = {da = "Det ser vi", en = "What we see"}

[[step]]
id = "end"
panel = "closing"
title = {da = "Slut", en = "End"}
question = {da = "Hvornår ses vi igen?", en = "When do we meet again?"}
minutes = 5
"""
BROKEN = {
    "not-toml.toml": b"name = = {\n",
    "cut.toml": OWN.encode()[:300],
    "latin.toml": OWN.replace("id = ", "id =  ").encode("latin-1"),
    "wrong.toml": OWN.replace('"talk"', '"wrong"').replace('"board"', '"<b>brett</b>"').encode(),
    "empty.toml": b"",
    "zeros.toml": bytes(5000),
}


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder, _key = made_folder(tmp_path / "data")
    folder.formats.mkdir()
    return folder


def test_broken_forms_are_said_quietly_and_the_others_work(folder: DataFolder, qtbot: QtBot) -> None:
    for name, content in BROKEN.items():
        (folder.formats / name).write_bytes(content)
    before = {name: held for name, held in contents(folder).items() if name.startswith("formats")}
    with desktop(folder, qtbot) as here:
        here.come_in()
        assert not here.edge
        forms = here.rooms.home.forms
        assert forms.trouble.isVisible()
        here.keys.tab_to("De andre mødeformer virker")
        here.keys.press("Return")
        told = forms.trouble.sub.text()
        assert len(told.splitlines()) >= len(BROKEN)
        for name in BROKEN:
            assert name in told
        one_sentence(told)
        here.start_meeting()
        assert here.page.desk.step.id == "framing"
    assert {name: held for name, held in contents(folder).items() if name in before} == before


def test_a_form_dropped_beside_the_data_leads_a_whole_meeting(folder: DataFolder, qtbot: QtBot) -> None:
    (folder.formats / "vores samtale.toml").write_text(OWN, "utf-8")
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.keys.tab_to("Vores samtale")
        here.keys.press("Return")
        here.keys.type("Elif", "Return")
        here.keys.press("Ctrl+Return", "F5")
        page = here.page
        assert page.session.format.own_version
        assert "Vi lytter til hinanden." in here.wall
        here.keys.press("E")
        here.go_to("now")
        here.keys.type("Elif cykler hver dag.", "Return")
        here.keys.press("F5", "F5")
        assert "Det ser vi" in here.wall
        assert "Elif cykler hver dag." in here.wall
        here.go_to("end")
        record = page.session.record
        assert len(record.all(FramingAnswer)) == 1
        assert [card.text for card in record.all(Card)] == ["Elif cykler hver dag."]
        page.ask_end()
        here.keys.press("Return")
        rows = here.program.context.open_store.meetings()
        assert [row.status for row in rows if row.course_name == "Elif"] == [MeetingStatus.CLOSED]


def test_a_held_meeting_keeps_the_form_that_it_was_held_with(folder: DataFolder, qtbot: QtBot) -> None:
    path = folder.formats / "vores.toml"
    path.write_text(OWN, "utf-8")
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.keys.tab_to("Vores samtale")
        here.keys.press("Return")
        here.keys.type("Elif", "Return")
        here.keys.press("Ctrl+Return")
    path.write_bytes(BROKEN["not-toml.toml"])
    with desktop(folder, qtbot) as here:
        here.come_in()
        here.keys.tab_to("Gå videre")
        here.keys.press("Return")
        assert [step.id for step in here.page.session.format.steps] == ["frame", "now", "end"]
