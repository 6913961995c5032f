"""Why a phrase of a question cannot be read; caught where the question is understood.

Unreadable
├── Unread       words that mean nothing here
├── Beyond       words that were understood, of what no graph of reports can tell
├── Unnamed      a name that no report has
└── Ambiguous    a name that several have
"""


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
