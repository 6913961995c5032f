"""What one report has in the graph, and how deciding and deriving see it."""

from collections.abc import Mapping
from typing import NamedTuple

from graph.catalogue import statement
from graph.derive import Contact, End, Sight
from graph.happenings import Happening, happenings
from graph.rows import Kept, claim_row, kept, kept_row
from graph.store import Transaction
from ontology.model import Claim, Extraction
from ontology.terms import NodeKind


class Story(NamedTuple):
    """What one report has in the graph: its mentions and its claims."""

    mentions: tuple[Kept, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def events(self) -> list[Kept]:
        """The mentions of events."""
        return [each for each in self.mentions if each.kind is NodeKind.EVENT]

    def without(self, rejected: frozenset[str]) -> "Story":
        """The same without the claims that are rejected."""
        claims = tuple(claim for claim in self.claims if claim.id not in rejected)
        return self._replace(claims=claims)


def story_of(extraction: Extraction) -> Story:
    """What a report that is not in the graph yet will say."""
    return Story(tuple(kept(each) for each in extraction.mentions), extraction.claims)


def stored_story(transaction: Transaction, report: str) -> Story:
    """What a report says in the graph."""
    mentions = transaction.run(statement("report_mentions"), report=report)
    claims = transaction.run(statement("report_claims"), report=report)
    return Story(tuple(map(kept_row, mentions)), tuple(map(claim_row, claims)))


def happenings_in(story: Story, worlds: Mapping[str, str]) -> dict[str, Happening]:
    """The events that a report tells of, by mention id; `worlds` by mention id."""
    return happenings((each.id for each in story.events), story.claims, worlds)


def sight_of(story: Story, ends: Mapping[str, End], contacts: Mapping[str, Contact]) -> Sight:
    """The report as the derivation sees it; `ends` by mention id, `contacts` by world id of the event."""
    return Sight(
        claims=story.claims,
        ends=ends,
        countries={
            each.country: ends[each.id].id
            for each in story.mentions
            if each.kind is NodeKind.COUNTRY and each.country
        },
        codes={each.id: each.country for each in story.mentions if each.country},
        contacts=contacts,
    )
