from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.documents.spreadsheet import csv_file, harmless


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\0=", "＝"])
def test_no_cell_is_taken_for_a_formula(begin: str) -> None:
    assert harmless(f"{begin}HYPERLINK(1)").startswith("'")


def test_other_words_stay_as_they_are() -> None:
    assert harmless("Østergård, 5-10 = ja") == "Østergård, 5-10 = ja"


def test_the_file_says_that_it_is_utf_8_and_is_parted_as_the_language_does() -> None:
    assert csv_file([["år", "a;b"]], "da") == '\ufeffår;"a;b"\r\n'.encode()
    assert csv_file([["år", "a;b"]], "en") == "\ufeffår,a;b\r\n".encode()


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=3), max_size=4)
)
def test_every_cell_comes_back_harmless(rows: list[list[str]]) -> None:
    text = io.StringIO(csv_file(rows, "da").decode("utf-8-sig"), newline="")
    assert list(csv.reader(text, delimiter=";")) == [[harmless(cell) for cell in row] for row in rows]
