"""Settings: language and look at once, one's own name and phone, and where the data lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tvm_desktop.errors import UserError
from tvm_desktop.ui.deletion.settings import KeepSection
from tvm_desktop.ui.dialogs.access import AccessSection
from tvm_desktop.ui.dialogs.base import SideWindow
from tvm_desktop.ui.dialogs.locking import LockingSection
from tvm_desktop.ui.theme import SCALES
from tvm_desktop.ui.unlock.own import OWN_NAME, OWN_PHONE
from tvm_desktop.ui.widgets.buttons import Button
from tvm_desktop.ui.widgets.fields import ChoiceField, LineField
from tvm_desktop.ui.widgets.labels import PlainLabel, SectionLabel
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from tvm_desktop.ui.context import UiContext

_LANGUAGES = [("da", "Dansk"), ("en", "English")]
_THEMES = {"light": msg("Light"), "dark": msg("Dark"), "high-contrast": msg("High contrast")}


class SettingsWindow(SideWindow):
    """Every choice works at once. Signals: ``language_chosen(str)``, ``theme_chosen(str)``, ``scale_chosen(float)``."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    scale_chosen = Signal(float)

    def __init__(self, context: UiContext, parent: QWidget | None) -> None:
        super().__init__(context, parent, (560, 640))
        self.look, self.own, self.data = SectionLabel(), SectionLabel(), SectionLabel()
        self.language, self.theme, self.scale = ChoiceField(), ChoiceField(), ChoiceField()
        self.name, self.phone = LineField(), LineField()
        self.access = AccessSection(context, parent)
        self.locking = LockingSection(context)
        self.keep = KeepSection(context)
        self.folder = PlainLabel(role="muted", wrap=True)
        self.protection = PlainLabel(role="small", wrap=True)
        self.open_folder = Button()
        self._lay_out()
        self.language.chosen.connect(self.language_chosen)
        self.theme.chosen.connect(self.theme_chosen)
        self.scale.chosen.connect(self._scale)
        self.name.edit.editingFinished.connect(self.keep_own)
        self.phone.edit.editingFinished.connect(self.keep_own)
        self.open_folder.clicked.connect(self._open_folder)
        self.finished.connect(self.keep_own)
        self.finished.connect(self.access.shut)
        self._read_own()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the program's language."""
        words, settings = self.context.words, self.context.settings
        self.say(words(msg("Settings")))
        self.look.setText(words(msg("How it looks")))
        self.own.setText(words(msg("You")))
        self.data.setText(words(msg("Your data")))
        self.language.set_label(words(msg("The program’s language (a meeting has its own)")))
        self.language.fill(_LANGUAGES, words.language)
        self.theme.set_label(words(msg("Colours")))
        self.theme.fill([(key, words(name)) for key, name in _THEMES.items()], settings.theme)
        self.scale.set_label(words(msg("Text size  (Ctrl + and Ctrl −)")))
        sizes = [(str(scale), words(msg("{size} %", size=round(scale * 100)))) for scale in SCALES]
        self.scale.fill(sizes, str(settings.scale))
        self.name.set_label(words(msg("Your name")))
        self.phone.set_label(words(msg("Your phone at work")))
        self.access.retranslate()
        self.keep.retranslate()
        self.locking.retranslate()
        self.folder.setText(str(self.context.folder.root))
        self.protection.setText(
            words(msg("Everything said at meetings is encrypted here. Nothing leaves this computer."))
        )
        self.open_folder.setText(words(msg("Open the folder")))

    def keep_own(self) -> None:
        """Keep name and phone in the encrypted file."""
        store = self.context.store
        if store is None:
            return
        try:
            store.set_setting(OWN_NAME, self.name.text())
            store.set_setting(OWN_PHONE, self.phone.text())
        except UserError as problem:
            self.phone.set_problem(self.context.words(problem.message))
        else:
            self.phone.set_problem("")

    def _read_own(self) -> None:
        store = self.context.store
        for widget in (self.own, self.name, self.phone):
            widget.setVisible(store is not None)
        if store is not None:
            self.name.set_text(store.setting(OWN_NAME))
            self.phone.set_text(store.setting(OWN_PHONE))

    def _scale(self, key: str) -> None:
        self.scale_chosen.emit(float(key))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.folder.root)))

    def _lay_out(self) -> None:
        sections: tuple[tuple[QWidget, ...], ...] = (
            (self.look, self.language, self.theme, self.scale),
            (self.own, self.name, self.phone),
            (self.access,),
            (self.locking,),
            (self.data, self.keep, self.folder, self.protection),
        )
        for group in sections:
            self.column.addSpacing(8)
            for widget in group:
                self.column.addWidget(widget)
        line = QHBoxLayout()
        line.addWidget(self.open_folder)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)
