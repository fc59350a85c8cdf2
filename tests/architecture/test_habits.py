"""Habits that keep untrusted text, lifetimes and the methods' data where they belong."""

from __future__ import annotations

import ast
import tomllib

import pytest

from architecture.source import ROOT, Module, called, modules

CALLS = [
    # (what is called, where that matters, the only place that may, why)
    ("print", "", "cli.py", "only the command line speaks on a terminal"),
    ("Paragraph", "documents/", "documents/text.py", "the one way of a text to paper escapes markup"),
    ("QLabel", "ui/", "ui/widgets/", "PlainLabel never reads a text as HTML"),
    ("setToolTip", "ui/", "ui/widgets/", "a tool tip reads what looks like HTML as HTML"),
    ("getSaveFileName", "", "ui/savedialog.py", "it says what is not encrypted, and keeps no list of names"),
    ("QPrinter", "", "ui/printing.py", "what is printed must lie on no disk on the way"),
    ("setWhatsThis", "ui/", "ui/widgets/", "it reads what looks like HTML as HTML"),
]


@pytest.mark.parametrize(("name", "floor", "place", "reason"), CALLS)
def test_a_call_stands_in_one_place(name: str, floor: str, place: str, reason: str) -> None:
    wrong = [
        module.at(call)
        for module in modules()
        if module.room.startswith(floor) and not module.room.startswith(place)
        for call in module.every(ast.Call)
        if called(call) == name
    ]
    assert wrong == [], reason


def test_no_label_is_derived_outside_the_widgets() -> None:
    wrong = [
        module.at(node)
        for module in modules()
        if not module.room.startswith("ui/widgets/")
        for node in module.every(ast.ClassDef)
        if "QLabel" in {base.id for base in node.bases if isinstance(base, ast.Name)}
    ]
    assert wrong == []


def test_no_ready_made_message_box_is_opened_outside_the_widgets() -> None:
    ready = {"about", "aboutQt", "critical", "information", "question", "warning"}
    wrong = [
        module.at(call)
        for module in modules()
        if not module.room.startswith("ui/widgets/")
        for call in module.every(ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr in ready
        if isinstance(call.func.value, ast.Name) and call.func.value.id == "QMessageBox"
    ]
    assert wrong == []


def holds_self(node: ast.AST) -> bool:
    """Return whether a lambda keeps its window alive."""
    return isinstance(node, ast.Lambda) and any(
        isinstance(n, ast.Name) and n.id == "self" for n in ast.walk(node)
    )


def test_no_lambda_that_holds_self_is_connected() -> None:
    wrong = [
        module.at(call)
        for module in modules()
        for call in module.every(ast.Call)
        if called(call) == "connect" and any(holds_self(argument) for argument in call.args)
    ]
    assert wrong == []


def test_no_code_knows_a_formats_name() -> None:
    files = sorted((ROOT / "resources" / "formats").glob("*.toml"))
    names = {tomllib.loads(path.read_text("utf-8")).get("id") for path in files} - {None}
    assert names
    assert [(where, value) for module in modules() for where, value in texts(module) if value in names] == []


def texts(module: Module) -> list[tuple[str, str]]:
    """List every string of a file with its place."""
    return [
        (module.at(node), node.value) for node in module.every(ast.Constant) if isinstance(node.value, str)
    ]


def test_no_field_for_a_civil_registration_number() -> None:
    names = {"cpr", "cpr_number", "civil_registration_number", "personnummer", "ssn"}
    fields = [
        module.at(node)
        for module in modules()
        for node in module.every(ast.AnnAssign)
        if isinstance(node.target, ast.Name) and node.target.id.casefold() in names
    ]
    columns = [
        module.at(call)
        for module in modules()
        for call in module.every(ast.Call)
        if called(call) == "Column"
        and any(isinstance(a, ast.Constant) and a.value in names for a in call.args[:1])
    ]
    assert fields + columns == []
