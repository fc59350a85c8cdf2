"""Read generated files: exchange files by the real import, meeting forms from the user's own folder.

Three of five are real ones with bytes or values spoiled, the others are grown from the grammar by Hypothesis.
``python tests/faults/run.py fuzz --times 10000``
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from faults.mutate import Json, spoiled_bytes, spoiled_values
from faults.row import Row, where
from helpers.records import courses
from helpers.sessions import emptied, five_steps, minh, with_meeting
from helpers.stores import make_store
from tvm_desktop.domain.enums import MeetingStatus
from tvm_desktop.errors import UserError
from tvm_desktop.formats.agenda import agenda
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.resources import resource
from tvm_desktop.session.frames.build import projector_frame
from tvm_desktop.session.frames.showing import Showing
from tvm_desktop.storage.exchange.importer import import_file
from tvm_desktop.storage.exchange.model import CourseFile, ExchangeFile, FormatText
from tvm_desktop.storage.exchange.reader import read_file
from tvm_desktop.storage.exchange.writer import write_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tvm_desktop.domain.entities import Entity
    from tvm_desktop.storage.store import Store

TIMES = 10_000
_AS_IT_IS = 20  # every so many a form is sound
_EMPTIED_AFTER = 3  # files, so that some meet what is there already
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@dataclass(slots=True)
class Tally:
    """What came of the files."""

    taken: int = 0
    refused: int = 0
    partial: int = 0
    crashes: Counter[str] = field(default_factory=Counter)

    @property
    def tried(self) -> int:
        """How many files were read."""
        return self.taken + self.refused + self.crashes.total()

    def row(self, what: str) -> Row:
        """Say it as a row of the table."""
        crashes = f" ({', '.join(self.crashes)})" if self.crashes else ""
        return Row(
            what=what,
            tried=f"{self.tried} files: {self.taken} were sound and read, {self.refused} refused",
            result=f"{self.crashes.total()} crashes{crashes}, {self.partial} read in part",
            must="0 crashes, 0 read in part",
            met=not self.crashes and not self.partial and self.taken > 0 and self.refused > 0,
        )


def measure(times: int = TIMES, seed: int = 0) -> Iterator[Row]:
    """Read so many files, four of five of them exchange files."""
    with tempfile.TemporaryDirectory(prefix="tvm-fuzz-") as below:
        folder = Path(below)
        yield exchange_files(folder, times - times // 5, seed).row("exchange files, generated")
        yield format_files(folder, times // 5, seed).row("meeting forms, generated")


def exchange_files(folder: Path, times: int, seed: int) -> Tally:
    """Import generated exchange files one after the other into one store."""
    store, tally, path = make_store(folder), Tally(), folder / "file.tvm.json"

    def read(content: bytes) -> None:
        path.write_bytes(content)
        read_in(store, path, tally)
        if tally.tried % _EMPTIED_AFTER == 0:
            emptied(store)

    grown = times * 2 // 15
    for content in _spoiled(times - 3 * grown, Random(seed)):
        read(content)
    for strategy in (courses().map(_written), _spoiled_course(), _json.map(_told)):
        _grow(strategy, grown, read)
    store.close()
    return tally


def read_in(store: Store, path: Path, tally: Tally) -> None:
    """Import a file, and see that either all of it is in the store or nothing."""
    before = rows(store)
    try:
        brought = import_file(store, path)
    except UserError:
        tally.refused += 1
        tally.partial += rows(store) != before
    except Exception as error:
        tally.crashes[where(error)] += 1
        tally.partial += rows(store) != before
    else:
        tally.taken += 1
        held = [entity for course in read_file(path).courses for entity in course.entities()]
        stored = [entity for course_id in brought for entity in store.load(course_id)]
        tally.partial += _by_id(held) != _by_id(stored)


def rows(store: Store) -> dict[str, int]:
    """Count the rows of every table."""
    with store._reading() as connection:
        names = (
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        )
        counts = ", ".join(f'(SELECT count(*) FROM "{name}")' for name in names)
        return dict(zip(names, connection.exec_driver_sql(f"SELECT {counts}").one(), strict=True))


def _by_id(entities: list[Entity]) -> list[tuple[str, str, str]]:
    return sorted((type(entity).__name__, entity.id, repr(entity)) for entity in entities)


def _spoiled(times: int, chance: Random) -> Iterator[bytes]:
    whole = [path.read_bytes() for path in sorted(resource("demo").glob("*.tvm.json"))]
    fmt = five_steps(FormatLibrary.load(None))
    record = with_meeting(minh(), format_id=fmt.id, format_hash=fmt.hash)
    kept = (FormatText(hash=fmt.hash, source=fmt.source),)
    whole.append(write_text(ExchangeFile(courses=(CourseFile.of(record.entities()),), formats=kept)).encode())
    values = [json.loads(content) for content in whole]
    for number in range(times):
        one = chance.randrange(len(whole))
        spoil = number % 2
        yield spoiled_values(values[one], chance) if spoil else spoiled_bytes(whole[one], chance)


def _written(entities: list[Entity]) -> bytes:
    return write_text(ExchangeFile(courses=(CourseFile.of(entities),))).encode()


def _spoiled_course() -> st.SearchStrategy[bytes]:
    return st.builds(
        lambda entities, number: spoiled_values(json.loads(_written(entities)), Random(number)),
        courses(),
        st.integers(0, 2**32),
    )


def _told(value: Json) -> bytes:
    """Write any value where an exchange file has its courses."""
    return json.dumps({"version": 1, "courses": value}).encode()


def _grow(strategy: st.SearchStrategy[bytes], times: int, read: Callable[[bytes], None]) -> None:
    quiet = settings(
        max_examples=max(1, times),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    quiet(given(strategy)(read))()


def format_files(folder: Path, times: int, seed: int) -> Tally:
    """Lay generated forms in the user's own folder; hold a meeting's every step in one that is taken."""
    own, tally, chance = folder / "formats", Tally(), Random(seed)
    own.mkdir()
    files = sorted(resource("formats").glob("*.toml"))
    built = {fmt.id for fmt in FormatLibrary.load(None).formats}
    for number in range(times):
        path = chance.choice(files)
        content = path.read_bytes()
        if number % _AS_IT_IS:
            spoil = spoiled_toml if chance.random() < 0.6 else spoiled_bytes
            content = spoil(content, chance)
        (own / path.name).write_bytes(content)
        _load(own, built, tally)
        (own / path.name).unlink()
    return tally


def _load(own: Path, built: set[str], tally: Tally) -> None:
    try:
        library = FormatLibrary.load(own)
        for fmt in library.formats:
            if fmt.own_version:
                record = with_meeting(minh(), format_id=fmt.id, status=MeetingStatus.RUNNING)
                for step in agenda(record, fmt):
                    projector_frame(with_meeting(record, live_step=step.id), fmt, Showing())
    except Exception as error:
        tally.crashes[where(error)] += 1
        return
    tally.partial += not built <= {fmt.id for fmt in library.formats}
    if library.problems:
        tally.refused += 1
    else:
        tally.taken += 1


def spoiled_toml(content: bytes, chance: Random) -> bytes:
    """Change some lines of a form: gone, twice, elsewhere, or with another value."""
    lines = content.decode().split("\n")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(lines))
        way = chance.randrange(5)
        if way == 0:
            del lines[at]
        elif way == 1:
            lines.insert(chance.randrange(len(lines)), lines[at])
        elif way == 2:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = f"{lines[at].partition('=')[0]}= {chance.choice(_ODD_TOML)}"
    return "\n".join(lines).encode()


_ODD_TOML = (
    "0", "-1", "99999999999999999999", "nan", '""', '"x"', "true", "[]", "{}", "[[]]", "1979-05-27",
    '{da = "", en = ""}', '{da = "Å", en = 3}', '"\\u0000"', '["framing"]', '"framing"', '"board"', '"first"',
)  # fmt: skip
