"""One change of the graph, planned from what it touches: what was, what will be, and the difference."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graph.bundles import Bundle, Ledger, Told, bundle_of, judged_mentions
from graph.catalogue import statement
from graph.derive import Contact, Contributions, Edge, End, Support, contributions
from graph.happenings import most_exact
from graph.resolve import Named, World
from graph.rows import Kept
from graph.store import Transaction
from graph.stories import Story, happenings_in, sight_of, stored_story
from graph.world import concepts_told, facts_told
from ontology.model import Judgement
from ontology.terms import NodeKind, TopicConcept, Verdict


class Reports(NamedTuple):
    """The reports to change, each with what it will say; and the judgements before and after."""

    after: Mapping[str, Story]
    was_judged: tuple[Judgement, ...]
    judged: tuple[Judgement, ...]
    anew: bool = False
    """Whether these reports are in the graph, but nothing has been derived from them yet."""


class Resolution(NamedTuple):
    """A mention's way to its world node."""

    mention: str
    bundle: str
    kind: NodeKind
    world: World


@dataclass(frozen=True)
class Plan:
    """What a change does to the derived part of the graph."""

    resolutions: tuple[Resolution, ...]
    """Of the mentions that are new or resolve otherwise than before."""
    worlds: Mapping[End, Told]
    """World nodes that are new or of which something else is told."""
    gone: tuple[End, ...]
    """World nodes to which nothing resolves any more."""
    bundles: tuple[Bundle, ...]
    """Those that are new or changed."""
    ended: tuple[str, ...]
    """Ids of bundles of which no mention is left."""
    topics: Mapping[str, frozenset[TopicConcept]]
    """World ids of topics that name other concepts of the vocabulary than before."""
    withdrawn: Contributions
    """Edges that lose support, with the claims that no longer support them."""
    supported: Contributions
    """Edges that gain support, with the claims."""


def plan(transaction: Transaction, reports: Reports) -> Plan:
    """The change that these reports and judgements bring; reads what it touches, writes nothing."""
    return _Planner(transaction, reports).plan()


