"""Worries beside the goals that answer them, other goals, and what the family itself would like."""

from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.freja import freja_record
from helpers.papers import MEETING, small_record, source
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.model import Aim, Aims, Difference, GoalItem, Goals, Paragraphs, Section, View
from tvm_desktop.documents.parts.aims import goals, hopes, worries
from tvm_desktop.domain.entities import Action, Card, Entity, Goal, Link, Meeting, Scale, Sign, Statement
from tvm_desktop.domain.enums import CardKind, Share

WORRY = Statement(
    id="w1", meeting_id=MEETING, text="Han sover ikke", worried=("hoa",), future="Han bliver syg"
)
GOAL = Goal(id="g1", meeting_id=MEETING, text="Minh sover.", rank=1)
TIED = Link(id="l1", meeting_id=MEETING, upper="g1", lower="w1")
ASKED = Scale(id="s", meeting_id=MEETING, text="Hvordan går det?", revealed=True, fit_for_child=True)
SAID = View("Hoà er bekymret.", "Han sover ikke. Han bliver syg.")


def aims(*entities: Entity) -> tuple[Aim, ...]:
    """Return the worries with their goals."""
    section = worries(source(small_record(*entities)))
    if section is None:
        return ()
    assert isinstance(section.content, Aims)
    return section.content.items


def reached(section: Section | None) -> tuple[GoalItem, ...]:
    """Return the goals of a part."""
    assert section is not None
    assert isinstance(section.content, Goals)
    return section.content.items


def hoped(*entities: Entity, receivers: tuple[str, ...] = ()) -> list[str]:
    """Return what the family itself would like, one line each."""
    section = hopes(source(small_record(*entities), audience=Audience(frozenset(receivers))))
    if section is None:
        return []
    assert isinstance(section.content, Paragraphs)
    return ["".join(span.text for span in item) for item in section.content.items]


def wish(text: str, voice: str, *, verbatim: bool = False) -> Card:
    """Return what somebody says needs to happen."""
    return Card(id=text, meeting_id=MEETING, kind=CardKind.NEXT, text=text, voice=voice, verbatim=verbatim)


def test_a_goal_has_its_own_signs_in_their_order() -> None:
    record = small_record(
        Goal(id="g1", meeting_id=MEETING, text="Minh sover.", rank=1),
        Goal(id="g2", meeting_id=MEETING, text="Minh leger.", rank=2),
        Sign(id="s2", meeting_id=MEETING, goal_id="g1", text="Han spiser.", rank=2),
        Sign(id="s1", meeting_id=MEETING, goal_id="g1", text="Han står op.", rank=1),
    )
    assert [(goal.goal, goal.signs) for goal in reached(goals(source(record)))] == [
        ("Minh sover.", ("Han står op.", "Han spiser.")),
        ("Minh leger.", ()),
    ]


def test_a_worry_stands_with_the_goals_that_answer_it() -> None:
    assert aims(WORRY, GOAL, TIED) == (Aim((Difference("", (SAID,)),), (GoalItem("Minh sover."),)),)
    assert goals(source(small_record(WORRY, GOAL, TIED))) is None


def test_the_family_s_own_version_stands_beside_it_unchanged() -> None:
    own = "ikke enig!! han sover fint"
    (aim,) = aims(replace(WORRY, own_words=own, own_voice="hoa"))
    assert aim.worries[0].views == (SAID, View("Hoà siger:", own))
    (aim,) = aims(replace(WORRY, own_words=own))
    assert aim.worries[0].views[1].who == "Familien siger:"


def test_worries_with_a_goal_in_common_stand_together() -> None:
    other = replace(WORRY, id="w2", rank=2)
    alone = replace(WORRY, id="w3", rank=3)
    found = aims(WORRY, other, alone, GOAL, TIED, replace(TIED, id="l2", lower="w2"))
    assert [(len(aim.worries), len(aim.goals)) for aim in found] == [(2, 1), (1, 0)]


