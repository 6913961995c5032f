"""What a change of some reports and judgements can have touched, found without reading the rest of the graph.

The graph is a function of its reports and judgements, and each report adds to the nodes that its mentions are, and
to edges between them, alone. So a change touches the nodes that the mentions of the changed reports were or are;
where another report's mention has become another node for it, what that report says too; and of an event that one of
these tells of, what the other reports say that tell of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from graph.catalogue import for_kind, statement
from graph.rdf.names import TYPE, WORLD, graph_of, identifier, kind_of, node
from graph.store import Store
from ontology.model import Judgement
from ontology.records import SHAPES, Written
from ontology.terms import NodeKind, Verdict

_BATCH = 2_000
_RESOLVES = NamedNode(SHAPES[Written.RESOLUTION].fields["world"].path)
_RULE = NamedNode(SHAPES[Written.RESOLUTION].fields["rule"].path)
_REPORT = NamedNode(SHAPES[Written.MENTION].fields["report"].path)
_MENTION = NamedNode(SHAPES[Written.MENTION].types[0])


class Member(NamedTuple):
    """A mention of a world node, its report, and the rule by which it is one."""

    mention: str
    report: str
    rule: str


class Way(NamedTuple):
    """What a mention is, and the rule that says so."""

    world: str
    rule: str


@dataclass(frozen=True)
class Touched:
    """What may be otherwise than before."""

    worlds: frozenset[str]
    """The ids of nodes; between others than these no edge has changed."""
    mentions: frozenset[str]
    """Those that may be something else than before."""
    ways: Mapping[str, Way]
    """What they are now; of those that are no more nothing."""


def touched(
    held: pyoxigraph.Store, store: Store, reports: Iterable[str], judgements: Iterable[Judgement]
) -> Touched:
    """What may be otherwise in the store than it is held, when these reports and judgements are."""
    search = _Search(held, store)
    search.begin({*reports, *_judged(held, store, judgements)})
    return search.found()


def _judged(held: pyoxigraph.Store, store: Store, judgements: Iterable[Judgement]) -> Iterator[str]:
    """The reports of the claims and mentions that these are about, before and after."""
    claims: set[str] = set()
    mentions: set[str] = set()
    for each in judgements:
        (claims if each.verdict is Verdict.REJECT else mentions).update(each.about)
    for stated in claims | mentions:
        yield from _held_reports(held, stated)
    for name, ids in (("claim_reports", claims), ("mention_reports", mentions)):
        for row in store.read(statement(name), ids=sorted(ids)):
            yield str(row["report"])


def _held_reports(held: pyoxigraph.Store, stated: str) -> Iterator[str]:
    """The report of a claim or mention, as it is held."""
    for quad in held.quads_for_pattern(node(stated), _REPORT, None, None):
        yield _id(quad.object)


def _id(named: object) -> str:
    if not isinstance(named, NamedNode):
        raise TypeError(f"{named} has no id")
    return identifier(named)


@dataclass
class _Search:
    held: pyoxigraph.Store
    store: Store
    _reports: set[str] = field(default_factory=set)
    """Whose mentions were looked at."""
    _worlds: set[str] = field(default_factory=set)
    _looked: set[str] = field(default_factory=set)
    """The nodes whose mentions were compared."""
    _mentions: set[str] = field(default_factory=set)
    _ways: dict[str, Way] = field(default_factory=dict)
    _beside: set[str] = field(default_factory=set)
    """Reports that tell of the same events."""

    def begin(self, reports: set[str]) -> None:
        """Follows what these reports say to all that it can have touched."""
        while reports := reports - self._reports:
            self._reports |= reports
            worlds = self._of_reports(reports)
            self._worlds |= worlds
            reports = set()
            while fresh := worlds - self._looked:
                moved = self._compared(fresh)
                reports |= {each.report for each in moved}
                worlds = {world for each in moved for world in self._both(each.mention)}
                self._worlds |= worlds
        for report in self._beside - self._reports:
            self._worlds |= {world for _, world in self._held_ways(report)}
        for rows in _batches(self._beside - self._reports):
            for row in self.store.read(statement("worlds_of_reports"), ids=rows):
                self._worlds.add(str(row["world"]))

    def _of_reports(self, reports: Collection[str]) -> set[str]:
        """What the mentions of these reports were and are."""
        found: set[str] = set()
        for report in reports:
            for mention, world in self._held_ways(report):
                self._mentions.add(mention)
                found.add(world)
        for ids in _batches(reports):
            for row in self.store.read(statement("worlds_of_reports"), ids=ids):
                self._is(str(row["mention"]), Way(str(row["world"]), str(row["rule"])))
                found.add(str(row["world"]))
        return found

    def _is(self, mention: str, way: Way) -> None:
        self._mentions.add(mention)
        self._ways[mention] = way

    def _held_ways(self, report: str) -> Iterator[tuple[str, str]]:
        for quad in self.held.quads_for_pattern(None, TYPE, _MENTION, graph_of(report)):
            mention = _id(quad.subject)
            for world in self._was(mention):
                yield mention, world

    def _was(self, mention: str) -> Iterator[str]:
        for quad in self.held.quads_for_pattern(node(mention), _RESOLVES, None, WORLD):
            yield _id(quad.object)

    def _both(self, mention: str) -> set[str]:
        way = self._ways.get(mention)
        return {*self._was(mention), *([way.world] if way else ())}

    def _compared(self, worlds: set[str]) -> set[Member]:
        """The mentions that were one of these nodes and are no more, or are and were not, or by another rule."""
        self._looked |= worlds
        now = self._members_now(worlds)
        moved: set[Member] = set()
        for world in worlds:
            was = set(self._members_held(world))
            moved |= was ^ now.get(world, set())
            if kind_of(world) is NodeKind.EVENT:
                self._beside |= {each.report for each in was | now.get(world, set())}
        self._mentions |= {each.mention for each in moved}
        return moved

    def _members_held(self, world: str) -> Iterator[Member]:
        for quad in self.held.quads_for_pattern(None, _RESOLVES, node(world), WORLD):
            mention = _id(quad.subject)
            rules = self.held.quads_for_pattern(quad.subject, _RULE, None, WORLD)
            (rule,) = (each.object.value for each in rules if isinstance(each.object, Literal))
            for report in _held_reports(self.held, mention):
                yield Member(mention, report, rule)

    def _members_now(self, worlds: Iterable[str]) -> Mapping[str, set[Member]]:
        found: dict[str, set[Member]] = defaultdict(set)
        for kind, ids in by_kind(worlds):
            for row in self.store.read(for_kind("members_of", kind), ids=ids):
                member = Member(str(row["mention"]), str(row["report"]), str(row["rule"]))
                found[str(row["world"])].add(member)
                self._ways[member.mention] = Way(str(row["world"]), member.rule)
        return found

    def found(self) -> Touched:
        """All of it."""
        ways = {each: self._ways[each] for each in self._mentions & self._ways.keys()}
        return Touched(frozenset(self._worlds), frozenset(self._mentions), ways)


def by_kind(worlds: Iterable[str]) -> Iterator[tuple[NodeKind, list[str]]]:
    """The ids of world nodes by their kind, so many at once as a statement takes."""
    kinds: dict[NodeKind, list[str]] = defaultdict(list)
    for each in sorted(worlds):
        kinds[kind_of(each)].append(each)
    for kind, ids in sorted(kinds.items()):
        for batch in _batches(ids):
            yield kind, batch


def _batches(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _BATCH):
        yield ordered[start : start + _BATCH]
