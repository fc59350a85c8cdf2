"""The first step: out of the program, as files or as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tvm_desktop.dates import plain_date
from tvm_desktop.ui.backups.folders import ask_folder
from tvm_desktop.ui.clipboard import copy_quietly
from tvm_desktop.ui.filing.saving import save_all
from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import Panel, PlainLabel
from tvm_desktop.words import Message, msg, msgs

if TYPE_CHECKING:
    from pathlib import Path

    from tvm_desktop.ui.filing.desk import FilingDesk

NOT_SAVED = msg("The files could not be saved there. Choose another folder.")
COPIED = msg("The text is copied. Paste it into the municipality’s system.")


def saved(folder: Path) -> Message:
    """Say where the files are, and what one does with them."""
    return msg(
        "Saved in {folder}. The files are not encrypted: delete them when they are in the municipality’s system.",
        folder=str(folder),
    )


class TakingStep(Panel):
    """Signal: ``said(Message)`` for the quiet bar."""

    said = Signal(object)

    def __init__(self, desk: FilingDesk) -> None:
        super().__init__("card", margins=(20, 16, 20, 16), spacing=10)
        self.desk = desk
        self.title, self.lead = PlainLabel(role="heading", wrap=True), PlainLabel(wrap=True)
        self.changed, self.left = PlainLabel(role="hint", wrap=True), PlainLabel(role="small", wrap=True)
        self.missing, self.facts = PlainLabel(role="hint", wrap=True), PlainLabel(role="small", wrap=True)
        self.files, self.text, self.pdf = Button(role="primary"), Button(), Button()
        self.version, self.fold = PlainLabel(role="small", wrap=True), Button(role="quiet")
        self.technical, self.digest = QWidget(), Button(role="quiet")
        self.technical.setProperty("role", "flow")
        self.technical.hide()
        for widget in (self.title, self.lead, self.changed):
            self.box.addWidget(widget)
        acts, below, facts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(self.technical)
        acts.setSpacing(10)
        for button in (self.files, self.text, self.pdf):
            acts.addWidget(button)
        acts.addStretch(1)
        self.box.addLayout(acts)
        for widget in (self.missing, self.left):
            self.box.addWidget(widget)
        below.addWidget(self.version, 1)
        below.addWidget(self.fold)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.addWidget(self.facts, 1)
        facts.addWidget(self.digest)
        self.box.addLayout(below)
        self.box.addWidget(self.technical)
        self.files.clicked.connect(self._ask_folder)
        self.text.clicked.connect(self.copy_text)
        self.pdf.clicked.connect(self._ask_pdf)
        self.fold.clicked.connect(self._turn)
        self.digest.clicked.connect(self._copy_digest)

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words = self.desk.context.words
        again = self.desk.filed_on is not None
        self.title.setText(words(msg("Save the record again") if again else msg("1  Save the record")))
        self.lead.setText(
            words(
                msg(
                    "Three files: the record as PDF, the same as plain text, and the agreements. "
                    "They are not encrypted. Their names name nobody."
                )
            )
        )
        self.files.setText(words(msg("Save the three files …")))
        self.text.setText(words(msg("Copy the text")))
        self.pdf.setText(words(msg("Save only the PDF …")))
        self.digest.setText(words(msg("Copy SHA-256")))
        self.refresh()

    def refresh(self) -> None:
        """Say which version it is, and what it does not hold."""
        desk, words = self.desk, self.desk.context.words
        package, before = desk.package, desk.filing.version if desk.filing else 0
        changed = msg(
            "The meeting is not as it was in version {before}. "
            "Put version {number} into the municipality’s system.",
            before=before,
            number=package.version,
        )
        self.changed.setText(words(changed))
        self.changed.setVisible(bool(before) and package.version > before and desk.filed_on is None)
        made = plain_date(package.made, words.language)
        self.version.setText(words(msg("Version {number} · {date}", number=package.version, date=made)))
        facts = msg(
            "Id of the meeting: {id}\nSHA-256 of the PDF: {digest}",
            id=desk.record.meeting_id,
            digest=package.sha256,
        )
        self.facts.setText(words(facts))
        unfolded = not self.technical.isHidden()
        self.fold.setText(words(msg("Fold up") if unfolded else msg("Technical information")))
        self.files.set_role("plain" if desk.taken or desk.filed_on else "primary")
        self._say_missing()

    def _say_missing(self) -> None:
        desk, words = self.desk, self.desk.context.words
        left = msgs(
            "{count} thing that only you see does not come along. Reopen the meeting to share it.",
            "{count} things that only you see do not come along. Reopen the meeting to share them.",
            desk.only_mine,
        )
        self.left.setText(words(left))
        self.left.setVisible(bool(desk.only_mine))
        signs = " ".join(desk.package.missing)
        self.missing.setText(
            words(msg("These signs cannot be printed and stand as a box: {signs}", signs=signs))
        )
        self.missing.setVisible(bool(signs))

    def save_to(self, folder: Path) -> None:
        """Lay the three files into a folder."""
        self._tell(saved(folder) if save_all(folder, self.desk.package.files()) else NOT_SAVED)

    def save_pdf(self, path: Path) -> None:
        """Write the record alone."""
        self._tell(saved(path.parent) if write_whole(path, self.desk.package.pdf) else NOT_SAVED)

    def copy_text(self) -> None:
        """Put the text where it can be pasted; no clipboard history keeps it."""
        copy_quietly(self.desk.package.text)
        self._tell(COPIED)

    def _turn(self) -> None:
        self.technical.setVisible(self.technical.isHidden())
        self.refresh()

    def _copy_digest(self) -> None:
        copy_quietly(self.desk.package.sha256)
        self.said.emit(msg("Copied."))

    def _ask_folder(self) -> None:
        folder = ask_folder(
            self, self.desk.context.words, msg("Save the three files – they are not encrypted")
        )
        if folder is not None:
            self.save_to(folder)

    def _ask_pdf(self) -> None:
        name, words = self.desk.package.pdf_name, self.desk.context.words
        path = ask_save(self, words, msg("Save the record"), name, "PDF (*.pdf)", encrypted=False)
        if path is not None:
            self.save_pdf(path)

    def _tell(self, message: Message) -> None:
        if message is not NOT_SAVED:
            self.desk.took()
        self.said.emit(message)
