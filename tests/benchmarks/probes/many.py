"""A file with ten thousand meetings of twenty cards; home in the real window, and searches in the file."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from PySide6.QtWidgets import QApplication

from benchmarks.probes.painted import leave
from tvm_desktop.domain.entities import Card, Course, Entity, Meeting, Person
from tvm_desktop.domain.enums import CardKind, MeetingStatus
from tvm_desktop.domain.record import adding
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.paths import DataFolder
from tvm_desktop.storage.store import Store
from tvm_desktop.ui.context import UiContext
from tvm_desktop.ui.home.page import HomePage
from tvm_desktop.ui.settings import PreSettings
from tvm_desktop.ui.theme import apply_theme, load_theme

COURSES, MEETINGS, CARDS = 500, 20, 20
WORDS = ("frikvarter", "legegruppe", "morgen", "Mette", "Barn 77", "sover dårligt", "xyzzy", "no")
SAID = (
    "Hun står tit alene i frikvarteret.",
    "Han sover dårligt, og morgenen er svær.",
    "Mette starter en legegruppe i skolen.",
    "Det går godt, når nogen følger med.",
)
DAY = datetime(2026, 3, 12, 9, tzinfo=UTC)


def course(number: int, form: str, form_hash: str) -> list[Entity]:
    """Return a course with its meetings and what was said at them."""
    child = Person(id=f"p{number}", name=f"Barn {number}", is_child=True)
    things: list[Entity] = [Course(id=f"c{number}", name=child.name, created=DAY), child]
    for m in range(MEETINGS):
        at = DAY - timedelta(days=7 * m + number % 7, minutes=number)
        meeting = Meeting(
            id=f"m{number}-{m}", format_id=form, format_hash=form_hash, starts=at, ends=at + timedelta(hours=1),
            status=MeetingStatus.CLOSED, purpose=f"Vi vil forstå, hvad der hjælper, gang {m}.", created=at,
        )  # fmt: skip
        things.append(meeting)
        things += [
            Card(
                id=f"k{number}-{m}-{n}",
                meeting_id=meeting.id,
                kind=list(CardKind)[n % 3],
                rank=float(n),
                text=f"{SAID[(n + m) % 4]} {number * m + n}",
                voice=child.id,
            )
            for n in range(CARDS)
        ]
    return things


app = QApplication([])
folder = DataFolder(Path(tempfile.mkdtemp(prefix="tvm-bench-")) / "data")
store = Store.create(folder, os.urandom(32))
library = FormatLibrary.load(None)
fmt = library.formats[0]
store.keep_format(fmt.hash, fmt.source)
for number in range(COURSES):
    store.commit(f"c{number}", [adding(entity) for entity in course(number, fmt.id, fmt.hash)])
settings = PreSettings(folder)
context = UiContext(folder, settings, load_theme("light"))
context.store, context.library, context.clock = store, library, lambda: DAY
apply_theme(app, context.theme, 1.0)
homes, searches = [], []
for _ in range(5):
    began = perf_counter()
    page = HomePage(context)
    page.resize(1440, 900)
    page.refresh()
    page.show()
    app.processEvents()
    app.processEvents()
    homes.append(perf_counter() - began)
    page.close()
    page.deleteLater()
for word in WORDS:
    store.search(word)
    began = perf_counter()
    store.search(word)
    searches.append(perf_counter() - began)
leave(
    home=sorted(homes)[2] * 1000,
    search=max(searches) * 1000,
    **{w: s * 1000 for w, s in zip(WORDS, searches, strict=True)},
)
