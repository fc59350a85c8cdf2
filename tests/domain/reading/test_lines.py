"""What is left of a text when markup, margins and bullets are gone."""

from __future__ import annotations

import pytest

from tvm_desktop.domain.reading.lines import composed, lines

MARGIN = "Vi har talt om, hvordan det går i skolen, og om, hvad der er svært "


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Han er **glad** for *værksted*.", ["Han er glad for værksted."]),
        ("# Det går godt\nHan kommer.", ["Det går godt", "Han kommer."]),
        ("Se [listen](https://eksempel.dk/liste) i dag.", ["Se listen i dag."]),
        (
            "<p>Han kommer.</p><ul><li>Hver dag</li><li>Til tiden</li></ul>",
            ["Han kommer.", "Hver dag", "Til tiden"],
        ),
        ("Mor &amp; far ringer.", ["Mor & far ringer."]),
        ("Skriv til skole@eksempel.dk eller www.eksempel.dk nu.", ["Skriv til   eller   nu."]),
        ("Hun er <3 år gammel.", ["Hun er <3 år gammel."]),
    ],
)
def test_markup_is_no_word(typed: str, left: list[str]) -> None:
    assert list(lines(typed)) == left


def test_a_word_that_a_line_end_divided_is_whole_again() -> None:
    assert list(lines("Hun er vejle-\nder på skolen.")) == ["Hun er vejleder på skolen."]
    assert list(lines("Hun er vej\u00adleder.")) == ["Hun er vejleder."]


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    assert list(lines("Hun er PPR-\nPsykolog.")) == ["Hun er PPR-Psykolog."]
    assert list(lines(f"{MARGIN}børne-\nog ungdomslægen.")) == [f"{MARGIN}børne- og ungdomslægen."]


def test_a_line_that_a_margin_broke_goes_on() -> None:
    assert list(lines(f"{MARGIN}\nnår han er træt.")) == [f"{MARGIN.strip()} når han er træt."]


def test_a_line_that_a_person_ended_is_its_own() -> None:
    assert list(lines("mælk\nbrød")) == ["mælk", "brød"]
    assert list(lines(f"{MARGIN}\nMor ringer")) == [MARGIN.strip(), "Mor ringer"]


@pytest.mark.parametrize("bullet", ["-", "–", "*", "•", "1.", "2)", "a)"])
def test_every_bullet_is_a_line_without_its_bullet(bullet: str) -> None:
    assert list(lines(f"{MARGIN}\n{bullet} ringer\n{bullet} skriver")) == [
        MARGIN.strip(),
        "ringer",
        "skriver",
    ]


def test_bullets_may_stand_after_each_other() -> None:
    assert list(lines("Hvem ringer?• Hvem skriver?• Hvem kommer?")) == [
        "Hvem ringer?",
        "Hvem skriver?",
        "Hvem kommer?",
    ]


def test_every_cell_of_a_table_is_a_line() -> None:
    assert list(lines("| Hvem | Hvad |\nmor\tringer")) == ["Hvem", "Hvad", "mor", "ringer"]


def test_letters_are_composed() -> None:
    assert composed("A\u030angstrøm") == "Ångstrøm"
    assert list(lines("Tra\u0302\u0300n kommer.")) == ["Trần kommer."]


def test_nothing_is_no_line() -> None:
    assert list(lines("")) == list(lines(" \n\n\t\n")) == []
