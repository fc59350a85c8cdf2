"""Nothing that lies in the folder is written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.ui.filing.saving import save_all

if TYPE_CHECKING:
    from pathlib import Path


def test_another_file_of_that_name_stays(tmp_path: Path) -> None:
    (tmp_path / "referat.pdf").write_bytes(b"another")
    assert save_all(tmp_path, [("referat.pdf", b"mine"), ("referat.txt", b"words")])
    assert (tmp_path / "referat.pdf").read_bytes() == b"another"
    assert (tmp_path / "referat-2.pdf").read_bytes() == b"mine"
    assert (tmp_path / "referat.txt").read_bytes() == b"words"


def test_the_same_file_is_there_already(tmp_path: Path) -> None:
    assert save_all(tmp_path, [("referat.pdf", b"mine")])
    assert save_all(tmp_path, [("referat.pdf", b"mine")])
    assert [path.name for path in tmp_path.iterdir()] == ["referat.pdf"]


def test_a_folder_of_that_name_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "referat.pdf").mkdir()
    assert save_all(tmp_path, [("referat.pdf", b"mine")])
    assert (tmp_path / "referat-2.pdf").read_bytes() == b"mine"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert not save_all(tmp_path / "gone", [("referat.pdf", b"mine")])
