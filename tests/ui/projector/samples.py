"""Amina's pictures, thin and dense; all people are invented."""

from __future__ import annotations

from dataclasses import replace

from tvm_desktop.formats.model import Tint
from tvm_desktop.session.frames.model import (
    ActionFrame,
    ActionGroup,
    Actions,
    Agreement,
    BigLines,
    Blank,
    Body,
    CardFrame,
    ColumnFrame,
    Columns,
    Crumb,
    GoalFrame,
    Goals,
    Grid,
    GridColumnFrame,
    Mark,
    Part,
    Pause,
    Progress,
    ProjectorFrame,
    ScaleFrame,
    Statements,
    Thread,
    ThreadLink,
    UnderstandingFrame,
    Understandings,
    View,
)

_STEPS = ("Ramme", "Siden sidst", "Historie", "Forståelse", "Mål", "Indsats", "Slut")


def crumbs(now: int) -> tuple[Crumb, ...]:
    def progress(index: int) -> Progress:
        if index == now:
            return Progress.NOW
        return Progress.DONE if index < now else Progress.NEXT

    return tuple(Crumb(title, progress(index)) for index, title in enumerate(_STEPS))


def frame(question: str, body: Body, now: int = 2, language: str = "da") -> ProjectorFrame:
    return ProjectorFrame(
        language,
        question,
        body,
        crumbs(now),
        "Vi vil forstå, hvad Amina har brug for, og aftale det næste skridt.",
        "Vi slutter kl. 11.30",
    )


CARDS = {
    Tint.WORRY: (
        ("Amina", "”Jeg går ikke ud i frikvarteret, for ingen spørger mig.”"),
        ("Mette, lærer", "Hjemme fra skole 9 dage siden jul, oftest om mandagen."),
        ("Hodan, mor", "Hun har ondt i maven om morgenen og vil helst blive hjemme."),
        ("Yusuf, onkel", "Hun ringer ikke til nogen efter skole."),
        ("Birgit, sundhedsplejerske", "Hun sover dårligt søndag nat."),
        ("Jonas, socialrådgiver", "Skolen og hjemmet har ikke talt sammen siden november."),
    ),
    Tint.WORKS: (
        ("Hodan, mor", "Hun læser højt for sine søskende hver aften."),
        ("Yusuf, onkel", "Jeg henter hende om tirsdagen. Så griner hun."),
        ("Mette, lærer", "I billedkunst bliver hun hele timen og hjælper de andre."),
        ("Birgit, sundhedsplejerske", "Familien er kommet til alle aftaler siden 0. klasse."),
        ("Amina", "”Jeg kan godt lide at tegne heste.”"),
        ("Hodan, mor", "Hun sover bedre, når hun ved, hvem der henter."),
    ),
    Tint.NEXT: (
        ("Mette, lærer", "Starte en legegruppe i frikvarteret."),
        ("Yusuf, onkel", "Hente hende tirsdag og torsdag."),
        ("Hodan, mor", "Skrive på ugeplanen, hvem der henter."),
        ("Amina", "”Jeg vil gerne tegne sammen med Sofie.”"),
        ("Jonas, socialrådgiver", "Hjælpe med at læse breve fra skolen."),
        ("Birgit, sundhedsplejerske", "Besøge familien hjemme og tale om søvn."),
    ),
}
_TITLES = {Tint.WORRY: "Hvad bekymrer os?", Tint.WORKS: "Hvad fungerer?", Tint.NEXT: "Hvad skal der ske?"}


def columns(worry: int, works: int, then: int, newest: str = "") -> Columns:
    counts = {Tint.WORRY: worry, Tint.WORKS: works, Tint.NEXT: then}
    made = []
    for tint, count in counts.items():
        ids = [f"{tint}-{index}" for index in range(count)]
        cards = tuple(
            CardFrame(i, voice, text, newest=i == newest)
            for i, (voice, text) in zip(ids, CARDS[tint], strict=False)
        )
        made.append(ColumnFrame(_TITLES[tint], tint, cards, "Vi kommer til det om lidt."))
    return Columns(tuple(made))


