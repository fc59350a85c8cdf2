"""What every view is handed."""

from __future__ import annotations

import pytest

from tvm_desktop.ui.context import UiContext


def test_a_locked_file_has_neither_store_nor_forms(locked: UiContext) -> None:
    with pytest.raises(RuntimeError):
        _ = locked.open_store
    with pytest.raises(RuntimeError):
        _ = locked.formats


def test_an_open_file_has_both(context: UiContext) -> None:
    assert context.open_store is context.store
    assert context.formats.formats


def test_lengths_follow_the_text_size(locked: UiContext) -> None:
    assert locked.px(10) == 10
    locked.settings.scale = 2.0
    assert locked.px(10) == 20
    assert locked.px(0) == 1


def test_new_ids_and_the_clock_work_by_themselves(locked: UiContext) -> None:
    plain = UiContext(locked.folder, locked.settings, locked.theme)
    assert plain.new_id() != plain.new_id()
    assert plain.clock().tzinfo is not None
    assert plain.language == "da"
