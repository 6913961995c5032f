"""The figures of a comparison: how much of what was found is right, and how much of what is there was found."""

from dataclasses import dataclass, field
from enum import StrEnum


class Score(StrEnum):
    """What has precision, recall and F1."""

    POST_PAIR = "holds_post.pair"
    """Person and body."""
    POST = "holds_post.triple"
    """Person, title and body, one to one."""
    EVENT = "events.detection"
    """An event of its kind with its date or one of those who took part."""
    EVENT_STRICT = "events.strict"
    """An event of its kind with its date and one of those who took part."""
    PARTICIPANTS = "events.participants"
    """Who took part, over events that were found."""
    PARTICIPATION = "events.participation"
    """Who took part in which event; those of missed and invented events count."""
    MEETING = "meets.pair"
    """Who met whom."""
    MEETING_DATED = "meets.pair_date"
    """Who met whom when, one to one."""
    COUNTRIES = "meets.country_pair"
    """Which countries met, persons standing for that of their post."""


class Rate(StrEnum):
    """What is a share of a number."""

    FORMER = "holds_post.former"
    DATE = "events.date"
    PLACE = "events.place"
    PLACE_STATED = "events.place_stated"
    CHAIR = "events.chair"
    CHAIR_STATED = "events.chair_stated"
    STATUS = "events.status"
    TOPIC = "events.topic"
    MEETING_STATUS = "meets.status"
    NONFACT_EVENTS = "nonfact.events"
    """Plans, claims and denials told as happened."""
    NONFACT_ABSENT = "nonfact.absent"
    """The absent told as present."""
    NONFACT = "nonfact.all"
    NONFACT_MEETINGS = "nonfact.meets"
    QUOTES = "quotes.exact"
    """Facts whose quote stands in the text just where they say."""


@dataclass(frozen=True)
class Tally:
    """Counts: of what was found, what of that is right; of what is there, what of that was found."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None of nothing."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None of nothing."""
        return self.found / self.gold if self.gold else None

    @property
    def value(self) -> float | None:
        """F1, the harmonic mean of both; None where there is nothing and nothing was found."""
        if not self.gold and not self.predicted:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True)
class Share:
    """So much of so many."""

    count: float = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.count + other.count, self.total + other.total)

    @property
    def value(self) -> float | None:
        """The share; None of nothing."""
        return self.count / self.total if self.total else None


@dataclass
class Figures:
    """All figures of a report, or of several together."""

    scores: dict[Score, Tally] = field(default_factory=lambda: dict.fromkeys(Score, Tally()))
    rates: dict[Rate, Share] = field(default_factory=lambda: dict.fromkeys(Rate, Share()))

    def tally(self, score: Score, tally: Tally) -> None:
        """Adds counts."""
        self.scores[score] += tally

    def share(self, rate: Rate, part: float) -> None:
        """Adds one of which a part is so."""
        self.rates[rate] += Share(part, 1)

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            {score: tally + other.scores[score] for score, tally in self.scores.items()},
            {rate: share + other.rates[rate] for rate, share in self.rates.items()},
        )

    def value(self, name: Score | Rate) -> float | None:
        """F1 or share."""
        return self.scores[name].value if isinstance(name, Score) else self.rates[name].value
