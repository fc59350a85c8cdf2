"""The command line's plan."""

from __future__ import annotations

import sys

from tvm_desktop.cli import main

sys.exit(main(["plan", sys.argv[1], "-o", sys.argv[2]]))
