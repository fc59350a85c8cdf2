"""Blocks on pages: what stays together, and where a page ends."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.minh import minh_record
from helpers.papers import plan
from tvm_desktop.documents.fonts import register
from tvm_desktop.documents.layout.blocks import Frame, Gap, Row, Stack, Words, evened, split_all
from tvm_desktop.documents.layout.look import style_for
from tvm_desktop.documents.layout.pages import Item, paginate
from tvm_desktop.documents.layout.setter import Setter
from tvm_desktop.documents.layout.setting import flow
from tvm_desktop.documents.model import (
    GoalItem,
    Goals,
    Promise,
    Promises,
    Section,
    SectionKind,
    Span,
    Tone,
    strong,
)
from tvm_desktop.documents.paper import PaperOptions


@pytest.fixture
def setter() -> Setter:
    register()
    return Setter(style_for(PaperOptions()), 500)


def words(setter: Setter, lines: int) -> Words:
    """Return as many lines of text."""
    return setter.words("\n".join(f"linje {number}" for number in range(lines)), setter.style.body())


def test_a_page_is_filled_before_the_next_begins() -> None:
    pages = paginate([Item(Gap(40), before=10) for _ in range(5)], 140)
    assert [[placed.down for placed in page] for page in pages] == [[0, 50, 100], [0, 50]]


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    pages = paginate([Item(Gap(70)), Item(Gap(20), keep=True), Item(Gap(30)), Item(Gap(30))], 100)
    assert [len(page) for page in pages] == [1, 3]


def test_headings_in_a_row_stay_with_what_follows() -> None:
    items = [Item(Gap(60)), Item(Gap(10), keep=True), Item(Gap(10), keep=True), Item(Gap(30))]
    assert [len(page) for page in paginate(items, 100)] == [1, 3]


def test_a_table_that_goes_on_has_its_header_again() -> None:
    head = Gap(11)
    pages = paginate([Item(head, keep=True), *(Item(Gap(30), head=head) for _ in range(4))], 80)
    assert [page[0].block for page in pages] == [head, head]


def test_the_last_page_is_not_nearly_empty() -> None:
    pages = paginate([Item(Gap(10)) for _ in range(11)], 100)
    assert [len(page) for page in pages] == [8, 3]


def test_a_block_higher_than_any_page_is_printed_all_the_same() -> None:
    assert len(paginate([Item(Gap(10)), Item(Gap(500)), Item(Gap(10))], 100)) == 3


@given(st.lists(st.tuples(st.floats(1, 90), st.floats(0, 20), st.booleans()), max_size=40))
def test_nothing_is_lost_and_nothing_overlaps(sizes: list[tuple[float, float, bool]]) -> None:
    items = [Item(Gap(height), before, keep) for height, before, keep in sizes]
    pages = paginate(items, 100)
    assert [placed.block for page in pages for placed in page] == [item.block for item in items]
    for page in pages:
        for above, below in itertools.pairwise(page):
            assert above.down + above.block.height <= below.down + 1e-6
        assert all(placed.down + placed.block.height <= 100 + 1e-6 for placed in page)


def test_a_text_breaks_with_two_lines_on_either_side(setter: Setter) -> None:
    text = words(setter, 6)
    halves = text.split(5.5 * text.leading)
    assert halves is not None
    assert [half.height for half in halves] == [4 * text.leading, 2 * text.leading]
    assert text.split(1.5 * text.leading) is None
    assert words(setter, 3).split(2 * text.leading) is None


def test_a_low_stack_stays_whole_and_a_high_one_breaks(setter: Setter) -> None:
    frame = Frame(above=5, below=5)
    assert Stack((words(setter, 3),), 500, frame).split(30) is None
    high = Stack((words(setter, 40), words(setter, 4)), 500, frame)
    halves = high.split(400)
    assert halves is not None
    assert halves[0].height <= 400
    assert sum(half.height for half in halves) == pytest.approx(high.height + 10)


def test_a_high_row_breaks_all_its_cells(setter: Setter) -> None:
    cells = (Stack((words(setter, 30),), 200), Stack((words(setter, 1),), 200))
    row = Row(cells, (0, 250), 500, 5, 5)
    halves = row.split(200)
    assert halves is not None
    assert halves[0].height <= 200
    assert row.least < row.height


def test_blocks_are_parted_where_the_room_ends() -> None:
    assert split_all([Gap(10), Gap(10), Gap(10)], 25) == ((Gap(10), Gap(10)), (Gap(10),))
    assert split_all([Gap(30)], 25) is None


def test_views_beside_each_other_are_equally_high(setter: Setter) -> None:
    cells = evened([Stack((words(setter, 1),), 200), Stack((words(setter, 4),), 200)])
    assert cells[0].height == cells[1].height


def test_less_air_means_a_lower_plan_with_the_same_letters() -> None:
    wide, tight = (style_for(PaperOptions(), air) for air in (1.0, 0.65))
    assert wide.body() == tight.body()
    assert wide.air(4) > tight.air(4)


def test_large_print_is_larger_everywhere() -> None:
    small, large = (style_for(PaperOptions(large=large)) for large in (False, True))
    assert large.body(Tone.QUIET).size >= 16 > small.body().size >= 12
    assert large.heading.size > small.heading.size
    assert large.title.size > small.title.size
    assert large.column.size >= 16


def test_lines_are_remembered_between_tries(setter: Setter) -> None:
    text = (strong("Jonas "), Span("ringer"))
    assert setter.words(text, setter.style.body()).lines is setter.words(text, setter.style.body()).lines


def test_a_tick_box_takes_room_from_the_text(setter: Setter) -> None:
    assert setter.marked("Han går selv ind.", setter.tick).indent == setter.indent > 0


def one_part(content: Goals | Promises, setter: Setter) -> list[Item]:
    """Return the flow of a plan with one part, without its title and heading."""
    document = plan(minh_record())
    section = Section(SectionKind.GOALS, "", content)
    whole = flow(document.__class__("da", "Plan", "Plan", (), (section,), (), ""), setter)
    return whole[1:]


def test_short_signs_stand_in_two_columns_and_long_ones_below_each_other(setter: Setter) -> None:
    short, long = "Han griner.", "Han griner og løber og hopper og synger hele vejen hjem fra skole."
    two, three = one_part(Goals((GoalItem("Mål", (short, short)), GoalItem("Mål", (long, short)))), setter)
    assert three.block.height > two.block.height


def test_a_column_without_words_is_left_out(setter: Setter) -> None:
    titles = ("Hvem", "Hvad", "Hvornår", "Sådan")
    head, _ = one_part(Promises(titles, (Promise("Jonas", "ringer"),)), setter)
    assert isinstance(head.block, Row)
    assert len(head.block.cells) == 2


def test_in_large_print_a_promise_is_a_list() -> None:
    register()
    large = Setter(style_for(PaperOptions(large=True)), 500)
    titles = ("Hvem", "Hvad", "Hvornår", "Sådan")
    (item,) = one_part(
        Promises(titles, (Promise("Jonas", "ringer", "sammen med Mai", "i dag", "ja"),)), large
    )
    assert isinstance(item.block, Row)
    assert [len(cell.children) for cell in item.block.cells] == [1, 3]


def test_columns_are_wide_enough_for_their_longest_word(setter: Setter) -> None:
    titles = ("Hvem", "Hvad", "Hvornår", "Sådan")
    long = "trivselsundersøgelsesresultaterne"
    row = Promise("Jonas", f"taler om {long} med alle", when="hver anden mandag i lige uger", seen="ja")
    _, item = one_part(Promises(titles, (row,)), setter)
    assert isinstance(item.block, Row)
    what = item.block.cells[1].children[0]
    assert isinstance(what, Words)
    assert any(long in text for line in what.lines for text, _ in line.pieces)
