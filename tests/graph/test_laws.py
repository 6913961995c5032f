"""The laws of the graph, on generated histories: what it holds follows from its reports and judgements alone."""

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest
from exported import Exported, exported
from hypothesis import given, settings
from hypothesis import strategies as st
from resetting import empty
from strategies import Step, histories

from graph import export
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import NotKnown
from ontology.terms import Verdict

if TYPE_CHECKING:
    from ontology.model import Extraction, Judgement

ON_EMBEDDED = settings(max_examples=60)
ON_NEO4J = settings(max_examples=15)


class Told:
    """What should be in the graph after a history."""

    def __init__(self, steps: list[Step], graph: KnowledgeGraph) -> None:
        self.reports: dict[str, Extraction] = {}
        self.judgements: dict[str, Judgement] = {}
        for step in steps:
            self._take(step, graph)

    def _take(self, step: Step, graph: KnowledgeGraph) -> None:
        if step.judgement and step.undo:
            if self.judgements.pop(step.judgement.id, None):
                graph.withdraw(step.judgement.id)
        elif step.judgement:
            self.judgements[step.judgement.id] = step.judgement
            graph.judge(step.judgement)
        elif step.extraction:
            changed = self.reports.get(step.report) != step.extraction
            self.reports[step.report] = step.extraction
            assert graph.add(step.extraction) is changed
        elif step.report in self.reports:
            graph.forget(self.reports.pop(step.report).report.id)

    def steps(self) -> list[Step]:
        """The shortest history that ends the same."""
        return [
            *(Step(name, extraction) for name, extraction in self.reports.items()),
            *(Step(judgement=judgement) for judgement in self.judgements.values()),
        ]


def check_pure(store: Store, history: list[Step], data: st.DataObject) -> None:
    """Law 2: neither order nor repetition nor what was undone leaves a trace."""
    empty(store)
    graph = KnowledgeGraph(store)
    told = Told(history, graph)
    found = lines(store)
    present = exported(store)
    check_facts(present, told)
    check_events(present, told)
    graph.rebuild()
    assert differing(found, lines(store)) == []
    empty(store)
    Told(data.draw(st.permutations(told.steps())), graph)
    assert differing(found, lines(store)) == []


def lines(store: Store) -> list[str]:
    return [*export.nodes(store), *export.edges(store)]


def differing(one: list[str], other: list[str]) -> list[str]:
    return sorted(Counter(one) - Counter(other)) + sorted(Counter(other) - Counter(one))


def check_facts(found: Exported, told: Told) -> None:
    """Law 4: only what is stated as a fact, and is not rejected, makes edges; and all of that does."""
    rejected = {j.about[0] for j in told.judgements.values() if j.verdict is Verdict.REJECT}
    used = set()
    for edge in found.derived():
        assert edge.properties["claims"]
        for claim in edge.properties["claims"]:
            assert found.nodes[claim]["status"] == "happened"
            assert claim not in rejected
            used.add(claim)
    for claim in (claim for report in told.reports.values() for claim in report.claims):
        stated = claim.status == "happened" and claim.id not in rejected
        if stated and claim.relation in ("holdsPost", "postIn", "about", "atPlace", "partOf"):
            assert claim.id in used


def check_events(found: Exported, told: Told) -> None:
    """Law 6: contacts of one pair in two events are two edges, and in one event one."""
    rejected = {j.about[0] for j in told.judgements.values() if j.verdict is Verdict.REJECT}
    events: dict[frozenset[str], set[str]] = defaultdict(set)
    for claim in (claim for report in told.reports.values() for claim in report.claims):
        if claim.relation == "met" and claim.status == "happened" and claim.id not in rejected:
            pair = frozenset({found.world_of(claim.subject), found.world_of(claim.object or "")})
            events[pair].add(found.world_of(claim.event or ""))
    edges: dict[frozenset[str], list[str]] = defaultdict(list)
    for edge in found.derived("MET"):
        assert edge.start < edge.end
        edges[frozenset({edge.start, edge.end})].append(edge.properties["event"])
    for pair, happened in edges.items():
        assert len(happened) == len(set(happened)), "two edges for one pair in one event"
        assert events[pair] <= set(happened)
    assert {pair for pair in events if len(pair) > 1} <= set(edges)


@ON_EMBEDDED
@given(history=histories(), data=st.data())
def test_the_graph_follows_from_reports_and_judgements_alone(
    embedded: Store, history: list[Step], data: st.DataObject
) -> None:
    check_pure(embedded, history, data)


@pytest.mark.neo4j
@ON_NEO4J
@given(history=histories(longest=3), data=st.data())
def test_the_graph_follows_from_reports_and_judgements_alone_on_neo4j(
    neo4j: Store, history: list[Step], data: st.DataObject
) -> None:
    check_pure(neo4j, history, data)


def test_forgetting_what_is_not_there_is_an_error(embedded: Store) -> None:
    with pytest.raises(NotKnown):
        KnowledgeGraph(embedded).forget("report-none")
