"""The command line. Errors are one sentence on stderr and a non-zero exit status; heavy imports wait."""

from __future__ import annotations

import argparse
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tvm_desktop.errors import UserError
from tvm_desktop.hardening import harden
from tvm_desktop.paths import DataFolder
from tvm_desktop.version import own_version
from tvm_desktop.words import LANGUAGES, Message, msg, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tvm_desktop.storage.checkup import Finding
    from tvm_desktop.storage.store import Store

    _Say = Callable[[Message], str]

_FAILED = 1
_EXCHANGE_FILE = msg("the exchange file, *.tvm.json")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    language = _language(given)
    _speak_utf8()
    options = parser(language).parse_args(given)
    harden()  # whatever the command, it may come to hold a key
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except UserError as problem:
        _complain(problem, language)
        return _FAILED
    except KeyboardInterrupt:
        return 130


def parser(language: str) -> argparse.ArgumentParser:
    """Return the parser, its help in a language."""

    def words(message: Message) -> str:
        return say(message, language).replace("%", "%%")

    top = argparse.ArgumentParser(
        prog="tvm-desktop",
        description=words(
            msg("Leads a network meeting from framing to a printed plan, offline and encrypted.")
        ),
    )
    top.set_defaults(command=_open)
    top.add_argument("--version", action=_Version, nargs=0)
    _common(top, words, inherit=False)
    demo = msg("open invented meetings in a file that is deleted at the end")
    top.add_argument("--demo", action="store_true", help=words(demo))
    commands = top.add_subparsers(metavar="…", title=words(msg("other things it can do")))
    for name, does, fill in (
        ("tour", msg("save a picture of every page, and the plan"), _fill_tour),
        ("plan", msg("make the family’s plan from an exchange file"), _fill_plan),
        ("export", msg("write one course to an exchange file, not encrypted"), _fill_export),
        ("import", msg("read courses from an exchange file"), _fill_import),
        ("check", msg("check the file with your meetings, and change nothing"), _fill_check),
    ):
        command = commands.add_parser(name, help=words(does))
        fill(command, words)
        _common(command, words, inherit=True)
    return top


def _fill_tour(tour: argparse.ArgumentParser, words: _Say) -> None:
    tour.add_argument("folder", type=Path, help=words(msg("where the pictures go")))
    size = words(msg("how large the laptop is, such as 1280x720"))
    tour.add_argument("--size", type=_size, default=(1440, 900), help=size)
    tour.set_defaults(command=_tour)


def _fill_plan(plan: argparse.ArgumentParser, words: _Say) -> None:
    plan.add_argument("file", type=Path, help=words(_EXCHANGE_FILE))
    plan.add_argument("-o", "--output", type=Path, required=True, help=words(msg("the PDF to write")))
    plan.add_argument("--large", action="store_true", help=words(msg("large print")))
    form = msg("the form for the file, in place of the family’s plan")
    plan.add_argument("--form", action="store_true", help=words(form))
    plan.set_defaults(command=_plan)


def _fill_export(out: argparse.ArgumentParser, words: _Say) -> None:
    out.add_argument("course", help=words(msg("the name of the course")))
    out.add_argument("output", type=Path, help=words(msg("the file to write, *.tvm.json")))
    out.set_defaults(command=_export)


def _fill_import(into: argparse.ArgumentParser, words: _Say) -> None:
    sealed = msg(
        "the exchange file, *.tvm.json, or a sealed one, *.tvm.sealed, whose password is asked for next"
    )
    into.add_argument("file", type=Path, help=words(sealed))
    copy = msg("beside what is here already, as copies")
    into.add_argument("--copy", action="store_true", help=words(copy))
    into.set_defaults(command=_import)


def _fill_check(check: argparse.ArgumentParser, words: _Say) -> None:
    outside = msg("only what can be seen without the password")
    check.add_argument("--outside", action="store_true", help=words(outside))
    check.set_defaults(command=_check)


def _common(to: argparse.ArgumentParser, words: _Say, *, inherit: bool) -> None:
    """Let --data-dir and --lang stand before or after the command."""
    default = argparse.SUPPRESS if inherit else None
    to.add_argument("--data-dir", type=Path, default=default, help=words(msg("where the data lies")))
    to.add_argument("--lang", choices=LANGUAGES, default=default, help=words(msg("the program’s language")))


def _open(options: argparse.Namespace) -> int:
    from tvm_desktop.app import Options, run

    wanted = Options(demo=options.demo, data_dir=options.data_dir, language=options.lang or "")
    return run(wanted)


def _tour(options: argparse.Namespace) -> int:
    from tvm_desktop.ui.tour.guide import write_tour

    folder = write_tour(options.folder, language=options.lang or LANGUAGES[0], size=options.size)
    sys.stdout.write(_said(options, msg("The pictures and the plan are in “{path}”.", path=str(folder))))
    return 0


def _size(text: str) -> tuple[int, int]:
    """Read "1280x720"; argparse says what is wrong with anything else."""
    width, _, height = text.partition("x")
    return max(640, int(width)), max(480, int(height))


