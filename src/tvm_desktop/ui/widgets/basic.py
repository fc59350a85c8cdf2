"""Every small widget of the house in one place to import from."""

from __future__ import annotations

from tvm_desktop.ui.widgets.bar import Bar
from tvm_desktop.ui.widgets.boxes import ask, plain_box
from tvm_desktop.ui.widgets.buttons import Button, CardButton, KeyButton, button
from tvm_desktop.ui.widgets.draft import DraftEdit, DraftLine, SaveDraft, flush_drafts
from tvm_desktop.ui.widgets.fields import ChoiceField, LineField
from tvm_desktop.ui.widgets.labels import Card, Chip, Panel, PlainLabel, SectionLabel, rule, set_role, set_tip
from tvm_desktop.ui.widgets.menus import PopMenu
from tvm_desktop.ui.widgets.scroll import Scroll

__all__ = [
    "Bar",
    "Button",
    "Card",
    "CardButton",
    "Chip",
    "ChoiceField",
    "DraftEdit",
    "DraftLine",
    "KeyButton",
    "LineField",
    "Panel",
    "PlainLabel",
    "PopMenu",
    "SaveDraft",
    "Scroll",
    "SectionLabel",
    "ask",
    "button",
    "flush_drafts",
    "plain_box",
    "rule",
    "set_role",
    "set_tip",
]
