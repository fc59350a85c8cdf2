from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.anything import any_entity, one_of_each
from tvm_desktop.domain.record import as_fields
from tvm_desktop.storage.mapper import MAPPERS, codec_of, instant, whole_text

if TYPE_CHECKING:
    from tvm_desktop.domain.entities import Entity


@given(any_entity())
def test_an_entity_comes_back_from_its_columns(entity: Entity) -> None:
    mapper = MAPPERS[type(entity).__name__]
    columns = mapper.to_columns(as_fields(entity))
    assert mapper.from_columns(tuple(columns.values())) == entity


@given(any_entity())
def test_fields_come_back_from_plain_values(entity: Entity) -> None:
    mapper = MAPPERS[type(entity).__name__]
    assert mapper.from_plain(mapper.to_plain(as_fields(entity))) == as_fields(entity)


def test_the_sample_of_each_kind_leaves_no_field_at_its_default() -> None:
    for entity in one_of_each():
        defaults = type(entity).__dataclass_fields__
        assert [name for name, field in defaults.items() if getattr(entity, name) == field.default] == []


def test_instants_sort_as_text_whatever_their_zone() -> None:
    early = datetime(2026, 3, 20, 10, 0, tzinfo=timezone(timedelta(hours=2)))
    late = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
    assert instant(early) < instant(late)
    assert instant(early) == "2026-03-20T08:00:00.000000+00:00"


def test_an_instant_without_a_zone_is_a_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        instant(datetime(2026, 3, 20))


def test_a_type_that_no_entity_may_have_is_a_bug() -> None:
    with pytest.raises(TypeError):
        codec_of(dict[str, int])


def test_half_a_surrogate_pair_becomes_one_mark() -> None:
    assert whole_text("a\ud83db") == "a\ufffdb"
    assert whole_text("\ud83c\udf31") == "🌱"


@given(st.text(st.characters()))
def test_any_text_can_be_kept(text: str) -> None:
    whole_text(text).encode()
