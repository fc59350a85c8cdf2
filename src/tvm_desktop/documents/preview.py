"""Pages of a PDF as images, without Qt: for the preview in the window and for the printer."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as rows of ``stride`` bytes: blue, green, red and one unused byte per dot."""

    width: int
    height: int
    stride: int
    dots: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_image(pdf: bytes, index: int, scale: float) -> PageImage:
    """Return one page; at scale 1 a dot is a point, 1/72 inch."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[index].render(scale=scale, prefer_bgrx=True)
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
