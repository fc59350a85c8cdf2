"""Text made safe for the screen."""

from __future__ import annotations

import re

# Control characters but for tab and line feed, direction overrides, and halves of pairs.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")


def clean(text: str, *, one_line: bool = False) -> str:
    """Return what somebody typed or pasted without control characters and direction overrides."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if one_line:
        text = text.replace("\n", " ").replace("\t", " ")
    return _UNWANTED.sub("", text)


def escape_mnemonic(text: str) -> str:
    """Return a text for a button or a menu, where & would underline a letter."""
    return text.replace("&", "&&")


def _escape(text: str) -> str:
    """Do what ``html.escape`` does, without its table of entities, which takes time to load."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("'", "&#x27;")


def plain_tip(text: str) -> str:
    """Return a text for a tool tip, where < could start markup."""
    return f"<p>{_escape(text)}</p>" if text else ""
