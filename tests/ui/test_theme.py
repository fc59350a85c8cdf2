"""The look: every theme is whole, readable, and grows with the text size."""

from __future__ import annotations

import math
import re
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from tvm_desktop.resources import resource
from tvm_desktop.ui.theme import SCALES, THEMES, Theme, load_theme, palette, scaled, style_sheet

COLOURS = [field.name for field in fields(Theme) if field.name not in {"name", "dark", "strong_lines"}]


def light(colour: str) -> float:
    """Return the relative luminance of WCAG."""
    seen = QColor(colour)
    parts = (seen.redF(), seen.greenF(), seen.blueF())
    linear = [part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_a_colour(name: str) -> None:
    theme = load_theme(name)
    for colour in COLOURS:
        assert re.fullmatch(r"#[0-9A-Fa-f]{6}", getattr(theme, colour)), colour


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "ground", ["paper", "panel", "side", "worry_soft", "works_soft", "next_soft", "sun_soft"]
)
def test_ink_can_be_read_on_every_ground(name: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.ink, getattr(theme, ground)) >= 7


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("muted", "paper"),
        ("muted", "panel"),
        ("on_accent", "accent"),
        ("chip_ink", "chip"),
        ("child_ink", "child"),
        ("family_ink", "family"),
    ],
)
def test_smaller_words_can_be_read_too(name: str, ink: str, ground: str) -> None:
    theme = load_theme(name)
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


def test_an_unknown_theme_is_the_light_one() -> None:
    assert load_theme("pink") == load_theme("light")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_the_style_sheet_is_filled_in(name: str, scale: float) -> None:
    assert "@" not in style_sheet(load_theme(name), scale)


def test_lengths_grow_and_lines_do_not() -> None:
    assert scaled(15, 2.0) == 30
    assert scaled(1, 0.8) == 1
    usual, double = (style_sheet(load_theme("light"), scale) for scale in (1.0, 2.0))
    lines = re.compile(r"border: (\d+)px")
    assert lines.findall(usual) == lines.findall(double)
    assert max(map(int, re.findall(r"font-size: (\d+)px", double))) == 2 * max(
        map(int, re.findall(r"font-size: (\d+)px", usual))
    )


def test_every_picture_that_the_style_sheet_names_is_there() -> None:
    for name in THEMES:
        for path in re.findall(r"url\(\"?([^\")]+)\"?\)", style_sheet(load_theme(name), 1.0)):
            assert resource(path).exists(), path


def test_the_palette_has_the_themes_colours() -> None:
    theme = load_theme("dark")
    assert palette(theme).window().color() == theme.colour("paper")
    assert palette(theme).windowText().color() == theme.colour("ink")
