"""What shows whom a text is about is seen, and an ordinary sentence is left in peace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tvm_desktop.domain.entities import Action, Card, Consent, Course, Meeting, Person
from tvm_desktop.domain.enums import CardKind, Side
from tvm_desktop.domain.record import Record
from tvm_desktop.domain.watching import NameList, Seen, Watch, name_words, places, texts_of
from tvm_desktop.formats.firstnames import first_names
from tvm_desktop.words import say

COURSE = Course(id="c", name="Dreng, 9 år", created=datetime(2026, 1, 1, tzinfo=UTC), anonymous=True)
PEOPLE = (
    Person(id="boy", name="Dreng, 9 år", is_child=True),
    Person(
        id="samira",
        name="Samira El-Khatib",
        called="Samira",
        side=Side.PROFESSIONAL,
        phone="00 00 00 01",
        profession="psykolog",
    ),
)
FILE = ("Amina Warsame", "Hodan Warsame", "Jonas Holm", "Mor", "Freja og Anton", "Dreng, 10 år")
RECORD = Record.of("m", [COURSE, Meeting(id="m"), *PEOPLE])
WATCH = Watch.over(RECORD, first_names(), FILE)


def seen(text: str) -> list[tuple[str, str]]:
    """Return what is seen, with its kind."""
    return [(sighting.seen.value, sighting.text) for sighting in WATCH.sightings(text)]


def names(text: str) -> list[str]:
    """Return the names that are seen."""
    return [found for kind, found in seen(text) if kind == Seen.NAME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I dag har Warsame ringet", ["Warsame"]),
        ("Warsame har ringet", ["Warsame"]),
        ("Mohammed kom for sent", ["Mohammed"]),
        ("Vi så mohammed og minhs cykel", ["mohammed", "minhs"]),
        ("Han leger med Emil, Ida og Çağla", ["Emil", "Ida"]),
        ("Det er Hodans taske", ["Hodans"]),
        ("Hun hedder Anne-Marie", ["Anne-Marie"]),
        ("Frejas bror og Anton’s far", ["Frejas", "Anton’s"]),
        ("Læreren sagde, at Bo var ked af det", ["Bo"]),
        ("De spurgte Ask om Liv og Storm", ["Ask", "Liv", "Storm"]),
        ("Fru Jensen og hr. Holm", ["Jensen"]),
        ("HODAN RINGEDE", ["HODAN"]),
    ],
)
def test_names_are_seen(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bo hos sin mor. Storm i glasset! Liv og glade dage",
        "Hans mor siger, at hans søster skal bo der",
        "Per gang er det to timer per uge",
        "Sine egne ord. Line op! Max tre gange",
        "– Ask er rester af ild.\n”Tom for ord”, siger han",
        "Drengen på 9 år kommer i skole med sin mor og sin farmor",
        "Mor og Far er enige. PPR og Skolen kommer. Det siger Mormor",
        "Vi mødes den 5. august kl. 14.30 i uge 34",
        "Samira taler med drengen. Det er Samiras idé, siger El-Khatib",
        "Vi vil gerne se ham glad i frikvarteret hver dag",
        "”Jeg vil bare lege med de andre”",
    ],
)
def test_ordinary_words_and_those_at_the_table_are_no_names(text: str) -> None:
    assert seen(text) == []


def test_what_somebody_is_called_is_a_name_at_its_beginning_too() -> None:
    assert WATCH.warning("Max, 9 år") is None
    found = WATCH.of_label("Max, 9 år")
    assert found is not None
    assert found.args["text"] == "Max"
    assert WATCH.of_label("Dreng, 9 år") is None


@pytest.mark.parametrize(
    "number",
    [
        "12 34 56 78",
        "1234 5678",
        "12345678",
        "+45 12 34 56 78",
        "+4512345678",
        "0045 12345678",
        "+46 70 123 45 67",
    ],
)
def test_phone_numbers_are_seen(number: str) -> None:
    assert seen(f"Ring {number} i morgen") == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "kl. 10.15-11.15",
        "den 12-03-2026",
        "12.03.2026",
        "2026-03-12",
        "skoleåret 2025 2026",
        "sag 27.00.00-P20-1-26",
        "10 000 kr.",
        "side 12, 34 og 56",
        "Ring til Samira, 00 00 00 01",
        "123456789012",
    ],
)
def test_dates_and_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "Skovvej 12",
        "Nørre Allé 7 B",
        "Gammel Kongevej 123",
        "skovvejen 12".replace("vejen", "vej"),
        "Østre Stationsvej 4",
        "Lærkevænget 3",
        "8000 Aarhus",
        "2100 København Ø",
        "2000 Frederiksberg",
        "4700 Næstved",
    ],
)
def test_addresses_are_seen(address: str) -> None:
    assert seen(f"De bor nu på {address}, tror vi") == [("address", address)]


@pytest.mark.parametrize(
    "text",
    [
        "Han er på vej 3 gange om ugen",
        "I haven 2 timer hver dag",
        "Skolegården 2 gange om ugen",
        "Vi ses på torvet kl. 12",
        "I 2026 Flytter de",
        "Han går i 3. klasse",
        "kl. 1430 Taler vi",
        "Skolen har 500 elever",
    ],
)
def test_ways_and_years_are_no_addresses(text: str) -> None:
    assert seen(text) == []


def test_mail_and_civil_registration_numbers_are_seen() -> None:
    assert seen("Skriv til hodan.w@skole.dk. Nummer 010116-1234") == [
        ("mail", "hodan.w@skole.dk"),
        ("cpr", "010116-1234"),
    ]


def test_a_course_with_names_is_warned_of_civil_registration_numbers_only() -> None:
    named = Watch.over(Record.of("m", [replace(COURSE, anonymous=False), *PEOPLE]), first_names(), FILE)
    assert named.sightings("Hodan, 12 34 56 78, Skovvej 12, a@b.dk") == ()
    assert [s.seen for s in named.sightings("010116-1234")] == [Seen.CPR]
    assert named.warning("Hodan") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Alt er godt", ""),
        ("010116 1234 og Hodan", "Do not write a civil registration number here."),
        ("Hodan og Hodan", "“Hodan” looks like a name. The course is anonymous."),
        ("Ring 12 34 56 78", "“12 34 56 78” looks like a phone number. The course is anonymous."),
        (
            "Hodan bor Skovvej 12",
            "This may show whom it is about: Hodan, Skovvej 12. The course is anonymous.",
        ),
        (
            "Ida, Emil, Minh og Hodan",
            "This may show whom it is about: Ida, Emil, Minh …. The course is anonymous.",
        ),
    ],
)
def test_the_warning_says_what_was_seen(text: str, sentence: str) -> None:
    warning = WATCH.warning(text)
    assert (say(warning, "en") if warning else "") == sentence


def test_a_whole_course_is_looked_through() -> None:
    things = [
        *RECORD.entities(),
        Card(id="k", meeting_id="m", kind=CardKind.WORRY, text="Hodan er træt", seen_where="hos Emil"),
        Action(id="a", meeting_id="m", what="Ringe til hende", when="når Ida kan", seen_by="skolen"),
        Consent(id="s", about="Aminas skole"),
    ]
    found = {(place.entity.id, place.field, place.sightings[0].text) for place in places(things, WATCH)}
    assert found == {
        ("k", "text", "Hodan"),
        ("k", "seen_where", "Emil"),
        ("a", "when", "Ida"),
        ("s", "about", "Aminas"),
    }


def test_a_persons_own_line_is_looked_at_unless_it_is_a_professionals() -> None:
    family = Person(id="p", name="Hodan", relation="mor")
    assert [p.sightings[0].text for p in places([*PEOPLE, family], WATCH)] == ["Hodan"]


def test_ids_and_keys_are_no_texts() -> None:
    card = Card(id="Hodan", meeting_id="Ida", kind=CardKind.WORRY, voice="Emil", text="ok")
    assert list(texts_of(card)) == [("text", "ok")]


def test_the_words_of_names_leave_out_ages_and_small_words() -> None:
    assert name_words(["Dreng, 9 år", "Freja og Anton", "Samira El-Khatib", "أمينة"]) == {
        "dreng",
        "freja",
        "anton",
        "samira",
        "el-khatib",
        "أمينة",
    }


def test_without_a_list_only_the_names_of_the_file_are_seen() -> None:
    watch = Watch.over(RECORD, NameList(), FILE)
    assert [s.text for s in watch.sightings("Hodan og Ida")] == ["Hodan"]


@settings(max_examples=300)
@given(
    st.text(st.sampled_from("aÅbHodan Minh\n.,-–+@’'sæøå0123456789 Vejvej İßﬁé"), max_size=120)
    | st.text(max_size=120)
)
def test_the_watch_takes_any_text_and_stays_inside_it(text: str) -> None:
    found = WATCH.sightings(text)
    ends = 0
    for sighting in found:
        assert text[sighting.start : sighting.end] == sighting.text != ""
        assert sighting.start >= ends
        ends = sighting.end
    warning = WATCH.warning(text)
    assert (warning is None) == (not found)


_LONG = 8000


@pytest.mark.parametrize(
    "piece",
    [
        "Drengen bor hos sin mor på en vej i byen og går i skole. ",
        "a",
        "A",
        "Aa ",
        "12 ",
        "1",
        "a.",
        "Hodan ",
        "a@",
        "-'",
        "Vej",
    ],
)
def test_a_letter_in_a_long_text_costs_little(piece: str) -> None:
    text = (piece * _LONG)[:_LONG]
    best = min(_seconds(text) for _ in range(5))
    assert best < 0.1  # the budget is 8 ms; a busy machine gets ten times that


def _seconds(text: str) -> float:
    begun = perf_counter()
    WATCH.sightings(text)
    return perf_counter() - begun
