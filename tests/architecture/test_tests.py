"""The tests mirror the source, and none of them is put aside."""

from __future__ import annotations

import ast

from architecture.source import ROOT, Module, modules

TESTS = ROOT / "tests"


def mirrored(module: Module) -> bool:
    """Return whether a file has its test, a folder of them, or is tested together with its whole room."""
    *rooms, name = module.room.removesuffix(".py").split("/")
    room = TESTS.joinpath(*rooms)
    whole_room = TESTS.joinpath(*rooms[:-1], f"test_{rooms[-1]}.py") if rooms else room / "nothing"
    return (
        (room / f"test_{name}.py").exists()
        or any(room.glob(f"test_{name}_*.py"))
        or any(room.joinpath(name).glob("test_*.py"))
        or whole_room.exists()
    )


def does_something(module: Module) -> bool:
    """Return whether there is any function in a file; plain tables of values have nothing to test."""
    return any(module.every(ast.FunctionDef))


def test_every_file_has_its_test() -> None:
    files = [
        module for module in modules() if does_something(module) and not module.room.endswith("__init__.py")
    ]
    assert [module.room for module in files if not mirrored(module)] == []


def test_no_test_is_put_aside() -> None:
    aside = {"skip", "skipif", "xfail", "importorskip"}
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted(TESTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in aside
        if ast.unparse(node.value) in {"pytest", "pytest.mark"}
    ]
    assert wrong == []
