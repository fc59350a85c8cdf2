"""One person's data as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from helpers.papers import MEETING, small_record
from tvm_desktop.documents.personfile import FORM, person_json
from tvm_desktop.domain.entities import Card, Correction
from tvm_desktop.domain.enums import CardKind, Share
from tvm_desktop.domain.persondata import Part

MADE = datetime(2026, 3, 20, 12, tzinfo=UTC)
CARD = Card(id="card", meeting_id=MEETING, kind=CardKind.WORRY, text="Jeg sover dårligt", voice="hoa")
FIX = Correction(
    id="fix", meeting_id=MEETING, about="card", text="Kun om mandagen", voice="hoa", written=MADE
)


def test_the_file_holds_the_same_with_stable_names() -> None:
    data = json.loads(person_json([Part.of(small_record(CARD, FIX), "hoa")], MADE))
    assert (data["form"], data["version"], data["name"], data["something_left_out"]) == (
        FORM,
        1,
        "Hoà",
        False,
    )
    (course,) = data["courses"]
    assert course["people"] == {"hoa": "Hoà"}
    (thing,) = course["meetings"][1]["things"]
    assert thing["kind"] == "Card"
    assert thing["how"] == ["said"]
    assert thing["values"] == {
        "id": "card",
        "text": "Jeg sover dårligt",
        "voice": "hoa",
        "kind": "worry",
    }
    assert thing["corrections"][0]["text"] == "Kun om mandagen"


def test_the_file_does_not_say_whom_a_thing_is_kept_from() -> None:
    kept = replace(CARD, share=Share.NOT_TO, not_to=("ingrid",))
    assert "ingrid" not in person_json([Part.of(small_record(kept), "hoa")], MADE).lower()
