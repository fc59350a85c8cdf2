from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROUNDS = 10


def test_killed_while_typing_it_loses_no_card_and_at_most_one_letter(tmp_path: Path) -> None:
    program = Path(__file__).with_name("typing_rounds.py")
    environment = {**os.environ, "PYTHONPATH": str(program.parents[1])}
    command = [sys.executable, str(program), str(tmp_path / "data"), str(ROUNDS)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    rounds = json.loads(done.stdout)
    taken: list[str] = []
    draft = ""
    for number, found in enumerate(rounds):
        told = [line.partition(" ")[::2] for line in found["told"]]
        assert told[0] == ("back", draft), "what was being typed stands in the line again"
        taken += [text for what, text in told if what == "taken"]
        what, last = told[-1]
        typed = "" if what == "taken" else last
        draft = "".join(found["drafts"])
        cards = found["cards"]
        if typed and typed in cards:  # taken, but killed before it could say so
            taken.append(typed)
            typed = ""
        assert cards == sorted(taken), number
        assert draft in {typed, typed[:-1]}, number
        assert found["journalled"], number
    assert taken, "some sentences were taken"
