"""Owns the projector's window: where it stands, when it hides by itself, when it comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from tvm_desktop.ui.projector.awake import Awake, awake_here
from tvm_desktop.ui.projector.identify import ScreenName
from tvm_desktop.ui.projector.paint import newest_page, page_count
from tvm_desktop.ui.projector.window import ProjectorWindow
from tvm_desktop.ui.screens import Place, Placement, ScreenInfo, info_of, pick, read_screens, screen_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tvm_desktop.session.frames.model import ProjectorFrame
    from tvm_desktop.ui.context import UiContext


@dataclass(frozen=True, slots=True)
class Desk:
    """What the control finds around it; a test brings its own. Times in milliseconds."""

    read: Callable[[], tuple[ScreenInfo, ...]] = read_screens
    awake: Awake = field(default_factory=awake_here)
    settle_ms: int = 350
    identify_ms: int = 5000
    mapped_ms: int = 250


class ProjectorControl(QObject):
    """Places the window by the wish and the screens that are there, and again when they change.

    ``show`` and ``hide`` say whether the wall shall show anything; what it shows comes with ``show_frame``. Between
    them the machine stays awake. Call ``end`` before the program quits: the window refuses to be closed otherwise.

    Signals:
        placement_changed(Placement): where the window stands, or why it does not.
        hide_requested: Esc or a close in the projector's own window.
    """

    placement_changed = Signal(object)
    hide_requested = Signal()

    def __init__(self, context: UiContext, leader: QWidget, desk: Desk | None = None) -> None:
        super().__init__(leader)
        self.window = ProjectorWindow(context.theme, context.words)
        self._context = context
        self._leader = leader
        self._desk = desk or Desk()
        self._live = False
        self._rehearsing = False
        self._placement = Placement(Place.WINDOW)
        self._names: list[ScreenName] = []
        self._settle = _timer(self, self._desk.settle_ms)
        self._settle.timeout.connect(self._settled)
        self._unname = _timer(self, self._desk.identify_ms)
        self._unname.timeout.connect(self._drop_names)
        self._give_back = _timer(self, self._desk.mapped_ms)
        self._give_back.timeout.connect(self._keep_hands)
        self.window.hide_requested.connect(self.hide_requested)
        self.window.strayed.connect(self._changed)
        self._watch()
        self._placement = self._choice()

    @property
    def placement(self) -> Placement:
        """Where the window stands, or would stand if it were shown."""
        return self._placement

    @property
    def is_live(self) -> bool:
        """Whether the wall shall show something."""
        return self._live

    @property
    def wall_size(self) -> QSize:
        """The size that pages are counted for."""
        return self.window.wall_size

    def screens(self) -> tuple[ScreenInfo, ...]:
        """Return the screens to choose from."""
        return self._desk.read()

    def page_count(self, frame: ProjectorFrame) -> int:
        """Return how many pages a frame has on this wall."""
        return page_count(frame, self.wall_size, self._context.theme)

    def newest_page(self, frame: ProjectorFrame) -> int:
        """Return the page on which the newest thing stands."""
        return newest_page(frame, self.wall_size, self._context.theme)

    def show_frame(self, frame: ProjectorFrame | None, page: int = 0) -> None:
        """Paint a frame from now on, shown or not."""
        self.window.show_frame(frame, page)

    def show(self) -> None:
        """Show the wall's picture where it belongs, and keep the machine awake."""
        self._live = True
        self._desk.awake.hold()
        self._place(asked=True)
        if self._placement.place is Place.FULL_SCREEN:
            self._keep_hands()
        self._give_back.start()  # again, once the system has shown it

    def _keep_hands(self) -> None:
        """Give the keys back to the leader's window: a window that has just been shown takes them."""
        self._leader.window().activateWindow()
        if self._placement.place is not Place.FULL_SCREEN:
            self.window.raise_()

    def hide(self) -> None:
        """Show nothing, and let the machine sleep."""
        self._give_back.stop()
        self._live = False
        self.window.leave()
        self._desk.awake.release()

    def rehearse(self, *, on: bool) -> None:
        """Use an ordinary window instead of a whole screen; the wish stays as it is."""
        self._rehearsing = on
        self._place(asked=True)

    def choose(self, key: str) -> None:
        """Wish for a screen, as the leader picked it or said yes to it."""
        self._rehearsing = False
        self._context.settings.wished_screen = key
        self._place(asked=True)

    def swap(self) -> bool:
        """Let the leader's window and the wall's picture change places; False where there are no two screens."""
        target, home = self._placement, self._home()
        if target.place is not Place.FULL_SCREEN:
            return False
        self.window.leave()
        _move(self._leader, target.screen)
        self._context.settings.wished_screen = home
        self._place(asked=True, home=target.screen)
        return True

    def identify(self) -> None:
        """Show each screen's name on it for a few seconds."""
        self._drop_names()
        for number, screen in enumerate(self._desk.read(), start=1):
            name = ScreenName(number, screen, screen.label, self._context.theme)
            name.show()
            self._names.append(name)
        self._unname.start()

    def retheme(self) -> None:
        """Take over the theme and the words of the moment."""
        self.window.set_theme(self._context.theme)
        self.window.retranslate()

    def end(self) -> None:
        """Hide, let go of the machine, and close the window for good."""
        self._settle.stop()
        self._drop_names()
        self.hide()
        self.window.end()
        self.window.deleteLater()

    def _watch(self) -> None:
        app = _app()
        app.screenRemoved.connect(self._lost)
        app.screenAdded.connect(self._found)
        app.primaryScreenChanged.connect(self._changed)
        for screen in app.screens():
            screen.geometryChanged.connect(self._changed)

    def _changed(self, _what: object = None) -> None:
        self._settle.start()

    def _found(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)
        self._settle.start()

    def _lost(self, screen: QScreen) -> None:
        """Hide now: in the next moment Qt would move the window onto the laptop."""
        if self.window.is_on(info_of(screen)):
            self.window.leave()
        self._settle.start()

    def _settled(self) -> None:
        self._place(asked=False)

    def _place(self, *, asked: bool, home: str = "") -> None:
        """Choose anew and stand there. What the system did by itself never opens a window on the laptop."""
        before, self._placement = self._placement, self._choice(home)
        if self._live:
            self._stand(asked=asked)
        if asked or before != self._placement:
            self.placement_changed.emit(self._placement)

    def _choice(self, home: str = "") -> Placement:
        if self._rehearsing:
            return Placement(Place.WINDOW)
        return pick(self._desk.read(), self._context.settings.wished_screen, home or self._home())

    def _stand(self, *, asked: bool) -> None:
        place, screen = self._placement.place, self._placement.screen
        if place is Place.FULL_SCREEN:
            if self.window.fill_screen(screen):
                self._context.settings.wished_screen = screen
        elif place in {Place.WINDOW, Place.MIRRORED}:
            if asked:
                self.window.stand_in_window(self._leader.frameGeometry())
            elif self.window.screen_key:
                self.window.leave()
        else:
            self.window.leave()

    def _home(self) -> str:
        return info_of(self._leader.window().screen()).key

    def _drop_names(self) -> None:
        self._unname.stop()
        for name in self._names:
            name.close()
            name.deleteLater()
        self._names.clear()


def _timer(parent: QObject, milliseconds: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    return timer


def _app() -> QGuiApplication:
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        raise TypeError("a window needs an application")
    return app


def _move(window: QWidget, key: str) -> None:
    """Move a window to the middle of another screen, as large as it was or as fits."""
    screen = screen_for(key)
    if screen is None:
        return
    room = screen.availableGeometry()
    maximised = window.isMaximized()
    window.showNormal()
    place = QRect(QPoint(0, 0), window.size().boundedTo(room.size()))
    place.moveCenter(room.center())
    window.windowHandle().setScreen(screen)
    window.setGeometry(place)
    if maximised:
        window.showMaximized()
