"""The plan of the fullest invented meeting, again and again in one process."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.probes.painted import leave
from helpers.stores import make_store
from tvm_desktop.documents.audience import Audience
from tvm_desktop.documents.paper import PaperOptions
from tvm_desktop.documents.plan import plan_document
from tvm_desktop.documents.render import render
from tvm_desktop.domain.record import Record
from tvm_desktop.formats.library import FormatLibrary
from tvm_desktop.storage.exchange.demo import fill_with_demo

ROUNDS = 30

library = FormatLibrary.load(None)
with tempfile.TemporaryDirectory() as below:
    store = make_store(Path(below))
    fill_with_demo(store, library.formats)
    record = Record.of("minh-moede-01", store.load(store.course_of("minh-moede-01")))
    fmt = library.by_id(record.meeting.format_id) or library.formats[0]
    store.close()
took = []
for _ in range(ROUNDS):
    began = perf_counter()
    render(plan_document(record, fmt, Audience(), "da"), PaperOptions())
    took.append(perf_counter() - began)
leave(median=median(took[1:]) * 1000, first=took[0] * 1000)
