"""What lies in the repository makes sense to somebody who has nothing else."""

from __future__ import annotations

import re
import tomllib

import pytest

import tvm_desktop
from architecture.source import ROOT

FOLDERS = (".ci", ".github", "packaging", "resources", "src", "tests")
PLAIN = {".css", ".json", ".md", ".po", ".py", ".sql", ".svg", ".toml", ".txt", ".yml", ""}
# A folder of somebody's machine, written so that this line is none.
ELSEWHERE = re.compile(r"(?<![\w.~-])/(?:w[o]rk|r[o]ot)/|\.\./sh[a]red")


def texts() -> list[str]:
    """List every readable file of the repository."""
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    found += [path for path in ROOT.glob("*") if path.suffix in {".md", ".toml"}]
    return sorted(str(path.relative_to(ROOT)) for path in found if path.is_file() and path.suffix in PLAIN)


@pytest.mark.parametrize("folder", [*FOLDERS, "."])
def test_no_file_names_a_folder_of_one_machine(folder: str) -> None:
    for name in texts():
        if name.startswith(folder) or (folder == "." and "/" not in name):
            assert ELSEWHERE.findall((ROOT / name).read_text("utf-8")) == [], name


def test_the_documents_link_to_what_is_there() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / document).read_text("utf-8")):
            assert link.startswith("https://") or (ROOT / link).exists(), f"{document}: {link}"


def test_the_two_commands_stand_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python3 packaging/bootstrap.py run\npython3 packaging/bootstrap.py test\n" in text


def test_no_package_hides_the_packaging_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_version_stands_the_same_in_both_places() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == tvm_desktop.__version__
