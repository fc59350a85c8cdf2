"""What is typed in the meeting that the real program is led through."""

from __future__ import annotations

from e2e import test_whole_meeting as evening
from helpers.evening import PASSWORD

__all__ = ["HALF", "PASSWORD", "words"]

HALF = "Kanariefuglen er halvt skrevet"


def words() -> list[str]:
    """Return the longest word of everything that is typed."""
    sentences = [text for _, _, text in evening.STORY] + [text for _, text in evening.UNDERSTANDINGS]
    sentences += [what for *_, what, _ in evening.ACTIONS] + list(evening.PEOPLE)
    sentences += [text for need, goal, signs in evening.GOALS for text in (need, goal, *signs)]
    sentences += [evening.DIFFERENT, evening.PARKED, evening.WATCHED, HALF]
    longest = {max(sentence.replace(",", "").strip("”.?").split(), key=len) for sentence in sentences}
    return sorted(word for word in longest if len(word) > 4)
