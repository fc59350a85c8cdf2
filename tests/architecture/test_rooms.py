"""Small rooms: a file or a function is as long as one can hold in mind."""

from __future__ import annotations

import ast
from statistics import median

from architecture.source import ROOT, modules

LONGEST_FILE, MEDIAN_FILE = 400, 150
LONGEST_FUNCTION, MEDIAN_FUNCTION = 40, 8


def file_lengths() -> dict[str, int]:
    """Return the lines of every file of the program that has any code."""
    return {module.room: len(module.text.splitlines()) for module in modules() if len(module.tree.body) > 1}


def function_lengths() -> dict[str, int]:
    """Return the lines of every function and method, with its signature and docstring."""
    return {
        f"{module.at(node)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for module in modules()
        for node in module.every(ast.FunctionDef)
    }


def test_no_file_is_too_long() -> None:
    assert {room: lines for room, lines in file_lengths().items() if lines > LONGEST_FILE} == {}


def test_a_file_is_short_as_a_rule() -> None:
    assert median(file_lengths().values()) <= MEDIAN_FILE


def test_no_function_is_too_long() -> None:
    assert {name: lines for name, lines in function_lengths().items() if lines > LONGEST_FUNCTION} == {}


def test_a_function_is_short_as_a_rule() -> None:
    assert median(function_lengths().values()) <= MEDIAN_FUNCTION


def test_no_test_or_tool_is_too_long() -> None:
    files = [path for folder in ("tests", "packaging") for path in (ROOT / folder).rglob("*.py")]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}
