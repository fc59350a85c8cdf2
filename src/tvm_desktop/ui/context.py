"""What every view is handed: words, look, place, and the open file. Composed in ``app.py``; no globals."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from tvm_desktop.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tvm_desktop.formats.library import FormatLibrary
    from tvm_desktop.paths import DataFolder
    from tvm_desktop.storage.store import Store
    from tvm_desktop.ui.settings import PreSettings
    from tvm_desktop.ui.theme import Theme


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return os.urandom(8).hex()


class UiContext:
    """``store`` is None while locked; ``library`` is None until it has been read, after unlocking.

    ``theme`` and ``words.language`` may change while the program runs: read them when painting, never keep them.
    """

    def __init__(
        self, folder: DataFolder, settings: PreSettings, theme: Theme, words: Words | None = None
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.theme = theme
        self.words = words or Words(settings.language)
        self.store: Store | None = None
        self.library: FormatLibrary | None = None
        self.clock: Callable[[], datetime] = _now
        self.seconds: Callable[[], float] = monotonic
        self.new_id: Callable[[], str] = _new_id
        self.demo = False

    @property
    def language(self) -> str:
        """The program's language."""
        return self.words.language

    @property
    def scale(self) -> float:
        """The text size, 1.0 is 100 per cent."""
        return self.settings.scale

    def px(self, length: int) -> int:
        """Return a length at the chosen text size."""
        return max(1, round(length * self.scale))

    @property
    def open_store(self) -> Store:
        """The store, where it must be open."""
        if self.store is None:
            raise RuntimeError("the file is locked")
        return self.store

    @property
    def formats(self) -> FormatLibrary:
        """The library, where it must have been read."""
        if self.library is None:
            raise RuntimeError("the formats are not read yet")
        return self.library
