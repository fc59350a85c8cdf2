"""The program's own icons, in the theme's tone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from tvm_desktop.resources import resource

if TYPE_CHECKING:
    from tvm_desktop.ui.theme import Theme


def icon(name: str, theme: Theme) -> QIcon:
    """Return an icon that can be seen on the theme's ground."""
    tone = "dark" if theme.dark else "light"
    return QIcon(str(resource("icons", f"{name}-{tone}.svg")))
