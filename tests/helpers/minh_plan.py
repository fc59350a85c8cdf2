"""The second half of Minh's meeting: who does what, and the closing."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tvm_desktop.domain.entities import Action, Closing, Entity, Link, NextMeeting, ParkedIdea, Wish
from tvm_desktop.domain.enums import ParkedOutcome, WishReply


def effort(meeting: str) -> list[Entity]:
    """List what was promised, wished and parked."""
    agreed: tuple[tuple[tuple[str, ...], str, tuple[str, ...], str, date | None, str], ...] = (
        (
            ("jonas",),
            "Møder Minh ved porten klokken 8.50, når gangen er tom.",
            ("m",),
            "hver mandag, onsdag og fredag fra 19. januar",
            None,
            "Jonas sætter et kryds. Minh må se listen.",
        ),
        (
            ("karin",),
            "Sørger for, at Minh har værksted tirsdag og torsdag.",
            ("jonas",),
            "fra 20. januar",
            None,
            "Vi ser på fraværet hver fredag.",
        ),
        (
            ("samira",),
            "Taler med Minh fire gange om at være bange og om små skridt.",
            ("m",),
            "fra 22. januar",
            None,
            "Minh sætter et tal fra 0 til 10.",
        ),
        (
            ("hoa", "duc"),
            "Spiser sammen klokken 18.",
            ("mai",),
            "fra i dag",
            None,
            "Hoà fortæller det på mødet.",
        ),
        (("mai",), "Går i cykelklub om onsdagen.", ("m",), "fra 21. januar", None, "Mai fortæller det."),
        (
            ("emre",),
            "Finder ud af, om der er hjælp om morgenen.",
            ("hoa",),
            "",
            date(2026, 1, 20),
            "Emre ringer til Hoà.",
        ),
        (
            ("anja",),
            "Taler med familien om søvn.",
            ("hoa", "duc", "m"),
            "27. januar",
            date(2026, 1, 27),
            "Minh skriver, hvornår han sover.",
        ),
        (("jonas",), "Fortæller Minh, hvad vi har aftalt.", ("mai",), "i dag klokken 16", None, ""),
    )
    actions: list[Entity] = [
        Action(
            id=f"a{number}",
            meeting_id=meeting,
            who=who,
            what=what,
            with_whom=beside,
            when=when,
            due=due,
            seen_by=seen,
            proposed_by=who[0],
            accepted_by=who,
            rank=float(number),
        )
        for number, (who, what, beside, when, due, seen) in enumerate(agreed, start=1)
    ]
    wish = Wish(
        id="w1",
        meeting_id=meeting,
        voice="hoa",
        text="Kan nogen hjælpe os om morgenen de første uger?",
        reply=WishReply.EXAMINED,
        answered_by="emre",
        due=date(2026, 1, 20),
    )
    links = [
        Link(id=f"l-{upper}-{lower}", meeting_id=meeting, upper=upper, lower=lower)
        for upper, lower in (
            *(
                ("a1", "g1"),
                ("a2", "g1"),
                ("a3", "g1"),
                ("a4", "g2"),
                ("a4", "g3"),
                ("a5", "g2"),
                ("a6", "g1"),
            ),
            *(("a7", "g3"), ("a8", "g1"), ("n1", "u2"), ("n2", "u1"), ("n3", "u3")),
        )
    ]
    parked = (
        ParkedIdea(
            id="p1",
            meeting_id=meeting,
            voice="emre",
            text="Skal han skifte klasse?",
            outcome=ParkedOutcome.DECLINED,
        ),
        ParkedIdea(
            id="p2",
            meeting_id=meeting,
            voice="duc",
            text="Telefonen skal væk om natten.",
            outcome=ParkedOutcome.TAKEN,
        ),
    )
    return [*actions, wish, *links, *parked]


def closing(meeting: str, zone: str) -> list[Entity]:
    """List what the closing settled."""
    return [
        Closing(
            id="closing",
            meeting_id=meeting,
            child_told_what="Ingen er vrede på dig. Vi begynder i det små, og du bestemmer farten sammen med Jonas.",
            child_told_by=("jonas", "mai"),
            child_told_when="i dag klokken 16",
            phone_hours="hverdage kl. 9–15",
        ),
        NextMeeting(
            id="next",
            meeting_id=meeting,
            starts=datetime(2026, 2, 10, 13, 30, tzinfo=UTC),
            zone=zone,
            place="Aavang Skole, lokale 12",
            note="Lan tolker igen.",
        ),
    ]
