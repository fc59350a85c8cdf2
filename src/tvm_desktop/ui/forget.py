"""What is kept of texts to paint and print them fast is what families told: it goes when the file is locked.

Python cannot wipe its memory; this lets go of what nothing needs any more.
"""

from __future__ import annotations

import gc
import sys


def forget_texts() -> None:
    """Drop every laid-out text, and what the freed windows left behind."""
    keep = sys.modules.get("tvm_desktop.ui.projector.keep")
    if keep is not None:
        keep.forget_texts()
    paper = sys.modules.get("tvm_desktop.documents.text")
    if paper is not None:
        paper.forget_texts()
    gc.collect()
