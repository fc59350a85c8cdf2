"""The formats to choose from: the program's own, and TOML files dropped beside the user's data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tvm_desktop.domain.guidance import HINTS
from tvm_desktop.formats.library import FormatLibrary, read_source
from tvm_desktop.formats.model import Occasion, PanelKind
from tvm_desktop.resources import resource
from tvm_desktop.words import say

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
id = "walk"
name = { da = "Gåtur", en = "Walk" }

[[step]]
use = "framing"

[[step]]
id = "talk"
panel = "closing"
minutes = 10
title = { da = "Samtale", en = "Talk" }
question = { da = "Hvad nu?", en = "What now?" }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "formats"
    place.mkdir()
    return place


def said(library: FormatLibrary) -> list[str]:
    return [say(problem, "en") for problem in library.problems]


def test_the_built_in_formats_are_sound() -> None:
    library = FormatLibrary.load()
    assert not library.problems
    assert not any(fmt.own_version for fmt in library.formats)
    assert all(read_source(fmt.source) == fmt for fmt in library.formats)
    assert {hint for fmt in library.formats for step in fmt.steps for hint in step.hints} <= set(HINTS)


def test_five_steps_goes_from_framing_to_closing_with_rounds_and_an_evaluation_at_the_ends() -> None:
    fmt = FormatLibrary.load().by_id("five-steps")
    assert fmt is not None
    assert fmt.name.say("da") == "Fem trin"
    assert [(step.number, step.title.say("da", "Minh"), step.minutes) for step in fmt.steps] == [
        (0, "Minh er med", 15),
        (0, "Tjek-ind", 5),
        (0, "Velkomst og ramme", 6),
        (0, "Siden sidst", 8),
        (1, "Den fælles historie", 15),
        (2, "Den fælles forståelse", 15),
        (3, "Det fælles mål", 10),
        (4, "Den fælles indsats", 15),
        (0, "Hvor er vi? 0–10", 8),
        (5, "Afslutning", 8),
        (0, "Hvordan var mødet?", 4),
        (0, "Tjek-ud", 3),
    ]
    optional = {step.id: step.on for step in fmt.steps if step.optional}
    assert [step_id for step_id, on in optional.items() if on] == ["evaluation"]
    assert [step_id for step_id, on in optional.items() if not on] == [
        "child-time",
        "check-in",
        "scale",
        "check-out",
    ]
    assert [step.id for step in fmt.steps if step.at is Occasion.FOLLOW_UP] == ["since-last"]
    assert len(fmt.step("framing").statements) == 8
    assert fmt.step("framing").statements[-1].text.say("da", "Minh") == "Vi taler om Minhs egen hverdag."


def test_a_file_dropped_in_the_users_folder_is_a_form_and_may_use_the_framing(folder: Path) -> None:
    (folder / "walk.toml").write_text(OWN, encoding="utf-8")
    library = FormatLibrary.load(folder)
    walk = library.by_id("walk")
    assert not library.problems
    assert walk is not None
    assert walk.own_version
    assert walk.steps[0].panel is PanelKind.FRAMING
    assert library.by_id("five-steps")


def test_an_own_format_takes_a_built_ins_place(folder: Path) -> None:
    (folder / "mine.toml").write_text(OWN.replace('"walk"', '"five-steps"'), encoding="utf-8")
    library = FormatLibrary.load(folder)
    fmt = library.by_id("five-steps")
    assert fmt is not None
    assert (fmt.own_version, fmt.name.da) == (True, "Gåtur")
    assert len([f for f in library.formats if f.id == "five-steps"]) == 1


def test_a_broken_file_says_what_is_wrong_and_the_others_still_work(folder: Path) -> None:
    (folder / "a.toml").write_text(OWN.replace('"closing"', '"bord"'), encoding="utf-8")
    (folder / "b.toml").write_text("= = =", encoding="utf-8")
    (folder / "c.toml").write_text(OWN, encoding="utf-8")
    (folder / "d.toml").mkdir()
    (folder / "notes.txt").write_text("not ours", encoding="utf-8")
    library = FormatLibrary.load(folder)
    assert library.by_id("walk")
    assert library.by_id("five-steps")
    assert sorted({line.split(":")[0] for line in said(library)}) == ["a.toml", "b.toml", "d.toml"]


def test_a_broken_own_version_leaves_the_built_in(folder: Path) -> None:
    (folder / "five-steps.toml").write_text(
        OWN.replace('"walk"', '"five-steps"').replace("minutes = 10", "minutes = -1"), encoding="utf-8"
    )
    library = FormatLibrary.load(folder)
    fmt = library.by_id("five-steps")
    assert fmt is not None
    assert not fmt.own_version
    assert said(library) == ["five-steps.toml: step[2].minutes: must be a whole number from 1 to 240."]


def test_two_own_formats_of_one_id_are_said(folder: Path) -> None:
    (folder / "a.toml").write_text(OWN, encoding="utf-8")
    (folder / "b.toml").write_text(OWN, encoding="utf-8")
    assert said(FormatLibrary.load(folder)) == ["b.toml: id: “walk” is there twice."]


def test_own_framing_sentences_reach_every_format_that_uses_them(folder: Path) -> None:
    text = resource("formats", "framing.toml").read_text("utf-8")
    (folder / "framing.toml").write_text(text.replace("Alle lytter", "Vi lytter"), encoding="utf-8")
    fmt = FormatLibrary.load(folder).by_id("five-steps")
    assert fmt is not None
    assert fmt.own_version
    assert fmt.step("framing").statements[2].text.da == "Vi lytter til hinanden."


def test_a_broken_own_block_leaves_the_built_in_block(folder: Path) -> None:
    text = resource("formats", "framing.toml").read_text("utf-8")
    (folder / "framing.toml").write_text(
        text.replace('panel = "framing"', 'panel = "ramme"'), encoding="utf-8"
    )
    library = FormatLibrary.load(folder)
    fmt = library.by_id("five-steps")
    assert fmt is not None
    assert len(fmt.step("framing").statements) == 8
    assert said(library)[0].startswith("framing.toml: step[2].panel: “ramme” does not exist here.")


def test_no_folder_yet_is_no_problem(tmp_path: Path) -> None:
    assert not FormatLibrary.load(tmp_path / "formats").problems


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "formats").write_text("", encoding="utf-8")
    library = FormatLibrary.load(tmp_path / "formats")
    assert library.by_id("five-steps")
    assert len(library.problems) == 1


def test_what_is_said_in_a_format_is_short_enough_to_read_on_the_wall() -> None:
    for fmt in FormatLibrary.load().formats:
        for step in fmt.steps:
            for phrase in (step.question, *step.prompts, *(s.text for s in step.statements)):
                assert max(len(phrase.da), len(phrase.en)) <= 90, phrase


def test_ones_own_forms_come_first_in_the_menu(folder: Path) -> None:
    (folder / "walk.toml").write_text(OWN, "utf-8")
    assert [fmt.id for fmt in FormatLibrary.load(folder).formats][:2] == ["walk", "five-steps"]
