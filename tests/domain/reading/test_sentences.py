"""Where a sentence ends, trap by trap."""

from __future__ import annotations

import pytest

from tvm_desktop.domain.reading.sentences import letters, sentences, words

ONE = [
    "Vi gør det, jf. § 12 i loven.",
    "Det står i stk. 2, nr. 3, og i pkt. 4.",
    "Hun møder kl. 8.15 ved porten.",
    "Der kom ca. 20 børn, bl.a. fra 3. klasse.",
    "Ring til os, f.eks. om mandagen, tlf. 00 00 00 00.",
    "Han kan evt. få en ven med, dvs. en fra klassen.",
    "Vi taler om søvn, mad m.v. og om skole osv. på mødet.",
    "Det er inkl. frokost og ca. 5 pct. dyrere.",
    "Vi skriver vedr. skole, ift. søvn, mht. mad, hhv. leg, pga. flytning.",
    "Vi ses den 13. januar kl. 14.30.",
    "De går i 1.-2. klasse på skolen.",
    "Vi ses 15.-20. juni hos mormor.",
    "A. B. Holm kommer i morgen.",
    "Vi har talt med Mette K. Holm om det.",
    "Der er 2.5 km og 1.250 kr. på kortet.",
    "”Må jeg sige nej?” spurgte far.",
    "(Hun kom for sent!) sagde de.",
    "Vi mangler tre ting: søvn, mad og ro.",
    "Han kommer; hun går.",
    "Dr. Lind og hr. Holm kommer, e.g. om tirsdagen.",
    "We meet at approx. 9 a.m. on the 3. floor, i.e. upstairs.",
]


@pytest.mark.parametrize("text", ONE)
def test_it_is_one_sentence(text: str) -> None:
    assert list(sentences(text)) == [text]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Han kommer. Hun går.", ["Han kommer.", "Hun går."]),
        ("han kommer. hun går.", ["han kommer.", "hun går."]),
        ("Kommer han? Ja! Det gør han.", ["Kommer han?", "Ja!", "Det gør han."]),
        ("Hvad?! Kommer han?", ["Hvad?!", "Kommer han?"]),
        ("Jeg ved ikke ... Måske kommer han.", ["Jeg ved ikke ...", "Måske kommer han."]),
        ("Jeg ved ikke… måske.", ["Jeg ved ikke…", "måske."]),
        ("Vi køber mad osv. Mor henter det.", ["Vi køber mad osv.", "Mor henter det."]),
        ("Det er den 13. Så ses vi.", ["Det er den 13.", "Så ses vi."]),
        ("Hun går i 7 A. Han går i 6 B.", ["Hun går i 7 A.", "Han går i 6 B."]),
        ("Vi følger plan B. Den holder.", ["Vi følger plan B.", "Den holder."]),
        ("So do I. Then we go.", ["So do I.", "Then we go."]),
        ("”Jeg vil ikke.” Mor nikker.", ["”Jeg vil ikke.”", "Mor nikker."]),
        ("Vi er enige (næsten.) Far er ikke.", ["Vi er enige (næsten.)", "Far er ikke."]),
        ("Far siger: Jeg kommer.", ["Far siger:", "Jeg kommer."]),
        ("Far siger: ”Jeg kommer.”", ["Far siger:", "”Jeg kommer.”"]),
        ("Vi skal:\n- ringe\n- skrive", ["Vi skal:", "ringe", "skrive"]),
        ("Han kommer\nHun går", ["Han kommer", "Hun går"]),
        (
            "Stk. 2. Planen følges op. Stk. 3. Den er skriftlig.",
            ["Stk. 2. Planen følges op.", "Stk. 3. Den er skriftlig."],
        ),
        ("Vi gør det, jf. loven. Nr. 3.", ["Vi gør det, jf. loven. Nr. 3."]),
        ("Ring til A. B. Holm. Hun svarer.", ["Ring til A. B. Holm.", "Hun svarer."]),
    ],
)
def test_it_ends_where_it_ends(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


def test_numbers_are_no_words() -> None:
    assert words("Hun er 13 år og ringer 00 00 00 00 kl. 8.15.") == ["Hun", "er", "år", "og", "ringer", "kl"]


def test_a_word_may_hold_hyphens_and_apostrophes() -> None:
    assert words("Elif-Sofie’s SFO-plan og/eller don't") == [
        "Elif-Sofie’s",
        "SFO-plan",
        "og",
        "eller",
        "don't",
    ]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Æblerød", 7),
        ("Ag\u0306aog\u0306lu", 7),
        ("Tra\u0302\u0300n", 4),
        ("Nguyễn", 6),
        ("Çelik", 5),
        ("e-mail", 5),
        ("q\u0303\u0323", 1),
    ],
)
def test_a_letter_with_its_marks_is_one(word: str, count: int) -> None:
    (found,) = words(word)
    assert letters(found) == count
