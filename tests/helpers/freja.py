"""A meeting at the board about two invented children, Freja and Anton, and the meeting that follows it up."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from tvm_desktop.domain.entities import (
    Action,
    Attendance,
    Card,
    Closing,
    Course,
    Entity,
    FollowUp,
    Goal,
    Link,
    Meeting,
    NextMeeting,
    ParkedIdea,
    Person,
    Position,
    Scale,
    ScaleRating,
    Sign,
    Statement,
    Understanding,
)
from tvm_desktop.domain.enums import (
    ActionStatus,
    CardKind,
    CardSort,
    MeetingKind,
    MeetingStatus,
    Presence,
    Role,
    Side,
)
from tvm_desktop.domain.record import Record

FIRST, AGAIN = "board-1", "board-2"
_FAMILIEHUSET = "Familiehuset i Aavang"
_SAID: tuple[tuple[CardKind, str, str, CardSort], ...] = (
    (CardKind.CHILD_WORDS, "freja", "Når de råber, går jeg ind til Anton.", CardSort.NONE),
    (CardKind.CHILD_WISH, "freja", "At lørdag er som mandag.", CardSort.NONE),
    (CardKind.WORRY, "mormor", "Lørdag den 14. februar råbte mor og far i to timer.", CardSort.HAPPENED),
    (CardKind.WORRY, "far", "Jeg drikker otte til ti øl fredag og lørdag.", CardSort.HAPPENED),
    (CardKind.WORRY, "dorte", "Tre mandage har Freja været træt og har grædt.", CardSort.HAPPENED),
    (CardKind.WORRY, "mor", "At Freja tror, hun skal passe på Anton.", CardSort.MAY_HAPPEN),
    (CardKind.WORRY, "far", "Jeg mistede mit job i november.", CardSort.HARD),
    (CardKind.WORRY, "mor", "Kommunen har skiftet rådgiver to gange.", CardSort.HARD),
    (CardKind.STRENGTH, "dorte", "Børnene kommer i skole og vuggestue hver dag.", CardSort.STRENGTH),
    (CardKind.STRENGTH, "mormor", "Jeg hentede begge børn inden for en halv time.", CardSort.PROTECTED),
    (CardKind.STRENGTH, "fatima", "Far sagde selv til, før de blev uvenner.", CardSort.PROTECTED),
    (CardKind.STRENGTH, "marianne", "Anton vokser fint og sover godt.", CardSort.STRENGTH),
    (CardKind.STRENGTH, "henrik", "Mor og far vil begge have hjælp.", CardSort.NONE),
    (CardKind.NEXT, "mor", "Vi vil have weekender uden skænderier.", CardSort.NONE),
    (CardKind.NEXT, "far", "Jeg vil kunne huske søndagen.", CardSort.NONE),
    (CardKind.STRENGTH, "mor", "Mormor kommer.", CardSort.NONE),
    (CardKind.NEXT, "mormor", "En lørdag, hvor aftalen virker.", CardSort.NONE),
)
_AT_THE_NUMBER = (15, 16)
_PROMISED: tuple[tuple[str, tuple[str, ...], str, date | None, str], ...] = (
    ("Drikker ikke, når børnene er hjemme.", ("far",), "fra fredag 6. marts", None, "mormor ringer lørdag"),
    ("Siger ”pause” og går en tur, når vi bliver uvenner.", ("mor", "far"), "fra i dag", None, ""),
    ("Henter børnene, hvis mor, far eller Freja ringer.", ("mormor", "fatima"), "altid", None, ""),
    ("Ringer til rådgivningen om alkohol.", ("far",), "", date(2026, 3, 11), "Lise spørger fredag"),
    ("Kommer hjem til jer og øver aftalen.", ("henrik",), "tirsdage klokken 16", None, "vi ser på tallet"),
    ("Finder en rådgiver, der åbner regningerne med jer.", ("lise",), "", date(2026, 3, 12), ""),
    ("Laver ord og billeder til Freja.", ("mor", "dorte"), "", date(2026, 3, 20), ""),
    ("Fortæller Freja, hvad vi har aftalt.", ("mor", "dorte"), "i morgen klokken 8.15", None, ""),
)
_BECAME = (
    (0, ActionStatus.PARTLY, "To weekender af tre. Mormor ringede, og det hjalp.", "far"),
    (2, ActionStatus.DONE, "Det blev brugt én gang og virkede.", "mormor"),
    (5, ActionStatus.NOT_DONE, "", ""),
    (6, ActionStatus.DROPPED, "", ""),
)
NUMBERS = {"mor": 5, "far": 6, "mormor": 4, "fatima": 5, "lise": 4, "dorte": 4, "marianne": 5, "henrik": 5}
NUMBERS_AGAIN = {"mor": 6, "far": 7, "mormor": 6, "lise": 5}


def freja_record() -> Record:
    """Return the first meeting, whole."""
    return Record.of(FIRST, freja_entities())


def freja_again() -> Record:
    """Return the meeting that follows it up; the first one is in the course too."""
    return Record.of(AGAIN, [*freja_entities(), *_again()])


def freja_entities() -> list[Entity]:
    """List everything that the first meeting holds."""
    return [
        Course(id="freja-og-anton", name="Freja og Anton", created=datetime(2026, 2, 20, 9, tzinfo=UTC)),
        *_people(),
        _meeting(FIRST, 5),
        *_table(FIRST, (*NUMBERS, "per")),
        *_cards(),
        *_worry(),
        *_scale(FIRST, NUMBERS),
        *(Link(id=f"at-{n}", meeting_id=FIRST, upper=f"k{n:02}", lower=FIRST) for n in _AT_THE_NUMBER),
        *_promises(),
        *_ending(),
    ]


def _people() -> list[Entity]:
    return [
        Person(id="freja", name="Freja Lund", is_child=True, rank=0),
        Person(id="anton", name="Anton Lund", is_child=True, rank=1),
        Person(id="mor", name="Camilla Lund", called="mor", relation="mor", rank=2),
        Person(id="far", name="Rasmus Mikkelsen", called="far", relation="far", rank=3),
        Person(id="mormor", name="Inge Lund", called="mormor", relation="mormor", side=Side.PRIVATE, rank=4),
        Person(id="fatima", name="Fatima Haddad", relation="nabo", side=Side.PRIVATE, rank=5),
        *(
            Person(id=name.split()[0].lower(), name=name, profession=does, side=Side.PROFESSIONAL, rank=6 + n)
            for n, (name, does) in enumerate(
                (
                    ("Lise Thorup", "socialrådgiver"),
                    ("Per Aagaard", "referent"),
                    ("Dorte Friis", "pædagog i børnehaveklassen"),
                    ("Marianne Bay", "sundhedsplejerske"),
                    ("Henrik Juul", "familiebehandler"),
                )
            )
        ),
    ]


def _meeting(meeting_id: str, day: int) -> Meeting:
    return Meeting(
        id=meeting_id,
        kind=MeetingKind.FOLLOW_UP if meeting_id == AGAIN else MeetingKind.NETWORK,
        purpose="Freja og Anton skal have det trygt derhjemme, også i weekenden.",
        place=_FAMILIEHUSET,
        starts=datetime(2026, 3, day, 14, tzinfo=UTC),
        ends=datetime(2026, 3, day, 15, 30, tzinfo=UTC),
        status=MeetingStatus.RUNNING,
    )


def _table(meeting_id: str, people: tuple[str, ...]) -> list[Entity]:
    roles = {
        "lise": (Role.FACILITATOR, Role.COORDINATOR, Role.CONVENER),
        "per": (Role.MINUTE_TAKER,),
        "dorte": (Role.CHILD_VOICE,),
    }
    return [
        Attendance(
            id=f"{meeting_id}-{person}",
            meeting_id=meeting_id,
            person_id=person,
            roles=roles.get(person, ()),
            presence=Presence.PRESENT,
            rank=place,
        )
        for place, person in enumerate(people)
    ]


def _cards() -> list[Entity]:
    cards = [
        Card(id=f"k{n:02}", meeting_id=FIRST, kind=kind, voice=voice, text=text, sort=sort, rank=n)
        for n, (kind, voice, text, sort) in enumerate(_SAID)
    ]
    cards[9] = replace(cards[9], seen_when="14. februar", basis="Freja ringede klokken 23")
    cards[10] = replace(cards[10], seen_when="december")
    understanding = "Børn på seks år tror let, at det er deres skyld."
    return [*cards, Understanding(id="u1", meeting_id=FIRST, voice="henrik", text=understanding)]


def _worry() -> list[Entity]:
    return [
        Statement(
            id="w1",
            meeting_id=FIRST,
            worried=("lise", "mormor", "dorte", "mor"),
            text="Far drikker om lørdagen, og mor og far råber. Så bliver Freja og Anton bange",
            future="Freja kan komme til at holde vagt i stedet for at lege og sove",
            own_words="”Jeg har aldrig glemt Anton. Men jeg kan godt se, at de bliver bange.”",
            own_voice="far",
        ),
        Goal(
            id="g1", meeting_id=FIRST, text="Når der er børn hjemme, er der en voksen, som ikke har drukket."
        ),
        Sign(id="t1", meeting_id=FIRST, goal_id="g1", text="Freja leger og sover, også lørdag."),
        Link(id="g1-w1", meeting_id=FIRST, upper="g1", lower="w1"),
    ]


def _scale(meeting_id: str, numbers: dict[str, int], follows: str = "") -> list[Entity]:
    scale = Scale(
        id=meeting_id,
        meeting_id=meeting_id,
        text="Hvor trygge er weekenderne?",
        low="Børnene kan ikke være hjemme i weekenden",
        high="Alle er trygge ved weekenderne",
        follows=follows,
        revealed=True,
        fit_for_child=True,
    )
    return [
        scale,
        *(
            ScaleRating(
                id=f"{meeting_id}-{who}-n", meeting_id=meeting_id, scale_id=scale.id, person_id=who, value=n
            )
            for who, n in numbers.items()
        ),
    ]


def _promises() -> list[Entity]:
    return [
        Action(id=f"a{n}", meeting_id=FIRST, what=what, who=who, when=when, due=due, seen_by=seen, rank=n)
        for n, (what, who, when, due, seen) in enumerate(_PROMISED)
    ]


def _ending() -> list[Entity]:
    return [
        Position(
            id="p1", meeting_id=FIRST, about="a0", person_id="mor", text="Far skal sove hos Kim.", rank=1
        ),
        Position(id="p2", meeting_id=FIRST, about="a0", person_id="far", text="Det vil jeg ikke.", rank=2),
        ParkedIdea(id="idea", meeting_id=FIRST, text="En hund til familien", voice="mor"),
        Closing(id="closing", meeting_id=FIRST, child_told_by=("mor", "dorte"), child_told_when="i morgen"),
        NextMeeting(
            id="next", meeting_id=FIRST, starts=datetime(2026, 3, 26, 14, tzinfo=UTC), place=_FAMILIEHUSET
        ),
    ]


def _again() -> list[Entity]:
    called = "Den 14. marts ringede far selv til mormor."
    return [
        _meeting(AGAIN, 26),
        *_table(AGAIN, (*NUMBERS_AGAIN, "henrik")),
        *(
            FollowUp(id=f"f{n}", meeting_id=AGAIN, action_id=f"a{n}", status=status, text=text, voice=voice)
            for n, status, text, voice in _BECAME
        ),
        *_scale(AGAIN, NUMBERS_AGAIN, follows=FIRST),
        Card(
            id="new",
            meeting_id=AGAIN,
            kind=CardKind.STRENGTH,
            voice="mor",
            text=called,
            sort=CardSort.PROTECTED,
        ),
    ]
