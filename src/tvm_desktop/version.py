"""Which version runs."""

from __future__ import annotations


def own_version() -> str:
    """Return the program's version, "0" when it runs without having been installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("tvm-desktop")
    except PackageNotFoundError:
        return "0"
