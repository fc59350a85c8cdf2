"""Every picture at every size: nothing clipped, nothing overlapping, nothing small, nothing pale, nothing lost."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tvm_desktop.formats.model import Tint
from tvm_desktop.session.frames.model import (
    ActionFrame,
    ActionGroup,
    Actions,
    Agreement,
    BigLines,
    Blank,
    Body,
    CardFrame,
    ColumnFrame,
    Columns,
    GoalFrame,
    Goals,
    Grid,
    GridColumnFrame,
    Mark,
    Part,
    Pause,
    ProjectorFrame,
    ScaleFrame,
    Statements,
    Thread,
    ThreadLink,
    UnderstandingFrame,
    Understandings,
    View,
)
from tvm_desktop.ui.projector.colours import contrast, wall_of
from tvm_desktop.ui.projector.head import FOOT, MARGIN
from tvm_desktop.ui.projector.paint import canvas_width, newest_page, page_count, pages_of, paint_frame
from tvm_desktop.ui.projector.scene import Box, Page, SetWords
from tvm_desktop.ui.projector.typeset import typeset
from tvm_desktop.ui.theme import THEMES, Theme, load_theme
from ui.projector.samples import CARDS, FULL_THREAD, GOALS, REVEALED, SAMPLES, STATEMENTS, columns, frame

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = (QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160))
OLD_PROJECTOR = QSize(1024, 768)
LONG = " ".join(f"Ord{number} i en lang fortælling." for number in range(400))[:10_000]


def card(text: str, voice: str = "Hodan, mor") -> ProjectorFrame:
    return frame(
        "Hvad ser I?", Columns((ColumnFrame("Det vi ser", Tint.WORRY, (CardFrame("c", voice, text),)),))
    )


def long_pictures() -> Iterator[tuple[str, Body]]:
    """Every kind of body with a text that needs pages, or with very many things."""
    view, words = View("Hodan, mor", LONG[:3000]), LONG[:3000]
    yield "card", card(LONG).body
    yield (
        "cards beside",
        Columns(
            tuple(
                ColumnFrame("Titel", Tint.PLAIN, (CardFrame("a", "Yusuf", words), CardFrame("b", "", "Kort")))
                for _ in "123"
            )
        ),
    )
    yield (
        "six columns",
        Columns(
            tuple(ColumnFrame(f"Kolonne {n}", Tint.NEXT, (CardFrame("a", "", f"{n}"),)) for n in range(6))
        ),
    )
    yield (
        "grid",
        Grid(
            ("Familie", "Skole " * 30),
            tuple(
                GridColumnFrame(f"{n}", Tint.WORRY, cells, common=len(cells) == 1)
                for n, cells in enumerate(
                    (
                        ((CardFrame("a", "Yusuf", words), CardFrame("b", "", "Kort")), ()),
                        ((), (CardFrame("c", "", words),)),
                        ((CardFrame("d", "", words),),),
                        ((CardFrame("e", "", "Kort"),), (CardFrame("f", "", "Kort"),) * 9),
                        ((), ()),
                    )
                )
            ),
            "Siden sidst",
            ((CardFrame("g", "Mette · Gjort", words),), ()),
        ),
    )
    yield "statements", Statements(STATEMENTS * 4, 9)
    yield "statement", Statements((words,), 0)
    yield (
        "understanding",
        Understandings((UnderstandingFrame("u", view, ("kort", words), (view, View("Mette", "Kort."))),)),
    )
    yield (
        "many views",
        Understandings(
            (
                UnderstandingFrame(
                    "u", View("Hodan", "Et syn."), ("Et kort",), (View("Mette", "Et andet."),) * 4
                ),
            )
            * 3
        ),
    )
    yield "goals", Goals(GOALS.titles, GOALS.items * 4)
    yield "goal", Goals(GOALS.titles, (GoalFrame("g", words, "Kort mål", ("Tegn", words), (view,)),))
    yield (
        "actions",
        Actions(
            (
                ActionGroup(
                    "Mål", (ActionFrame("a", "Mette", words, "i morgen", "har sagt ja", others=(view,)),) * 3
                ),
            )
            * 2
        ),
    )
    yield (
        "goals of actions",
        Actions(tuple(ActionGroup(f"Mål {n}", (ActionFrame("a", "Mette", "Ringer"),)) for n in range(7))),
    )
    yield "thread", replace(FULL_THREAD, links=FULL_THREAD.links * 3)
    yield (
        "thread of words",
        Thread((ThreadLink("Vi så", (words, "kort")), ThreadLink("Det gør vi", (words,)))),
    )
    yield "agreement", Agreement("Mette", words, "i morgen", "Yusuf", words, 1, 3)
    yield (
        "told agreement",
        Agreement("Mette", words, "i morgen", answer="Gjort", view=View("Yusuf, onkel", words)),
    )
    yield "big lines", BigLines((words, "Kort"), (words,))


LONG_PICTURES = {f"long {name}": frame("Er det sådan?", body) for name, body in long_pictures()}
ODD_PICTURES = {
    "no head, no foot": ProjectorFrame("da", "", columns(2, 2, 2)),
    "a long question": frame("Hvad tænker I, " + "når I hører det her, " * 30 + "lige nu?", columns(3, 3, 0)),
    "a long question alone": frame("Hvad tænker I, " + "når I hører det her, " * 60 + "lige nu?", Blank()),
    "a long foot": replace(
        SAMPLES["board"], foot_left="Vi vil forstå. " * 40, foot_right="Vi slutter til sidst. " * 20
    ),
    "long names": card("Kort", "Konstantin " * 60),
    "long crumbs": replace(
        SAMPLES["board"], crumbs=tuple(replace(c, title=c.title * 9) for c in SAMPLES["board"].crumbs)
    ),
    "one endless word": card("Menneskerettighedsforkæmper" * 60),
    "nothing at all": ProjectorFrame("da", "", Columns(())),
    "an empty grid": frame("?", Grid((), ())),
    "a grid of nothing but what is common": frame(
        "?", Grid(("A", "B"), (GridColumnFrame("Mål", Tint.SUN, ((),), common=True),))
    ),
    "empty bodies": frame("", Statements(())),
    "a scale with long ends": frame("?", ScaleFrame("Svært " * 80, "Godt " * 80, "Hvad ser I? " * 40)),
    "a scale without ends": frame("?", ScaleFrame("", "")),
    "a scale with long names": frame(
        "?",
        replace(
            REVEALED,
            marks=tuple(Mark("Konstantin Christoffer", part, n) for n in range(11) for part in Part),
            earlier=tuple(Mark("Wilhelmina", part, n % 11) for n in range(66) for part in Part),
        ),
    ),
    "empty thread": frame("?", Thread(())),
    "empty agreement": frame("?", Agreement("", "", "")),
    "empty lines": frame("?", BigLines(())),
    "empty actions": frame("?", Actions(())),
    "empty goals": frame("?", Goals(("", "", ""), ())),
    "a goal with nothing in it": frame("?", Goals(GOALS.titles, (GoalFrame("g", "", "", ()),))),
    "no understandings": frame("?", Understandings(())),
    "a pause without words": ProjectorFrame("da", "", Pause("")),
    "a question without words": ProjectorFrame("da", "", Blank()),
}
PICTURES = SAMPLES | LONG_PICTURES | ODD_PICTURES


@pytest.mark.parametrize("size", [*SIZES, OLD_PROJECTOR], ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", PICTURES)
def test_all_words_stand_in_their_room_and_clear_of_one_another(theme: Theme, name: str, size: QSize) -> None:
    for page in pages_of(PICTURES[name], size, theme):
        check_room(page, canvas_width(size))


def check_room(page: Page, width: float) -> None:
    canvas = QRectF(0, 0, width, 1080).adjusted(MARGIN - 1, 20, 1 - MARGIN, -10)
    for words in page.words:
        assert words.rect.adjusted(-3, -1, 3, 1).contains(words.inked), f"out of its room: {words.text!r}"
        assert canvas.contains(words.inked), f"off the wall: {words.text!r}"
        assert words.inked.bottom() < FOOT or words.rect.top() > FOOT, f"over the line: {words.text!r}"
    for first, second in itertools.combinations(page.words, 2):
        assert not first.inked.adjusted(1, 1, -1, -1).intersects(second.inked), (
            f"{first.text!r} on {second.text!r}"
        )
    for box in (item for item in page.items if isinstance(item, Box)):
        for words in page.words:
            inside = box.rect.adjusted(-1, -1, 1, 1).contains(words.inked)
            assert inside or not box.rect.intersects(words.inked), f"half in a field: {words.text!r}"


@pytest.mark.parametrize("name", PICTURES)
def test_no_type_is_smaller_than_a_thirtysixth_of_the_height(theme: Theme, name: str) -> None:
    for page in pages_of(PICTURES[name], SIZES[1], theme):
        assert all(words.style.size >= 1080 / 36 for words in page.words)


@pytest.mark.parametrize("name", [name for name, picture in PICTURES.items() if picture.question])
def test_the_question_is_the_largest(theme: Theme, name: str) -> None:
    for page in pages_of(PICTURES[name], SIZES[1], theme):
        largest = max(page.words, key=lambda words: words.style.size)
        assert PICTURES[name].question.startswith(largest.text.removesuffix(" …"))
        assert [words.style.size for words in page.words].count(largest.style.size) == 1


@pytest.mark.parametrize("theme_name", THEMES)
def test_every_text_stands_out_seven_to_one(theme: Theme, theme_name: str) -> None:
    assert theme.name
    chosen = load_theme(theme_name)
    for name, picture in PICTURES.items():
        for page in pages_of(picture, SIZES[1], chosen):
            for words in page.words:
                assert contrast(words.colour, ground_under(words, page)) >= 7.0, f"{name}: {words.text!r}"


def ground_under(words: SetWords, page: Page) -> str:
    """Return the colour that is really painted under words."""
    ground = page.ground
    for item in page.items:
        if isinstance(item, Box) and item.fill and item.rect.contains(words.inked.center()):
            ground = item.fill
    return ground


@pytest.mark.parametrize("name", [*SAMPLES, *LONG_PICTURES])
def test_every_word_is_somewhere_on_the_pages(theme: Theme, name: str) -> None:
    picture = PICTURES[name]
    shown = " ".join(words.text for page in pages_of(picture, SIZES[1], theme) for words in page.words)
    for text in texts_of(picture.body):
        assert set(re.findall(r"\w+", text)) <= set(re.findall(r"\w+", shown)), text[:60]


def texts_of(thing: object) -> Iterator[str]:
    """Give every text in a body; ids, tints and what waits are not said."""
    if isinstance(thing, str) and not isinstance(thing, Tint | Part):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts_of(each)
    elif hasattr(thing, "__dataclass_fields__"):
        waits = getattr(thing, "cards", None)
        for name in thing.__dataclass_fields__:
            if name not in {"id", "tint"} and not (name == "waiting" and waits):
                yield from texts_of(getattr(thing, name))


def test_a_long_text_goes_on_over_pages_and_says_so(theme: Theme) -> None:
    pages = pages_of(card(LONG), SIZES[1], theme)
    bodies = [max(page.words, key=lambda words: len(words.text)).text for page in pages]
    assert len(pages) > 3
    assert all(body.endswith("…") for body in bodies[:-1])
    assert all(body.startswith("…") for body in bodies[1:])
    assert " ".join(body.strip("… ") for body in bodies) == LONG
    assert all("Hodan, mor" in [words.text for words in page.words] for page in pages), (
        "whose words, on each page"
    )


def test_too_many_cards_give_pages_with_a_mark(theme: Theme) -> None:
    assert page_count(SAMPLES["board"], SIZES[1], theme) == 1
    pages = pages_of(replace(SAMPLES["board-eighteen"], language="en"), SIZES[1], theme)
    assert [[w.text for w in page.words if " of " in w.text] for page in pages] == [["1 of 2"], ["2 of 2"]]


def test_an_item_of_many_has_the_same_mark_and_both_when_it_has_pages(theme: Theme) -> None:
    texts = [
        words.text
        for words in pages_of(replace(SAMPLES["agreement"], language="en"), SIZES[1], theme)[0].words
    ]
    assert "1 of 4" in texts
    long = replace(LONG_PICTURES["long agreement"], language="en")
    assert any(w.text.startswith("2 of 3 · page 1 of ") for w in pages_of(long, SIZES[1], theme)[0].words)


def test_the_three_sizes_turn_the_same_pages(theme: Theme) -> None:
    for picture in PICTURES.values():
        assert len({page_count(picture, size, theme) for size in SIZES}) == 1


def test_the_newest_card_is_outlined_and_its_page_found(theme: Theme) -> None:
    picture = SAMPLES["board-eighteen"]
    page = newest_page(picture, SIZES[1], theme)
    assert page == 1
    outlined = [
        item
        for item in pages_of(picture, SIZES[1], theme)[page].items
        if isinstance(item, Box) and item.newest
    ]
    assert [(box.edge, box.edge_width) for box in outlined] == [(wall_of(theme).accent, 5.0)]
    assert newest_page(SAMPLES["statements-three"], SIZES[1], theme) == 0


def test_one_more_card_sets_one_more_text(theme: Theme) -> None:
    pages_of(frame("Hvad ser I?", columns(3, 2, 1)), SIZES[1], theme)
    before = typeset.cache_info().misses
    pages_of(frame("Hvad ser I?", columns(3, 2, 2)), SIZES[1], theme)
    assert typeset.cache_info().misses - before <= 2


def test_markup_is_painted_as_it_was_typed(theme: Theme) -> None:
    weird = "<b>Hun</b> &amp; {{han}} <para> % \\n {0} <img src=x>"
    words = [words for words in pages_of(card(weird), SIZES[1], theme)[0].words if words.text == weird]
    assert words[0].setting.layout.text() == weird


def test_control_characters_and_turned_directions_are_left_out(theme: Theme) -> None:
    shown = [
        words.text
        for words in pages_of(card("a\x00b\x1b\u202ec\ud800d\r\n\r\n\n e"), SIZES[1], theme)[0].words
    ]
    assert "abcd\ne" in shown


def test_arabic_stands_at_the_right(theme: Theme) -> None:
    text = "أمينة تحب الرسم"
    words = next(w for w in pages_of(card(text), SIZES[1], theme)[0].words if w.text == text)
    assert abs(words.inked.right() - words.rect.right()) < 3
    assert words.inked.left() > words.rect.center().x()


def test_emoji_are_never_cut_in_half(theme: Theme) -> None:
    pages = pages_of(card("👩‍👧 Vi ses 🎨. " * 300), SIZES[1], theme)
    shown = " ".join(words.text for page in pages for words in page.words)
    assert shown.count("🎨") == shown.count("👩‍👧") == 300
    shown.encode("utf-8")


@given(st.text(max_size=600), st.text(max_size=80), st.sampled_from([SIZES[1], OLD_PROJECTOR]))
@settings(max_examples=60)
def test_any_text_keeps_to_its_room(text: str, voice: str, size: QSize) -> None:
    for page in pages_of(card(text, voice), size, load_theme("light")):
        check_room(page, canvas_width(size))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("name", SAMPLES)
def test_the_painted_picture_keeps_a_clear_rim(theme: Theme, name: str, size: QSize) -> None:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    paint_frame(painter, QRectF(0, 0, size.width(), size.height()), PICTURES[name], 0, theme)
    painter.end()
    ground = QColor(pages_of(PICTURES[name], size, theme)[0].ground).rgb()
    rim = size.height() // 30
    height, width = size.height(), size.width()
    assert {image.pixel(x, y) for x in range(0, width, 7) for y in (0, rim // 2, height - 1)} == {ground}
    rows = [row for row in range(0, height, 3) if abs(row - FOOT * height / 1080) > 8]
    assert {image.pixel(x, y) for y in rows for x in (2, rim, width - rim, width - 2)} <= {ground}


def test_a_strange_page_or_a_narrow_rectangle_is_painted_all_the_same(theme: Theme) -> None:
    image = QImage(QSize(300, 900), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for page in (-3, 0, 99):
        paint_frame(painter, QRectF(0, 0, 300, 900), SAMPLES["board-eighteen"], page, theme)
        paint_frame(painter, QRectF(10, 10, 0, 0), SAMPLES["board-eighteen"], page, theme)
    painter.end()
    assert page_count(SAMPLES["board-eighteen"], QSize(0, 0), theme) == 2
    assert len(CARDS) == 3
