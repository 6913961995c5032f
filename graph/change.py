"""One change of the graph, planned from what it touches: what was, what will be, and the difference."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from graph import derive
from graph.catalogue import statement
from graph.derive import Edge, End, EventFacts, Sight
from graph.resolve import Named, World, resolve
from graph.rows import Kept, claim_row, kept, kept_row
from graph.store import Transaction
from graph.world import date_of
from ontology.model import Claim, Extraction, Judgement
from ontology.terms import NodeKind, Verdict


@dataclass(frozen=True)
class Told:
    """What one report has in the graph: its mentions and its claims."""

    mentions: tuple[Kept, ...]
    claims: tuple[Claim, ...]


NOTHING = Told((), ())


@dataclass(frozen=True)
class Plan:
    """What a change does to the derived part of the graph."""

    resolutions: Mapping[str, World]
    """The world node of each mention whose identity was looked at, by mention id."""
    mentions: tuple[Kept, ...]
    """Those mentions, as they will be."""
    gone: frozenset[End]
    """World nodes to which nothing will resolve any more."""
    withdrawn: Mapping[Edge, frozenset[str]]
    """Edges that lose support, with the claims that no longer support them."""
    supported: Mapping[Edge, frozenset[str]]
    """Edges that gain support, with the claims."""


class Planner:
    """Plans one change inside a transaction; reads what it touches, writes nothing."""

    def __init__(self, transaction: Transaction, judgements: Iterable[Judgement]) -> None:
        """`judgements` are those that will hold after the change."""
        self._transaction = transaction
        self._judgements = tuple(judgements)
        self._rejected = {
            each.about[0] for each in self._judgements if each.verdict is Verdict.REJECT
        }
        self._was: dict[str, Told] = {}
        self._was_rejected: set[str] = set()

    def plan(
        self,
        report: str | None = None,
        after: Extraction | None = None,
        judged: Iterable[Judgement] = (),
    ) -> Plan:
        """The change when `report` becomes `after` (None: is forgotten), or when `judged` come or go."""
        told = _told(after) if after else NOTHING
        changing = {report: told} if report else {}
        seeds = [*told.mentions, *(self._report(report).mentions if report else ())]
        reports = set(changing)
        for judgement in judged:
            if judgement.verdict is Verdict.REJECT:
                reports |= self._reports_of_claims(judgement.about)
            else:
                seeds += self._by_id(judgement.about)
        actors = self._closure(
            [each for each in seeds if each.named.kind is not NodeKind.EVENT], changing
        )
        found = self._resolved(actors)
        reports |= self._moved(actors, found)
        return self._with_events(changing, reports, actors, found, seeds)

    def _with_events(
        self,
        changing: Mapping[str, Told],
        reports: set[str],
        actors: list[Kept],
        found: dict[str, World],
        seeds: Iterable[Kept],
    ) -> Plan:
        """Adds the events whose identity depends on actors that moved, until no more reports are touched."""
        events: list[Kept] = []
        linked = [each for each in seeds if each.named.kind is NodeKind.EVENT]
        reports |= {each.named.report for each in linked} & self._known(linked)
        while True:
            events = self._events(changing, reports, found, linked)
            resolved = self._resolved(events)
            more = (self._moved(events, resolved) | _redated(events, resolved)) - reports
            if not more:
                break
            reports |= more
        found |= resolved
        looked_at = [*actors, *events]
        return Plan(
            resolutions=found,
            mentions=tuple(looked_at),
            gone=self._gone(changing, looked_at, found),
            **self._difference(changing, reports, events, found),
        )

    # ------------------------------------------------------------- what was

    def _report(self, report: str) -> Told:
        """What a report has in the graph now."""
        if report not in self._was:
            mentions = self._transaction.run(statement("report_mentions"), report=report)
            claims = [
                claim_row(row)
                for row in self._transaction.run(statement("report_claims"), report=report)
            ]
            self._was_rejected |= {claim.id for claim, rejected in claims if rejected}
            self._was[report] = Told(
                tuple(kept_row(row) for row in mentions), tuple(claim for claim, _ in claims)
            )
        return self._was[report]

    def _by_id(self, mentions: Iterable[str]) -> list[Kept]:
        rows = self._transaction.run(statement("mentions_by_id"), ids=sorted(mentions))
        return [kept_row(row) for row in rows]

    def _reports_of_claims(self, claims: Iterable[str]) -> set[str]:
        rows = self._transaction.run(statement("claim_reports"), ids=sorted(claims))
        return {str(row["report"]) for row in rows}

    def _known(self, mentions: Iterable[Kept]) -> set[str]:
        return {each.named.report for each in mentions if each.world}

    # ------------------------------------------------------------- identity

    def _closure(self, seeds: Iterable[Kept], changing: Mapping[str, Told]) -> list[Kept]:
        """The mentions that share a name with the seeds, or are judged together with one that does."""
        incoming = [each for told in changing.values() for each in told.mentions]
        found: dict[str, Kept] = {}
        keys: set[str] = set()
        waiting = {each.named.key for each in seeds}
        while waiting:
            keys |= waiting
            rows = self._transaction.run(statement("mentions_by_key"), keys=sorted(waiting))
            same_name = [kept_row(row) for row in rows]
            fresh = [each for each in incoming if each.named.key in waiting]
            for each in (*same_name, *fresh):
                if each.named.kind is NodeKind.EVENT or (
                    each.named.report in changing and each not in fresh
                ):
                    continue
                found[each.id] = each
            waiting = {each.named.key for each in self._judged_with(found, incoming)} - keys
        return [found[each] for each in sorted(found)]

    def _judged_with(self, found: Mapping[str, Kept], incoming: Iterable[Kept]) -> list[Kept]:
        """Mentions that a judgement links to one of these."""
        others = {
            mention
            for judgement in self._judgements
            if judgement.verdict is not Verdict.REJECT
            and any(mention in found for mention in judgement.about)
            for mention in judgement.about
        } - set(found)
        if not others:
            return []
        return [*self._by_id(others), *(each for each in incoming if each.id in others)]

    def _resolved(self, mentions: Iterable[Kept]) -> dict[str, World]:
        judgements = [each for each in self._judgements if each.verdict is not Verdict.REJECT]
        return resolve((each.named for each in mentions), judgements)

    def _moved(self, mentions: Iterable[Kept], found: Mapping[str, World]) -> set[str]:
        """Reports with a mention that will resolve to another node than now."""
        return {
            each.named.report for each in mentions if each.world and each.world != found[each.id].id
        }

    # ------------------------------------------------------------- events

    def _events(
        self,
        changing: Mapping[str, Told],
        reports: set[str],
        found: Mapping[str, World],
        linked: Iterable[Kept],
    ) -> list[Kept]:
        """The events of these reports with their identity, and all others that have or had the same."""
        own: dict[str, Kept] = {}
        identities: set[str] = set()
        for report in sorted(reports):
            told = changing.get(report) or self._report(report)
            if report in changing and not told.mentions:
                continue
            sight = self._sight(told, self._ends(told, found), self._rejected, {})
            for event in _events_of(told):
                facts = derive.facts_of(event.id, sight.claims)
                own[event.id] = replace(
                    event, facts=facts, identity=derive.identity_of(event.id, sight)
                )
        before = {
            event.identity
            for report in reports
            for event in _events_of(self._report(report))
            if event.identity
        }
        identities = before | {event.identity for event in own.values() if event.identity}
        for event in self._of_identities(identities, [*own.values(), *linked]):
            if event.named.report not in reports:
                own.setdefault(event.id, event)
        twice = derive.repeated(
            (event.named.report, event.identity) for event in own.values() if event.identity
        )
        return [
            replace(event, named=_event_name(event, twice))
            for event in sorted(own.values(), key=lambda each: each.id)
        ]

    def _of_identities(self, identities: set[str], linked: Iterable[Kept]) -> list[Kept]:
        rows = self._transaction.run(
            statement("mentions_by_identity"), identities=sorted(identities)
        )
        judged = self._judged_with({each.id: each for each in linked}, ())
        return [*(kept_row(row) for row in rows), *judged]

    # ------------------------------------------------------------- difference

    def _ends(self, told: Told, found: Mapping[str, World]) -> dict[str, End]:
        return {
            each.id: End(
                each.named.kind, found[each.id].id if each.id in found else each.world or ""
            )
            for each in told.mentions
        }

    def _sight(
        self, told: Told, ends: Mapping[str, End], rejected: set[str], dates: Mapping[str, str]
    ) -> Sight:
        countries = {
            each.country: ends[each.id].id
            for each in told.mentions
            if each.named.kind is NodeKind.COUNTRY and each.country
        }
        return Sight(
            claims=tuple(claim for claim in told.claims if claim.id not in rejected),
            ends=ends,
            countries=countries,
            codes={each.id: each.country for each in told.mentions if each.country},
            dates=dates,
        )

    def _difference(
        self,
        changing: Mapping[str, Told],
        reports: set[str],
        events: Iterable[Kept],
        found: Mapping[str, World],
    ) -> dict[str, dict[Edge, frozenset[str]]]:
        dates = _dates((found[each.id].id, each.facts) for each in events)
        withdrawn: dict[Edge, set[str]] = defaultdict(set)
        supported: dict[Edge, set[str]] = defaultdict(set)
        for report in sorted(reports):
            was = self._report(report)
            told = changing.get(report, was)
            before = self._contributions(was, {}, self._was_rejected, self._dates_now(was))
            after = self._contributions(told, found, self._rejected, dates)
            for edge, claims in before.items():
                withdrawn[edge] |= claims - after.get(edge, frozenset())
            for edge, claims in after.items():
                supported[edge] |= claims - before.get(edge, frozenset())
        return {
            "withdrawn": {edge: frozenset(claims) for edge, claims in withdrawn.items() if claims},
            "supported": {edge: frozenset(claims) for edge, claims in supported.items() if claims},
        }

    def _contributions(
        self, told: Told, found: Mapping[str, World], rejected: set[str], dates: Mapping[str, str]
    ) -> dict[Edge, frozenset[str]]:
        return derive.contributions(self._sight(told, self._ends(told, found), rejected, dates))

    @staticmethod
    def _dates_now(told: Told) -> dict[str, str]:
        return {each.world: each.on for each in _events_of(told) if each.world and each.on}

    def _gone(
        self, changing: Mapping[str, Told], looked_at: Iterable[Kept], found: Mapping[str, World]
    ) -> frozenset[End]:
        stay = {world.id for world in found.values()}
        were = [
            *looked_at,
            *(each for report in changing for each in self._report(report).mentions),
        ]
        return frozenset(
            End(each.named.kind, each.world)
            for each in were
            if each.world and each.world not in stay
        )


def _told(extraction: Extraction) -> Told:
    return Told(tuple(kept(each) for each in extraction.mentions), extraction.claims)


def _events_of(told: Told) -> list[Kept]:
    return [each for each in told.mentions if each.named.kind is NodeKind.EVENT]


def _event_name(event: Kept, twice: set[str]) -> Named:
    """An event is known by its identity, unless one report has two events of that identity."""
    if event.identity is None or event.identity in twice:
        return event.named._replace(contexts=frozenset())
    return event.named._replace(key=event.identity, contexts=frozenset("*"))


def _redated(events: Iterable[Kept], found: Mapping[str, World]) -> set[str]:
    """Reports of events whose date will be another than now."""
    events = list(events)
    dates = _dates((found[each.id].id, each.facts) for each in events)
    return {
        each.named.report
        for each in events
        if each.world and each.on != dates.get(found[each.id].id)
    }


def _dates(told: Iterable[tuple[str, EventFacts | None]]) -> dict[str, str]:
    """The date of each event by its world id."""
    by_event: dict[str, list[EventFacts]] = defaultdict(list)
    for event, facts in told:
        if facts:
            by_event[event].append(facts)
    return {event: date for event, facts in by_event.items() if (date := date_of(facts))}
