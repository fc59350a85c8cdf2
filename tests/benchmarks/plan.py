"""The plan as PDF: in a running program, and as a whole process beside bare ReportLab."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2

from benchmarks.child import run
from benchmarks.table import Row
from tvm_desktop.documents.from_file import plan_from_file
from tvm_desktop.documents.paper import PaperOptions
from tvm_desktop.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 9


def measure() -> Iterator[Row]:
    """Make the plan of the fullest invented meeting."""
    yield Row("plan as PDF in the running program", run("plan_again")["median"], 30.0, "ms", given=True)
    file = resource("demo", "minh.tvm.json")
    with tempfile.TemporaryDirectory() as below:
        words = Path(below, "words.json")
        words.write_text(json.dumps(_words(plan_from_file(file, PaperOptions()).pdf)), "utf-8")
        ours, bare = [], []
        for _ in range(ROUNDS):
            ours.append(run("plan_alone", str(file), str(Path(below, "ours.pdf")))["wall"])
            bare.append(run("plan_bare", str(words), str(Path(below, "bare.pdf")))["wall"])
    yield Row("plan as PDF, whole process, and bare ReportLab's", median(ours), median(bare), "ms", 1.5)


def _words(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page, for the bare one to set."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded().splitlines() for page in document]
