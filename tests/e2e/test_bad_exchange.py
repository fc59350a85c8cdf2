"""A broken exchange file: the real command line says what and where, and the data is as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from helpers.desktop import command_line, contents, made_folder, one_sentence
from tvm_desktop.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

MINH = resource("demo", "minh.tvm.json").read_bytes()
CANARY = "Kanariefugl"


def changed(path: str, value: object) -> bytes:
    """Return Minh's file with one value changed; the path is written a/0/b."""
    held = json.loads(MINH)
    *way, last = path.split("/")
    place = held
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    place[last] = value
    return json.dumps(held).encode()


BROKEN = {
    "empty": (b"", ""),
    "not JSON": (b"<html>" + CANARY.encode(), ""),
    "cut off": (MINH[: len(MINH) // 2], "linje"),
    "not text": (bytes(range(256)), "ikke en fil med forløb"),
    "another file": (b'{"name": "x"}', "ikke en fil med forløb"),
    "newer": (changed("version", 99), "nyere udgave"),
    "a date that does not exist": (changed("courses/0/meetings/0/starts", "2026-02-30T10:00:00Z"), "starts"),
    "a field that is not ours": (changed("courses/0/course/cpr", CANARY), "cpr"),
    "a number for a name": (changed("courses/0/course/name", 7), "name"),
}


@pytest.mark.parametrize(("content", "word"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_changes_nothing(tmp_path: Path, content: bytes, word: str) -> None:
    folder, _key = made_folder(tmp_path / "data")
    before = contents(folder)
    path = tmp_path / "fil.tvm.json"
    path.write_bytes(content)
    told = command_line("--data-dir", folder.root, "import", path)
    said = one_sentence(told.stderr)
    assert (told.returncode, told.stdout) == (1, "")
    assert word in said
    assert CANARY not in said
    assert "Intet" in said
    assert contents(folder) == before
    assert not folder.log.exists()


def test_a_broken_file_makes_no_plan(tmp_path: Path) -> None:
    path = tmp_path / "fil.tvm.json"
    path.write_bytes(MINH[:2000])
    told = command_line("plan", path, "-o", tmp_path / "plan.pdf")
    assert told.returncode == 1
    assert "linje" in one_sentence(told.stderr)
    assert not (tmp_path / "plan.pdf").exists()


def test_the_same_course_twice_is_refused_and_the_first_is_kept(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    path = tmp_path / "minh.tvm.json"
    path.write_bytes(MINH)
    assert command_line("--data-dir", folder.root, "import", path).returncode == 0
    before = contents(folder)
    told = command_line("--data-dir", folder.root, "import", path)
    assert told.returncode == 1
    assert "er her allerede" in one_sentence(told.stderr)
    assert "--copy" in told.stderr
    assert contents(folder) == before
    assert command_line("--data-dir", folder.root, "import", "--copy", path).returncode == 0


def test_a_wrong_password_on_the_command_line(tmp_path: Path) -> None:
    folder, _key = made_folder(tmp_path / "data")
    before = contents(folder)
    told = command_line("--data-dir", folder.root, "export", "Minh", tmp_path / "x.json", typed="forkert")
    assert told.returncode == 1
    assert "Det er ikke adgangskoden" in one_sentence(told.stderr)
    assert not (tmp_path / "x.json").exists()
    assert contents(folder) == before
