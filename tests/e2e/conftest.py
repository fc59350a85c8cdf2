"""Full and read-only disks can be tried only where one may mount a disk."""

from __future__ import annotations

from helpers.disk import may_mount

collect_ignore = [] if may_mount() else ["test_bad_disk.py", "test_full_deletion.py"]
