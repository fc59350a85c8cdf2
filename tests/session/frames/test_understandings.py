from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.sessions import minh
from tvm_desktop.domain.entities import Card, Position, Understanding
from tvm_desktop.domain.enums import Share
from tvm_desktop.session.frames.model import UnderstandingFrame, Understandings, View

if TYPE_CHECKING:
    from session.frames.conftest import Picture
    from tvm_desktop.session.frames.model import ProjectorFrame


def item(frame: ProjectorFrame, understanding: str) -> UnderstandingFrame:
    assert isinstance(frame.body, Understandings)
    return next(found for found in frame.body.items if found.id == understanding)


def test_differing_views_stand_beside_each_other_in_each_ones_own_words(picture: Picture) -> None:
    assert item(picture("understanding", newest="u3"), "u3") == UnderstandingFrame(
        id="u3",
        view=View("Đức, far", "Han er træt, fordi han spiller om natten."),
        explains=("Han sover først klokken 2 om natten. Om morgenen har han ondt i maven.",),
        others=(View("Minh", "Jeg spiller, fordi jeg ikke kan sove."),),
        newest=True,
    )


@pytest.mark.parametrize(("language", "words"), [("da", "ser det anderledes"), ("en", "sees it differently")])
def test_who_sees_it_differently_need_not_say_why(picture: Picture, language: str, words: str) -> None:
    silent = replace(minh().get(Position, "pos-m"), text="")
    assert item(picture("understanding", silent, language=language), "u3").others == (View("Minh", words),)


def test_a_kept_back_card_is_not_told_by_what_explains_it(picture: Picture) -> None:
    kept = replace(minh().get(Card, "c10"), share=Share.FACILITATOR)
    assert item(picture("understanding", kept), "u2").explains == ()
    assert item(picture("understanding", language="en"), "u2").explains == (
        "“Jeg er bange for at komme ind, når de andre allerede sidder der.”",
    )


def test_a_view_on_what_is_hidden_is_hidden_too(picture: Picture) -> None:
    kept = replace(minh().get(Understanding, "u3"), share=Share.FACILITATOR)
    assert "Jeg spiller" not in str(picture("understanding", kept))


def test_a_child_in_the_room_sees_no_quarrel(picture: Picture) -> None:
    fit = replace(minh().get(Understanding, "u3"), fit_for_child=True)
    assert item(picture("understanding", fit, child=True), "u3").others == ()
