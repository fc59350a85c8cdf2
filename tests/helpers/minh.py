"""Minh's first network meeting, whole: an invented family with an interpreter, a substitute and a disagreement."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from helpers.minh_plan import closing, effort
from tvm_desktop.domain.entities import (
    Attendance,
    Card,
    Consent,
    Course,
    Entity,
    FramingAnswer,
    Goal,
    Link,
    Meeting,
    Person,
    Position,
    PrivateNote,
    Sign,
    Understanding,
    UnmetNeed,
)
from tvm_desktop.domain.enums import (
    CardKind,
    FramingReply,
    MeetingStatus,
    Presence,
    Role,
    Share,
    Side,
    Stance,
)
from tvm_desktop.domain.record import Record

MEETING = "minh-1"
ZONE = "Europe/Copenhagen"


def minh_record() -> Record:
    """Return the whole record of the meeting, ready to be printed."""
    return Record.of(MEETING, minh_entities())


def minh_entities() -> list[Entity]:
    """List everything that the meeting holds."""
    return [
        *_frame(),
        *_people(),
        *_table(),
        *_story(),
        *_understanding(),
        *_goals(),
        *effort(MEETING),
        *closing(MEETING, ZONE),
        *_kept_back(),
    ]


def _frame() -> list[Entity]:
    return [
        Course(id="minh", name="Minh", created=datetime(2025, 12, 15, 9, 0, tzinfo=UTC)),
        Meeting(
            id=MEETING,
            purpose="Vi vil forstå, hvorfor det er svært for Minh at komme i skole, og lave en plan sammen.",
            place="Aavang Skole, lokale 12",
            starts=datetime(2026, 1, 13, 13, 30, tzinfo=UTC),
            ends=datetime(2026, 1, 13, 14, 45, tzinfo=UTC),
            zone=ZONE,
            status=MeetingStatus.RUNNING,
            created=datetime(2026, 1, 6, 9, 0, tzinfo=UTC),
        ),
        Consent(
            id="consent",
            given_by=("hoa", "duc"),
            to_whom="dem, der er med til mødet",
            about="skole, søvn og helbred",
            given_on=date(2026, 1, 6),
            valid_until=date(2026, 6, 30),
        ),
        FramingAnswer(
            id="f6",
            meeting_id=MEETING,
            statement="ask",
            person_id="duc",
            reply=FramingReply.QUESTION,
            comment="Må jeg sige nej?",
        ),
    ]


def _people() -> list[Entity]:
    family, school = Side.FAMILY, Side.PROFESSIONAL
    people = (
        ("m", "Trần Tuấn Minh", "Minh", family, "", ""),
        ("hoa", "Trần Thị Hoà", "Hoà", family, "mor", ""),
        ("duc", "Trần Văn Đức", "Đức", family, "far", ""),
        ("mai", "Trần Mai", "Mai", family, "storesøster", ""),
        ("karin", "Karin Damgaard", "Karin", school, "", "pædagogisk leder"),
        ("jonas", "Jonas Vestergaard", "Jonas", school, "", "klasselærer"),
        ("samira", "Samira El-Khatib", "Samira", school, "", "psykolog"),
        ("bodil", "Bodil Krogh", "Bodil", school, "", "sundhedsplejerske"),
        ("anja", "Anja Holt", "Anja", school, "", "sundhedsplejerske"),
        ("emre", "Emre Yıldız", "Emre", school, "", "socialrådgiver"),
        ("lan", "Lan Phạm", "Lan", school, "", "tolk"),
        ("ole", "Ole Brink", "Ole", school, "", "skolesekretær"),
    )
    return [
        Person(
            id=key,
            name=name,
            called=called,
            side=side,
            relation=relation,
            profession=profession,
            phone="00 00 00 00" if key == "jonas" else "",
            has_custody=key in {"hoa", "duc"},
            is_child=key == "m",
            rank=float(rank),
        )
        for rank, (key, name, called, side, relation, profession) in enumerate(people)
    ]


def _table() -> list[Entity]:
    here = Presence.PRESENT
    seats: tuple[tuple[str, tuple[Role, ...], Presence, str], ...] = (
        ("m", (), here, ""),
        ("hoa", (), here, "bestemmer"),
        ("duc", (), here, "bestemmer"),
        ("mai", (Role.SUPPORT_PERSON,), here, ""),
        ("karin", (Role.FACILITATOR, Role.CONVENER), here, "skolens timer og skema"),
        ("jonas", (Role.COORDINATOR, Role.CHILD_VOICE), here, "egen undervisning"),
        ("samira", (), here, "kan tilbyde fire samtaler"),
        ("bodil", (), Presence.ABSENT, ""),
        ("anja", (), Presence.SUBSTITUTE, "egen tid"),
        ("emre", (), here, "rådgiver"),
        ("lan", (Role.INTERPRETER,), here, ""),
        ("ole", (Role.MINUTE_TAKER,), here, ""),
    )
    return [
        Attendance(
            id=f"at-{person}",
            meeting_id=MEETING,
            person_id=person,
            roles=roles,
            presence=presence,
            mandate=mandate,
            instead_of="bodil" if person == "anja" else "",
            leaves=time(14, 50) if person == "m" else None,
            rank=float(rank),
        )
        for rank, (person, roles, presence, mandate) in enumerate(seats)
    ]


def _story() -> list[Entity]:
    worry, works, life = CardKind.WORRY, CardKind.STRENGTH, CardKind.LIFE_CONTEXT
    told = (
        (worry, "jonas", "Minh har været i skole 9 af de sidste 30 dage."),
        (worry, "hoa", "Han sover først klokken 2 om natten. Om morgenen har han ondt i maven."),
        (worry, "duc", "Han sidder alene på sit værelse og spiser ikke med os."),
        (works, "duc", "Han har repareret fire cykler for naboerne."),
        (works, "jonas", "Når han er i værksted, bliver han hele timen og hjælper de små."),
        (works, "mai", "Han laver mad med mig om søndagen."),
        (works, "karin", "Hoà ringer til skolen hver morgen."),
        (life, "hoa", "Minh kom langt væk fra sin bedste ven, da familien flyttede i august."),
        (life, "duc", "Jeg arbejder om natten. Hoà møder klokken 6."),
        (CardKind.CHILD_WORDS, "m", "Jeg er bange for at komme ind, når de andre allerede sidder der."),
    )
    return [
        Card(
            id=f"c{number:02}",
            meeting_id=MEETING,
            kind=kind,
            voice=voice,
            text=text,
            verbatim=kind is CardKind.CHILD_WORDS,
            interpreted=voice in {"hoa", "duc"},
            rank=float(number),
        )
        for number, (kind, voice, text) in enumerate(told, start=1)
    ]


def _understanding() -> list[Entity]:
    seen = (
        ("u1", "hoa", "Minh mistede sin ven, da vi flyttede. Det er svært at begynde alene i en ny klasse."),
        ("u2", "samira", "Angsten bliver større, hver gang han bliver hjemme. Det er ikke dovenskab."),
        ("u3", "duc", "Han er træt, fordi han spiller om natten."),
        ("u4", "mai", "Ingen voksne er hjemme, når han skal afsted."),
    )
    ways = [
        Understanding(id=key, meeting_id=MEETING, voice=voice, text=text, rank=float(rank))
        for rank, (key, voice, text) in enumerate(seen)
    ]
    views = (
        ("duc", Stance.AGREE, "Det er spillet, der gør ham træt om morgenen."),
        ("m", Stance.DISAGREE, "Jeg spiller, fordi jeg ikke kan sove."),
    )
    positions = [
        Position(
            id=f"pos-{who}",
            meeting_id=MEETING,
            about="u3",
            person_id=who,
            stance=stance,
            text=text,
            rank=float(rank),
        )
        for rank, (who, stance, text) in enumerate(views)
    ]
    links = [
        Link(id=f"l-{upper}-{lower}", meeting_id=MEETING, upper=upper, lower=lower)
        for upper, lower in (("u1", "c08"), ("u2", "c10"), ("u3", "c02"), ("u4", "c09"))
    ]
    return [*ways, *positions, *links]


def _goals() -> list[Entity]:
    wanted = (
        (
            "Tryghed ved at komme ind i klassen",
            "Minh kommer i skole tre dage om ugen før påske.",
            (
                "Han går selv ind ad døren.",
                "Han bliver i skolen frem til spisepausen.",
                "En fra klassen venter på ham.",
                "De voksne siger godmorgen til ham med navn.",
            ),
        ),
        (
            "En ven",
            "Minh er sammen med en på sin alder mindst én gang om ugen.",
            ("Han inviterer en med hjem.", "Han griner igen."),
        ),
        (
            "Søvn",
            "Minh sover før klokken 23 på hverdage.",
            ("Han står op uden mavepine.", "Han spiser morgenmad."),
        ),
    )
    made: list[Entity] = []
    for number, (need, goal, signs) in enumerate(wanted, start=1):
        made += [
            UnmetNeed(id=f"n{number}", meeting_id=MEETING, text=need, rank=float(number)),
            Goal(id=f"g{number}", meeting_id=MEETING, text=goal, need_id=f"n{number}", rank=float(number)),
            *(
                Sign(
                    id=f"s{number}{place}",
                    meeting_id=MEETING,
                    goal_id=f"g{number}",
                    text=sign,
                    rank=float(place),
                )
                for place, sign in enumerate(signs)
            ),
        ]
    return made


def _kept_back() -> list[Entity]:
    """List what nobody but the leader, or not everybody, may see."""
    return [
        Card(
            id="k1",
            meeting_id=MEETING,
            kind=CardKind.CHILD_WORDS,
            voice="m",
            text="Jeg er flov over, at jeg ikke kan læse højt.",
            verbatim=True,
            share=Share.NOT_TO,
            not_to=("karin", "samira", "anja", "emre"),
            rank=20.0,
        ),
        Card(
            id="k2",
            meeting_id=MEETING,
            kind=CardKind.CHILD_WORDS,
            voice="m",
            text="Jeg vil ikke have skolelederen ved bordet.",
            share=Share.FACILITATOR,
            rank=21.0,
        ),
        Card(
            id="k3",
            meeting_id=MEETING,
            kind=CardKind.STRENGTH,
            voice="jonas",
            text="Minh er god til at lave mad.",
            share=Share.FACILITATOR,
            prepared=True,
            rank=22.0,
        ),
        PrivateNote(
            id="note", meeting_id=MEETING, step="story", text="Forældrene er bange for at blive bebrejdet."
        ),
    ]
