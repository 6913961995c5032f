"""What a report's claims say of each of its events as a whole, and what makes an event the same in two reports."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ontology.edtf import bounds, is_day
from ontology.model import Claim, content_id
from ontology.terms import EventType, Relation, Role, Status

STANDING = {Status.HAPPENED: 0, Status.CLAIMED: 1, Status.PLANNED: 2, Status.DENIED: 3}
"""Statuses, the one that counts most first."""


class EventFacts(NamedTuple):
    """What the claims of one report say of an event."""

    type: EventType | None
    status: Status
    date: str | None
    number: int | None
    """How many events the report tells as one."""
    several: bool
    """Whether it tells several as one and does not say how many."""
    by_phone: bool

    def dumps(self) -> str:
        """As one text."""
        return json.dumps(self)


def facts_from(text: str) -> EventFacts:
    """The facts of a text that `EventFacts.dumps` made."""
    kind, status, *others = json.loads(text)
    return EventFacts(EventType(kind) if kind else None, Status(status), *others)


def most_exact(dates: Iterable[str]) -> str | None:
    """The date that covers the fewest days, of several the first."""
    return min(dates, key=lambda each: (bounds(each)[1] - bounds(each)[0], each), default=None)


class Happening(NamedTuple):
    """One event mention: what is told of it, and its identity across reports, None where too little is known."""

    facts: EventFacts
    identity: str | None


def happenings(
    events: Iterable[str], claims: Iterable[Claim], worlds: Mapping[str, str]
) -> dict[str, Happening]:
    """All events of a report by mention id, from its claims that no judgement rejects; `worlds` by mention id.

    Two events of one report between which nothing decides have no identity.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for mention in {claim.subject, claim.object, claim.event} - {None}:
            told[mention or ""].append(claim)
    found = {}
    for event in events:
        facts = _facts(event, told[event])
        found[event] = Happening(facts, _identity(event, facts, told[event], worlds))
    times = Counter(each.identity for each in found.values())
    return {
        event: each if times[each.identity] == 1 else each._replace(identity=None)
        for event, each in found.items()
    }


def _facts(event: str, claims: Iterable[Claim]) -> EventFacts:
    own = [claim for claim in claims if claim.subject == event]
    contacts = [claim for claim in claims if claim.event == event]
    kinds = [claim for claim in own if claim.relation is Relation.EVENT_TYPE]
    dates = [claim.date for claim in own if claim.relation is Relation.ON_DATE and claim.date]
    dates = dates or [claim.date for claim in contacts if claim.date]
    best = min(kinds, key=lambda each: (STANDING[each.status], each.id), default=None)
    return EventFacts(
        type=best.event_type if best else None,
        status=best.status if best else Status.CLAIMED,
        date=most_exact(dates),
        number=best.count if best else None,
        several=best.several and not best.count if best else False,
        by_phone=any(claim.by_phone for claim in contacts),
    )


def _identity(
    event: str, facts: EventFacts, claims: Iterable[Claim], worlds: Mapping[str, str]
) -> str | None:
    """Made of type, exact day, places and at least two participants; all of them happened."""
    happened = [claim for claim in claims if claim.status is Status.HAPPENED]
    places = {
        worlds[claim.object]
        for claim in happened
        if claim.subject == event and claim.relation is Relation.AT_PLACE and claim.object
    }
    people = {
        worlds[claim.subject]
        for claim in happened
        if claim.object == event
        and claim.relation is Relation.TOOK_PART
        and claim.role is not Role.ABSENT
    }
    if facts.status is not Status.HAPPENED or not (facts.type and facts.date and places):
        return None
    if len(people) < 2 or not is_day(facts.date):
        return None
    return content_id("identity", facts.type, facts.date, sorted(places), sorted(people))
