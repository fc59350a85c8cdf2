from __future__ import annotations

from typing import TYPE_CHECKING

from faults.sockets import families, of_a_meeting, planted

if TYPE_CHECKING:
    from faults.conftest import Led

STRACE = """
12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
12 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0
12 socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 4
12 sendto(4, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53)}, 16) = 1
"""


def test_a_meeting_opens_no_network_socket(led: Led) -> None:
    row = of_a_meeting(led.told)
    assert row.met, row.line()
    assert led.told["local"], "the first window listens for a second start"


def test_a_planted_socket_is_seen_by_python_and_by_the_system() -> None:
    seen = planted()
    assert any(way.startswith("Python") for way in seen)
    assert any(way.startswith("system, udp") for way in seen)


def test_what_strace_saw_is_told_apart() -> None:
    calls = families(STRACE)
    assert calls[:3] == ["socket AF_UNIX", "connect AF_UNIX", "socket AF_INET6"]
    row = of_a_meeting({"network": [], "local": []}, calls)
    assert not row.met
    assert "AF_INET6" in row.result
