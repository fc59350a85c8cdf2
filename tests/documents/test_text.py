"""The one way of a text to paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.documents.fonts import register
from tvm_desktop.documents.text import Look, Missing, break_lines, ink, longest_word, text_width

LOOK = Look(12, 16, "#000000")
BOLD = Look(12, 16, "#000000", bold=True)


@pytest.fixture(autouse=True, scope="module")
def _fonts() -> None:
    register()


def lines(text: str, width: float = 200) -> list[str]:
    """Return the lines of a text as they are read."""
    broken = break_lines([(text, LOOK)], width, Missing())
    return ["".join(part for part, _ in line.pieces) for line in broken]


def test_a_text_is_broken_between_words() -> None:
    assert lines("Han går selv ind ad døren", 100) == ["Han går selv ind", "ad døren"]


def test_a_word_wider_than_the_paper_is_broken_anywhere() -> None:
    broken = lines("a" * 100)
    assert "".join(broken) == "a" * 100
    assert all(text_width(line, LOOK) <= 200 for line in broken)


def test_a_word_wider_than_the_paper_begins_a_line() -> None:
    assert lines(f"om {'a' * 60}")[0] == "om"


def test_typed_line_ends_stay() -> None:
    assert lines("først\n\nsidst") == ["først", "", "sidst"]


@pytest.mark.parametrize("tied", ["kl. 14.30", "klokken 14", "20. marts"])
def test_a_time_stays_on_one_line(tied: str) -> None:
    broken = lines(f"{'ord ' * 20}{tied} {'ord ' * 20}{tied}", 90)
    assert sum(tied.replace(" ", "\u00a0") in line for line in broken) == 2


def test_markup_is_only_letters() -> None:
    text = "<b>A</b> & <para> {{x}} &amp;"
    assert lines(text, 400) == [text]


def test_a_missing_letter_is_remembered_once_and_framed() -> None:
    missing = Missing()
    (line,) = break_lines([("Godt 👍👍 ja", LOOK)], 400, missing)
    assert list(missing.letters) == ["👍"]
    assert [(run.text, run.font == "") for run in line.runs()] == [
        ("Godt ", False),
        ("👍👍", True),
        (" ja", False),
    ]


def test_every_script_gets_its_own_font() -> None:
    (line,) = break_lines([("Hej ሰላም", LOOK)], 400, Missing())
    assert [run.font for run in line.runs()] == ["NotoSans-Regular", "NotoSansEthiopic-Regular"]


def test_words_from_the_right_begin_a_line_of_their_own() -> None:
    first, second = break_lines([("Rania: ", BOLD), ("مريم تحب الرسم", LOOK)], 400, Missing())
    assert not first.right
    assert second.right


def test_a_name_from_the_right_inside_a_danish_sentence_stays_in_it() -> None:
    (line,) = break_lines([("Vi taler med رانيا حداد i morgen", LOOK)], 400, Missing())
    assert not line.right


def test_a_word_may_change_its_look_inside() -> None:
    (line,) = break_lines([("Jonas", BOLD), (", Mai", LOOK)], 400, Missing())
    assert [run.look.bold for run in line.runs()] == [True, False]


def test_the_longest_word_is_measured() -> None:
    assert longest_word("en sundhedsplejerske", LOOK) == text_width("sundhedsplejerske", LOOK)
    assert longest_word("", LOOK) == 0


def test_a_colour_is_made_once() -> None:
    assert ink("#14616B") is ink("#14616B")


@given(st.text(), st.floats(20, 500))
def test_any_text_can_be_broken(text: str, width: float) -> None:
    for line in break_lines([(text, LOOK), (text, BOLD)], width, Missing()):
        assert sum(run.width for run in line.runs()) >= 0
