"""The choice of a screen, as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tvm_desktop.ui.screens import (
    Place,
    Placement,
    ScreenInfo,
    info_of,
    pick,
    read_screens,
    screen_for,
    screen_of_key,
)

LAPTOP = ScreenInfo("eDP-1", "BOE", "NV140", "", 0, 0, 1440, 900, primary=True)
PROJECTOR = ScreenInfo("HDMI-1", "EPSON", "EB-2250U", "X4", 1440, 0, 1920, 1080)
OTHER_ROOM = ScreenInfo("HDMI-1", "BenQ", "MH733", "77", 1440, 0, 1920, 1080)
TWIN_LEFT = ScreenInfo("DP-1", "DELL", "U2414H", "", 1440, 0, 1920, 1080)
TWIN_RIGHT = ScreenInfo("DP-2", "DELL", "U2414H", "", 3360, 0, 1920, 1080)
NAMELESS = ScreenInfo("1-projector", x=1440)


def mirrored(screen: ScreenInfo) -> ScreenInfo:
    return replace(screen, x=0, y=0, width=1440, height=900)


def full(screen: ScreenInfo) -> Placement:
    return Placement(Place.FULL_SCREEN, screen.key)


TABLE = {
    "one screen, no wish": ([LAPTOP], "", Placement(Place.WINDOW)),
    "no screen at all": ([], "", Placement(Place.WINDOW)),
    "first projector ever": ([LAPTOP, PROJECTOR], "", full(PROJECTOR)),
    "the wished one is there": ([LAPTOP, PROJECTOR], PROJECTOR.key, full(PROJECTOR)),
    "the wished one is unplugged": ([LAPTOP], PROJECTOR.key, Placement(Place.WAITING, PROJECTOR.key)),
    "another room's projector": ([LAPTOP, OTHER_ROOM], PROJECTOR.key, Placement(Place.ASK, OTHER_ROOM.key)),
    "mirrored, reported as two": ([LAPTOP, mirrored(PROJECTOR)], PROJECTOR.key, Placement(Place.MIRRORED)),
    "mirrored, in another size": ([LAPTOP, replace(PROJECTOR, x=0)], "", Placement(Place.MIRRORED)),
    "plugged in elsewhere": (
        [LAPTOP, replace(PROJECTOR, name="DP-3", x=-1920)],
        PROJECTOR.key,
        full(replace(PROJECTOR, name="DP-3", x=-1920)),
    ),
    "same model, other serial": (
        [LAPTOP, replace(PROJECTOR, serial="X5")],
        PROJECTOR.key,
        Placement(Place.ASK, replace(PROJECTOR, serial="X5").key),
    ),
    "same model twice: the name tells": ([LAPTOP, TWIN_LEFT, TWIN_RIGHT], TWIN_RIGHT.key, full(TWIN_RIGHT)),
    "same model twice, names changed: the place tells": (
        [LAPTOP, replace(TWIN_LEFT, name="DP-7"), replace(TWIN_RIGHT, name="DP-8")],
        TWIN_RIGHT.key,
        full(replace(TWIN_RIGHT, name="DP-8")),
    ),
    "same model twice, nothing tells": (
        [LAPTOP, replace(TWIN_LEFT, name="DP-7", x=9000), replace(TWIN_RIGHT, name="DP-8", y=500)],
        TWIN_RIGHT.key,
        Placement(Place.ASK, replace(TWIN_LEFT, name="DP-7", x=9000).key),
    ),
    "two walls, no wish": (
        [LAPTOP, TWIN_LEFT, TWIN_RIGHT],
        "",
        Placement(Place.ASK, TWIN_LEFT.key),
    ),
    "two walls that show the same": ([LAPTOP, PROJECTOR, replace(TWIN_LEFT, x=1440)], "", full(PROJECTOR)),
    "names alone": ([LAPTOP, NAMELESS], NAMELESS.key, full(NAMELESS)),
    "a wish that is no key": ([LAPTOP, PROJECTOR], "rubbish", full(PROJECTOR)),
}


@pytest.mark.parametrize("case", TABLE)
def test_the_choice_is(case: str) -> None:
    screens, wish, expected = TABLE[case]
    assert pick(screens, wish) == expected


def test_a_moved_primary_does_not_move_the_leader() -> None:
    laptop, projector = replace(LAPTOP, primary=False), replace(PROJECTOR, primary=True)
    assert pick([laptop, projector], projector.key, home=laptop.key) == full(projector)


def test_the_leaders_own_screen_is_never_taken() -> None:
    assert pick([LAPTOP, PROJECTOR], PROJECTOR.key, home=PROJECTOR.key) == Placement(Place.ASK, LAPTOP.key)
    assert pick([PROJECTOR], PROJECTOR.key, home=PROJECTOR.key) == Placement(Place.WINDOW)


def test_swapping_takes_the_laptop_when_it_is_wished() -> None:
    assert pick([LAPTOP, PROJECTOR], LAPTOP.key, home=PROJECTOR.key) == full(LAPTOP)


def test_a_key_survives_the_settings_whatever_the_names() -> None:
    odd = ScreenInfo("\\\\.\\DISPLAY1", "Ünïcode|Maker", "50% | model", "a=b;c", -1920, -5, 1280, 720)
    assert screen_of_key(odd.key) == odd


@pytest.mark.usefixtures("qapp")
def test_qt_tells_of_both_screens_and_finds_them_again() -> None:
    laptop, projector = read_screens()
    assert (laptop.name, laptop.primary) == ("0-laptop", True)
    assert (projector.name, projector.primary) == ("1-projector", False)
    found = screen_for(projector.key)
    assert found is not None
    assert info_of(found) == projector
    assert screen_for("gone") is None
