"""Run or test a fresh clone: ``python3 packaging/bootstrap.py run|test``. Needs nothing but Python 3.11 or newer.

``run`` opens the program with invented meetings; without a display it drives a whole meeting unseen and saves
pictures and the printed plan in ``./tour``. ``test`` checks format, lint and types and runs every test; what follows
``test`` goes to pytest. Both make ``.venv``, install the project there, and see to the system's libraries first.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "tvm-desktop.stamp"
OLDEST = (3, 11)

# What Qt loads from a Linux system, and the Debian or Ubuntu package that holds it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The tests read the printed plan back with these.
TOOLS = {"pdftotext": "poppler-utils", "pdffonts": "poppler-utils"}


class Stop(Exception):  # noqa: N818 - it is no error of the program; it carries the line to read
    """Something is missing that only the reader can see to."""


def main(arguments: list[str]) -> int:
    """Do what was asked and return the exit status."""
    task, rest = (arguments or [""])[0], arguments[1:]
    if task not in {"run", "test"}:
        print(__doc__)
        return 2
    try:
        prepare(tests=task == "test")
    except Stop as missing:
        print(missing, file=sys.stderr)
        return 1
    return test(rest) if task == "test" else run()


def prepare(tests: bool) -> None:
    """Make everything ready that the task needs. Raises Stop with what is left for the reader to do."""
    if sys.version_info < OLDEST:
        raise Stop(f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}.")
    packages = missing_packages(os.environ, tests)
    if not can_make_environments():
        packages = ["python3-venv", *packages]
    if packages:
        see_to(packages)
    install()


def can_make_environments() -> bool:
    """Return whether Python's venv and ensurepip are there; Debian keeps them in a package of their own."""
    return says([sys.executable, "-c", "import venv, ensurepip; print('yes')"]) == "yes"


def missing_packages(environ: Mapping[str, str], tests: bool) -> list[str]:
    """List the system packages that have to be installed, in order and each once."""
    wanted = dict(TOOLS) if tests else {}
    missing = [package for tool, package in wanted.items() if shutil.which(tool) is None]
    if sys.platform == "linux":
        libraries = {**LIBRARIES, **X11_LIBRARIES} if environ.get("DISPLAY") else LIBRARIES
        missing += [package for library, package in libraries.items() if not loads(library)]
    return list(dict.fromkeys(missing))


def loads(library: str) -> bool:
    """Return whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def see_to(packages: list[str]) -> None:
    """Install system packages where we may; raises Stop with the line to run where we may not."""
    if shutil.which("apt-get") is None:
        raise Stop(advice(packages, sys.platform))
    if os.geteuid() != 0:
        raise Stop("Please run this line, then try again:\n  " + apt_line(packages))
    print("Installing from the system: " + " ".join(packages), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *packages]):
        told = subprocess.run(
            command, check=False, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        if told.returncode != 0:
            raise Stop(
                "The system's packages could not be installed. Please run this line:\n  " + apt_line(packages)
            )


def apt_line(packages: list[str]) -> str:
    """Return the one line that installs packages on Debian and Ubuntu."""
    return "sudo apt-get update && sudo apt-get install " + " ".join(packages)


def advice(packages: list[str], platform: str) -> str:
    """Return what to do where there is no apt-get."""
    if platform == "darwin":
        return "Please run this line, then try again:\n  brew install poppler"
    if platform == "win32":
        return "Please install Poppler for Windows and put pdftotext on the PATH, then try again."
    return "Please install what your system calls these (Debian's names): " + " ".join(packages)


def install() -> None:
    """Make the environment and install the project with its tools; nothing to do when nothing has changed."""
    wanted = stamp((ROOT / "pyproject.toml").read_bytes(), sys.version, ROOT)
    if python_of(VENV).exists() and STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    print(f"Making {VENV.name} and installing the project; this takes a minute the first time.", flush=True)
    must([sys.executable, "-m", "venv", *([] if is_ours(VENV) else ["--clear"]), str(VENV)])
    pip = [str(python_of(VENV)), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    must([*pip, "--editable", str(ROOT) + "[dev]"])
    STAMP.write_text(wanted, "utf-8")


def stamp(project: bytes, version: str, root: Path) -> str:
    """Return what an installation was made of; another stamp means: install again."""
    return "\n".join([hashlib.sha256(project).hexdigest(), version, str(root), ""])


def is_ours(venv: Path) -> bool:
    """Return whether an environment runs this very Python; one of another version has to be made anew."""
    return says([str(python_of(venv)), "-c", "import sys; print(sys.version)"]) == sys.version.strip()


def says(command: list[str]) -> str:
    """Return what a command prints, "" when it cannot be run or fails."""
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def python_of(venv: Path) -> Path:
    """Return an environment's Python."""
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def must(command: list[str]) -> None:
    """Run a command that everything else rests on."""
    if subprocess.run(command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL).returncode != 0:
        raise Stop("This went wrong; the reason stands above:\n  " + " ".join(command))


def has_display(environ: Mapping[str, str], platform: str) -> bool:
    """Return whether windows can be shown."""
    return platform != "linux" or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def run() -> int:
    """Open the program with invented meetings, or drive it unseen where there is no display."""
    program = str(python_of(VENV).with_name("tvm-desktop"))
    if has_display(os.environ, sys.platform):
        return subprocess.run([program, "--demo"], check=False).returncode
    folder = Path.cwd() / "tour"
    print("There is no display here, so a whole invented meeting is driven unseen.", flush=True)
    status = subprocess.run([program, "tour", str(folder)], check=False).returncode
    if status == 0:
        print(f"The pictures of every stop and the printed plan (PDF) lie in {folder}")
    return status


def checks(python: str, arguments: list[str]) -> list[list[str]]:
    """List the commands that a change must pass, the quick ones first."""
    return [
        [python, "-m", "ruff", "format", "--check", "."],
        [python, "-m", "ruff", "check", "."],
        [python, "-m", "mypy"],
        [python, "-m", "pytest", *arguments],
    ]


def test(arguments: list[str]) -> int:
    """Run every check, stop at the first that fails and return its status."""
    for command in checks(str(python_of(VENV)), arguments):
        print("== " + " ".join(command[2:]), flush=True)
        status = subprocess.run(command, check=False, cwd=ROOT).returncode
        if status != 0:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
