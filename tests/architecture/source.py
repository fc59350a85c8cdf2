"""The program's source as syntax trees, for the tests that hold the house together."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "tvm_desktop"
FLOORS = ("ground", "domain", "formats", "storage", "session", "documents", "ui", "top")
GROUND = {"__init__", "__version__", "dates", "errors", "hardening", "paths", "resources", "version", "words"}
N = TypeVar("N", bound=ast.AST)


@dataclass(frozen=True)
class Module:
    """One file of the program; ``room`` is its path in the package, "storage/engine.py"."""

    room: str
    text: str
    tree: ast.Module

    @property
    def floor(self) -> str:
        """The floor it stands on."""
        first, *rest = self.room.split("/")
        if rest:
            return first
        return "ground" if first.removesuffix(".py") in GROUND else "top"

    def every(self, *kinds: type[N]) -> Iterator[N]:
        """Go through all nodes of some kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Say where a node stands."""
        return f"{self.room}:{node.lineno}"

    def imports(self) -> list[tuple[str, str]]:
        """List (where, dotted name) of every import, also of those inside functions and for types only."""
        found = []
        for plain in self.every(ast.Import):
            found += [(self.at(plain), alias.name) for alias in plain.names]
        for node in self.every(ast.ImportFrom):
            found += [(self.at(node), f"{self._base(node)}.{alias.name}") for alias in node.names]
        return found

    def _base(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        above = ["tvm_desktop", *self.room.split("/")[:-1]]
        return ".".join(above[: len(above) + 1 - node.level] + ([node.module] if node.module else []))


@cache
def modules() -> tuple[Module, ...]:
    """Return every file of the program."""
    return tuple(
        Module(
            path.relative_to(PACKAGE).as_posix(), text := path.read_text("utf-8"), ast.parse(text, str(path))
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    )


def called(node: ast.Call) -> str:
    """Return the last name of what is called: "connect" of ``button.clicked.connect(…)``."""
    if isinstance(node.func, ast.Name):
        return node.func.id
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""
