"""Who holds which post, compared with the gold."""

from collections.abc import Sequence

from ingest.facts import Tenure
from ingest.quality.faults import Difference, Fault, Kind, either
from ingest.quality.figures import Figures, Rate, Score, Tally
from ingest.quality.gold import Gold, GoldPost
from ingest.quality.identities import Identities
from ingest.quality.matching import best_pairs, compared
from ingest.quality.offices import Office
from ingest.quality.wording import Words, words


class Posts:
    """The posts found in a report beside those of its gold."""

    def __init__(self, gold: Gold, found: Sequence[Tenure], identities: Identities) -> None:
        self._aliases = gold.aliases
        self._identities = identities
        self._core = [post for post in gold.holds_post if not post.optional]
        self._optional = [post for post in gold.holds_post if post.optional]
        self._found = found
        self._offices = {id(post): self._office(post) for post in gold.holds_post}
        self._compared = compared(found, self._core, self._optional, self._is_post)

    def _office(self, post: GoldPost) -> Office:
        """The post with every name that an alias gives its body."""
        own = self._identities.of_all(post.bodies)
        others = [
            form
            for name, forms in self._aliases.items()
            if self._identities.of(name) in own
            for form in (name, *forms)
        ]
        return Office(post.titles, (*post.bodies, *others), post.country)

    def _is_person(self, found: Tenure, gold: GoldPost) -> bool:
        return self._identities.of(found.person) == self._identities.of(gold.person)

    def _is_of(self, found: Tenure, gold: GoldPost) -> bool:
        return self._offices[id(gold)].is_of(found.post, found.organisation)

    def _is_called(self, found: Tenure, gold: GoldPost) -> bool:
        return self._offices[id(gold)].is_called(found.post, found.organisation)

    def _is_pair(self, found: Tenure, gold: GoldPost) -> bool:
        return self._is_person(found, gold) and self._is_of(found, gold)

    def _is_post(self, found: Tenure, gold: GoldPost) -> bool:
        return self._is_pair(found, gold) and self._is_called(found, gold)

    def count(self, figures: Figures) -> None:
        """Adds the figures on posts."""
        figures.tally(Score.POST_PAIR, self._pairs())
        right, wrong = len(self._compared.matched), len(self._compared.wrong)
        figures.tally(Score.POST, Tally(right, right + wrong, right, len(self._core)))
        for row, column in self._compared.matched.items():
            gold = self._core[column]
            figures.share(Rate.FORMER, self._found[row].former in (gold.former, *gold.former_alt))

    def _pairs(self) -> Tally:
        """Persons and bodies, each pair once."""
        found = {self._key(each.person, each.organisation, each.post): each for each in self._found}
        core = {self._key(each.person, each.organisation, each.post): each for each in self._core}
        right = [e for e in found.values() if any(self._is_pair(e, g) for g in core.values())]
        loose = [e for e in found.values() if not any(self._is_pair(e, g) for g in core.values())]
        wrong = [e for e in loose if not any(self._is_pair(e, g) for g in self._optional)]
        there = [g for g in core.values() if any(self._is_pair(e, g) for e in found.values())]
        return Tally(len(right), len(right) + len(wrong), len(there), len(core))

    def _key(self, person: str, body: str | None, title: str) -> tuple[str, Words]:
        return self._identities.of(person), words(body) or words(title)

    def faults(self) -> list[Fault]:
        """What is wrong: a post missed and one too many are one fault where they are of one person or one post."""
        _, missed, wrong = self._compared
        near = best_pairs(wrong, missed, self._nearness)
        return [
            *self._flags(),
            *(self._differing(self._found[row], self._core[near[row]]) for row in near),
            *(Fault(Kind.MISSED, self._core[n], None) for n in missed if n not in near.values()),
            *(Fault(Kind.SPURIOUS, None, self._found[n]) for n in wrong if n not in near),
        ]

    def _flags(self) -> list[Fault]:
        faults: list[Fault] = []
        for row, column in self._compared.matched.items():
            found, gold = self._found[row], self._core[column]
            if found.former not in (gold.former, *gold.former_alt):
                former = Difference("former", str(gold.former).lower(), str(found.former).lower())
                faults.append(Fault(Kind.WRONG, gold, found, (former,)))
        return faults

    def _nearness(self, row: int, column: int) -> float:
        found, gold = self._found[row], self._core[column]
        if any(self._is_post(found, each) for each in self._core):
            return 0.0  # another post of the person, found a second time
        of, called = self._is_of(found, gold), self._is_called(found, gold)
        return 1.0 + of + called if self._is_person(found, gold) else 1.0 * (of and called)

    def _differing(self, found: Tenure, gold: GoldPost) -> Fault:
        parts: list[Difference] = []
        if not self._is_person(found, gold):
            parts.append(Difference("person", gold.person, found.person))
        if not self._is_of(found, gold):
            body = either(found.organisation)
            parts.append(Difference("organisation", either(*gold.bodies), body))
        if not self._is_called(found, gold):
            parts.append(Difference("post", either(*gold.titles), found.post))
        return Fault(Kind.WRONG, gold, found, tuple(parts))
