"""What the disk had not taken when a file was locked: kept, locked as well, until the same file is open again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.storage.store import Store
    from tvm_desktop.words import Message

SEALED = msg(
    "What you typed last could not be saved. It is kept, locked, until you open the file again. "
    "Do not close the program or turn off the computer before."
)
_STILL_UNSAVED = msg(
    "What you typed last is here, but it still cannot be saved. Make room on the disk, or copy it to another place."
)
_OF_ANOTHER = msg(
    "What you typed last belongs to another file than this one. It is kept, locked, until you open that file again. "
    "Do not close the program or turn off the computer before."
)


class Sealed:
    """Keeps it for every file, however many are opened in between."""

    def __init__(self) -> None:
        self._kept: list[bytes] = []

    def __bool__(self) -> bool:
        return bool(self._kept)

    def keep(self, store: Store) -> None:
        """Keep what the disk has not taken of a file that is about to be closed."""
        sealed = store.seal_unsaved()
        if sealed:
            self._kept.append(sealed)

    def give_back(self, store: Store) -> Message | None:
        """Give a file what is its own; return what has to be said."""
        kept, self._kept, said = self._kept, [], None
        for sealed in kept:
            try:
                if not store.take_back(sealed):
                    self._kept.append(sealed)
            except UserError:
                said = _STILL_UNSAVED  # the store has it now
        return said or (_OF_ANOTHER if self._kept else None)
