"""Lead a family network meeting from framing to a printed plan, offline and encrypted."""

from __future__ import annotations

__version__ = "0.1.0"
