"""The line from 0 to 10: names over their numbers, what was said below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from tvm_desktop.ui.projector.paint import page_count, pages_of
from ui.projector.samples import SAMPLES

if TYPE_CHECKING:
    from tvm_desktop.ui.theme import Theme

WALL = QSize(1920, 1080)


def test_names_stand_over_their_number_the_family_nearest_the_line(theme: Theme) -> None:
    (page,) = pages_of(SAMPLES["scale"], WALL, theme)
    place = {words.text: words.inked.center() for words in page.words}
    for name, number in (("Amina", "4"), ("Hodan", "5"), ("Birgit", "6")):
        assert abs(place[name].x() - place[number].x()) < 3
        assert place[name].y() < place[number].y()
    assert place["Mette"].y() < place["Amina"].y()
    assert [words.text for words in page.words if words.text in {"barnet", "fagpersoner"}]


def test_more_names_over_one_number_than_there_is_room_for_go_on_over_the_page(theme: Theme) -> None:
    pages = pages_of(SAMPLES["scale-crowded"], WALL, theme)
    names = [[words.text for words in page.words if words.text.startswith("Nr.")] for page in pages]
    assert len(pages) > 1
    assert [name for page in names for name in page] == [f"Nr. {n}" for n in range(14)]
    assert all("10" in [words.text for words in page.words] for page in pages)


def test_what_was_said_stands_below_the_line_or_on_a_page_of_its_own(theme: Theme) -> None:
    (page,) = pages_of(SAMPLES["scale-reasons"], WALL, theme)
    place = {words.text: words.inked.center() for words in page.words}
    assert place["Hvad gør, at det ikke er et lavere tal?"].y() > place["5"].y()
    assert page_count(SAMPLES["scale-many-reasons"], WALL, theme) == 2
