from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from faults.held import made
from faults.kill import Found, Tally
from faults.sound import is_sound

RUN = Path(__file__).with_name("run.py")
TYPED = ["back ", "typed s", "typed so", "typed sol", "enter sol", "taken sol", "typed r", "typed re"]


def test_killed_while_typing_it_loses_nothing_but_a_letter() -> None:
    # In a process of its own, which has no thread before it forks, and no Qt application.
    done = subprocess.run(
        [sys.executable, str(RUN), "kill", "--times", "4"],
        cwd=RUN.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("0 committed lost, 0 not typed, 0 files unsound, at most") == 2


def judged(told: list[str], drafts: list[str], cards: list[str], *, sound: bool = True) -> Tally:
    tally = Tally()
    tally.note(told, Found(drafts, cards, journalled=True, sound=sound))
    return tally


def test_one_letter_may_be_lost() -> None:
    assert judged(TYPED, ["r"], ["sol"]).met
    assert judged(TYPED, ["re"], ["sol"]).met


def test_the_count_sees_whatever_is_lost() -> None:
    assert judged(TYPED, ["re"], []).lost == 1
    assert judged(TYPED, [], ["sol"]).worst == 2
    assert judged(TYPED, ["xx"], ["sol"]).worst > 1
    assert judged(TYPED, ["re"], ["sol", "regn"]).invented == 1
    assert judged(TYPED, ["re"], ["sol"], sound=False).unsound == 1
    assert judged(["back sne", *TYPED[1:]], ["re"], ["sol"]).lost == 1


def test_a_damaged_file_is_not_sound(tmp_path: Path) -> None:
    folder, key, _code = made(tmp_path / "data")
    assert is_sound(folder, key)
    content = folder.database.read_bytes()
    folder.database.write_bytes(content[:9000] + bytes([content[9000] ^ 1]) + content[9001:])
    assert not is_sound(folder, key)
