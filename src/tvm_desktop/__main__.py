"""``python -m tvm_desktop`` is ``tvm-desktop``."""

from __future__ import annotations

import sys

from tvm_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
