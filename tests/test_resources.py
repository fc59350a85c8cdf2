"""The program's own data files."""

from __future__ import annotations

import struct

from tvm_desktop.resources import resource


def test_a_resource_is_found_from_any_folder() -> None:
    assert resource("fonts", "NotoSans-Regular.ttf").is_absolute()
    assert resource("fonts", "NotoSans-Regular.ttf").is_file()


def test_the_fonts_lie_beside_their_licence() -> None:
    text = resource("fonts", "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in text
    assert "Copyright 2015 Google LLC" in text


def test_every_font_is_a_truetype_file() -> None:
    fonts = sorted(resource("fonts").glob("*.ttf"))
    assert len(fonts) == 6
    for font in fonts:
        assert struct.unpack(">I", font.read_bytes()[:4]) == (0x00010000,), font.name


def test_the_words_are_compiled() -> None:
    assert resource("i18n", "da", "LC_MESSAGES", "tvm_desktop.mo").is_file()