def grid(many: int, *, since: int = 0) -> Grid:
    """Return the grid with so many cards in each cell; goals are common to all."""
    rows = ("Amina og familien", "Skole og dagtilbud", "Andre")
    titles = {Tint.WORKS: "Det går godt", Tint.WORRY: "Det er svært", Tint.NEXT: "Det aftaler vi"}
    parted = [
        GridColumnFrame(
            title,
            tint,
            tuple(
                tuple(
                    CardFrame(f"{tint}-{row}-{n}", *CARDS[tint][(row * 2 + n) % 6])
                    for n in range(many - row % 2)
                )
                for row in range(3)
            ),
            waiting="Vi kommer til det om lidt." if not many else "",
        )
        for tint, title in titles.items()
    ]
    goals = tuple(CardFrame(f"g{n}", "Mål", text) for n, text in enumerate(GOAL_TEXTS[: many + 1]))
    common = GridColumnFrame("Det vil vi nå", Tint.SUN, (goals,), common=True)
    told = tuple(
        tuple(CardFrame(f"s{row}{n}", "Mette · Gjort", "Ringer til Hodan.") for n in range(since))
        for row in range(3)
    )
    return Grid(rows, (*parted[:2], common, parted[2]), "Siden sidst", told if since else ())


GOAL_TEXTS = (
    "Amina har nogen at være sammen med i skolen.",
    "Amina ved hver dag, hvem der henter hende.",
    "Amina sover godt søndag nat.",
)
UNDERSTANDINGS = (
    UnderstandingFrame(
        "u1",
        View("", "Hun er ny i klassen og kender ikke nogen endnu."),
        ("”Jeg går ikke ud i frikvarteret, for ingen spørger mig.”", "Familien flyttede hertil i august."),
    ),
    UnderstandingFrame(
        "u2",
        View("Hodan, mor", "Hun bliver hjemme, fordi hun er bekymret for sin lillesøster."),
        (),
        (
            View(
                "Mette, lærer",
                "Jeg tror mest, at mandagen er svær, fordi weekenden uden de andre har været lang.",
            ),
        ),
    ),
    UnderstandingFrame(
        "u3",
        View("", "Det er uklart for Amina, hvem der henter hende."),
        ("Hun sover bedre, når hun ved, hvem der henter.",),
        newest=True,
    ),
)

GOALS = Goals(
    ("Det har Amina brug for", "Det vil vi nå", "Det kan vi se, når det lykkes"),
    (
        GoalFrame(
            "g1",
            "Nogen at være sammen med",
            "Amina har nogen at være sammen med i skolen.",
            ("Hun er ude i mindst tre frikvarterer om ugen", "En fra klassen spørger, om hun vil være med"),
        ),
        GoalFrame(
            "g2",
            "At vide, hvem der henter",
            "Amina ved hver dag, hvem der henter hende.",
            ("Der hænger en ugeplan på køleskabet", "Amina kan selv sige, hvem der henter i morgen"),
            newest=True,
        ),
    ),
)

ACTIONS = Actions(
    (
        ActionGroup(
            "Amina har nogen at være sammen med i skolen",
            (
                ActionFrame(
                    "a1",
                    "Mette",
                    "Starter en legegruppe i frikvarteret",
                    "senest fredag den 20. marts",
                    "har sagt ja",
                ),
                ActionFrame(
                    "a2",
                    "Familiens ønske",
                    "Hjælp til at læse breve fra skolen",
                    "",
                    "Jonas undersøger · svar senest 18. marts",
                    is_wish=True,
                ),
            ),
        ),
        ActionGroup(
            "Amina ved hver dag, hvem der henter hende",
            (
                ActionFrame("a3", "Yusuf", "Henter tirsdag og torsdag", "hver uge", "har sagt ja"),
                ActionFrame(
                    "a4",
                    "Birgit",
                    "Besøger familien hjemme",
                    "i uge 13",
                    "har sagt ja",
                    others=(View("Hodan, mor", "Et besøg er meget oven i alt det andet."),),
                    newest=True,
                ),
            ),
        ),
    )
)

