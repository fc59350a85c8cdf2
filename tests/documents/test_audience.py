"""For whom a copy is."""

from __future__ import annotations

from helpers.papers import MEETING, small_record
from tvm_desktop.documents.audience import Audience
from tvm_desktop.domain.entities import Attendance


def test_the_common_copy_is_for_the_family_and_all_who_were_asked() -> None:
    record = small_record(Attendance(id="a", meeting_id=MEETING, person_id="jonas"))
    assert Audience().receivers_in(record) == {"minh", "hoa", "jonas"}


def test_a_copy_of_its_own_is_for_its_receivers() -> None:
    assert Audience(frozenset({"ingrid"})).receivers_in(small_record()) == {"ingrid"}


def test_only_a_copy_for_children_alone_is_a_childs_copy() -> None:
    record = small_record()
    assert Audience(frozenset({"minh"})).only_children(record)
    assert not Audience(frozenset({"minh", "hoa"})).only_children(record)
    assert not Audience().only_children(record)
