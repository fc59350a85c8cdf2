"""Which version runs."""

from __future__ import annotations

import tvm_desktop
from tvm_desktop.version import own_version


def test_the_installed_version_is_that_of_the_source() -> None:
    assert own_version() == tvm_desktop.__version__