FOUR_GROUPS = Actions(
    (
        ActionGroup(ACTIONS.groups[0].title, ACTIONS.groups[0].items[:1]),
        ACTIONS.groups[1],
        ActionGroup(
            "Vi gør også det her",
            (ActionFrame("a5", "Jonas og Hodan", "Ringer sammen om fredagen", "kl. 15"),),
        ),
        ActionGroup(
            "Familiens ønsker",
            (
                ActionFrame(
                    "w1",
                    "Hodan",
                    "Hjælp til at læse breve fra skolen",
                    "",
                    "Jonas undersøger det",
                    is_wish=True,
                ),
                ActionFrame(
                    "w2",
                    "Yusuf",
                    "At mødet ligger efter kl. 15",
                    "",
                    "Ja, Jonas sørger for det",
                    is_wish=True,
                ),
            ),
        ),
    )
)

THREAD = Thread(
    (
        ThreadLink("Vi så", ("Amina går ikke ud i frikvarteret",)),
        ThreadLink("Vi forstår det sådan", ("Hun er ny i klassen og kender ikke nogen endnu",)),
        ThreadLink("Det har Amina brug for", ("Nogen at være sammen med",)),
        ThreadLink("Det vil vi nå", ("Amina har nogen at være sammen med i skolen",)),
        ThreadLink("Det gør vi", ("Mette starter en legegruppe i frikvarteret",)),
    ),
    0,
    2,
)

FULL_THREAD = Thread(
    (
        ThreadLink("Vi så", ("Amina går ikke ud i frikvarteret", "Hjemme fra skole 9 dage siden jul")),
        ThreadLink("Vi forstår det sådan", ("Hun er ny i klassen og kender ikke nogen endnu",)),
        ThreadLink("Det har Amina brug for", ("Nogen at være sammen med",)),
        ThreadLink("Det vil vi nå", ("Amina har nogen at være sammen med i skolen",)),
        ThreadLink(
            "Det gør vi",
            (
                "Mette starter en legegruppe i frikvarteret",
                "Sofies mor og Hodan aftaler en eftermiddag om ugen, hvor pigerne tegner sammen",
                "Jonas ringer til Hodan og hører, hvordan det går",
            ),
        ),
    ),
    1,
    2,
)

AGREEMENT = Agreement(
    "Mette",
    "starter en legegruppe i frikvarteret med to fra klassen",
    "senest fredag den 20. marts 2026",
    "Sofie og Ida fra klassen",
    "Amina fortæller Mette om fredagen, hvordan det går",
    0,
    4,
)

STATEMENTS = (
    "Mødelederen sørger for, at alle kommer til orde.",
    "Vi kan se forskelligt på tingene. Det er helt i orden.",
    "Alle lytter til hinanden.",
    "I, der er familie, taler først og får god tid.",
    "I dag vil vi forstå, hvad der er svært, og lave en plan sammen.",
    "Spørg, hvis der er noget, du ikke forstår. Sig til, hvis du ikke er enig.",
    "Vi tager det, andre siger, alvorligt, og vi må gerne skifte mening.",
    "Vi taler om Aminas egen hverdag.",
)

CHILD, FAMILY, SCHOOL = Part.CHILD, Part.FAMILY, Part.PROFESSIONAL
NUMBERS = (
    Mark("Amina", CHILD, 4),
    Mark("Hodan", FAMILY, 5),
    Mark("Yusuf", FAMILY, 6),
    Mark("Mette", SCHOOL, 4),
    Mark("Jonas", SCHOOL, 5),
    Mark("Birgit", SCHOOL, 6),
)
SCALE = ScaleFrame("Det er meget svært hver dag", "Amina har det godt, og vi behøver ikke mødes mere")
REVEALED = replace(SCALE, prompt="Hvad gør, at det ikke er et lavere tal?", marks=NUMBERS)
HOW = "Hvordan har Amina det?"


def reasons(many: int) -> tuple[ColumnFrame, ...]:
    """Return what was said about the numbers, so many cards in each column."""
    titles = {Tint.WORKS: REVEALED.prompt, Tint.NEXT: "Hvad skal der til for at komme ét tal op?"}
    return tuple(
        ColumnFrame(title, tint, tuple(CardFrame(f"{tint}-{n}", *CARDS[tint][n]) for n in range(many)))
        for tint, title in titles.items()
    )


