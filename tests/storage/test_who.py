from __future__ import annotations

import os
import sys

import pytest

from tvm_desktop.storage.who import user

NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME")


def of_the_system() -> str:
    if sys.platform == "win32":
        return os.getlogin()
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


@pytest.fixture
def nameless(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the system have no name for who is logged in, where there are such systems; return what it still says."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    if os.name != "posix":
        return of_the_system()
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_000)
    return ""


def test_the_system_says_who_is_logged_in() -> None:
    assert user() == of_the_system()


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_somebody_else_by_saying_so(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "chefen")
    assert user() == of_the_system()


def test_where_the_system_has_no_name_the_environment_is_asked(
    monkeypatch: pytest.MonkeyPatch, nameless: str
) -> None:
    monkeypatch.setenv("LOGNAME", "katalog-bruger")
    assert user() == (nameless or "katalog-bruger")


def test_a_system_that_does_not_say_is_no_hindrance(nameless: str) -> None:
    assert user() == nameless
