"""The password window comes quickly: before it is painted nothing heavy is imported."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from architecture.source import PACKAGE

HEAVY = {
    "arabic_reshaper",
    "bidi",
    "cattrs",
    "jsonschema",
    "keyring",
    "pypdfium2",
    "PySide6.QtPrintSupport",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
}
START = ["tvm_desktop.ui.theme", "tvm_desktop.ui.unlock.page", "tvm_desktop.app", "tvm_desktop.cli"]


@pytest.mark.parametrize("name", START)
def test_what_the_password_window_needs_is_light(name: str) -> None:
    assert PACKAGE.parent.joinpath(*name.split(".")).with_suffix(".py").exists()
    code = f"import json, sys, {name}; print(json.dumps(list(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(json.loads(told.stdout)) == set()