def _plan(options: argparse.Namespace) -> int:
    from tvm_desktop.documents.from_file import form_from_file, plan_from_file
    from tvm_desktop.documents.paper import PaperOptions

    made = form_from_file if options.form else plan_from_file
    paper = made(options.file, PaperOptions(large=options.large))
    _write(options.output, paper.pdf)
    if paper.missing:
        letters = " ".join(paper.missing)
        sys.stderr.write(
            _said(
                options,
                msg("Some letters are in no font and are not on the paper: {letters}", letters=letters),
            )
        )
    return 0


def _export(options: argparse.Namespace) -> int:
    from tvm_desktop.storage.exchange.writer import export_course

    name = options.course
    with _unlocked(options) as store:
        found = [row.id for row in store.courses() if name in {row.name, row.id}]
        if len(found) > 1:
            raise UserError(msg("Several courses are called “{name}”. Rename one of them first.", name=name))
        if not found:
            raise UserError(
                msg(
                    "There is no course called “{name}”. Write its name as it stands in the program.",
                    name=name,
                )
            )
        _write(options.output, export_course(store, found[0]).encode())
    sys.stdout.write(_said(options, msg("Written. The file is not encrypted.")))
    return 0


def _import(options: argparse.Namespace) -> int:
    from tvm_desktop.storage.exchange.importer import bring_in
    from tvm_desktop.storage.exchange.preview import to_bring
    from tvm_desktop.storage.exchange.reader import read_file
    from tvm_desktop.storage.exchange.sealed import is_sealed, open_sealed

    with _unlocked(options) as store:
        sealed = is_sealed(options.file)
        file = open_sealed(options.file, _ask(options.file.name)) if sealed else read_file(options.file)
        bring_in(store, to_bring(file), as_copy=options.copy)
    sys.stdout.write(_said(options, msg("Read in.")))
    return 0


def _check(options: argparse.Namespace) -> int:
    """Say line by line what is found; no password, or an empty one, leaves it at what can be seen from outside."""
    from tvm_desktop.storage.checkup import from_outside, is_held, within

    folder = DataFolder(options.data_dir) if options.data_dir else DataFolder.default()
    faults = _told_of(options, from_outside(folder))
    password = "" if options.outside or is_held(folder) or not folder.root.is_dir() else _ask("TVM")
    if password:
        faults += _told_of(options, within(folder, password))
    last = msg("Something is wrong.") if faults else msg("All that was checked is sound.")
    sys.stdout.write(_said(options, last))
    return _FAILED if faults else 0


def _told_of(options: argparse.Namespace, findings: Iterable[Finding]) -> int:
    """Say findings as they come; return how many are faults."""
    from tvm_desktop.storage.checkup import Weight

    marks = {Weight.FINE: "+", Weight.NOTE: "i", Weight.FAULT: "!"}
    faults = 0
    for found in findings:
        sys.stdout.write(f"{marks[found.weight]} {_said(options, found.message)}")
        for detail in found.details:
            sys.stdout.write(f"    {_said(options, detail)}")
        faults += found.weight is Weight.FAULT
    return faults


@contextmanager
def _unlocked(options: argparse.Namespace) -> Iterator[Store]:
    from tvm_desktop.storage.attempts import Doorkeeper
    from tvm_desktop.storage.store import Store

    folder = DataFolder(options.data_dir) if options.data_dir else DataFolder.default()
    password = _ask("TVM")
    with _alone(
        folder
    ):  # before the key file is read: meanwhile the window could put another one in its place
        store = Store.open(folder, Doorkeeper(folder).open(password))
        try:
            yield store
        finally:
            store.close()


def _ask(what: str) -> str:
    """Ask for a password: at the terminal without showing it, else a line of what is piped in."""
    import getpass

    return getpass.getpass(f"{what}: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _alone(folder: DataFolder) -> Iterator[None]:
    """Hold the folder as the window does: only one program writes in it. Raises UserError."""
    from tvm_desktop.ui.instance import OPEN_ALREADY, Instance

    instance = Instance(folder)
    if not instance.take():
        raise UserError(OPEN_ALREADY)
    try:
        yield
    finally:
        instance.release()


def _write(path: Path, content: bytes) -> None:
    from tvm_desktop.storage.files import write_atomically

    try:
        write_atomically(path.absolute(), content)
    except OSError as error:
        raise UserError(msg("“{path}” cannot be written. Choose another place.", path=str(path))) from error


def _said(options: argparse.Namespace, message: Message) -> str:
    return say(message, options.lang or LANGUAGES[0]) + "\n"


class _Version(argparse.Action):
    """Says the version and ends; it is looked up only then, for it takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object, **_named: object) -> None:
        sys.stdout.write(f"tvm-desktop {own_version()}\n")
        parser.exit()


def _language(argv: Sequence[str]) -> str:
    """Find the language before the parser is made, for its help."""
    for n, word in enumerate(argv):
        wish = word.removeprefix("--lang=") if word.startswith("--lang=") else ""
        if word == "--lang" and n + 1 < len(argv):
            wish = argv[n + 1]
        if wish in LANGUAGES:
            return wish
    return LANGUAGES[0]


def _complain(problem: UserError, language: str) -> None:
    lines = [say(problem.message, language), *(f"  {say(detail, language)}" for detail in problem.details)]
    sys.stderr.write("\n".join(lines) + "\n")


def _speak_utf8() -> None:
    """Let Danish through, whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
