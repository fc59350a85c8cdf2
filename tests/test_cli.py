"""The command line: one sentence when something is wrong, and never a traceback."""

from __future__ import annotations

import io
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from helpers.pdf import text_of
from helpers.stores import FAST
from tvm_desktop import cli
from tvm_desktop.paths import DataFolder
from tvm_desktop.resources import resource
from tvm_desktop.storage import attempts, keyfile
from tvm_desktop.storage.exchange.sealed import seal
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.instance import Instance

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "tre gode ord"
MINH = resource("demo", "minh.tvm.json")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose password is typed on stdin."""
    folder = DataFolder(tmp_path / "data")
    key, _code = keyfile.create_key_file(folder, PASSWORD, cost=FAST)
    Store.create(folder, key).close()
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n" * 3))
    return folder.root


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("tvm-desktop ")


def test_the_module_can_be_run() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tvm_desktop", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("tvm-desktop ")


@pytest.mark.parametrize(("language", "word"), [("da", "udvekslingsfil"), ("en", "exchange file")])
def test_help_speaks_the_language(capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    with pytest.raises(SystemExit):
        cli.main([f"--lang={language}", "--help"])
    assert word in capsys.readouterr().out


def test_the_plan_is_made_without_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from tvm_desktop.cli import main;"
        f"status = main(['plan', {str(MINH)!r}, '-o', {str(tmp_path / 'plan.pdf')!r}, '--large']);"
        "assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(status)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_the_form_for_the_file_can_be_made_in_place_of_the_plan(tmp_path: Path) -> None:
    assert cli.main(["plan", str(MINH), "-o", str(tmp_path / "form.pdf"), "--form"]) == 0
    read = text_of((tmp_path / "form.pdf").read_bytes())
    assert "Skema for Minh" in read
    assert "Minh og forældrene" in read


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b'{"version": 99}', b"[]"])
def test_a_broken_file_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (tmp_path / "x.tvm.json").write_bytes(content)
    assert (
        cli.main(["plan", str(tmp_path / "x.tvm.json"), "-o", str(tmp_path / "x.pdf"), "--lang", "en"]) == 1
    )
    told = capsys.readouterr().err
    assert told.strip()
    assert "Traceback" not in told
    assert not (tmp_path / "x.pdf").exists()


def test_a_plan_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere" / "plan.pdf"
    assert cli.main(["--lang", "en", "plan", str(MINH), "-o", str(out)]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_import_and_export_give_the_same_course(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = ["--data-dir", str(data), "--lang", "en"]
    assert cli.main(["import", str(MINH), *there]) == 0
    assert cli.main(["export", "Minh", str(tmp_path / "out.tvm.json"), *there]) == 0
    assert "not encrypted" in capsys.readouterr().out
    assert "Trần Tuấn Minh" in (tmp_path / "out.tvm.json").read_text("utf-8")
    assert cli.main(["export", "Nobody", str(tmp_path / "no.tvm.json"), *there]) == 1
    assert "no course called" in capsys.readouterr().err


def test_a_sealed_file_is_read_in_by_its_own_password(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sealed = tmp_path / "a.tvm.sealed"
    sealed.write_bytes(seal(MINH.read_text("utf-8"), "kun til filen", FAST))
    there = ["--data-dir", str(data), "--lang", "en"]
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nforkert\n"))
    assert cli.main(["import", str(sealed), *there]) == 1
    assert "does not open the file" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\nkun til filen\n"))
    assert cli.main(["import", str(sealed), *there]) == 0
    assert "Read in." in capsys.readouterr().out


@pytest.mark.usefixtures("data")
def test_a_wrong_password_is_one_sentence(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("forkert\n"))
    assert cli.main(["--lang", "en", "--data-dir", str(data), "import", str(MINH)]) == 1
    assert "not the password" in capsys.readouterr().err


def test_wrong_passwords_slow_down_here_as_well(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    there = ["--lang", "en", "--data-dir", str(data), "import", str(MINH)]
    attempts.write(DataFolder(data), [attempts.Attempt(datetime.now(UTC), "karin", "password")] * 9)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    assert cli.main(there) == 1
    assert "Please wait" in capsys.readouterr().err


def test_a_folder_that_is_open_is_left_alone_before_the_password_is_tried(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    window = Instance(DataFolder(data))
    assert window.take()
    monkeypatch.setattr(sys, "stdin", io.StringIO("forkert\n"))
    assert cli.main(["--lang", "en", "--data-dir", str(data), "import", str(MINH)]) == 1
    window.release()
    assert "already open" in capsys.readouterr().err
    assert attempts.read(DataFolder(data)) == ()


def test_whatever_the_command_no_image_of_the_memory_is_written(tmp_path: Path) -> None:
    code = (
        "import resource; from tvm_desktop.cli import main;"
        f"main(['check', '--outside', '--data-dir', {str(tmp_path)!r}]);"
        "assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_an_unknown_wish_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        cli.main(["--lang", "xx"])
    assert end.value.code == 2
    assert "xx" in capsys.readouterr().err
