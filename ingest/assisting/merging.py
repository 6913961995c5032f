"""Two extractions of one document made one: that of the rules stands, that of a model adds to it.

What both say is one claim that names both. Where they differ in status the more careful one holds, and where they
differ in anything else the rules'. A model makes nothing a fact that the rules read as planned, claimed or denied.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ingest.assisting.sameness import Places, event_of, same_mentions
from ontology.model import Claim, Extraction
from ontology.terms import Relation, Status

MODEL_CONFIDENCE = 0.6
"""Of what a model alone says, at most."""
_CAREFUL = (Status.HAPPENED, Status.CLAIMED, Status.PLANNED, Status.DENIED)
_STATED = ("polarity", "modality", "attribution", "speaker")
_VALUES = ("object", "date", "event_type", "role", "former", "acting")
_ONE_OF_EACH = (Relation.EVENT_TYPE, Relation.ON_DATE, Relation.AT_PLACE, Relation.ABOUT)


def merged(rules: Extraction, model: Extraction) -> Extraction:
    """The extraction of the rules with what that of a model adds."""
    places = Places(*rules.passages, *model.passages)
    same = same_mentions(rules, model, places)
    told = [_renamed(claim, same) for claim in model.claims]
    claims = {claim.id: claim for claim in rules.claims}
    known = _by_what_they_settle(rules.claims)
    for claim in told:
        rivals = [claims[each] for each in known[_settles(claim)]]
        if event_of(claim) is None:
            _add_tenure(claims, claim, rivals, places)
        elif not rivals:
            claims[claim.id] = _of_the_model(claim)
            known[_settles(claim)].append(claim.id)
        elif agreeing := [each for each in rivals if _says_the_same(each, claim)]:
            claims[agreeing[0].id] = _by_both(agreeing[0], claim)
    _settle_events(claims, rules.claims, told, places)
    return _extraction(rules, model, tuple(claims.values()))


def _renamed(claim: Claim, same: Mapping[str, str]) -> Claim:
    ends = {name: getattr(claim, name) for name in ("subject", "object", "event")}
    return claim.model_copy(update={name: same.get(end, end) for name, end in ends.items()})


def _by_what_they_settle(claims: Iterable[Claim]) -> dict[tuple[object, ...], list[str]]:
    found: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for claim in claims:
        found[_settles(claim)].append(claim.id)
    return found


def _settles(claim: Claim) -> tuple[object, ...]:
    """What a claim answers: the date of an event, somebody's role in it, whether two met in it, a tenure."""
    if claim.relation in _ONE_OF_EACH:
        return claim.relation, claim.subject
    if claim.relation is Relation.MET:
        return claim.relation, frozenset((claim.subject, claim.object)), claim.event
    return claim.relation, claim.subject, claim.object


def _says_the_same(one: Claim, other: Claim) -> bool:
    if one.relation is Relation.MET:
        return True
    return all(getattr(one, name) == getattr(other, name) for name in _VALUES)


def _add_tenure(
    claims: dict[str, Claim], claim: Claim, rivals: list[Claim], places: Places
) -> None:
    """A tenure, or whose a post or body is: one claim for what is said in the same words."""
    here = [each for each in rivals if places.overlap(each, claim)]
    agreeing = [each for each in here if _says_the_same(each, claim)]
    if agreeing:
        claims[agreeing[0].id] = _restated(_by_both(agreeing[0], claim), claim)
    elif not here:
        claims[claim.id] = _of_the_model(_no_bolder(claim, rivals))


def _settle_events(
    claims: dict[str, Claim], rules: Iterable[Claim], told: Iterable[Claim], places: Places
) -> None:
    """All that is said of one event has one status, which no claim of a model makes bolder."""
    known = [each for each in rules if event_of(each)]
    events = {each.subject for each in known if each.relation is Relation.EVENT_TYPE}
    for typed in (each for each in told if each.relation is Relation.EVENT_TYPE):
        event = typed.subject
        near = [
            each
            for each in known
            if (event_of(each) == event if event in events else places.overlap(each, typed))
        ]
        held = _no_bolder(typed, near)
        for each in [claim for claim in claims.values() if event_of(claim) == event]:
            if _care(held) > _care(each):
                claims[each.id] = _by_both(_restated(each, held), typed)


def _no_bolder(claim: Claim, known: list[Claim]) -> Claim:
    """The claim, at least as careful as the boldest of those that are known."""
    boldest = min(known, key=_care, default=claim)
    return _restated(claim, boldest)


def _care(claim: Claim) -> int:
    return _CAREFUL.index(claim.status)


def _restated(claim: Claim, other: Claim) -> Claim:
    """The claim with the status of the other where that is the more careful one."""
    if _care(other) <= _care(claim):
        return claim
    return claim.model_copy(update={name: getattr(other, name) for name in _STATED})


def _by_both(rules: Claim, model: Claim) -> Claim:
    if rules.rule.endswith(model.rule):  # another of the model's facts said so already
        return rules
    return rules.model_copy(update={"rule": f"{rules.rule} and {model.rule}"})


def _of_the_model(claim: Claim) -> Claim:
    return claim.model_copy(update={"confidence": min(claim.confidence, MODEL_CONFIDENCE)})


def _extraction(rules: Extraction, model: Extraction, claims: tuple[Claim, ...]) -> Extraction:
    """The claims with what they name: all of the rules' mentions and passages, of the model's those that are used."""
    named = {end for each in claims for end in (each.subject, each.object, each.event)}
    quoted = {passage for each in claims for passage in (each.core, *each.context)}
    mentions = {each.id: each for each in model.mentions if each.id in named}
    passages = {each.id: each for each in model.passages if each.id in quoted}
    mentions = {each.id: each for each in rules.mentions} | mentions
    passages |= {each.id: each for each in rules.passages}
    return Extraction(
        report=rules.report,
        passages=tuple(sorted(passages.values(), key=lambda each: (each.start, each.end))),
        mentions=tuple(mentions.values()),
        claims=claims,
    )
