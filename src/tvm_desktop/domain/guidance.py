"""What the leader may want to know now; it never locks anything."""

HINTS = frozenset(
    [
        "action-unclear",
        "child-voice",
        "child-voice-bearer",
        "coordinator",
        "family-unheard",
        "goal-without-sign",
        "mostly-professionals",
        "negative-sign",
        "no-strength",
        "nothing-told",
        "own-half",
        "pulse",
        "sides",
        "signs-only-child",
        "too-early",
        "unexplained-worry",
        "vague-goal",
        "wish-unanswered",
    ]
)
