"""Which event found is which event of the gold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.facts import Occurrence
from ingest.quality.gold import Gold, GoldEvent
from ingest.quality.identities import Identities
from ingest.quality.matching import best_pairs
from ingest.quality.wording import alike, same_place
from ontology.edtf import bounds, overlap
from ontology.terms import EventType

_FAMILIES = (
    {EventType.MEETING, EventType.TALKS, EventType.SESSION},
    {EventType.SUMMIT, EventType.CONFERENCE, EventType.SESSION, EventType.MEETING},
)
"""Kinds of event that are hard to tell apart."""
_NO_ERROR = {EventType.APPOINTMENT, EventType.ELECTION, EventType.STATEMENT, "other"}
"""Kinds of event that the gold does not hold all of: one too many is no error."""

WEIGHTS = {"people": 2.0, "date": 1.0, "place": 0.5, "topic": 0.5, "type": 0.25, "status": 0.25}
"""What makes one of several possible matches the better one, beside the one point for being possible."""


@dataclass(frozen=True)
class Cast:
    """Who takes part in an event of the gold, as identities."""

    required: frozenset[str]
    further: frozenset[str]
    """Each may stand for one that is required, and none is wrong."""
    unscored: frozenset[str]
    absent: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """All whom it is right to name."""
        return self.required | self.further


def cast_of(event: GoldEvent, identities: Identities) -> Cast:
    """The cast of an event."""
    required = identities.of_all(event.participants)
    return Cast(
        required,
        identities.of_all(event.participants_alt) - required,
        identities.of_all(event.participants_unnamed) - required,
        identities.of_all(event.non_participants),
    )


def overlaps(found: str | None, accepted: Iterable[str | None]) -> bool:
    """Does a date share a day with an accepted one?"""
    return found is not None and any(date is not None and overlap(found, date) for date in accepted)


def is_date(found: str | None, accepted: Iterable[str | None]) -> bool:
    """Does a date cover just the days of an accepted one, or is none accepted where there is none?"""
    days = bounds(found) if found else None
    return any((bounds(date) if date else None) == days for date in accepted)


def is_place(found: str | None, gold: GoldEvent) -> bool:
    """Is it an accepted place?"""
    return any(same_place(found, place) for place in gold.places)


class Events:
    """The events found in a report beside those of its gold, matched one to one.

    The core is matched before what is optional; further pairs of a grouped event are parts of it.
    """

    def __init__(self, gold: Gold, found: Sequence[Occurrence], identities: Identities) -> None:
        self.found = found
        self.core = [event for event in gold.events if not event.optional]
        self.optional = [event for event in gold.events if event.optional]
        self.people = [identities.of_all(each.participants) for each in found]
        self._casts = {id(event): cast_of(event, identities) for event in gold.events}
        self.matched = self._best(range(len(found)), self.core)
        """Events found, and which of the core they are."""
        self.parts = self._parts()
        """Events found that are parts of a grouped event of the core, and which."""
        rest = [n for n in range(len(found)) if n not in self.matched and n not in self.parts]
        self.aside = self._best(rest, self.optional)
        """Events found, and which of the optional ones they are."""
        self.wrong = [n for n in rest if n not in self.aside and found[n].type not in _NO_ERROR]
        """Events found that the report does not tell."""

    def cast(self, gold: GoldEvent) -> Cast:
        """Who takes part in an event of the gold."""
        return self._casts[id(gold)]

    def people_of(self, number: int) -> frozenset[str]:
        """Who was found to take part in an event, its parts included."""
        column = self.matched[number]
        parts = [self.people[part] for part, whole in self.parts.items() if whole == column]
        return self.people[number].union(*parts)

    def told(self) -> Iterable[tuple[int, GoldEvent]]:
        """Each event found that is an event of the gold, with that."""
        yield from ((number, self.core[column]) for number, column in self.matched.items())
        yield from ((number, self.core[column]) for number, column in self.parts.items())
        yield from ((number, self.optional[column]) for number, column in self.aside.items())

    def is_strict(self, number: int, gold: GoldEvent) -> bool:
        """Does the date agree and, where the gold names anyone, one of those who took part?"""
        date = self.found[number].date
        dated = overlaps(date, gold.dates) or is_date(date, gold.dates)
        return dated and (self._shares(number, gold) or not self.cast(gold).required)

    def _shares(self, number: int, gold: GoldEvent) -> bool:
        return bool(self.people[number] & self.cast(gold).named)

    def _best(self, numbers: Sequence[int], gold: Sequence[GoldEvent]) -> dict[int, int]:
        return best_pairs(
            numbers, range(len(gold)), lambda number, column: self._weight(number, gold[column])
        )

    def _may_be(self, number: int, gold: GoldEvent) -> bool:
        """Do kind and either date or people agree, or else, where there is no date, place or topic?"""
        found = self.found[number]
        if not is_kind(found.type, gold):
            return False
        if overlaps(found.date, gold.dates) or self._shares(number, gold):
            return True
        if found.date or None not in gold.dates:
            return False
        placed = bool(found.place) and is_place(found.place, gold)
        return placed or alike(found.topic, gold.topic) >= 0.5

    def _weight(self, number: int, gold: GoldEvent) -> float:
        """How well the two agree; 0 where they are not one event."""
        if not self._may_be(number, gold):
            return 0.0
        found, cast, people = self.found[number], self.cast(gold), self.people[number]
        among = len(people) + len(cast.required)
        agreement = {
            "people": 2 * len(people & cast.named) / among if among else 0.0,
            "date": is_date(found.date, gold.dates),
            "place": is_place(found.place, gold),
            "topic": alike(found.topic, gold.topic),
            "type": found.type == gold.type,
            "status": found.status == gold.status,
        }
        return 1.0 + sum(WEIGHTS[part] * share for part, share in agreement.items())

    def _parts(self) -> dict[int, int]:
        taken = set(self.matched.values())
        grouped = [n for n, gold in enumerate(self.core) if gold.grouped and n in taken]
        parts: dict[int, int] = {}
        for number in range(len(self.found)):
            whole = next((n for n in grouped if self._is_part(number, self.core[n])), None)
            if number not in self.matched and whole is not None:
                parts[number] = whole
        return parts

    def _is_part(self, number: int, gold: GoldEvent) -> bool:
        """Is it one of the pairs of which a grouped event tells?"""
        found, cast, people = self.found[number], self.cast(gold), self.people[number]
        inside = people <= cast.named | cast.unscored and bool(people & cast.required)
        dated = overlaps(found.date, gold.dates) or not found.date
        return inside and dated and is_kind(found.type, gold)


def is_kind(found: str, gold: GoldEvent) -> bool:
    """Is it an accepted kind of event, or one that is hard to tell from the kind of the gold?"""
    return found in gold.types or any(found in each and gold.type in each for each in _FAMILIES)
