"""The words of one card, open for editing where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.ui.widgets.basic import DraftEdit

if TYPE_CHECKING:
    from tvm_desktop.ui.facilitator.desk import Desk


class CardEdit(DraftEdit):
    """Begins with the words as they were typed, or with the draft that a crash left."""

    def __init__(self, desk: Desk, thing_id: str, raw: str, *, lines: tuple[int, int] = (1, 12)) -> None:
        self._desk, self._thing_id = desk, thing_id
        self._draft = f"card/{thing_id}/text"
        super().__init__(self._draft, desk.bridge.draft, lines=lines)
        draft = desk.session.drafted(self._draft)
        if draft:
            self.restore(draft.text, draft.cursor)
        else:
            self.set_text(raw)

    def keep(self) -> bool:
        """Keep the words; False when they could not be saved, and then they stay here."""
        done = self._desk.keep_words(self._thing_id, self.text())
        if done:
            self.forget_draft()
        return done

    def drop(self) -> None:
        """Let the card be as it was."""
        self.forget_draft()
        self._desk.bridge.draft(self._draft, "", 0)
