"""Where a user's data lies; ``--data-dir`` moves all of it, logs too."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that holds a user's data. Names in it never hold names of people."""

    root: Path

    @classmethod
    def default(cls) -> DataFolder:
        """Return the platform's place for this program; never a roaming profile."""
        from platformdirs import user_data_path  # only here: it would cost every start that names its folder

        return cls(user_data_path("tvm-desktop", appauthor=False, roaming=False))

    @property
    def database(self) -> Path:
        """The encrypted file."""
        return self.root / "meetings.db"

    @property
    def key(self) -> Path:
        """The key file beside it; its twin is ``meetings.key.copy``."""
        return self.root / "meetings.key"

    @property
    def key_copy(self) -> Path:
        """The key file's twin."""
        return self.root / "meetings.key.copy"

    @property
    def attempts(self) -> Path:
        """When a wrong password was tried, until the file is opened; no secrets, no content."""
        return self.root / "attempts.json"

    @property
    def backups(self) -> Path:
        """Verified copies of the encrypted file with its key file."""
        return self.root / "backups"

    @property
    def formats(self) -> Path:
        """The municipality's own meeting formats."""
        return self.root / "formats"

    @property
    def settings(self) -> Path:
        """What is needed before unlocking; no names of people."""
        return self.root / "settings.ini"

    @property
    def lock(self) -> Path:
        """Held while a program has the file open."""
        return self.root / "meetings.lock"

    @property
    def restoring(self) -> Path:
        """A backup that is on its way into its place; there only then."""
        return self.root / "restore.ready"

    @property
    def moved(self) -> Path:
        """Says where the meetings went when this folder failed; there only then."""
        return self.root / "meetings.moved"

    @property
    def log(self) -> Path:
        """Bugs, without content."""
        return self.root / "tvm-desktop.log"
