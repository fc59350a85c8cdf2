"""The file may take no more pages, as on a full disk: it is said, and nothing that was typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.desktop import Desktop, desktop, made_folder, one_sentence
from tvm_desktop.domain.entities import Card

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def cards(here: Desktop) -> list[str]:
    return [card.text for card in here.page.session.record.all(Card)]


def test_what_is_typed_waits_for_room(tmp_path: Path, qtbot: QtBot) -> None:
    folder, _key = made_folder(tmp_path / "data")
    with desktop(folder, qtbot) as here:
        here.come_in()
        page = here.start_meeting()
        here.go_to("story")
        folder.root.joinpath("reserve").unlink(missing_ok=True)
        limit_pages(here, 1)
        here.paste("Han har ondt i maven." * 400, "Return")
        assert "Disken er fuld" in one_sentence(page.trouble.label.text())
        assert cards(here) == []
        limit_pages(here, 1_000_000)
        here.keys.press("Return")
        assert cards(here) == ["Han har ondt i maven." * 400]


def limit_pages(here: Desktop, most: int) -> None:
    store = here.program.context.open_store
    with store._reading() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")
