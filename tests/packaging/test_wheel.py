"""The package as others install it: everything it reads comes along."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ_ALL = """
import json, sys
from tvm_desktop.resources import resource
files = sorted(path for path in resource().rglob("*") if path.is_file())
print(json.dumps({path.relative_to(resource()).as_posix(): len(path.read_bytes()) for path in files}))
print(resource(), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, install it alone into a folder, and return the folder."""
    wheels, target = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    wheel = [*pip, "wheel", "--no-build-isolation", "--no-deps", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run(wheel, check=True, capture_output=True)
    (built,) = wheels.glob("tvm_desktop-*.whl")
    subprocess.run(
        [*pip, "install", "--no-deps", "--target", str(target), str(built)], check=True, capture_output=True
    )
    return target


def from_there(installed: Path, code: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=installed, env=environ, capture_output=True, text=True, check=True
    )


def test_every_resource_is_read_from_the_installed_package(installed: Path) -> None:
    told = from_there(installed, READ_ALL)
    assert Path(told.stderr.strip()) == installed / "tvm_desktop" / "_resources"
    here = {
        path.relative_to(ROOT / "resources").as_posix(): path.stat().st_size
        for path in sorted((ROOT / "resources").rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert json.loads(told.stdout) == here


def test_danish_is_spoken_from_the_installed_package(installed: Path) -> None:
    told = from_there(
        installed,
        "from tvm_desktop.words import *; print(ascii(say(Message('Monday'), 'da')), say.__module__)",
    )
    assert told.stdout.split() == ["'mandag'", "tvm_desktop.words"]


def test_every_module_comes_along(installed: Path) -> None:
    source = ROOT / "src" / "tvm_desktop"
    here = {path.relative_to(source).as_posix() for path in source.rglob("*.py")}
    there = {
        path.relative_to(installed / "tvm_desktop").as_posix()
        for path in installed.rglob("tvm_desktop/**/*.py")
    }
    assert there == here


def test_the_licences_come_along(installed: Path) -> None:
    texts = [path.name for path in installed.rglob("*.dist-info/licenses/**/*") if path.is_file()]
    assert sorted(texts) == ["LICENSE", "OFL.txt"]
