"""The list of words that a family may not know, and how they are found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvm_desktop.errors import UserError
from tvm_desktop.formats.jargon import Jargon, JargonKind, find_jargon, jargon, read_jargon
from tvm_desktop.formats.model import Phrase
from tvm_desktop.words import LANGUAGES, say

WORD = """
[[word]]
id = "{id}"
kind = "explain"
forms = {forms}
plain = {{ da = "det", en = "that" }}
"""


def found(text: str) -> list[tuple[str, str]]:
    """List the words of the program's own list that stand in a text, each as it stands there."""
    return [(hit.jargon.id, said) for hit in find_jargon([text], jargon()) for said in hit.found]


def problems(text: str) -> list[str]:
    """List what is said about a broken list."""
    with pytest.raises(UserError) as caught:
        read_jargon(text.encode())
    return [say(problem, "en") for problem in caught.value.details]


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("Vi har iværksat en indsats.", "begin", "iværksat"),
        ("Foranstaltningerne virker.", "measure", "Foranstaltningerne"),
        ("Barnets udækkede behov er søvn.", "unmet-need", "udækkede behov"),
        ("Alle har ressourcer.", "resource", "ressourcer"),
        ("Underretningens indhold er kendt.", "notification", "Underretningens"),
        ("De talte om børnefaglige undersøgelser.", "child-examination", "børnefaglige undersøgelser"),
        ("Vi taler i\nforhold til skolen.", "in-relation-to", "i forhold til"),
        ("Vi gør det, jf. loven.", "regarding", "jf."),
        ("Hun er PPR-psykolog.", "school-psychology", "PPR"),
        ("Det er SFO’en, der ringer.", "after-school", "SFO’en"),
        ("Det sker efter §54.", "support-in-placement", "§54"),
        ("Elif har ADHD.", "adhd", "ADHD"),
        ("We coordinate the help.", "coordinate", "coordinate"),
        ("Tva\u030arfaglig, tværfagligt, tværfaglige.", "cross-professional", "tværfagligt"),
    ],
)
def test_a_word_is_found_with_its_inflections(text: str, word: str, said: str) -> None:
    assert (word, said) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Han er en rigtig akt at følge.",  # AKT
        "Det er fit, og der er trio på scenen.",  # FIT, TRIO
        "Sel kommer i morgen.",  # SEL
        "Hun er på netværksmøde.",  # a whole word, not its beginning
        "Det står i § 540.",
        "Vi ser, hvordan det går.",
        "",
    ],
)
def test_what_only_looks_like_it_is_not_found(text: str) -> None:
    assert found(text) == []


def test_the_longest_word_is_found_and_each_once_in_the_order_of_the_text() -> None:
    text = "Serviceloven gælder. PPR laver en børnefaglig undersøgelse. PPR kender serviceloven."
    assert found(text) == [
        ("service-act", "Serviceloven"),
        ("service-act", "serviceloven"),
        ("school-psychology", "PPR"),
        ("child-examination", "børnefaglig undersøgelse"),
    ]


def test_a_word_is_called_by_its_first_form_or_as_it_stands() -> None:
    texts = ["Underretningen er sendt.", "Both notifications are sent.", "Skolens PPU'en kommer."]
    heads = [find_jargon([text], jargon())[0].head for text in texts]
    assert heads == ["underretning", "notifications", "PPU'en"]


def test_outdated_words_name_their_successor() -> None:
    (hit,) = find_jargon(["UU-vejlederen kommer."], jargon())
    assert "KUI" in hit.jargon.outdated.say("da")
    assert "2024" in find_jargon(["Efter SEL."], jargon())[0].jargon.outdated.say("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_is_whole_and_in_plain_words(language: str) -> None:
    assert len(jargon()) > 70
    for word in jargon():
        plain = word.plain.say(language, "Minh")
        assert plain
        assert not plain.endswith("."), "it stands in a sentence"
        others = [h.jargon.id for h in find_jargon([plain], jargon()) if h.jargon.kind is JargonKind.SAY]
        assert others == [], f"{word.id}: explained with a word that needs explaining"


def test_the_corrections_of_the_field_stand() -> None:
    plain = {word.id: word.plain.say("da", "Minh") for word in jargon()}
    assert plain["decision"] == "det, kommunen bestemmer, og som I kan klage over"
    assert plain["hearing"] == "I får det at læse og kan svare, før kommunen bestemmer"
    assert plain["stu"] == "uddannelse for unge, der ikke kan tage en almindelig ungdomsuddannelse"
    assert "ud i kriminalitet" in plain["ssp"]
    assert plain["screening"] != plain["child-examination"]
    assert plain["acting-out"] == "hvad Minh gjorde"


def test_a_broken_list_is_told_by_file_and_key() -> None:
    broken = (
        '[[word]]\nid = "a"\nkind = "shout"\nforms = ["x", "y | z"]\nplain = { da = "det" }\nextra = 1\n'
        + WORD.format(id="b", forms="[]")
        + WORD.format(id="b", forms='["x|e"]')
    )
    assert problems(broken) == [
        "jargon.toml: word[1].kind: “shout” does not exist here. Choose one of explain, say.",
        "jargon.toml: word[1].forms[2]: is empty, or has a space beside a bar.",
        "jargon.toml: word[1].plain.en: is missing.",
        "jargon.toml: word[1].extra: is not a key here. Choose one of forms, id, kind, outdated, plain.",
        "jargon.toml: word[2].forms: is empty.",
        "jargon.toml: word[3].id: “b” is there twice.",
        "jargon.toml: word[3].forms[1]: “x” is there twice.",
    ]
    assert problems('[[word]]\nid = "a"\nkind = "say"\nplain = { da = "d", en = "e" }') == [
        "jargon.toml: word[1].forms: is missing."
    ]
    assert problems("[[word]\n")[0].startswith("jargon.toml: ")


def test_an_empty_list_finds_nothing() -> None:
    assert read_jargon(b"") == ()
    assert find_jargon(["PPR"], ()) == []


@given(st.text(max_size=200))
def test_nothing_that_can_be_typed_breaks_it(text: str) -> None:
    for hit in find_jargon([text], jargon()):
        assert hit.head


@given(
    st.from_regex(r"[§a-zæøåA-ZÆØÅ.()*+?\[\\ -]{1,12}", fullmatch=True).filter(
        lambda form: form.strip() == form
    )
)
def test_a_form_is_found_whatever_signs_it_holds(form: str) -> None:
    word = Jargon("x", JargonKind.SAY, (form,), Phrase("d", "e"))
    (hit,) = find_jargon([f"før {form} efter"], (word,))
    assert hit.found == (" ".join(form.split()),)
