from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

from tvm_desktop.storage.who import user

if TYPE_CHECKING:
    import pytest


def test_the_system_says_who_is_logged_in() -> None:
    assert user() == getpass.getuser()


def test_a_system_that_does_not_say_is_no_hindrance(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_000)
    assert user() == ""
