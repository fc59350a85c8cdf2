"""A course to hand over, and a colleague's empty file to bring it into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.stores import FAST
from tvm_desktop.resources import resource
from tvm_desktop.storage.exchange.demo import with_formats
from tvm_desktop.storage.exchange.importer import bring_in
from tvm_desktop.storage.exchange.reader import read_file
from tvm_desktop.storage.exchange.sealed import seal
from tvm_desktop.storage.exchange.writer import write_text

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.storage.exchange.model import ExchangeFile
    from tvm_desktop.ui.context import UiContext

PASSWORD = "tre gode ord i rad"


@pytest.fixture
def minh(context: UiContext) -> ExchangeFile:
    """Return the example about Minh, with its form; it is in no file yet."""
    return with_formats(read_file(resource("demo", "minh.tvm.json")), context.formats.formats)


@pytest.fixture
def kept(context: UiContext, minh: ExchangeFile) -> str:
    """Put Minh's course into the file and return its id."""
    return bring_in(context.open_store, minh)[0]


@pytest.fixture
def sealed(tmp_path: Path, minh: ExchangeFile) -> Path:
    """Return a sealed file with Minh's course."""
    path = tmp_path / "forløb.tvm.sealed"
    path.write_bytes(seal(write_text(minh), PASSWORD, FAST))
    return path
