"""What the leader may want to know now, found by hint key. It is recomputed after each change and never locks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tvm_desktop.domain.hints import board, effort, goals, people, story
from tvm_desktop.domain.hints.model import Hint, Rule, as_hint
from tvm_desktop.domain.musts import Must, musts, still_open
from tvm_desktop.domain.wording import cpr_like, solution_like

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from tvm_desktop.domain.record import Record

__all__ = ["HINTS", "Hint", "Must", "cpr_like", "hints", "musts", "solution_like", "still_open"]

HINTS: Mapping[str, Rule] = MappingProxyType(
    {
        "sides": people.sides,
        "coordinator": people.coordinator,
        "child-voice-bearer": people.child_voice_bearer,
        "family-unheard": people.family_unheard,
        "family-view-missing": people.family_view_missing,
        "child-voice": people.child_voice,
        "no-strength": story.no_strength,
        "early-solution": story.early_solution,
        "nothing-told": story.nothing_told,
        "unexplained-worry": story.unexplained_worry,
        "pulse": story.pulse,
        "too-early": story.too_early,
        "goal-without-sign": goals.goal_without_sign,
        "negative-sign": goals.negative_sign,
        "signs-only-child": goals.signs_only_child,
        "own-half": effort.own_half,
        "wish-unanswered": effort.wish_unanswered,
        "mostly-professionals": effort.mostly_professionals,
        "action-unclear": effort.action_unclear,
        "protected-example": board.protected_example,
        "too-many-worries": board.too_many_worries,
        "worry-unfinished": board.worry_unfinished,
        "follow-up-untold": board.follow_up_untold,
        "numbers-waiting": board.numbers_waiting,
    }
)


def hints(record: Record, keys: Iterable[str], dismissed: Container[str] = ()) -> list[Hint]:
    """Return what the rules of a step find, in their order, without those of which the fingerprint is dismissed.

    A key that no rule has (an older format's) is passed over.
    """
    found = (as_hint(key, finding, record) for key in keys if key in HINTS for finding in HINTS[key](record))
    return [hint for hint in found if hint.fingerprint not in dismissed]
