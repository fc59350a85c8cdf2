"""What the two commands of the README decide."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap


def test_only_the_standard_library_is_needed() -> None:
    tree = ast.parse(Path(bootstrap.__file__).read_text("utf-8"))
    names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    names += [str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_an_older_python_can_read_the_file_and_be_told() -> None:
    ast.parse(Path(bootstrap.__file__).read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_anything_else_says_how_it_is_used(arguments: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, bootstrap.__file__, *arguments], capture_output=True, text=True, check=False
    )
    assert told.returncode == 2
    assert "run|test" in told.stdout


def test_without_a_display_there_are_no_windows() -> None:
    assert not bootstrap.has_display({}, "linux")
    assert not bootstrap.has_display({"DISPLAY": ""}, "linux")
    assert bootstrap.has_display({"DISPLAY": ":0"}, "linux")
    assert bootstrap.has_display({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert bootstrap.has_display({}, "darwin")
    assert bootstrap.has_display({}, "win32")


def test_a_library_that_is_not_there_is_noticed() -> None:
    assert not bootstrap.loads("libNobodyHasThis.so.9")


def test_this_machine_has_all_that_the_tests_need() -> None:
    assert bootstrap.missing_packages({}, tests=True) == []


def test_the_line_to_run_is_one_line() -> None:
    line = bootstrap.apt_line(["libegl1", "poppler-utils"])
    assert line == "sudo apt-get update && sudo apt-get install libegl1 poppler-utils"


def test_every_system_gets_its_own_advice() -> None:
    said = {bootstrap.advice(["poppler-utils"], platform) for platform in ("darwin", "win32", "linux")}
    assert len(said) == 3


def test_only_a_change_of_project_python_or_place_installs_again() -> None:
    place = Path("here")
    first = bootstrap.stamp(b"[project]", "3.11", place)
    assert first == bootstrap.stamp(b"[project]", "3.11", place)
    assert first != bootstrap.stamp(b"[project] ", "3.11", place)
    assert first != bootstrap.stamp(b"[project]", "3.12", place)
    assert first != bootstrap.stamp(b"[project]", "3.11", Path("there"))


def test_an_environment_of_another_python_is_not_ours(tmp_path: Path) -> None:
    assert not bootstrap.is_ours(tmp_path)


def test_format_lint_types_and_tests_are_run_in_this_order() -> None:
    tools = [command[2] for command in bootstrap.checks("python", ["-k", "words"])]
    assert tools == ["ruff", "ruff", "mypy", "pytest"]
    assert bootstrap.checks("python", ["-k", "words"])[-1][-2:] == ["-k", "words"]


def test_ci_runs_the_command_of_the_readme_and_nothing_else() -> None:
    command = "python3 packaging/bootstrap.py test"
    lines = (bootstrap.ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    assert [line for line in lines if "python" in line] == [command]
    assert command in (bootstrap.ROOT / "README.md").read_text("utf-8")
