"""File names that name nobody."""

from __future__ import annotations

from datetime import date

from tvm_desktop.documents.filename import form_file_name, person_file_name, plan_file_name


def test_a_file_is_called_after_its_day() -> None:
    assert plan_file_name(date(2026, 11, 22), "da") == "vores-plan-2026-11-22.pdf"
    assert plan_file_name(date(2026, 11, 22), "en") == "plan-2026-11-22.pdf"


def test_a_form_has_a_name_of_its_own() -> None:
    assert form_file_name(date(2026, 11, 22), "da") == "skema-2026-11-22.pdf"
    assert form_file_name(date(2026, 11, 22), "en") == "form-2026-11-22.pdf"


def test_one_persons_paper_names_nobody() -> None:
    assert person_file_name(date(2026, 11, 22), "json", "da") == "oplysninger-2026-11-22.json"
