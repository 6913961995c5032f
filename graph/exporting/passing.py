"""Which claims of a report pass a filter.

A claim is about an event, a tenure, or the structure of bodies and posts (`postIn`, `partOf`):

- one about an event passes with the event: all claims of an event pass, or none;
- a tenure passes a period on a day of which it lasted or was observed, and an actor who is the person, or the
  body or country of the post; it passes no topic;
- structure has no date and no topic: where one of these, or an actor, is asked for, it passes where it names
  the actor, and where it says whose post, or part of what, something is that a claim which passes names.

Report and status hold for every claim by itself.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from graph.exporting.filtering import Limits
from graph.stories import Story
from ontology.edtf import bounds
from ontology.model import Claim
from ontology.terms import Relation

_STRUCTURE = (Relation.POST_IN, Relation.PART_OF)


def passing(story: Story, within: Limits) -> tuple[Claim, ...]:
    """The claims of a report that pass, in the order of their ids."""
    worlds = {each.id: each.world or "" for each in story.mentions}
    claims = sorted(
        (claim for claim in story.claims if claim.status in within.statuses),
        key=lambda claim: claim.id,
    )
    if within.events is None:
        return tuple(claims)
    found = {claim.id for claim in claims if _passes(claim, worlds, within)}
    found |= _along(claims, found)
    return tuple(claim for claim in claims if claim.id in found)


def _passes(claim: Claim, worlds: Mapping[str, str], within: Limits) -> bool:
    if claim.relation in _STRUCTURE:
        return not (within.eventful or within.period) and _names(claim, worlds, within)
    if claim.relation is Relation.HOLDS_POST:
        return not within.eventful and _in_period(claim, within) and _held_by(claim, worlds, within)
    return worlds[_event_of(claim)] in (within.events or ())


def _event_of(claim: Claim) -> str:
    """The mention of the event that a claim is about."""
    if claim.relation is Relation.MET:
        return claim.event or ""
    return claim.object or "" if claim.relation is Relation.TOOK_PART else claim.subject


def _names(claim: Claim, worlds: Mapping[str, str], within: Limits) -> bool:
    ends = {worlds[claim.subject], worlds[claim.object or ""]}
    return within.actors is None or bool(ends & within.actors)


def _held_by(claim: Claim, worlds: Mapping[str, str], within: Limits) -> bool:
    return _names(claim, worlds, within) or worlds[claim.object or ""] in within.posts


def _in_period(tenure: Claim, within: Limits) -> bool:
    lasted = _lasted(tenure)
    if within.period is None:
        return True
    return lasted is not None and lasted[0] <= within.period[1] and within.period[0] <= lasted[1]


def _lasted(tenure: Claim) -> tuple[date, date] | None:
    """From when to when a tenure lasted, as far as it is said; else when it was observed."""
    if tenure.since or tenure.until:
        first = bounds(tenure.since)[0] if tenure.since else date.min
        last = bounds(tenure.until)[1] if tenure.until else date.max
        return first, last
    return bounds(tenure.observed) if tenure.observed else None


def _along(claims: Iterable[Claim], found: Iterable[str]) -> set[str]:
    """The claims of structure about what the claims found name, and about what those name."""
    structure = [claim for claim in claims if claim.relation in _STRUCTURE]
    by_id = {claim.id: claim for claim in claims}
    along: set[str] = set()
    named = {end for each in found for end in (by_id[each].subject, by_id[each].object)}
    while more := [c for c in structure if c.id not in along and c.subject in named]:
        along |= {claim.id for claim in more}
        named |= {claim.object for claim in more}
    return along
