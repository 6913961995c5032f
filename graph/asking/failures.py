"""Why a phrase of a question cannot be read; caught where the question is understood.

Unreadable
├── Unread       words that mean nothing here
├── Beyond       words that were understood, of what no graph of reports can tell
├── Unnamed      a name that no report has
└── Ambiguous    a name that several have

NoPeriod         dates that make no period; caught there too

Unclear          one of several events is meant; caught where the question is answered
Undated          an event is meant of which it is not known when it was; caught there too
Untold           events are meant of which no report tells; caught there too
"""

_SOME = 5


class Unreadable(Exception):  # noqa: N818 - as the errors of the ontology
    """A phrase cannot be read."""


class Unread(Unreadable):
    """Words that mean nothing in a question."""

    def __init__(self, words: tuple[str, ...]) -> None:
        super().__init__(" ".join(words))
        self.words = words


class Beyond(Unreadable):
    """Words that were understood and ask for what is not answered; `reason` says why."""

    def __init__(self, words: tuple[str, ...], reason: str) -> None:
        super().__init__(" ".join(words))
        self.words, self.reason = words, reason


class Unnamed(Unreadable):
    """A name or post that no report has; `nearest` are names like it."""

    def __init__(self, said: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(said)
        self.said, self.nearest = said, nearest


class Ambiguous(Unreadable):
    """A name that several actors have."""

    def __init__(self, said: str, names: tuple[str, ...]) -> None:
        super().__init__(said)
        self.said, self.names = said, names


class NoPeriod(Exception):  # noqa: N818 - as the errors of the ontology
    """A question names dates that make no period; its text says why."""


class Unclear(Exception):  # noqa: N818 - as the errors of the ontology
    """One event is spoken of as known, and the reports tell of several."""

    def __init__(self, said: str, events: tuple[str, ...]) -> None:
        more = ("…",) if len(events) > _SOME else ()
        told = "; ".join((*events[:_SOME], *more))
        super().__init__(
            f"The reports tell of {len(events)} events that 'the {said}' may be: {told}. "
            "Say which: when, where, about what or with whom"
        )


class Untold(Exception):  # noqa: N818 - as the errors of the ontology
    """Those asked for are compared with those at events of which no report tells."""

    def __init__(self, said: str, when: str) -> None:
        super().__init__(f"No report tells of '{said}'{f', {when}' if when else ''}")


class Undated(Exception):  # noqa: N818 - as the errors of the ontology
    """What is asked for was before or after an event, and no report says when that was."""

    def __init__(self, said: str) -> None:
        super().__init__(f"No report says when '{said}' was")
