"""A copy without what some people said."""

from __future__ import annotations

from helpers.papers import MEETING, small_record
from tvm_desktop.domain.entities import (
    Action,
    Card,
    Correction,
    Evaluation,
    FollowUp,
    Link,
    Person,
    Position,
    ScaleRating,
    Statement,
    UnmetNeed,
    Wish,
)
from tvm_desktop.domain.enums import ActionStatus, CardKind, WishReply
from tvm_desktop.domain.leftout import without

HOA = frozenset({"hoa"})


def test_nothing_changes_when_nobody_is_left_out() -> None:
    record = small_record()
    assert without(record, frozenset()) is record


def test_what_somebody_said_goes_and_what_hangs_on_it() -> None:
    said = Card(id="card", meeting_id=MEETING, kind=CardKind.WORRY, text="Jeg er træt", voice="hoa")
    other = Card(id="d", meeting_id=MEETING, kind=CardKind.WORRY, text="Han er stille", voice="jonas")
    answer = Position(id="p", meeting_id=MEETING, about="card", person_id="jonas", text="Det ser jeg ikke")
    reply = Correction(id="r", meeting_id=MEETING, about="p", text="Jo", voice="ingrid")
    tie = Link(id="l", meeting_id=MEETING, upper="d", lower="card")
    left = without(small_record(said, other, answer, reply, tie), HOA)
    assert left.every(Card) == [other]
    assert not left.every(Position) + left.every(Correction) + left.every(Link)


def test_numbers_answers_and_needs_go_with_their_voice() -> None:
    theirs = (
        ScaleRating(id="n", meeting_id=MEETING, scale_id="s", person_id="hoa", value=4),
        Evaluation(id="e", meeting_id=MEETING, person_id="hoa", text="For langt"),
        UnmetNeed(id="u", meeting_id=MEETING, text="Søvn", voice="hoa"),
    )
    left = without(small_record(*theirs), HOA)
    assert not left.every(ScaleRating) + left.every(Evaluation) + left.every(UnmetNeed)


def test_agreements_stay_with_the_names_of_those_who_do_them() -> None:
    agreed = Action(id="a", meeting_id=MEETING, what="Ringer til skolen", who=("hoa",), accepted_by=("hoa",))
    told = FollowUp(
        id="f", meeting_id=MEETING, action_id="a", status=ActionStatus.DONE, text="Nemt", voice="hoa"
    )
    left = without(small_record(agreed, told), HOA)
    assert left.every(Action) == [agreed]
    (kept,) = left.every(FollowUp)
    assert (kept.status, kept.text, kept.voice) == (ActionStatus.DONE, "", "")


def test_a_worry_stays_while_others_have_it() -> None:
    both = Statement(
        id="w",
        meeting_id=MEETING,
        text="Fravær",
        worried=("hoa", "jonas"),
        own_words="Han er træt",
        own_voice="hoa",
    )
    alone = Statement(id="x", meeting_id=MEETING, text="Penge", worried=("hoa",))
    (left,) = without(small_record(both, alone), HOA).every(Statement)
    assert (left.worried, left.own_words, left.text) == (("jonas",), "", "Fravær")


def test_why_somebody_said_no_is_theirs_and_a_yes_is_a_promise() -> None:
    no = Wish(
        id="n", meeting_id=MEETING, text="Taxa", reply=WishReply.NO, answered_by="jonas", because="Penge"
    )
    yes = Wish(id="y", meeting_id=MEETING, text="Makker", reply=WishReply.YES, answered_by="jonas")
    refused, granted = without(small_record(no, yes), frozenset({"jonas"})).every(Wish)
    assert (refused.reply, refused.answered_by, refused.because) == (WishReply.NO, "", "")
    assert granted == yes


def test_their_phone_number_goes_and_their_name_stays() -> None:
    record = small_record(Person(id="karin", name="Karin", phone="00 00 00 00"))
    karin = without(record, frozenset({"karin"})).get(Person, "karin")
    assert (karin.name, karin.phone) == ("Karin", "")
