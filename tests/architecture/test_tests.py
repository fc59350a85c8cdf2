"""The tests mirror the source, and none of them is put aside."""

from __future__ import annotations

import ast

from architecture.source import PACKAGE, ROOT, Module, modules

TESTS = ROOT / "tests"


def mirrored(module: Module) -> bool:
    """Return whether a file has its test; the files of a room within a floor may be tested as one thing."""
    floor, *rooms = module.room.removesuffix(".py").split("/")
    if not rooms:
        return (TESTS / f"test_{floor}.py").exists()
    room, name = TESTS.joinpath(floor, *rooms[:-1]), rooms[-1]
    own = [room / f"test_{name}.py", *room.glob(f"test_{name}_*.py"), *room.joinpath(name).glob("test_*.py")]
    whole = [*room.glob("test_*.py"), room.with_name(f"test_{room.name}.py")] if len(rooms) > 1 else []
    return any(path.exists() for path in own + whole)


def does_something(module: Module) -> bool:
    """Return whether there is any function in a file; plain tables of values have nothing to test."""
    return any(module.every(ast.FunctionDef)) and not module.room.endswith("__init__.py")


def test_every_file_has_its_test() -> None:
    assert [module.room for module in modules() if does_something(module) and not mirrored(module)] == []


def test_every_test_has_its_file() -> None:
    other = {"architecture", "benchmarks", "e2e", "faults", "fixtures", "helpers", "packaging"}
    rooms = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
    lost = [room for room in rooms if not {*room.parts[:1]} & other and not (PACKAGE / room).is_dir()]
    assert [room for room in lost if not (PACKAGE / room).with_suffix(".py").exists()] == []


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
