"""The plan or the form, large: every page, how easy it reads, large print, missing letters, save and print."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop import dates
from tvm_desktop.documents.paper import PaperOptions, Size
from tvm_desktop.documents.preview import page_count, page_image
from tvm_desktop.documents.render import render
from tvm_desktop.errors import UserError
from tvm_desktop.session.commands.paper import ExplainWord
from tvm_desktop.storage.store import UseAct
from tvm_desktop.ui.facilitator.panels.base import scrolling
from tvm_desktop.ui.handover.seen import SeenNote
from tvm_desktop.ui.paper.leftout import LeftOut
from tvm_desktop.ui.paper.making import PaperKind, document_of, file_name, kinds
from tvm_desktop.ui.paper.pages import print_pages, to_image
from tvm_desktop.ui.paper.reading import ReadingDesk
from tvm_desktop.ui.printing import can_print, print_with
from tvm_desktop.ui.savedialog import ask_save, write_whole
from tvm_desktop.ui.widgets.basic import Button, ChoiceField, Panel, PlainLabel, rule
from tvm_desktop.words import Message, msg

if TYPE_CHECKING:
    from tvm_desktop.documents.paper import Paper
    from tvm_desktop.domain.record import Record
    from tvm_desktop.session.session import MeetingSession
    from tvm_desktop.ui.context import UiContext

_SIDE, _SHEET, _BESIDE = 340, 640, 64
_WIDE_SHEET = 905
_SEEN = 4
_NARROWEST, _WIDEST = 320, 10_000


class PaperView(QWidget):
    """The preview fills the window's middle. Signals: ``closed()``, ``said(text)`` for the quiet bar."""

    closed = Signal()
    said = Signal(str)

    def __init__(self, context: UiContext, session: MeetingSession) -> None:
        super().__init__()
        self.setProperty("role", "page")
        self.context, self.session = context, session
        self.paper: Paper | None = None
        self._shown: Record | None = None
        self._room = _WIDEST  # until the view has a size
        self.pages = QWidget()
        self.pages.setProperty("role", "flow")
        self._sheets = QVBoxLayout(self.pages)
        self._sheets.setContentsMargins(24, 20, 24, 20)
        self._sheets.setSpacing(18)
        self.title = PlainLabel(role="heading", wrap=True)
        self.kind = PaperKind.PLAN
        self.choice = ChoiceField()
        self.large, self.a3 = QCheckBox(), QCheckBox()
        self.left_out = LeftOut(context, session)
        self.missing = PlainLabel(role="hint", wrap=True)
        self.seen = SeenNote(context, most=_SEEN)
        self.note = PlainLabel(role="small", wrap=True)
        self.print_button, self.save_button, self.back = Button("", "primary"), Button(), Button()
        self.reading = ReadingDesk(context.words)
        self.area = scrolling(self.pages)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.choice.chosen.connect(self.choose)
        self.large.toggled.connect(self.refresh)
        self.a3.toggled.connect(self.refresh)
        self.left_out.chosen.connect(self.refresh)
        self.closed.connect(self.left_out.clear)
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(self.save)
        self.back.clicked.connect(self.closed)
        self.reading.ticked.connect(self.explain)

    def _lay_out(self) -> None:
        side = Panel("side-right", margins=(20, 16, 12, 16), spacing=8)
        side.setFixedWidth(self.context.px(_SIDE))
        acts, options = QHBoxLayout(), QHBoxLayout()
        acts.addWidget(self.print_button, 1)
        acts.addWidget(self.save_button, 1)
        options.addWidget(self.large)
        options.addWidget(self.a3)
        options.addStretch(1)
        side.box.addWidget(self.title)
        side.box.addWidget(self.choice)
        side.box.addLayout(acts)
        side.box.addLayout(options)
        for part in (self.left_out, self.missing, self.seen, self.note, rule()):
            side.box.addWidget(part)
        side.box.addWidget(self.reading, 1)
        side.box.addStretch(0)
        side.box.addWidget(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.area, 1)
        row.addWidget(side)

    def retranslate(self) -> None:
        """Say everything."""
        words = self.context.words
        self._offer()
        self.print_button.setText(words(msg("Print")))
        self.save_button.setText(words(msg("Save as PDF")))
        self.note.setText(
            words(msg("A saved PDF is not encrypted. Keep it where only the right people can open it."))
        )
        self.large.setText(words(msg("Large print")))
        self.a3.setText(words(msg("A3, for the wall")))
        self.back.setText(words(msg("Back to the meeting")))
        self.left_out.retranslate()
        self.reading.retranslate()
        self.refresh()

    def _offer(self) -> None:
        """Offer what can be printed; a heading says it where there is only the plan."""
        words = self.context.words
        names = {
            PaperKind.PLAN: words(msg("The plan for the family")),
            PaperKind.FORM: words(msg("The form for the file")),
        }
        offered = kinds(self.context, self.session)
        self.title.setText(words(msg("On paper") if len(offered) > 1 else msg("Our plan, on paper")))
        self.choice.label.hide()
        self.choice.box.setAccessibleName(words(msg("What is printed")))
        self.choice.fill([(kind, names[kind]) for kind in offered], self.kind)
        self.choice.setVisible(len(offered) > 1)

    def choose(self, key: str) -> None:
        """Show the plan or the form; the form has no large print, and is not measured for how easy it reads."""
        self.kind = PaperKind(key)
        plan = self.kind is PaperKind.PLAN
        self.large.setEnabled(plan)
        self.reading.setVisible(plan)
        self.refresh()

    @property
    def options(self) -> PaperOptions:
        """What was chosen."""
        return PaperOptions(large=self.large.isChecked(), size=Size.A3 if self.a3.isChecked() else Size.A4)

    def refresh(self) -> None:
        """Make the paper afresh, and show its pages and how it reads."""
        self._shown = self.session.record
        document = document_of(self.context, self.session, self.kind, self.left_out.persons)
        self.paper = render(document, self.options)
        if self.kind is PaperKind.PLAN:
            self.reading.show_plan(document, self.session)
        while (item := self._sheets.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        width = self._sheet_width()
        for number in range(page_count(self.paper.pdf)):
            self._sheets.addWidget(self._sheet(number, width), 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.addStretch(1)
        self.seen.look(self.session.record.entities())
        missing = " ".join(self.paper.missing)
        text = msg("These signs cannot be printed and stand as a box: {signs}", signs=missing)
        self.missing.setText(self.context.words(text))
        self.missing.setVisible(bool(missing))

    def follow(self) -> None:
        """Make the paper afresh when the record is another."""
        if self._shown is not self.session.record:
            self.refresh()

    def explain(self, word: str, explained: bool) -> None:
        """Explain a word of the list at the foot, or no longer."""
        try:
            self.session.do(ExplainWord(word, explained))
        except UserError as refusal:
            self._say(refusal.message)
            self.refresh()
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show pages as wide as there is room for."""
        super().resizeEvent(event)
        before = self._sheet_width()
        self._room = self.width() - self.context.px(_SIDE) - _BESIDE
        if self._sheet_width() != before:
            self.refresh()

    def _sheet_width(self) -> int:
        sheet = _SHEET if self.kind is PaperKind.PLAN else _WIDE_SHEET
        return min(self.context.px(sheet), max(self._room, _NARROWEST))

    def _sheet(self, number: int, width: int) -> PlainLabel:
        if self.paper is None:
            raise RuntimeError("no paper")
        first = page_image(self.paper.pdf, number, 1.0)
        ratio = self.devicePixelRatioF()
        image = to_image(page_image(self.paper.pdf, number, width * ratio / first.width))
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        sheet = PlainLabel(role="sheet")
        sheet.setPixmap(pixmap)
        sheet.setFixedSize(pixmap.deviceIndependentSize().toSize() + QSize(2, 2))
        sheet.setAccessibleName(self.context.words(msg("Page {number}", number=number + 1)))
        return sheet

    # -- out of the program --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Ask where, and save; the name proposed names nobody."""
        today = dates.local(self.session.clock()).date()
        name = file_name(self.kind, today, self.session.language)
        path = ask_save(self, self.context.words, msg("Save as PDF"), name, "PDF (*.pdf)", encrypted=False)
        if path is not None:
            self.save_to(str(path))

    def save_to(self, path: str) -> bool:
        """Write the PDF whole or not at all; say which."""
        if self.paper is None or not write_whole(Path(path), self.paper.pdf):
            self._say(msg("The PDF could not be saved there. Choose another folder."))
            return False
        self._say(msg("The paper is saved. The file is not encrypted."))
        self._log(UseAct.SAVED_PDF)
        return True

    def print_paper(self) -> None:
        """Print through the system's dialog; without a printer offer the PDF."""
        if not can_print():
            self._say(msg("There is no printer on this computer. Save it as PDF instead."))
            self.save_button.setFocus()
            return
        if self.paper is None:
            return
        paint = partial(print_pages, self.paper.pdf)
        done = print_with(self, paint, name=self.context.words(msg("Our plan")), whole_page=True)
        if done is not None:
            self._say(
                msg("The paper is sent to the printer.") if done else msg("The printer did not answer.")
            )
            self._log(UseAct.PRINTED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _log(self, act: UseAct) -> None:
        self.context.open_store.log_use(act, self.session.record.course.id)

    def _say(self, text: Message) -> None:
        self.said.emit(self.context.words(text))
