from __future__ import annotations

from faults.damaged import Tally, measure


def test_damage_is_refused_or_shows_what_was_once_committed() -> None:
    (row,) = measure(105)
    assert row.met, row.line()


def test_what_a_plain_file_lets_through_is_seen() -> None:
    assert not Tally(refused=1).row("a detector that sees nothing", 0, 100).met
    assert not Tally(refused=1, changed=1).row("changed content", 5, 100).met
    assert not Tally(refused=1, touched=1).row("a refused file that was touched", 5, 100).met
