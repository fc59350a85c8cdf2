from __future__ import annotations

from dataclasses import replace

import pytest

from helpers.minh import minh_record
from tvm_desktop.domain.entities import Card
from tvm_desktop.domain.enums import CardKind, CardSort
from tvm_desktop.domain.sorts import SORTS_OF, sort_words, sorts_for


def card(kind: CardKind, sort: CardSort = CardSort.NONE) -> Card:
    return replace(minh_record().get(Card, "c01"), kind=kind, sort=sort)


def test_a_worry_has_three_sorts_and_what_works_has_two() -> None:
    assert [len(sorts_for(card(kind))) for kind in (CardKind.WORRY, CardKind.STRENGTH)] == [3, 2]
    assert sorts_for(card(CardKind.NEXT)) == ()


def test_every_sort_fits_one_column() -> None:
    assert sorted(sort for sorts in SORTS_OF.values() for sort in sorts) == sorted(
        set(CardSort) - {CardSort.NONE}
    )


@pytest.mark.parametrize(
    ("kind", "sort", "said"),
    [
        (CardKind.WORRY, CardSort.HAPPENED, "has happened"),
        (CardKind.STRENGTH, CardSort.PROTECTED, "has already protected"),
        (CardKind.STRENGTH, CardSort.HAPPENED, None),
        (CardKind.WORRY, CardSort.NONE, None),
    ],
)
def test_a_sort_is_said_only_where_it_fits(kind: CardKind, sort: CardSort, said: str | None) -> None:
    words = sort_words(card(kind, sort))
    assert (words.text if words else None) == said
