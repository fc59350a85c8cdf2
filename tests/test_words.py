"""The words: both languages are whole, and a message is said in one of them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

import translations
from architecture.source import called, modules
from tvm_desktop.words import Message, Words, msg, msgs, say

if TYPE_CHECKING:
    from pathlib import Path


def test_the_danish_words_are_whole() -> None:
    assert translations.problems() == []


def test_every_marked_sentence_is_written_out_where_it_is_marked() -> None:
    written = {"msg": 1, "msgs": 2}
    wrong = [
        module.at(call)
        for module in modules()
        for call in module.every(ast.Call)
        if isinstance(call.func, ast.Name)
        and any(
            not (isinstance(argument, ast.Constant) and argument.value)
            for argument in call.args[: written.get(called(call), 0)]
        )
    ]
    assert [where for where in wrong if not where.startswith("words.py")] == []


def test_no_sentence_is_said_without_being_marked() -> None:
    wrong = [
        module.at(call)
        for module in modules()
        for call in module.every(ast.Call)
        if called(call) == "Message" and isinstance(call.func, ast.Name)
        if any(isinstance(argument, ast.Constant) and argument.value for argument in call.args[:1])
    ]
    assert wrong == []


@pytest.fixture
def a_source(tmp_path: Path) -> Path:
    """Return a folder with one module that says two things."""
    (tmp_path / "view.py").write_text(
        'msg("Good day, {name}")\nmsgs("one card", "{count} cards", n)\n', "utf-8"
    )
    return tmp_path


def po(danish: str) -> str:
    return f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n{danish}'


GOOD = """
msgid "Good day, {name}"
msgstr "Goddag, {name}"

msgid "one card"
msgid_plural "{count} cards"
msgstr[0] "et kort"
msgstr[1] "{count} kort"
"""


@pytest.mark.parametrize(
    ("danish", "said"),
    [
        (GOOD, ""),
        (GOOD.replace("Goddag, {name}", ""), "untranslated: Good day, {name}"),
        (
            GOOD.replace("Goddag, {name}", "Goddag, {navn}"),
            "other {blanks} than the English: Good day, {name}",
        ),
        (GOOD.replace('"{count} kort"', '""'), "untranslated: one card"),
        (GOOD.replace('\nmsgid "Good', '\n#, fuzzy\nmsgid "Good'), "fuzzy: Good day, {name}"),
        (GOOD.replace("Good day", "Good evening"), "missing: Good day, {name}"),
        (GOOD + '\nmsgid "Farewell"\nmsgstr "Farvel"\n', "unused: Farewell"),
    ],
)
def test_a_fault_in_the_danish_words_is_found(a_source: Path, danish: str, said: str) -> None:
    path, compiled = a_source / "da.po", a_source / "da.mo"
    path.write_text(po(danish), "utf-8")
    compiled.write_bytes(translations.as_mo(translations.in_step(a_source, path)))
    found = translations.problems(a_source, path, compiled)
    assert said in found if said else found == []


def test_words_that_were_not_compiled_again_are_found(a_source: Path) -> None:
    path, compiled = a_source / "da.po", a_source / "da.mo"
    path.write_text(po(GOOD), "utf-8")
    compiled.write_bytes(translations.as_mo(translations.in_step(a_source, path)))
    path.write_text(po(GOOD.replace("Goddag", "Hej")), "utf-8")
    assert len(translations.problems(a_source, path, compiled)) == 1


def test_a_sentence_within_a_sentence_or_an_f_string_is_found(tmp_path: Path) -> None:
    (tmp_path / "view.py").write_text(
        'say(msg("{a} said yes", a=say(msg("and"))))\nf"← {say(msg(\'Back\'))}"\n', "utf-8"
    )
    assert {message.id for message in translations.extracted(tmp_path) if message.id} == {
        "{a} said yes",
        "and",
        "Back",
    }


def test_extracting_twice_changes_nothing(a_source: Path) -> None:
    path = a_source / "da.po"
    path.write_text(po(GOOD), "utf-8")
    first = translations.as_po(translations.in_step(a_source, path))
    path.write_bytes(first)
    assert translations.as_po(translations.in_step(a_source, path)) == first


def test_a_message_is_said_in_the_language_asked_for() -> None:
    assert say(msg("Monday"), "da") == "mandag"
    assert say(msg("Monday"), "en") == "Monday"
    assert say(msg("Monday"), "tlh") == "Monday"


def test_an_empty_message_says_nothing() -> None:
    assert say(Message(""), "da") == ""


def test_a_message_inside_a_message_is_said_in_the_same_language() -> None:
    outer = Message("({day})", {"day": msg("Monday")})
    assert say(outer, "da") == "(mandag)"
    assert say(outer, "en") == "(Monday)"


def test_what_fills_a_sentence_is_never_read_as_a_sentence() -> None:
    assert say(Message("{text}", {"text": "{name} & <b>%s</b>"}), "da") == "{name} & <b>%s</b>"


@pytest.mark.parametrize(("count", "said"), [(0, "0 things"), (1, "1 thing"), (2, "2 things")])
def test_a_number_chooses_singular_or_plural(count: int, said: str) -> None:
    assert say(Message("{count} thing", {"count": count}, "{count} things", count), "en") == said
    assert msgs("one", "many", count).args["count"] == count


def test_words_follow_a_change_of_language() -> None:
    words = Words("da")
    assert words(msg("Friday")) == "fredag"
    words.language = "en"
    assert words(msg("Friday")) == "Friday"


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("kontaktperson", "a granted measure in Danish law; ours is the tovholder"),
        ("lovlig", "the program never says what the law allows"),
        ("holder øje", "we see whether it helps"),
        ("inden den", "senest"),
        ("“", "Danish quotes are ”…”"),
    ],
)
def test_a_word_that_would_be_wrong_is_not_said_in_danish(word: str, reason: str) -> None:
    said = [
        form for message in translations.translated().values() for form in translations.forms(message.string)
    ]
    assert [form for form in said if word in form.casefold()] == [], reason
