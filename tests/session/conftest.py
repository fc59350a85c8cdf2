"""Minh's meeting, open on an encrypted file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from helpers.sessions import five_steps, open_session
from helpers.stores import make_store
from tvm_desktop.formats.library import FormatLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tvm_desktop.formats.model import MeetingFormat
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.storage.store import Store


@pytest.fixture(scope="session")
def library() -> FormatLibrary:
    return FormatLibrary.load(None)


@pytest.fixture(scope="session")
def fmt(library: FormatLibrary) -> MeetingFormat:
    return five_steps(library)


@pytest.fixture(scope="module")
def one_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store for all the examples of a property; each example empties it first."""
    made = make_store(tmp_path_factory.mktemp("examples"))
    yield made
    made.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def session(store: Store, library: FormatLibrary) -> MeetingSession:
    """Minh's running meeting at the story, one of his told things typed out."""
    return open_session(store, library)
