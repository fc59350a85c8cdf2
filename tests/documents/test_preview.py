"""Pages as images."""

from __future__ import annotations

from helpers.minh import minh_record
from helpers.papers import plan
from tvm_desktop.documents.preview import page_count, page_image
from tvm_desktop.documents.render import render

PDF = render(plan(minh_record())).pdf


def test_the_pages_are_counted() -> None:
    assert page_count(PDF) == 2


def test_a_page_is_an_image_with_words_on_white() -> None:
    image = page_image(PDF, 0, 1.0)
    assert (image.width, image.height) == (596, 842)
    assert image.stride >= 4 * image.width
    assert len(image.dots) == image.stride * image.height
    assert image.dots[:3] == b"\xff\xff\xff"
    assert min(image.dots[0::4]) < 80


def test_a_larger_scale_gives_more_dots() -> None:
    assert page_image(PDF, 1, 2.0).width == 1191