def test_a_goal_is_printed_once() -> None:
    second = replace(GOAL, id="g2", text="Minh leger.", rank=2)
    links = (TIED, replace(TIED, id="l2", upper="g2"), replace(TIED, id="l3", upper="g2", lower="w2"))
    found = aims(WORRY, replace(WORRY, id="w2"), GOAL, second, *links)
    assert [goal.goal for aim in found for goal in aim.goals] == ["Minh sover.", "Minh leger."]


def test_other_goals_follow_under_a_heading_of_their_own() -> None:
    second = replace(GOAL, id="g2", text="Minh leger.", rank=2)
    section = goals(source(small_record(WORRY, GOAL, TIED, second)))
    assert [goal.goal for goal in reached(section)] == ["Minh leger."]
    assert section is not None
    assert section.title == "Det vil vi også nå"


def test_a_follow_up_goes_on_with_the_goals_that_its_agreements_rest_on() -> None:
    earlier = (
        Meeting(id="m0"),
        replace(GOAL, meeting_id="m0"),
        replace(GOAL, id="g9", meeting_id="m0", text="Minh leger."),
        Sign(id="s", meeting_id="m0", goal_id="g1", text="Han står op."),
    )
    action = Action(id="a", meeting_id=MEETING, what="Ringer")
    rests = Link(id="l", meeting_id=MEETING, upper="a", lower="g1")
    record = small_record(*earlier, action, rests)
    assert reached(goals(source(record))) == (GoalItem("Minh sover.", ("Han står op.",)),)
    secret = replace(action, share=Share.FACILITATOR)
    assert goals(source(small_record(*earlier, secret, rests))) is None


def test_a_worry_that_is_kept_back_leaves_its_goal_alone() -> None:
    hidden = replace(WORRY, share=Share.FACILITATOR)
    assert aims(hidden, GOAL, TIED) == ()
    assert [goal.goal for goal in reached(goals(source(small_record(hidden, GOAL, TIED))))] == ["Minh sover."]


def test_a_worry_without_a_goal_is_not_said_to_have_one() -> None:
    section = worries(source(small_record(WORRY)))
    assert section is not None
    assert section.title == "Det er vi bekymrede for"
    whole = worries(source(freja_record()))
    assert whole is not None
    assert whole.title == "Det er vi bekymrede for, og det vil vi nå"


def test_the_family_s_own_goals_are_in_their_own_words() -> None:
    section = hopes(source(freja_record()))
    assert section is not None
    assert section.title == "Det vil familien selv gerne"
    assert hoped(wish("Vi vil grine", "hoa", verbatim=True)) == ["Hoà: ”Vi vil grine”"]


def test_what_something_was_made_of_is_not_said_again() -> None:
    agreed = Link(id="l", meeting_id=MEETING, upper="a", lower="Ringe")
    assert hoped(wish("Ringe", "hoa"), wish("Grine", "ingrid"), agreed) == ["Ingrid: Grine"]


@pytest.mark.parametrize(
    ("scale", "receivers", "told"),
    [
        (ASKED, (), []),
        (replace(ASKED, revealed=False), (), ["Ingrid: Grine"]),
        (replace(ASKED, share=Share.FACILITATOR), (), ["Ingrid: Grine"]),
        (ASKED, ("minh",), ["Ingrid: Grine"]),
    ],
    ids=["shown", "hidden again", "kept back", "for the child"],
)
def test_what_would_move_a_number_is_told_once(
    scale: Scale, receivers: tuple[str, ...], told: list[str]
) -> None:
    said = replace(wish("Grine", "ingrid"), fit_for_child=True)
    tie = Link(id="l", meeting_id=MEETING, upper="Grine", lower="s")
    assert hoped(said, scale, tie, receivers=receivers) == told


def test_what_a_professional_thinks_should_happen_is_no_promise_and_is_left_out() -> None:
    assert hoped(wish("En undersøgelse", "jonas"), wish("Mere hjælp", "")) == []
