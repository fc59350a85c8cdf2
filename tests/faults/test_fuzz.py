from __future__ import annotations

from typing import TYPE_CHECKING

from faults import fuzz
from faults.fuzz import Tally, measure, read_in
from helpers.stores import make_store
from tvm_desktop.errors import UserError
from tvm_desktop.resources import resource
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tvm_desktop.storage.store import Store


def test_generated_files_are_read_whole_or_refused() -> None:
    rows = list(measure(80, seed=1))
    assert [row.line() for row in rows if not row.met] == []


def test_a_file_that_is_read_in_part_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(store: Store, _path: Path) -> tuple[str, ...]:
        store.set_setting("a", "b")
        raise UserError(msg("Written."))

    store, tally = make_store(tmp_path), Tally()
    monkeypatch.setattr(fuzz, "import_file", half)
    read_in(store, resource("demo", "minh.tvm.json"), tally)
    store.close()
    assert (tally.refused, tally.partial) == (1, 1)


def test_a_crash_is_seen_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_store: Store, _path: Path) -> tuple[str, ...]:
        raise ValueError("Kanariefugl")

    store, tally = make_store(tmp_path), Tally()
    monkeypatch.setattr(fuzz, "import_file", stumble)
    read_in(store, resource("demo", "minh.tvm.json"), tally)
    store.close()
    assert [name.split(":")[0] for name in tally.crashes] == ["ValueError in test_fuzz.py"]
