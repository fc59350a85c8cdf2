from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from helpers.minh import MEETING
from helpers.sessions import minh
from tvm_desktop.domain.entities import Action, Card, Goal, Link, Meeting, Shared, Understanding, UnmetNeed
from tvm_desktop.domain.enums import Share
from tvm_desktop.session.frames.model import Thread
from tvm_desktop.session.frames.showing import Scene
from tvm_desktop.session.frames.thread import visible_chains

if TYPE_CHECKING:
    from session.frames.conftest import Picture
    from tvm_desktop.session.frames.model import ProjectorFrame


def chain(frame: ProjectorFrame) -> list[tuple[str, ...]]:
    assert isinstance(frame.body, Thread)
    return [(link.title, *link.texts) for link in frame.body.links]


def test_one_whole_chain_goes_from_what_was_seen_to_what_is_done(picture: Picture) -> None:
    frame = picture("closing", scene=Scene.THREAD, item=5)
    assert frame.question == "Hænger det sammen?"
    assert chain(frame) == [
        ("Vi så", "Minh kom langt væk fra sin bedste ven, da familien flyttede i august."),
        (
            "Sådan forstår vi det",
            "Minh mistede sin ven, da vi flyttede. Det er svært at begynde alene i en ny klasse.",
        ),
        ("Det har Minh brug for", "En ven"),
        ("Det vil vi nå", "Minh er sammen med en på sin alder mindst én gang om ugen."),
        ("Det gør vi", "Mai: Går i cykelklub om onsdagen."),
    ]


def test_the_chain_speaks_english_too(picture: Picture) -> None:
    titles = [link[0] for link in chain(picture("closing", scene=Scene.THREAD, language="en"))]
    assert titles == [
        "We saw",
        "We understand it like this",
        "What Minh needs",
        "What we want to reach",
        "What we do",
    ]


def test_two_who_do_it_are_joined_by_and(picture: Picture) -> None:
    texts = [chain(picture("closing", scene=Scene.THREAD, item=item))[-1][1] for item in range(9)]
    assert "Hoà og Đức: Spiser sammen klokken 18." in texts


def test_an_item_past_the_last_chain_is_the_last_one(picture: Picture) -> None:
    last = picture("closing", scene=Scene.THREAD, item=99).body
    assert isinstance(last, Thread)
    assert (last.index, last.total) == (8, 9)


@pytest.mark.parametrize(
    ("kind", "hidden", "left"),
    [(Card, "c10", 4), (Understanding, "u2", 4), (UnmetNeed, "n1", 4), (Goal, "g1", 4), (Action, "a1", 8)],
)
def test_a_chain_through_anything_kept_back_is_not_shown(
    picture: Picture, kind: type[Shared], hidden: str, left: int
) -> None:
    kept = replace(minh().get(kind, hidden), share=Share.FACILITATOR)
    body = picture("closing", kept, scene=Scene.THREAD).body
    assert isinstance(body, Thread)
    assert body.total == left


def test_a_child_sees_no_chain_that_is_not_fit_for_it_throughout(picture: Picture) -> None:
    body = picture("closing", scene=Scene.THREAD, child=True).body
    assert body == Thread((), 0, 0)


def test_nothing_of_an_earlier_meeting_is_in_a_chain() -> None:
    record = minh()
    earlier = Meeting(id="earlier")
    cards = [replace(card, meeting_id="earlier") for card in record.all(Card)]
    known = {e.id: e for e in record.entities()} | {e.id: e for e in (earlier, *cards)}
    moved = type(record).of(MEETING, known.values())
    assert moved.all(Link)
    assert visible_chains(moved) == []
