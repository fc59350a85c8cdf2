"""Noto from ``resources/fonts`` for screen and wall; never looked up on the system."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from tvm_desktop.resources import resource

FAMILY = "Noto Sans"
_MORE = ("Noto Naskh Arabic", "Noto Sans Ethiopic")
_SCREEN = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_OTHER_SCRIPTS = (
    "NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabic-Bold.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansEthiopic-Bold.ttf",
)


@cache
def load_fonts() -> None:
    """Give Qt the Latin fonts; needed before the first window."""
    _add(_SCREEN)


@cache
def load_other_scripts() -> None:
    """Give Qt the Arabic and Ethiopic fonts and let Noto Sans fall back to them."""
    load_fonts()
    _add(_OTHER_SCRIPTS)
    QFont.insertSubstitutions(FAMILY, list(_MORE))


def _add(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(resource("fonts", name)))
