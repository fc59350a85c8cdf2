"""Tables at which Minh's meeting runs: one where nothing has been said yet, and one where everything has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.minh import minh_entities
from helpers.stores import make_store
from helpers.table import AT_THE_START, NOW, Table, open_table
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import apply_theme, load_theme
from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tvm_desktop.domain.entities import Entity


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[UiContext]:
    store = make_store(tmp_path)
    theme = load_theme("light")
    apply_theme(qapp, theme)
    made = UiContext(store.folder, PreSettings(store.folder), theme, Words("en"))
    made.store, made.library, made.clock = store, FormatLibrary.load(None), lambda: NOW
    yield made
    store.close()


@pytest.fixture
def entities() -> list[Entity]:
    """Who is there; nothing has been said yet."""
    return [entity for entity in minh_entities() if isinstance(entity, AT_THE_START)]


@pytest.fixture
def whole_meeting() -> list[Entity]:
    """Everything that Minh's meeting holds."""
    return minh_entities()


@pytest.fixture
def table(qtbot: QtBot, context: UiContext, entities: list[Entity]) -> Iterator[Table]:
    yield from open_table(qtbot, context, entities)


@pytest.fixture
def full_table(qtbot: QtBot, context: UiContext, whole_meeting: list[Entity]) -> Iterator[Table]:
    yield from open_table(qtbot, context, whole_meeting)
