"""The one mechanism for words on every floor: gettext over ``resources/i18n``.

Floors below ``ui`` return a :class:`Message`; a :class:`Words` says it in a language. Source strings are English.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any

from tvm_desktop.resources import resource

LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be said in some language. ``args`` fill ``{names}``; a value may itself be a Message."""

    text: str
    args: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    plural: str = ""
    count: int = 0


def msg(text: str, /, **args: Any) -> Message:
    """Mark an English sentence for extraction and keep what fills it."""
    return Message(text, MappingProxyType(args))


def msgs(one: str, many: str, count: int, /, **args: Any) -> Message:
    """Mark a sentence in singular and plural; ``{count}`` is the number."""
    return Message(one, MappingProxyType({"count": count, **args}), many, count)


@dataclass(slots=True)
class Words:
    """Says messages in one language; the language may change while the program runs."""

    language: str = "da"

    def __call__(self, message: Message) -> str:
        """Say a message."""
        return say(message, self.language)


def say(message: Message, language: str) -> str:
    """Return a message in a language, filled in; nothing at all for an empty one."""
    if not message.text:
        return ""  # gettext keeps the catalogue's header under the empty sentence
    catalogue = _catalogue(language)
    if message.plural:
        text = catalogue.ngettext(message.text, message.plural, message.count)
    else:
        text = catalogue.gettext(message.text)
    if not message.args:
        return text
    filled = {k: say(v, language) if isinstance(v, Message) else v for k, v in message.args.items()}
    return text.format_map(filled)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation("tvm_desktop", resource("i18n"), [language], fallback=True)
