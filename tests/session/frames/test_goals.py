from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from helpers.minh import MEETING
from helpers.sessions import minh
from tvm_desktop.domain.entities import Goal, Link, Position, Sign, Statement, UnmetNeed
from tvm_desktop.domain.enums import Share
from tvm_desktop.session.frames.model import GoalFrame, Goals, View

if TYPE_CHECKING:
    from session.frames.conftest import Picture
    from tvm_desktop.session.frames.model import ProjectorFrame

LEADER = Share.FACILITATOR


def rows(frame: ProjectorFrame) -> tuple[GoalFrame, ...]:
    assert isinstance(frame.body, Goals)
    return frame.body.items


def test_a_row_goes_from_need_to_goal_to_signs(picture: Picture) -> None:
    frame = picture("goal", newest="s31")
    assert isinstance(frame.body, Goals)
    assert frame.body.titles == ("Det har Minh brug for", "Det vil vi nå", "Det kan vi se, når det lykkes")
    assert rows(frame)[2] == GoalFrame(
        id="g3",
        need="Søvn",
        goal="Minh sover før klokken 23 på hverdage.",
        signs=("Han står op uden mavepine.", "Han spiser morgenmad."),
        newest=True,
    )
    assert [row.newest for row in rows(frame)] == [False, False, True]


def test_the_titles_are_in_the_meetings_language(picture: Picture) -> None:
    body = picture("goal", language="en").body
    assert isinstance(body, Goals)
    assert body.titles == ("What Minh needs", "What we want to reach", "What we can see when it works")


def test_a_need_is_said_once_over_its_goals_and_also_before_it_has_any(picture: Picture) -> None:
    second = Goal(id="g4", meeting_id=MEETING, text="Ro om aftenen", need_id="n3", rank=9.0)
    lonely = UnmetNeed(id="n4", meeting_id=MEETING, text="Tid med far", rank=9.0)
    found = [(row.need, row.goal) for row in rows(picture("goal", second, lonely))]
    assert found[2:] == [
        ("Søvn", "Minh sover før klokken 23 på hverdage."),
        ("", "Ro om aftenen"),
        ("Tid med far", ""),
    ]


def test_a_kept_back_need_leaves_its_goal_standing_alone(picture: Picture) -> None:
    kept = replace(minh().get(UnmetNeed, "n3"), share=LEADER)
    assert [(row.need, row.goal) for row in rows(picture("goal", kept))][2] == (
        "",
        "Minh sover før klokken 23 på hverdage.",
    )


def test_a_kept_back_goal_takes_its_signs_and_views_along(picture: Picture) -> None:
    kept = replace(minh().get(Goal, "g3"), share=LEADER)
    view = Position(id="p", meeting_id=MEETING, about="g3", person_id="duc", text="Det er for tidligt.")
    shown = picture("goal", kept, view)
    assert "mavepine" not in str(shown)
    assert "for tidligt" not in str(shown)
    assert rows(shown)[2] == GoalFrame("n3", "Søvn", "", ())
    assert rows(picture("goal", view))[2].others == (View("Đức, far", "Det er for tidligt."),)


def test_a_kept_back_sign_is_left_out(picture: Picture) -> None:
    kept = replace(minh().get(Sign, "s30"), share=LEADER)
    assert rows(picture("goal", kept))[2].signs == ("Han spiser morgenmad.",)


def worry(**values: Any) -> Statement:
    return Statement(id="w", meeting_id=MEETING, text="Minh sover om dagen.", rank=9.0, **values)


def test_worries_stand_where_needs_do(picture: Picture) -> None:
    frame = picture("goal", worry())
    assert isinstance(frame.body, Goals)
    assert frame.body.titles[0] == "Det har Minh brug for, og det er vi bekymrede for"
    assert [(row.need, row.goal) for row in rows(frame)][3:] == [("Minh sover om dagen.", "")]


def test_a_goal_stands_beside_the_worry_that_it_answers(picture: Picture) -> None:
    goal = Goal(id="g9", meeting_id=MEETING, text="Han sover om natten.", rank=9.0)
    tie = Link(id="t", meeting_id=MEETING, upper="g9", lower="w")
    assert rows(picture("goal", worry(), goal, tie, newest="w"))[3] == GoalFrame(
        "g9", "Minh sover om dagen.", "Han sover om natten.", (), newest=True
    )
    kept = rows(picture("goal", worry(share=LEADER), goal, tie))[3]
    assert (kept.need, kept.goal) == ("", "Han sover om natten.")
