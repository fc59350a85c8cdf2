"""A course leaves sealed, without the leader's own notes unless they are wanted, and under no person's name."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from helpers.stores import FAST, make_store
from tvm_desktop.domain.entities import PrivateNote
from tvm_desktop.domain.record import adding
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.giving import easy_password, file_to_give, sealed_name, without_notes
from tvm_desktop.storage.exchange.importer import import_file, import_text
from tvm_desktop.storage.exchange.sealed import seal, unseal
from tvm_desktop.storage.exchange.writer import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.store import Store


def test_a_course_goes_from_one_file_to_another_through_a_sealed_one(store: Store, tmp_path: Path) -> None:
    import_file(store, resource("demo", "freja.tvm.json"))
    password = easy_password()
    content = seal(write_text(file_to_give(store, "freja")), password, FAST)
    colleague = make_store(tmp_path / "colleague")
    import_text(colleague, unseal(content, password))
    assert sorted(map(repr, colleague.load("freja"))) == sorted(map(repr, store.load("freja")))
    colleague.close()


def test_the_leaders_own_notes_can_stay_behind(store: Store) -> None:
    import_file(store, resource("demo", "minh.tvm.json"))
    meeting = store.meetings()[0].id
    store.commit("minh", [adding(PrivateNote(id="n", meeting_id=meeting, step="story", text="kun mit"))])
    file = file_to_give(store, "minh")
    assert "kun mit" in write_text(file)
    assert "kun mit" not in write_text(without_notes(file))


def test_the_files_name_is_nobodys() -> None:
    assert sealed_name(date(2026, 3, 12), "en") == "course-2026-03-12.tvm.sealed"


def test_an_easy_password_is_four_groups_and_never_the_same() -> None:
    made = {easy_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([a-z]{4}-){3}[a-z]{4}", password) for password in made)
