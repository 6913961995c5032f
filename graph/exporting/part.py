"""The part of the graph that passes a filter.

It is the graph of the same reports cut down to the claims that pass, with who is who decided as in the whole
graph: those claims; the mentions, passages and reports that they name; the world nodes that these mentions are,
each as the whole graph has it; the edges that follow from those claims alone; the topics above those topics;
and the judgements on what is there. No edge has an end that is not in it, and the hash of what a report says is
that of what is left of it: so what is exported can be imported, and the whole report be added to that.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.catalogue import for_kind
from graph.derive import End, Support, contributions
from graph.exporting.filtering import GraphFilter, Limits, limits
from graph.exporting.passing import passing
from graph.extractions import cut_down, judgements, stored_extraction
from graph.rows import content_of
from graph.store import Store, Transaction, Value
from graph.stories import Story, sight_of, stored_story
from ontology.model import Extraction
from ontology.terms import NodeKind, Verdict


@dataclass(frozen=True)
class Part:
    """What passes."""

    nodes: Mapping[NodeKind, frozenset[str]]
    """The ids of nodes by kind; each kind that has any."""
    edges: Mapping[str, frozenset[Support]]
    """Of each derived edge, by its id, the claims that say so."""
    contents: Mapping[str, str]
    """Of each report, by its id, the hash of what it says in this part."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all nodes."""
        return frozenset().union(*self.nodes.values())

    def of(self, kind: NodeKind) -> frozenset[str]:
        """The ids of the nodes of a kind."""
        return self.nodes.get(kind, frozenset())

    def supported(self, edge: Mapping[str, Value]) -> Mapping[str, Value] | None:
        """The properties of a derived edge with only the claims that pass, None where none does."""
        supports = self.edges.get(str(edge["id"]))
        if not supports:
            return None
        has: dict[str, Value] = {**edge, "claims": sorted(each.claim for each in supports)}
        stated = sorted(each.claim for each in supports if each.stated)
        if "stated" in edge and stated:
            has["stated"] = stated
        elif "stated" in edge:
            del has["stated"]
            has["rule"] = "in-office"
        return has


def part_of(store: Store, wanted: GraphFilter) -> Part | None:
    """The part of the graph that passes, None where the filter lets all of it; raises NotKnown and InvalidInput."""
    if wanted == GraphFilter():
        return None
    within = limits(store, wanted)
    cutting = _Cutting(store)
    for report in within.reports:
        cutting.take(report, within)
    return cutting.part()


class _Cutting:
    """The part in the making, report by report."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._judgements = judgements(store)
        self._rejected = frozenset(
            each.about[0] for each in self._judgements if each.verdict is Verdict.REJECT
        )
        self._nodes: dict[NodeKind, set[str]] = defaultdict(set)
        self._edges: dict[str, set[Support]] = defaultdict(set)
        self._contents: dict[str, str] = {}

    def take(self, report: str, within: Limits) -> None:
        """Adds what passes of one report."""
        self._store.reading(
            lambda transaction: self._take(transaction, report, within), seconds=None
        )

    def _take(self, transaction: Transaction, report: str, within: Limits) -> None:
        story = stored_story(transaction, report)
        claims = passing(story, within)
        if not claims:
            return
        whole = stored_extraction(transaction, report)
        self._tell(cut_down(whole, {claim.id for claim in claims}))
        named = self._nodes[NodeKind.MENTION]
        self._derive(Story(tuple(each for each in story.mentions if each.id in named), claims))

    def _tell(self, extraction: Extraction) -> None:
        report = extraction.report.id
        self._nodes[NodeKind.REPORT].add(report)
        self._contents[report] = content_of(extraction)
        for kind, told in (
            (NodeKind.CLAIM, extraction.claims),
            (NodeKind.MENTION, extraction.mentions),
            (NodeKind.PASSAGE, extraction.passages),
        ):
            self._nodes[kind] |= {each.id for each in told}

    def _derive(self, story: Story) -> None:
        ends = {each.id: End(each.kind, each.world or "") for each in story.mentions}
        for end in ends.values():
            self._nodes[end.kind].add(end.id)
        # What the event of a contact was is on the edge that the whole graph has.
        sight = sight_of(story.without(self._rejected), ends, {})
        for edge, supports in contributions(sight).items():
            self._edges[edge.id] |= supports
            self._nodes[edge.end.kind].add(edge.end.id)  # days have no mentions

    def part(self) -> Part:
        """All of it, with the topics above and the judgements on what is there."""
        nodes, topics = self._nodes, self._nodes[NodeKind.TOPIC]
        topics |= _above(self._store, topics)
        about = nodes[NodeKind.CLAIM] | nodes[NodeKind.MENTION]
        nodes[NodeKind.JUDGEMENT] = {j.id for j in self._judgements if about.issuperset(j.about)}
        return Part(
            {kind: frozenset(ids) for kind, ids in nodes.items()},
            {edge: frozenset(supports) for edge, supports in self._edges.items()},
            self._contents,
        )


def _above(store: Store, topics: Iterable[str]) -> set[str]:
    """The broader topics of those that are there, and theirs."""
    broader: dict[str, list[str]] = defaultdict(list)
    for row in store.read(for_kind("all_edges", NodeKind.TOPIC)):
        broader[str(row["start"])].append(str(row["end"]))
    found: set[str] = set()
    rest = [end for topic in topics for end in broader.get(topic, ())]
    while rest:
        topic = rest.pop()
        if topic not in found:
            found.add(topic)
            rest += broader.get(topic, ())
    return found
