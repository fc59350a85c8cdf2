"""What every test stands on: an offscreen desk with a laptop and a projector."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import HealthCheck, settings

# Qt splits the option at a drive's colon, so the path must be a relative one.
_SCREENS = os.path.relpath(Path(__file__).with_name("screens.json"))
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREENS}"
os.environ["LC_ALL"] = "C.UTF-8"

# The same examples at every run, however slow or busy the machine is.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")
