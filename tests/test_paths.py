"""Where the data lies."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from tvm_desktop.paths import DataFolder

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: DataFolder) -> dict[str, Path]:
    properties = [name for name, value in vars(DataFolder).items() if isinstance(value, property)]
    return {name: getattr(folder, name) for name in properties}


def test_everything_lies_in_the_one_folder(tmp_path: Path) -> None:
    for path in names(DataFolder(tmp_path)).values():
        assert path.parent == tmp_path


def test_no_two_things_share_a_name(tmp_path: Path) -> None:
    paths = [path.name.casefold() for path in names(DataFolder(tmp_path)).values()]
    assert len(set(paths)) == len(paths)


def test_the_default_folder_is_the_users_own_and_not_made_by_asking() -> None:
    folder = DataFolder.default()
    assert folder.root.is_absolute()
    assert "tvm-desktop" in folder.root.parts


def test_a_data_folder_is_only_a_path() -> None:
    assert [field.name for field in fields(DataFolder)] == ["root"]
