"""Numbers from 0 to 10 as running text: everybody's in the same size, none apart from its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.documents.layout.pages import Item
from tvm_desktop.documents.model import Question, Questions, Reasons, Span, Text, Tone, strong

if TYPE_CHECKING:
    from tvm_desktop.documents.layout.setter import Setter

_BETWEEN = Span("  ·  ", Tone.QUIET)


def questions(content: Questions, setter: Setter) -> list[Item]:
    """Return every question with the words for both ends, the numbers, and what was said about them."""
    return [
        item._replace(before=setter.style.air(3)) if number and not place else item
        for number, question in enumerate(content.items)
        for place, item in enumerate(_question(question, setter))
    ]


def _question(question: Question, setter: Setter) -> list[Item]:
    style = setter.style
    numbers = [span for number in question.numbers for span in (_BETWEEN, *number)][1:]
    head: list[Text] = [
        (strong(question.text),),
        (Span("  ·  ".join(question.ends), Tone.QUIET),),
        tuple(numbers),
    ]
    head = [line for line in head if any(span.text for span in line)]
    lines = [*head, *map(_reasons, question.reasons)]
    return [
        Item(setter.words(line, style.body()), before=style.air(0.75 if n else 1), keep=n < len(head) - 1)
        for n, line in enumerate(lines)
    ]


def _reasons(reasons: Reasons) -> Text:
    spans = [span for item in reasons.items for span in (Span(" "), *item)]
    return (strong(f"{reasons.title}:"), *spans)
