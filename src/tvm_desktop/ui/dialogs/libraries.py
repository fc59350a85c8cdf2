"""What the program is built of, with licences. The versions are those that run."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from platform import python_version

from PySide6.QtCore import qVersion


@dataclass(frozen=True, slots=True)
class Library:
    """A library, or data, that comes along; ``package`` is its name in Python; without one ``now`` is its version."""

    name: str
    licence: str
    package: str = ""
    now: str = ""

    @property
    def version(self) -> str:
        """The version that runs, "" when nobody can say."""
        if not self.package:
            return self.now
        try:
            return version(self.package)
        except PackageNotFoundError:
            return ""


LIBRARIES: tuple[Library, ...] = (
    Library("Python", "PSF-2.0", now=python_version()),
    Library("Qt", "LGPL-3.0", now=qVersion()),
    Library("PySide6 Essentials", "LGPL-3.0", "PySide6-Essentials"),
    Library("Shiboken", "LGPL-3.0", "shiboken6"),
    Library("SQLAlchemy", "MIT", "SQLAlchemy"),
    Library("sqlcipher3", "zlib", "sqlcipher3"),
    Library("SQLCipher", "BSD-3-Clause"),
    Library("SQLite", "Public domain"),
    Library("OpenSSL", "Apache-2.0"),
    Library("cryptography", "Apache-2.0 / BSD-3-Clause", "cryptography"),
    Library("cffi", "MIT-0", "cffi"),
    Library("pycparser", "BSD-3-Clause", "pycparser"),
    Library("ReportLab", "BSD-3-Clause", "reportlab"),
    Library("Pillow", "MIT-CMU", "pillow"),
    Library("charset-normalizer", "MIT", "charset-normalizer"),
    Library("pypdfium2", "Apache-2.0 / BSD-3-Clause", "pypdfium2"),
    Library("PDFium", "BSD-3-Clause"),
    Library("python-bidi", "LGPL-3.0", "python-bidi"),
    Library("arabic-reshaper", "MIT", "arabic-reshaper"),
    Library("cattrs", "MIT", "cattrs"),
    Library("attrs", "MIT", "attrs"),
    Library("typing-extensions", "PSF-2.0", "typing-extensions"),
    Library("platformdirs", "MIT", "platformdirs"),
    Library("keyring (optional)", "MIT", "keyring"),
    Library("tzdata (Windows)", "Apache-2.0", "tzdata"),
    Library("Noto Sans, Noto Naskh Arabic, Noto Sans Ethiopic", "OFL-1.1"),
)
