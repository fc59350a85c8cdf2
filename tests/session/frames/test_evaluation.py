"""The evaluation on the wall: the question, and not a word of the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.minh import MEETING
from tvm_desktop.domain.entities import Evaluation, Missed
from tvm_desktop.session.frames.model import Blank

if TYPE_CHECKING:
    from session.frames.conftest import Picture


def test_only_the_question_is_there(picture: Picture) -> None:
    answer = Evaluation(id="e1", meeting_id=MEETING, person_id="duc", text="Ikke rigtigt.", number=3)
    missed = Missed(id="m1", meeting_id=MEETING, text="Mette Skov", voice="hoa")
    frame = picture("evaluation", answer, missed)
    assert frame.body == Blank()
    assert frame.question == "Har det givet mening for jer?"
    assert "Mette" not in str(frame)
    assert "rigtigt" not in str(frame)
