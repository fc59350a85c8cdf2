"""Which question from 0 to 10 is looked at: known by what it is, for places change when one is added or kept back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tvm_desktop.session.frames.parts import seen
from tvm_desktop.session.frames.scale import questions

if TYPE_CHECKING:
    from tvm_desktop.domain.scales import Question
    from tvm_desktop.formats.model import Step
    from tvm_desktop.ui.facilitator.desk import Desk


class InView:
    """The leader's question, and the wall's with it. ``index`` is its place among all that are asked here."""

    def __init__(self, desk: Desk, step: Step) -> None:
        self.desk, self.step = desk, step
        self.index = 0
        self._was_live = False
        self._question = self.found()[0]

    def found(self) -> list[Question]:
        """List what is asked here."""
        return questions(self.desk.record, self.step)

    def shown(self) -> list[Question]:
        """List what the wall counts; a question that is kept back is the leader's alone."""
        return questions(self.desk.record, self.step, seen(self.desk.record))

    @property
    def question(self) -> Question:
        """The question as it stands now."""
        found = self.found()
        return found[place_of(self._question, found, self.index)]

    def go(self, place: int) -> None:
        """Look at another one; the wall follows while the table is at this step."""
        self.index, self._question = place, self.found()[place]
        self._lead()

    def follow(self) -> None:
        """Take in a changed record: the question stays; when the table comes here it is the wall's."""
        found, shown, was_live = self.found(), self.shown(), self._was_live
        self._question, self._was_live = self.question, self.desk.is_live
        if self._was_live and not was_live:
            on_wall = shown[min(self.desk.session.projector.showing.item, len(shown) - 1)]
            self._question = on_wall if on_wall in found else self._question
        self.index = found.index(self._question)
        self._lead()

    def _lead(self) -> None:
        shown, projector = self.shown(), self.desk.session.projector
        if self.desk.is_live and self._question in shown:
            item = shown.index(self._question)
            if item != projector.showing.item:
                projector.look_at(item=item)


def place_of(question: Question, found: list[Question], otherwise: int) -> int:
    """Return where a question stands now; one that has been asked since is known by what it follows."""
    same = [n for n, each in enumerate(found) if (each.id, each.follows) == (question.id, question.follows)]
    again = [n for n, each in enumerate(found) if question.follows and each.follows == question.follows]
    return next(iter((*same, *again)), min(otherwise, len(found) - 1))
