"""Which sockets a process opens: told by Python at once, and read from the system for all that is not Python."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

_TABLES = (
    "tcp",
    "tcp6",
    "udp",
    "udp6",
    "udplite",
    "udplite6",
    "raw",
    "raw6",
    "icmp",
    "icmp6",
    "packet",
    "netlink",
)


class Wires:
    """Notes sockets. ``network`` are those that could leave this computer, ``local`` the others, each once."""

    def __init__(self) -> None:
        self.network: list[str] = []
        self.local: list[str] = []
        sys.addaudithook(self._told)

    def _told(self, event: str, arguments: tuple[object, ...]) -> None:
        if not event.startswith("socket."):
            return
        if event == "socket.__new__" and arguments[1] == getattr(socket, "AF_UNIX", None):
            self._note(self.local, "Python, AF_UNIX")
        elif event != "socket.gethostname":
            self._note(self.network, f"Python, {event}")

    def look(self) -> None:
        """Read which sockets this process holds now."""
        held = {inode for link in Path("/proc/self/fd").iterdir() if (inode := _socket(link))}
        for table in _TABLES:
            path = Path("/proc/self/net", table)
            lines = path.read_text().splitlines()[1:] if path.exists() else []
            found = {field for line in lines for field in line.split()}
            if held & found:
                self._note(self.network, f"system, {table}")
                held -= found
        if held:
            self._note(self.local, "system, AF_UNIX")

    def _note(self, where: list[str], what: str) -> None:
        if what not in where:
            where.append(what)


def _socket(link: Path) -> str:
    try:
        target = str(link.readlink())
    except OSError:
        return ""
    return target.removeprefix("socket:[").removesuffix("]") if target.startswith("socket:[") else ""
