"""The invented examples as plain JSON values that a test may break."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tvm_desktop.resources import resource


@pytest.fixture
def minh() -> dict[str, Any]:
    """Return the example about Minh, fresh for each test."""
    found: dict[str, Any] = json.loads(resource("demo", "minh.tvm.json").read_text("utf-8"))
    return found
