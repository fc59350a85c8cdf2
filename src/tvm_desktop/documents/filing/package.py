"""The package for the file: a record to keep, the same as text to paste, and the agreements for another program.

The PDF cannot hold its own digest; the text and the agreements do. The same record and version give the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from tvm_desktop import __version__
from tvm_desktop.dates import local
from tvm_desktop.documents.filename import agreements_file_name, record_file_name
from tvm_desktop.documents.filing.agreed import agreements, attendance
from tvm_desktop.documents.filing.record import Stamped, file_source, record_document
from tvm_desktop.documents.plain import text_of
from tvm_desktop.documents.render import render
from tvm_desktop.domain.filing import filing_of
from tvm_desktop.words import msg

if TYPE_CHECKING:
    from datetime import datetime

    from tvm_desktop.documents.audience import Audience
    from tvm_desktop.documents.parts.source import Source
    from tvm_desktop.domain.record import Record
    from tvm_desktop.formats.model import MeetingFormat

FORM = "tvm-agreements"
FORM_VERSION = 1


@dataclass(frozen=True, slots=True)
class Package:
    """Three files of one version. ``sha256`` is the PDF's, ``missing`` the letters that no font has."""

    version: int
    made: date
    day: date
    language: str
    pdf: bytes
    text: str
    agreements: str
    sha256: str
    missing: tuple[str, ...]

    @property
    def pdf_name(self) -> str:
        """The name proposed for the record; it names nobody."""
        return record_file_name(self.day, self.version, "pdf", self.language)

    def files(self) -> tuple[tuple[str, bytes], ...]:
        """Return the three files by their neutral names."""
        return (
            (self.pdf_name, self.pdf),
            (record_file_name(self.day, self.version, "txt", self.language), self.text.encode()),
            (agreements_file_name(self.day, self.version, self.language), self.agreements.encode()),
        )


def next_package(
    record: Record, fmt: MeetingFormat | None, audience: Audience, language: str, now: datetime
) -> Package:
    """Return the package that was made last when nothing has changed since, else one with the next number."""
    source = file_source(record, fmt, audience, language)
    filing = filing_of(record)
    if filing is not None and filing.version and filing.made is not None:
        same = filing_package(source, version=filing.version, made=filing.made)
        if same.sha256 == filing.sha256:
            return same
    return filing_package(source, version=filing.version + 1 if filing else 1, made=now)


def filing_package(source: Source, *, version: int, made: datetime) -> Package:
    """Return the package of the open meeting. ``made`` is an aware instant; only its day is told."""
    meeting = source.record.meeting
    stamped = Stamped(version, local(made, meeting.zone).date(), __version__)
    document = record_document(source, stamped)
    paper = render(document)
    digest = sha256(paper.pdf).hexdigest()
    text = f"{text_of(document)}\n{source.say(msg('SHA-256 of the PDF: {digest}', digest=digest))}\n"
    return Package(
        version=version,
        made=stamped.made,
        day=local(meeting.starts, meeting.zone).date() if meeting.starts else stamped.made,
        language=source.language,
        pdf=paper.pdf,
        text=text,
        agreements=_agreements(source, stamped, digest, sha256(text.encode()).hexdigest()),
        sha256=digest,
        missing=paper.missing,
    )


def _agreements(source: Source, stamped: Stamped, pdf: str, text: str) -> str:
    meeting = source.record.meeting
    values = {
        "form": FORM,
        "form_version": FORM_VERSION,
        "meeting": meeting.id,
        "starts": meeting.starts.isoformat() if meeting.starts else None,
        "zone": meeting.zone,
        "version": stamped.version,
        "made": stamped.made.isoformat(),
        "program": stamped.program,
        "sha256_pdf": pdf,
        "sha256_text": text,
        "participants": attendance(source),
        "agreements": agreements(source),
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
