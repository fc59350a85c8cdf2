"""A file imports only from its own floor and those below, and each library has its floor. There are no exemptions."""

from __future__ import annotations

import ast
import sys

from architecture.source import FLOORS, GROUND, called, modules

LIBRARIES = {
    "ground": {"platformdirs"},
    "domain": set[str](),
    "formats": {"cattrs"},
    "storage": {"sqlalchemy", "sqlcipher3", "cryptography", "cattrs", "attrs", "keyring"},
    "session": set[str](),
    "documents": {"reportlab", "bidi", "arabic_reshaper", "pypdfium2"},
    "ui": {"PySide6", "shiboken6"},
    "top": {"PySide6"},
}


def floor_of(name: str) -> str:
    """Return the floor that a dotted name of ours is on."""
    room = [*name.split("."), "__init__"][1]
    if room in FLOORS:
        return room
    return "ground" if room in GROUND else "top"


def test_every_folder_is_a_floor() -> None:
    assert {module.floor for module in modules()} <= set(FLOORS)


def test_imports_go_downward() -> None:
    wrong = [
        f"{where} ({module.floor}) imports {name}"
        for module in modules()
        for where, name in module.imports()
        if name.split(".")[0] == "tvm_desktop" and FLOORS.index(floor_of(name)) > FLOORS.index(module.floor)
    ]
    assert wrong == []


def test_each_library_is_used_on_its_own_floor_only() -> None:
    wrong = [
        f"{where} ({module.floor}) imports {name}"
        for module in modules()
        for where, name in module.imports()
        if (library := name.split(".")[0]) not in sys.stdlib_module_names
        and library != "tvm_desktop"
        and library not in LIBRARIES[module.floor]
    ]
    assert wrong == []


def test_of_the_top_only_the_program_with_windows_needs_qt() -> None:
    wrong = [
        where
        for module in modules()
        if module.floor == "top" and module.room != "app.py"
        for where, name in module.imports()
        if name.startswith("PySide6")
    ]
    assert wrong == []


def test_nothing_is_imported_behind_the_back_of_these_tests() -> None:
    wrong = [
        module.at(call)
        for module in modules()
        for call in module.every(ast.Call)
        if called(call) in {"__import__", "import_module"}
        or (isinstance(call.func, ast.Name) and called(call) in {"exec", "eval"})
    ]
    assert wrong == []


def test_the_tables_have_no_orm() -> None:
    wrong = [
        where
        for module in modules()
        for where, name in module.imports()
        if name.startswith(("sqlalchemy.orm", "sqlalchemy.ext"))
    ]
    assert wrong == []
