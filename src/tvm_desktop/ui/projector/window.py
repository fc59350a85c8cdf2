"""The window that the table sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from tvm_desktop.session.frames.model import Pause, ProjectorFrame
from tvm_desktop.ui.projector.colours import wall_of
from tvm_desktop.ui.projector.paint import changed_rects, page_of, paint_frame, text_of
from tvm_desktop.ui.screens import ScreenInfo, info_of, screen_at, screen_for, screen_of_key
from tvm_desktop.words import Words, msg

if TYPE_CHECKING:
    from tvm_desktop.ui.projector.scene import Page
    from tvm_desktop.ui.theme import Theme

_REHEARSAL = QSize(960, 540)


class ProjectorWindow(QWidget):
    """Paints the frames it is given, full screen on the wall or in an ordinary window for rehearsal.

    It decides nothing: the control places it, the session says what it shows.

    Signals:
        hide_requested: Esc was pressed in it, or somebody tried to close it.
        strayed: the system moved the window to another screen; it has hidden itself.
    """

    hide_requested = Signal()
    strayed = Signal()

    def __init__(self, theme: Theme, words: Words | None = None) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self._words = words or Words()
        self._frame: ProjectorFrame | None = None
        self._page = 0
        self._screen = ""
        self._wall = QSize(1920, 1080)
        self._ending = False
        self._watched = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 180)
        self.retranslate()

    @property
    def frame(self) -> ProjectorFrame | None:
        """The frame it paints."""
        return self._frame

    @property
    def page(self) -> int:
        """Which page of it, from 0."""
        return self._page

    @property
    def screen_key(self) -> str:
        """The screen it fills; "" while it is hidden or an ordinary window."""
        return self._screen

    @property
    def wall_size(self) -> QSize:
        """The size that pages are counted for: the screen it fills or filled last."""
        return self._wall

    def show_frame(self, frame: ProjectorFrame | None, page: int = 0) -> None:
        """Paint a frame from now on; None leaves the ground alone."""
        if (frame, page) == (self._frame, self._page):
            return
        before = self._shown()
        self._frame, self._page = frame, page
        after = self._shown()
        self.setAccessibleDescription(text_of(frame, page, self._wall, self._theme) if frame else "")
        if before is None or after is None:
            self.update()
            return
        for rect in changed_rects(self.picture_rect(), before, after):
            self.update(rect.toAlignedRect().adjusted(-1, -1, 1, 1))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def fill_screen(self, key: str) -> bool:
        """Take a whole screen; when it is not there any more, hide and return False."""
        screen = screen_for(key)
        if screen is None:
            self.leave()
            return False
        area = screen.geometry()
        if self._screen == key and self.isVisible() and self.geometry() == area:
            return True
        self._screen, self._wall = key, area.size()
        self.setCursor(Qt.CursorShape.BlankCursor)
        if self.isVisible() and not self.isFullScreen():
            self.hide()
        self.winId()
        handle = self.windowHandle()
        if not self._watched:
            handle.screenChanged.connect(self._screen_changed)
            self._watched = True
        handle.setScreen(screen)
        self.setGeometry(area)
        self.showFullScreen()
        return True

    def is_on(self, screen: ScreenInfo) -> bool:
        """Say whether it fills this screen, whatever the screen's size is by now."""
        mine = screen_of_key(self._screen)
        return mine is not None and mine.plug == screen.plug

    def stand_in_window(self, near: QRect) -> None:
        """Be an ordinary window over the middle of a place, for rehearsal."""
        self._screen = ""
        self.unsetCursor()
        if self.isVisible() and not self.isFullScreen():
            return
        place = QRect(near.topLeft(), _REHEARSAL.boundedTo(near.size()))
        place.moveCenter(near.center())
        self.hide()
        self.setWindowState(Qt.WindowState.WindowNoState)
        screen = screen_at(place.center())
        if screen is not None:
            self.winId()
            self.windowHandle().setScreen(screen)
        self.setGeometry(place)
        self.show()

    def leave(self) -> None:
        """Hide at once; the frame is kept."""
        self._screen = ""
        self.hide()

    def end(self) -> None:
        """Close for good."""
        self._ending = True
        self.close()

    def retranslate(self) -> None:
        """Say the window's name, without names of people."""
        self.setWindowTitle(self._words(msg("Projector")))
        self.setAccessibleName(self._words(msg("Projector")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page in the middle of the window, in the wall's proportions."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        wall = wall_of(self._theme)
        calm = isinstance(self._frame.body, Pause) if self._frame else True
        painter.fillRect(self.rect(), QColor(wall.calm if calm else wall.ground))
        if self._frame:
            paint_frame(painter, self.picture_rect(), self._frame, self._page, self._theme)
        painter.end()

    def _shown(self) -> Page | None:
        if self._frame is None:
            return None
        return page_of(self._frame, self._page, self.picture_rect().size(), self._theme)

    def picture_rect(self) -> QRectF:
        """Return where in the window the picture lies."""
        size = self._wall.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks to hide."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide_requested.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to hide instead of closing: the picture's fate is the leader's."""
        if self._ending:
            event.accept()
            return
        event.ignore()
        self.hide_requested.emit()

    def _screen_changed(self, screen: QScreen | None) -> None:
        """Hide at once when the system has moved the wall's picture elsewhere, perhaps over the laptop."""
        if self._screen and screen is not None and not self.is_on(info_of(screen)):
            self.leave()
            self.strayed.emit()
