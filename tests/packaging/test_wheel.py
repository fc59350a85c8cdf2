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


def test_every_file_of_the_program_comes_along(installed: Path) -> None:
    here, there = ROOT / "src" / "tvm_desktop", installed / "tvm_desktop"
    assert files(there) - {name for name in files(there) if name.startswith("_resources/")} == files(here)


def files(folder: Path) -> set[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix() for path in found}


def test_the_licences_come_along(installed: Path) -> None:
    texts = [path.name for path in installed.rglob("*.dist-info/licenses/**/*") if path.is_file()]
    assert sorted(texts) == ["LICENSE", "OFL.txt"]
