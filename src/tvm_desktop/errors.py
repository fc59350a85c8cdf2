"""Two kinds of error: what the user can do something about, and everything else (a bug)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tvm_desktop.words import Message


class UserError(Exception):
    """Something went wrong that is nobody's bug: one calm sentence on what happened and what to do.

    ``message`` never holds what anybody said at a meeting. ``details`` are further sentences, one each.
    """

    def __init__(self, message: Message, details: Sequence[Message] = ()) -> None:
        super().__init__(message.text)
        self.message = message
        self.details = tuple(details)