def _rejected(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(each.about[0] for each in judgements if each.verdict is Verdict.REJECT)


class _Planner:
    def __init__(self, transaction: Transaction, reports: Reports) -> None:
        self._transaction = transaction
        self._reports = reports
        self._singled = judged_mentions(reports.judged)
        self._was_rejected = _rejected(reports.was_judged)
        self._rejected = _rejected(reports.judged)
        self._was: dict[str, Story] = {}
        self._now: dict[str, Story] = {}
        self._actors = Ledger(transaction, reports.was_judged, reports.judged)
        self._events = Ledger(transaction, reports.was_judged, reports.judged)
        self._counted: dict[str, Named] = {}
        """The bundles of the mentions that were looked at, by mention id."""

    def plan(self) -> Plan:
        """Decides on actors, then on events, which are known by their actors; then compares the edges."""
        self._read({*self._reports.after, *self._judged_reports()})
        for report in self._now:
            self._count_actors(report)
        self._actors.settle()
        self._read(self._reports_of(self._actors, self._actors.moved()))
        for report in self._now:
            self._count_events(report)
        self._events.settle()
        restated = self._restated()
        self._read(self._reports_of(self._events, {*self._events.moved(), *restated}))
        return self._compared()

    # ------------------------------------------------------------- reading

    def _read(self, reports: Iterable[str]) -> None:
        for report in sorted(set(reports) - set(self._now)):
            anew = self._reports.anew and report in self._reports.after
            stored = Story() if anew else stored_story(self._transaction, report)
            self._was[report] = stored
            self._now[report] = self._reports.after.get(report, stored)

    def _judged_reports(self) -> set[str]:
        """The reports that speak of what is decided otherwise than before."""
        differing = set(self._reports.was_judged) ^ set(self._reports.judged)
        claims = _rejected(differing)
        mentions = judged_mentions(differing)
        rows = [
            *self._transaction.run(statement("claim_reports"), ids=sorted(claims)),
            *self._transaction.run(statement("mention_reports"), ids=sorted(mentions)),
        ]
        return {str(row["report"]) for row in rows}

    def _reports_of(self, ledger: Ledger, bundles: Iterable[str]) -> set[str]:
        return {each.report for each in ledger.members(bundles)}

    # ------------------------------------------------------------- counting

    def _count_actors(self, report: str) -> None:
        for mention in self._was[report].mentions:
            if mention.kind is not NodeKind.EVENT and mention.bundle:
                self._actors.take(mention.bundle, mention.says())
        for mention in self._now[report].mentions:
            if mention.kind is not NodeKind.EVENT:
                bundle = self._counted[mention.id] = bundle_of(mention.named, self._singled)
                self._actors.put(bundle, mention.says())

    def _count_events(self, report: str) -> None:
        was, now = self._was[report], self._now[report]
        told = happenings_in(
            was.without(self._was_rejected), {each.id: each.world or "" for each in was.mentions}
        )
        for mention in was.events:
            if mention.bundle:
                self._events.take(mention.bundle, mention.says(told[mention.id].facts))
        told = happenings_in(
            now.without(self._rejected), {each.id: self._end(each).id for each in now.mentions}
        )
        for mention in now.events:
            happening = told[mention.id]
            named = mention.named._replace(
                key=happening.identity or mention.id,
                contexts=frozenset("*" if happening.identity else ""),
            )
            bundle = self._counted[mention.id] = bundle_of(named, self._singled)
            self._events.put(bundle, mention.says(happening.facts))

    def _bundle(self, mention: Kept) -> Bundle | None:
        counted = self._counted.get(mention.id)
        name = counted.id if counted else mention.bundle or ""
        ledger = self._events if mention.kind is NodeKind.EVENT else self._actors
        return ledger.after.get(name)

    def _end(self, mention: Kept) -> End:
        """The world node that a mention will resolve to."""
        bundle = self._bundle(mention)
        world = None if bundle is None else bundle.world
        return End(mention.kind, world.id if world else mention.world or "")

    # ------------------------------------------------------------- comparing

    def _restated(self) -> set[str]:
        """Bundles of events that stay but will have another date, or be by phone or not, for the contacts in them."""
        was, now = (
            _contacts(self._events.worlds(each))
            for each in (self._events.before, self._events.after)
        )
        return {
            name
            for name, bundle in self._events.after.items()
            if bundle.world
            and was.get(bundle.world.id, now[bundle.world.id]) != now[bundle.world.id]
        }

    def _compared(self) -> Plan:
        was, now = (
            self._actors.worlds(self._actors.before) | self._events.worlds(self._events.before),
            self._actors.worlds(self._actors.after) | self._events.worlds(self._events.after),
        )
        withdrawn, supported = self._edges()
        return Plan(
            resolutions=tuple(self._resolutions()),
            worlds={end: told for end, told in now.items() if was.get(end) != told},
            gone=tuple(sorted(set(was) - set(now))),
            bundles=(*self._actors.changed(), *self._events.changed()),
            ended=(*self._actors.ended(), *self._events.ended()),
            topics=_reclassified(was, now),
            withdrawn=withdrawn,
            supported=supported,
        )

    def _resolutions(self) -> Iterable[Resolution]:
        """The ways of mentions that are new, of another bundle than before, or of a bundle that moved."""
        found: dict[str, Resolution] = {}
        for ledger in (self._actors, self._events):
            for member in ledger.members(ledger.moved()):
                bundle = ledger.after[member.bundle]
                if member.report not in self._reports.after:
                    found[member.mention] = _resolution(member.mention, bundle)
        for story in self._now.values():
            for mention in story.mentions:
                present = self._bundle(mention)
                if present is not None and present.named.id != mention.bundle:
                    found[mention.id] = _resolution(mention.id, present)
        return (found[each] for each in sorted(found))

    def _edges(self) -> tuple[Contributions, Contributions]:
        withdrawn: dict[Edge, set[Support]] = defaultdict(set)
        supported: dict[Edge, set[Support]] = defaultdict(set)
        was_contacts = _contacts(self._events.worlds(self._events.before))
        contacts = _contacts(self._events.worlds(self._events.after))
        for report in sorted(self._now):
            was, now = self._was[report], self._now[report]
            ends = {each.id: End(each.kind, each.world or "") for each in was.mentions}
            before = contributions(sight_of(was.without(self._was_rejected), ends, was_contacts))
            ends = {each.id: self._end(each) for each in now.mentions}
            after = contributions(sight_of(now.without(self._rejected), ends, contacts))
            for edge in before.keys() | after.keys():
                old, new = before.get(edge, frozenset()), after.get(edge, frozenset())
                withdrawn[edge] |= old - new
                supported[edge] |= new - old
        return _filled(withdrawn), _filled(supported)


def _filled(edges: Mapping[Edge, set[Support]]) -> Contributions:
    return {edge: frozenset(claims) for edge, claims in edges.items() if claims}


def _resolution(mention: str, bundle: Bundle) -> Resolution:
    if bundle.world is None:
        raise AssertionError(f"the bundle {bundle.named.id} was not decided on")
    return Resolution(mention, bundle.named.id, bundle.named.kind, bundle.world)


def _contacts(worlds: Mapping[End, Told]) -> dict[str, Contact]:
    found = {}
    for end, told in worlds.items():
        facts = facts_told(told)
        date = most_exact(each.date for each in facts if each.date)
        found[end.id] = Contact(date, any(each.by_phone for each in facts))
    return found


def _reclassified(
    was: Mapping[End, Told], now: Mapping[End, Told]
) -> dict[str, frozenset[TopicConcept]]:
    found = {}
    for end, told in now.items():
        if end.kind is NodeKind.TOPIC:
            before = concepts_told(was[end]) if end in was else frozenset()
            concepts = concepts_told(told)
            if concepts != before:
                found[end.id] = concepts
    return found
