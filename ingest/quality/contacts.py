"""Who met whom, compared with the gold."""

from collections.abc import Iterable, Sequence

from ingest.facts import Contact, Tenure
from ingest.quality.events import overlaps
from ingest.quality.faults import Difference, Fault, Kind, either
from ingest.quality.figures import Figures, Rate, Score, Tally
from ingest.quality.gold import Gold, GoldMeeting, GoldPost
from ingest.quality.identities import Identities
from ingest.quality.matching import best_pairs, compared
from ingest.quality.wording import Words, countries, country_alone, words
from ontology.terms import Status

Pair = frozenset[str]


class Contacts:
    """The meetings of two found in a report beside those of its gold."""

    def __init__(
        self,
        gold: Gold,
        found: Sequence[Contact],
        posts: Sequence[Tenure],
        identities: Identities,
    ) -> None:
        self._identities = identities
        self._core = [meeting for meeting in gold.meets if not meeting.optional]
        self._optional = [meeting for meeting in gold.meets if meeting.optional]
        self._found = found
        self._gold_homes = self._homes(gold.holds_post)
        self._found_homes = self._homes(posts)
        self._compared = compared(found, self._core, self._optional, self._is)

    def _pair(self, meeting: Contact | GoldMeeting) -> Pair:
        return self._identities.of_all((meeting.a, meeting.b))

    def _is(self, found: Contact, gold: GoldMeeting) -> bool:
        """Are they of one pair, with dates that share a day or none?"""
        undated = not found.date and None in gold.dates
        same = self._pair(found) == self._pair(gold)
        return same and (undated or overlaps(found.date, gold.dates))

    def count(self, figures: Figures) -> None:
        """Adds the figures on meetings."""
        core, optional = map(self._pairs, (self._core, self._optional))
        figures.tally(Score.MEETING, _compared(self._pairs(self._found), core, optional))
        right, wrong = len(self._compared.matched), len(self._compared.wrong)
        figures.tally(Score.MEETING_DATED, Tally(right, right + wrong, right, len(self._core)))
        for row, column in self._compared.matched.items():
            found, gold = self._found[row].status, self._core[column].status
            figures.share(Rate.MEETING_STATUS, found == gold)
            if gold is not Status.HAPPENED:
                figures.share(Rate.NONFACT_MEETINGS, found == Status.HAPPENED)
        figures.tally(Score.COUNTRIES, self._nations())

    def _pairs(self, meetings: Iterable[Contact | GoldMeeting]) -> set[Pair]:
        return {self._pair(meeting) for meeting in meetings}

    def _nations(self) -> Tally:
        core = self._nation_pairs(self._core, self._gold_homes)
        optional = self._nation_pairs(self._optional, self._gold_homes)
        return _compared(self._nation_pairs(self._found, self._found_homes), core, optional)

    def _homes(self, posts: Iterable[Tenure | GoldPost]) -> dict[str, Words]:
        """The countries in whose posts people are."""
        homes: dict[str, Words] = {}
        for post in posts:
            if not post.former:
                home = countries(words(post.organisation))
                if not home and isinstance(post, GoldPost):
                    home = countries(words(post.country))
                who = self._identities.of(post.person)
                homes[who] = homes.get(who, frozenset()) | home
        return homes

    def _nation_pairs(
        self, meetings: Iterable[Contact | GoldMeeting], homes: dict[str, Words]
    ) -> set[Pair]:
        """The countries that met, persons standing for those of their posts."""

        def nations(name: str) -> Words:
            country = country_alone(name)
            if country:
                return frozenset({country})
            return homes.get(self._identities.of(name)) or countries(words(name))

        return {
            frozenset({one, other})
            for meeting in meetings
            for one in nations(meeting.a)
            for other in nations(meeting.b)
            if one != other
        }

    def faults(self) -> list[Fault]:
        """What is wrong: a meeting missed and one too many are one fault where they are of one pair, or share one."""
        matched, missed, wrong = self._compared
        near = best_pairs(wrong, missed, self._nearness)
        pairs = [*matched.items(), *near.items()]
        faults = [self._differing(self._found[row], self._core[column]) for row, column in pairs]
        return [
            *(fault for fault in faults if fault.differences),
            *(Fault(Kind.MISSED, self._core[n], None) for n in missed if n not in near.values()),
            *(Fault(Kind.SPURIOUS, None, self._found[n]) for n in wrong if n not in near),
        ]

    def _nearness(self, row: int, column: int) -> float:
        """Of one pair, or of one who met somebody else on the same day; 0 of all others."""
        found, gold = self._found[row], self._core[column]
        shared = self._pair(found) & self._pair(gold)
        if self._pair(found) == self._pair(gold):
            return 2.0
        return 1.0 if shared and overlaps(found.date, gold.dates) else 0.0

    def _differing(self, found: Contact, gold: GoldMeeting) -> Fault:
        parts: list[Difference] = []
        if self._pair(found) != self._pair(gold):
            parts.append(Difference("pair", f"{gold.a} and {gold.b}", f"{found.a} and {found.b}"))
        elif not self._is(found, gold):
            parts.append(Difference("date", either(*gold.dates), either(found.date)))
        if found.status != gold.status:
            parts.append(Difference("status", gold.status, found.status))
        return Fault(Kind.WRONG, gold, found, tuple(parts))


def _compared(found: set[Pair], core: set[Pair], optional: set[Pair]) -> Tally:
    """Pairs found, those that are only optional left out, beside those that must be found."""
    counted = found - (optional - core)
    right = len(counted & core)
    return Tally(right, len(counted), right, len(core))
