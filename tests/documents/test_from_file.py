"""The plan and the form of a meeting in an exchange file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.documents.from_file import form_from_file, plan_from_file
from tvm_desktop.documents.paper import PaperOptions
from tvm_desktop.errors import UserError
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.demo import demo_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tvm_desktop.documents.paper import Paper


@pytest.mark.parametrize("file", demo_files(), ids=lambda file: file.name)
def test_every_invented_meeting_has_a_plan(file: Path) -> None:
    paper = plan_from_file(file)
    assert paper.pdf.startswith(b"%PDF")
    assert paper.missing == ()


def test_large_print_is_another_paper() -> None:
    file = resource("demo", "minh.tvm.json")
    assert plan_from_file(file, PaperOptions(large=True)).pdf != plan_from_file(file).pdf


@pytest.mark.parametrize("make", [plan_from_file, form_from_file])
def test_a_file_without_a_meeting_has_neither(tmp_path: Path, make: Callable[[Path], Paper]) -> None:
    (tmp_path / "x.tvm.json").write_text('{"version": 1, "courses": []}', "utf-8")
    with pytest.raises(UserError):
        make(tmp_path / "x.tvm.json")
