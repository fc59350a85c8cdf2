"""A format file is read whole, or every error is said with file and key."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.domain.enums import Holds
from tvm_desktop.errors import UserError
from tvm_desktop.formats.model import MeetingFormat, PanelKind, Phrase, Tint
from tvm_desktop.formats.reader import Blocks, canonical, read_format, read_source, read_toml
from tvm_desktop.formats.table import Problems
from tvm_desktop.words import say

STEP = """
[[step]]
id = "talk"
panel = "closing"
minutes = 10
title = { da = "Samtale", en = "Talk" }
question = { da = "Hvad nu, {child}?", en = "What now, {child}?" }
"""
WHOLE = f"""
id = "short"
name = {{ da = "Kort møde", en = "Short meeting" }}
{STEP}"""


def read(text: str | bytes, **options: Any) -> tuple[MeetingFormat | None, list[str]]:
    problems = Problems("own.toml")
    data = text if isinstance(text, bytes) else text.encode()
    values = read_toml(data, problems)
    fmt = None if values is None else read_format(values, problems, **options)
    return fmt, [say(problem, "en") for problem in problems.found]


def test_a_whole_format_is_read() -> None:
    fmt, problems = read(WHOLE)
    assert not problems
    assert fmt is not None
    assert fmt.name == Phrase("Kort møde", "Short meeting")
    assert fmt.steps[0].panel is PanelKind.CLOSING
    assert fmt.steps[0].short == fmt.steps[0].title
    assert len(fmt.hash) == 64


def test_a_board_has_columns_of_cards() -> None:
    column = '[[step.column]]\nkind = "worry"\ntint = "worry"\ntitle = { da = "Svært", en = "Hard" }\n'
    fmt, problems = read(WHOLE.replace('"closing"', '"board"') + column)
    assert not problems
    assert fmt is not None
    assert [(c.kind, c.tint) for c in fmt.steps[0].columns] == [(Holds.WORRY, Tint.WORRY)]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"closing"', '"bord"', "step[1].panel: “bord” does not exist here. Choose one of actions, board,"),
        ('"closing"', "7", "step[1].panel: “7” does not exist here."),
        ('"closing"', '"board"', "step[1].column: is missing: a board needs at least one column."),
        ('"closing"', '"framing"', "step[1].statement: is missing: the framing needs at least one sentence."),
        ('id = "short"\n', "", "id: is missing."),
        ('"short"', '"Kort møde"', "id: must be small letters a–z, digits and hyphens, at most 60."),
        ('"short"', "5", "id: must be text in quotation marks."),
        ("minutes = 10", "minutes = 0", "step[1].minutes: must be a whole number from 1 to 240."),
        ("minutes = 10", "minutes = true", "step[1].minutes: must be a whole number from 1 to 240."),
        ("minutes = 10", 'minutes = "ti"', "step[1].minutes: must be a whole number from 1 to 240."),
        ("minutes = 10", "minutes = 10\non = 1", "step[1].on: must be true or false."),
        ("minutes = 10", "minutes = 10\non = false", "step[1].on: only a step with optional = true can be off."),
        ("minutes = 10", "minutes = 10\noptional = true", "step: At least one step must be at every meeting"),
        ("minutes = 10", 'minutes = 10\nat = "first"', "step: At least one step must be at every meeting"),
        ("minutes = 10", "minutes = 10\nminuts = 1", "step[1].minuts: is not a key here. Choose one of at, column,"),
        ("minutes = 10", "minutes = 10\nprompts = 3", "step[1].prompts: must be a list."),
        ("minutes = 10", 'minutes = 10\nprompts = ["Hvad?"]', "step[1].prompts[1]: must be words in both"),
        ("minutes = 10", "minutes = 10\ncolumn = [3]", "step[1].column[1]: must be a table with keys and values."),
        ("minutes = 10", 'minutes = 10\nuse = "x"', "step[1].use: There is no sound block called “x”."),
        ('"Samtale"', '""', "step[1].title.da: is empty."),
        ('"Samtale"', "1", "step[1].title.da: must be text in quotation marks."),
        ('"Samtale"', '"a\\nb"', "step[1].title.da: holds a line break or an invisible character."),
        ('"Samtale"', '"\\u202Ea"', "step[1].title.da: holds a line break or an invisible character."),
        ('"Samtale"', f'"{"x" * 301}"', "step[1].title.da: is longer than 300 characters."),
        (', en = "Talk"', "", "step[1].title.en: is missing."),
        (', en = "Talk"', ', en = "Talk", de = "Rede"', "step[1].title.de: is not a key here."),
        ("nu, {child}", "nu, {barn}", "step[1].question.da: may only hold {child}, {child_s} in curly brackets."),
        ("[[step]]", "[step]", "step: must be a list."),
        ("[[step]]", "[[steps]]", "steps: is not a key here."),
    ],
)  # fmt: skip
def test_an_error_says_file_and_key(old: str, new: str, problem: str) -> None:
    fmt, problems = read(WHOLE.replace(old, new, 1))
    assert fmt is None
    assert any(said.startswith(f"own.toml: {problem}") for said in problems), problems


def test_every_error_is_said_not_only_the_first() -> None:
    _, problems = read(WHOLE.replace('"closing"', '"bord"').replace("10", "0").replace('"Samtale"', '""'))
    assert len(problems) == 3


def test_two_steps_of_one_id_are_an_error() -> None:
    _, problems = read(WHOLE + STEP)
    assert problems == ["own.toml: step[2].id: “talk” is there twice."]


def test_an_unknown_hint_is_an_error_in_a_file() -> None:
    text = WHOLE.replace("minutes = 10", 'minutes = 10\nhints = ["puls"]')
    _, problems = read(text, hints={"pulse"})
    assert problems == ["own.toml: step[1].hints[1]: “puls” does not exist here. Choose one of pulse."]


def test_a_step_may_take_in_a_block_and_say_something_else_of_its_own() -> None:
    block = read_toml(STEP.encode(), Problems(""))
    assert block is not None
    text = WHOLE[: WHOLE.index("[[step]]")] + '[[step]]\nuse = "talk"\nminutes = 3\n'
    fmt, problems = read(text, blocks=Blocks({"talk": block["step"][0]}))
    assert not problems
    assert fmt is not None
    assert (fmt.steps[0].id, fmt.steps[0].minutes) == ("talk", 3)


def test_a_missing_block_is_said_once() -> None:
    text = WHOLE[: WHOLE.index("[[step]]")] + '[[step]]\nuse = "framing"\n'
    _, problems = read(text)
    assert problems == ["own.toml: step[1].use: There is no sound block called “framing”."]


def test_what_is_no_toml_is_said_with_its_line() -> None:
    assert read("id = 'a'\nname = =\n")[1] == ["own.toml: Line 2 is not written as TOML."]
    assert read(b"id = 'a'\nname = '\xff'\n")[1] == [
        "own.toml: Line 2 is not UTF-8 text. Save the file as UTF-8."
    ]
    assert read("id = '''a")[1] == ["own.toml: The file ends too early: something is not closed."]
    assert read("a = " + "[" * 100_000)[1]
    assert read(b" " * 2_000_000)[1] == ["own.toml: The file is too large to be a meeting format."]


def test_a_file_from_notepad_with_mark_and_crlf_is_read() -> None:
    fmt, problems = read(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert fmt is not None
    assert not problems


def test_an_empty_file_lacks_id_name_and_steps() -> None:
    assert read("")[1] == [
        "own.toml: id: is missing.",
        "own.toml: name: is missing.",
        "own.toml: step: is missing: a meeting needs at least one step.",
    ]


def test_the_stored_source_reads_back_equal_and_keeps_its_hash() -> None:
    fmt, _ = read(WHOLE, own_version=True)
    assert fmt is not None
    assert read_source(fmt.source) == fmt


def test_a_stored_source_is_read_even_where_every_step_can_be_left_out() -> None:
    fmt, _ = read(WHOLE)
    assert fmt is not None
    form = replace(fmt, steps=(replace(fmt.steps[0], optional=True),))
    assert read_source(canonical(form)).steps == form.steps


def test_order_and_remarks_in_the_file_do_not_change_the_hash() -> None:
    one, _ = read(WHOLE)
    other, _ = read(WHOLE.replace('id = "talk"\n', "# remark\n") + 'id = "talk"\n')
    assert one is not None
    assert other is not None
    assert one.hash == other.hash


@pytest.mark.parametrize("source", ["", "[]", "{}", "null", '{"id":"x"}', "[" * 100_000])
def test_a_stored_source_that_is_none_is_a_calm_error(source: str) -> None:
    with pytest.raises(UserError):
        read_source(source)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = [
    "id",
    "name",
    "step",
    "panel",
    "minutes",
    "title",
    "prompts",
    "hints",
    "column",
    "statement",
    "use",
    "on",
]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES), st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_no_values_make_the_reader_stumble(top: dict[str, Any], step: dict[str, Any]) -> None:
    problems = Problems("own.toml")
    fmt = read_format({**top, "step": [step, top]}, problems)
    assert (fmt is None) == bool(problems.found)
    for problem in problems.found:
        assert say(problem, "en").startswith("own.toml: ")
