"""In Settings: what opens the file. The password, the recovery code, and whether this computer remembers the key."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.storage import remembered
from tvm_desktop.storage.rows import UseAct
from tvm_desktop.ui.dialogs.newcode import NewCodeWindow
from tvm_desktop.ui.dialogs.password import PasswordWindow, backups_left
from tvm_desktop.ui.dialogs.remember import WHAT_IT_MEANS, RememberWindow
from tvm_desktop.ui.unlock.worker import Worker
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext
    from tvm_desktop.ui.dialogs.owner import OwnerWindow
    from tvm_desktop.words import Message


class AccessSection(QWidget):
    """Opens the windows that change it. Not there where no password opens the file, as in the demo."""

    def __init__(self, context: UiContext, leader: QWidget | None) -> None:
        super().__init__()
        self.context = context
        self._leader = leader
        self._worker: Worker | None = None
        self._problem: Message | None = None
        self.head = SectionLabel()
        self.password = Button()
        self.code = Button()
        self.remember = QCheckBox()
        self.meaning = PlainLabel(role="small", wrap=True)
        self.said = PlainLabel(role="error", wrap=True)
        self._lay_out()
        self.password.clicked.connect(self._change_password)
        self.code.clicked.connect(self._renew_code)
        self.remember.clicked.connect(self._remember)
        self.setVisible(context.store is not None and context.folder.key.exists())
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language, as it stands now."""
        words = self.context.words
        self.head.setText(words(msg("What opens the file")))
        self.password.setText(words(msg("Change the password …")))
        self.code.setText(words(msg("New recovery code …")))
        self.remember.setText(words(msg("Remember the key on this computer")))
        self.meaning.setText(words(WHAT_IT_MEANS))
        self.refresh()

    def refresh(self) -> None:
        """Show whether this computer remembers the key."""
        is_on = remembered.is_remembered(self.context.folder)
        for widget in (self.remember, self.meaning):
            widget.setVisible(is_on or remembered.is_possible())
        self.remember.setChecked(is_on)
        self.remember.setEnabled(self._worker is None)
        self.said.setText(self.context.words(self._problem) if self._problem else "")
        self.said.setVisible(self._problem is not None)

    def shut(self) -> None:
        """Wait for what is being done, and note it."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.wait()
            worker.deleteLater()
            if worker.result is not None:
                with suppress(UserError):
                    self.context.open_store.log_use(UseAct.KEY_FORGOTTEN)

    def _change_password(self) -> None:
        self._open(PasswordWindow(self.context, self._leader))

    def _renew_code(self) -> None:
        self._open(NewCodeWindow(self.context, self._leader))

    def _remember(self) -> None:
        self._problem = None
        if self.remember.isChecked():
            self._open(RememberWindow(self.context, self._leader))
        else:
            self._worker = Worker(partial(remembered.forget, self.context.folder), self)
            self._worker.came.connect(self._forgotten)
            self._worker.failed.connect(self._failed)
            self._worker.start()
        self.refresh()

    def _open(self, window: OwnerWindow) -> None:
        """Show a small window; there is one of each kind."""
        for old in self._leader.findChildren(type(window)) if self._leader else []:
            if old is not window:
                old.done(0)
        window.ended.connect(self.refresh)
        window.show()

    def _forgotten(self, left: object) -> None:
        if self._worker is None:
            return  # the window was closed meanwhile, perhaps by locking
        self.shut()
        self._problem = backups_left(len(left)) if isinstance(left, tuple) and left else None
        self.refresh()

    def _failed(self, problem: object) -> None:
        self.shut()
        self._problem = problem.message if isinstance(problem, UserError) else None
        self.refresh()
        if isinstance(problem, Exception) and not isinstance(problem, UserError):
            raise problem

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(self.password)
        line.addWidget(self.code)
        line.addStretch(1)
        box.addWidget(self.head)
        box.addLayout(line)
        for widget in (self.remember, self.meaning, self.said):
            box.addWidget(widget)