STORY = "Hvad fungerer godt for Amina?"
SAMPLES: dict[str, ProjectorFrame] = {
    "blank": frame("Hvad ser hver af jer hos Amina lige nu?", Blank()),
    "pause": ProjectorFrame("da", "", Pause("Vi holder en pause"), (), "", "Vi går videre kl. 10.40"),
    "pause-bare": ProjectorFrame("da", "", Pause("Vi holder en pause")),
    "statements-one": frame("Sådan taler vi sammen", Statements(STATEMENTS[3:4], 0), 0),
    "statements-three": frame("Sådan taler vi sammen", Statements(STATEMENTS[:3], 1), 0),
    "statements-eight": frame("Sådan taler vi sammen", Statements(STATEMENTS, 5), 0),
    "board": frame(STORY, columns(2, 2, 0, "works-1")),
    "board-nine": frame(STORY, columns(3, 3, 3, "next-2")),
    "board-eighteen": frame(STORY, columns(6, 6, 6, "works-5")),
    "board-one-column": frame(STORY, Columns(columns(0, 4, 0, "works-3").columns[1:2])),
    "board-two-columns": frame(STORY, Columns(columns(3, 2, 0).columns[:2])),
    "board-five-columns": frame(STORY, Columns((*columns(3, 3, 2).columns, *columns(2, 2, 0).columns[:2]))),
    "grid": frame("Hvad går godt, og hvad er svært for Amina?", grid(1)),
    "grid-full": frame("Hvad går godt, og hvad er svært for Amina?", grid(3, since=2)),
    "grid-waiting": frame("Hvad går godt, og hvad er svært for Amina?", grid(0)),
    "understandings-one": frame(
        "Hvordan forstår hver af jer det, vi har hørt?", Understandings(UNDERSTANDINGS[:1]), 3
    ),
    "understandings": frame(
        "Hvordan forstår hver af jer det, vi har hørt?", Understandings(UNDERSTANDINGS), 3
    ),
    "goals": frame("Hvis hun havde det, hvad ville vi så kunne se?", GOALS, 4),
    "actions": frame("Hvad kan du selv byde ind med?", ACTIONS, 5),
    "actions-four-groups": frame("Hvad kan du selv byde ind med?", FOUR_GROUPS, 5),
    "scale-hidden": frame(HOW, SCALE, 1),
    "scale": frame(HOW, REVEALED, 1),
    "scale-again": frame(
        HOW,
        replace(
            REVEALED, earlier=(Mark("Amina", CHILD, 2), Mark("Hodan", FAMILY, 3), Mark("Mette", SCHOOL, 3))
        ),
        1,
    ),
    "scale-reasons": frame(HOW, replace(REVEALED, prompt="", reasons=reasons(1)), 1),
    "scale-many-reasons": frame(HOW, replace(REVEALED, prompt="", reasons=reasons(3)), 1),
    "scale-crowded": frame(
        HOW, replace(REVEALED, marks=tuple(Mark(f"Nr. {n}", SCHOOL, 5) for n in range(14))), 1
    ),
    "thread": ProjectorFrame("da", "Hænger det sammen?", THREAD),
    "thread-full": frame("Hænger det sammen?", FULL_THREAD, 6),
    "agreement": frame("Er det rigtigt forstået?", AGREEMENT, 6),
    "agreement-short": frame(
        "Er det rigtigt forstået?", Agreement("Yusuf", "henter tirsdag og torsdag", "hver uge"), 6
    ),
    "agreement-told": frame(
        "Hvad blev der af det, vi aftalte?",
        Agreement(
            "Yusuf",
            "henter tirsdag og torsdag",
            "hver uge",
            answer="Delvist gjort",
            view=View("Yusuf, onkel", "Tirsdag gik godt. Torsdag er jeg på arbejde."),
        ),
        2,
    ),
    "next-meeting": frame(
        "Hvornår mødes vi igen?",
        BigLines(
            ("Torsdag den 16. april 2026 kl. 10.00", "Lærkeskolen, lokale 12"), ("Jonas skriver til alle.",)
        ),
        6,
    ),
}
