from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROUNDS = 20


def test_a_killed_program_loses_no_commit_and_no_letter_that_was_saved(tmp_path: Path) -> None:
    program = Path(__file__).with_name("kill_rounds.py")
    environment = {"PYTHONPATH": str(program.parents[1])}
    command = [sys.executable, str(program), str(tmp_path / "data"), str(ROUNDS)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    told = json.loads(done.stdout)
    assert len(told["rounds"]) == ROUNDS
    assert told["committed"] > ROUNDS
    for number, found in enumerate(told["rounds"]):
        # One letter more than was told: written, but killed before it could say so. Never one less.
        assert found["keystrokes ahead"] in {0, 1}, number
        assert found["lost"] == []
        assert found["unjournalled"] == []
