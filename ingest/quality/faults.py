"""What an extraction has wrong: missed, wrong or spurious, and in what."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from ingest.facts import Contact, Occurrence, Tenure
from ingest.quality.gold import GoldEvent, GoldMeeting, GoldPost


class Kind(StrEnum):
    """The kinds of fault."""

    MISSED = "missed"
    """It is in the report and was not found."""
    WRONG = "wrong"
    """It was found, and something about it is not so."""
    SPURIOUS = "spurious"
    """The report does not say it, or it was found once already."""


class Difference(NamedTuple):
    """A part of a fact that is wrong: what it should be, and what was found."""

    part: str
    expected: str
    found: str


class Fault(NamedTuple):
    """A fact that was missed, is wrong, or should not be."""

    kind: Kind
    gold: GoldPost | GoldEvent | GoldMeeting | None
    found: Tenure | Occurrence | Contact | None
    differences: tuple[Difference, ...] = ()


def either(*accepted: object) -> str:
    """Values any of which is accepted, as words; no value is a dash."""
    return " or ".join(dict.fromkeys("–" if each is None else str(each) for each in accepted))


def listed(names: Iterable[str]) -> str:
    """Names as words; none are a dash."""
    return ", ".join(names) or "–"
