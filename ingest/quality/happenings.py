"""What is right and wrong about the events found: when, where, who, led by whom, and whether they happened."""

from collections.abc import Iterable

from ingest.quality.events import Cast, Events, is_date, is_place
from ingest.quality.faults import Difference, Fault, Kind, either, listed
from ingest.quality.figures import Figures, Rate, Score, Tally
from ingest.quality.gold import GoldEvent
from ingest.quality.identities import Identities
from ingest.quality.wording import alike
from ontology.terms import Status


class Happenings:
    """The events of a report, matched, and what is told of them."""

    def __init__(self, events: Events, identities: Identities) -> None:
        self._events = events
        self._identities = identities

    def count(self, figures: Figures) -> None:
        """Adds the figures on events."""
        events = self._events
        pairs = [(number, events.core[column]) for number, column in events.matched.items()]
        strict = sum(events.is_strict(number, gold) for number, gold in pairs)
        predicted, there = len(pairs) + len(events.wrong), len(events.core)
        figures.tally(Score.EVENT, Tally(len(pairs), predicted, len(pairs), there))
        figures.tally(Score.EVENT_STRICT, Tally(strict, predicted, strict, there))
        for number, gold in pairs:
            self._count_parts(figures, number, gold)
        self._count_people(figures, pairs)
        self._count_leaks(figures)

    def _count_parts(self, figures: Figures, number: int, gold: GoldEvent) -> None:
        found = self._events.found[number]
        placed, led = is_place(found.place, gold), self._is_led_right(number, gold)
        figures.share(Rate.DATE, is_date(found.date, gold.dates))
        figures.share(Rate.STATUS, found.status in gold.statuses)
        figures.share(Rate.PLACE, placed)
        figures.share(Rate.CHAIR, led)
        if gold.place:
            figures.share(Rate.PLACE_STATED, placed)
        if gold.organiser_or_chair:
            figures.share(Rate.CHAIR_STATED, led)
        if gold.topic:
            figures.share(Rate.TOPIC, alike(found.topic, gold.topic))

    def _is_led_right(self, number: int, gold: GoldEvent) -> bool:
        """Are all found to lead it accepted, and is nobody only where nobody is accepted?"""
        leading = self._identities.of_all(self._events.found[number].organiser_or_chair)
        if not leading:
            return not gold.organiser_or_chair or None in gold.organiser_alt
        return leading <= self._identities.of_all((*gold.organiser_or_chair, *gold.organiser_alt))

    def _count_people(self, figures: Figures, pairs: list[tuple[int, GoldEvent]]) -> None:
        """Over events that were found, and over all: those of missed and invented ones count."""
        events = self._events
        for number, gold in pairs:
            tally = _attendance(events.people_of(number), events.cast(gold))
            figures.tally(Score.PARTICIPANTS, tally)
            figures.tally(Score.PARTICIPATION, tally)
        missed = sum(len(events.cast(gold).required) for gold in self._missed())
        invented = sum(len(events.people[number]) for number in events.wrong)
        figures.tally(Score.PARTICIPATION, Tally(predicted=invented, gold=missed))

    def _missed(self) -> list[GoldEvent]:
        found = set(self._events.matched.values())
        return [gold for column, gold in enumerate(self._events.core) if column not in found]

    def _count_leaks(self, figures: Figures) -> None:
        """Adds how often what did not happen is told as happened, and who was absent as present."""
        for number, gold in self._events.told():
            if Status.HAPPENED not in gold.statuses:
                leaked = self._events.found[number].status == Status.HAPPENED
                figures.share(Rate.NONFACT_EVENTS, leaked)
                figures.share(Rate.NONFACT, leaked)
            for absent in self._events.cast(gold).absent:
                present = absent in self._events.people[number]
                figures.share(Rate.NONFACT_ABSENT, present)
                figures.share(Rate.NONFACT, present)

    def faults(self) -> list[Fault]:
        """What is wrong; about an optional event only what must not be said."""
        events = self._events
        faults: list[Fault] = []
        for number, gold in events.told():
            whole = number in events.matched
            parts = [*self._wrong_parts(number, gold)] if whole else [*self._leaks(number, gold)]
            if parts:
                faults.append(Fault(Kind.WRONG, gold, events.found[number], tuple(parts)))
        faults += [Fault(Kind.MISSED, gold, None) for gold in self._missed()]
        faults += [Fault(Kind.SPURIOUS, None, events.found[number]) for number in events.wrong]
        return faults

    def _leaks(self, number: int, gold: GoldEvent) -> Iterable[Difference]:
        found = self._events.found[number]
        if Status.HAPPENED not in gold.statuses and found.status == Status.HAPPENED:
            yield Difference("status", either(*gold.statuses), found.status)
        absent = self._names(number, self._events.cast(gold).absent)
        if absent:
            yield Difference("absent", "not taking part", listed(absent))

    def _wrong_parts(self, number: int, gold: GoldEvent) -> Iterable[Difference]:
        found = self._events.found[number]
        if not is_date(found.date, gold.dates):
            yield Difference("date", either(*gold.dates), either(found.date))
        if not is_place(found.place, gold):
            yield Difference("place", either(*gold.places), either(found.place))
        if not self._is_led_right(number, gold):
            accepted = (*gold.organiser_or_chair, *gold.organiser_alt)
            yield Difference(
                "chair", either(*accepted or (None,)), listed(found.organiser_or_chair)
            )
        if found.status not in gold.statuses:
            yield Difference("status", either(*gold.statuses), found.status)
        yield from self._wrong_people(number, gold)

    def _wrong_people(self, number: int, gold: GoldEvent) -> Iterable[Difference]:
        cast, people = self._events.cast(gold), self._events.people_of(number)
        tally = _attendance(people, cast)
        if tally.found < tally.gold:
            missing = [n for n in gold.participants if self._identities.of(n) not in people]
            yield Difference("participants missing", listed(missing), "–")
        more = people - cast.named - cast.unscored
        if more:
            told = [
                n for n, whole in self._events.parts.items() if self._events.core[whole] is gold
            ]
            names = [name for n in (number, *told) for name in self._names(n, more)]
            yield Difference("participants too many", "–", listed(list(dict.fromkeys(names))))

    def _names(self, number: int, people: frozenset[str]) -> list[str]:
        """How those are named whom an event was found to have."""
        names = self._events.found[number].participants
        return [name for name in names if self._identities.of(name) in people]


def _attendance(people: frozenset[str], cast: Cast) -> Tally:
    """Who of those found took part, and who of those who took part was found."""
    there = len(people & cast.required)
    standing_in = min(len(people & cast.further), len(cast.required) - there)
    right = there + standing_in
    wrong = len(people - cast.named - cast.unscored)
    return Tally(right, right + wrong, right, len(cast.required))
