"""Writes a report and a planned change into the store, inside one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from graph.catalogue import for_kind, statement
from graph.change import Plan
from graph.derive import Edge, date_of_day
from graph.rows import (
    Kept,
    claim_properties,
    mention_properties,
    passage_properties,
    report_properties,
)
from graph.store import Transaction, Value
from graph.world import broader, concept_id, concept_properties, concepts_in, properties
from ontology.model import Claim, Extraction
from ontology.terms import NodeKind, TopicConcept

BATCH = 2_000
"""Rows a statement: larger batches are no faster on either server."""

_EDGES = ("HOLDS_POST", "POST_IN", "PART_OF", "TOOK_PART", "ON", "AT", "ABOUT", "MET")
_Rows = Sequence[Mapping[str, Value]]


def _batches(rows: _Rows) -> Iterable[_Rows]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def _run(transaction: Transaction, name: str, rows: _Rows) -> None:
    for batch in _batches(rows):
        transaction.run(statement(name), rows=batch)


def _put(transaction: Transaction, kind: NodeKind, nodes: Iterable[Mapping[str, Value]]) -> None:
    rows: list[Mapping[str, Value]] = [{"id": node["id"], "properties": node} for node in nodes]
    for batch in _batches(rows):
        transaction.run(for_kind("put_nodes", kind), rows=batch)


def put_node(transaction: Transaction, kind: NodeKind, node: Mapping[str, Value]) -> None:
    """One node with these properties, made or replaced."""
    _put(transaction, kind, [node])


def drop_report(transaction: Transaction, report: str) -> None:
    """Removes what a report says; the derived part is the plan's to change."""
    for name in ("drop_report_claims", "drop_report_mentions", "drop_report_passages"):
        transaction.run(statement(name), report=report)
    drop_node(transaction, NodeKind.REPORT, report)


def drop_node(transaction: Transaction, kind: NodeKind, node: str) -> None:
    """Removes one node with its relationships."""
    transaction.run(for_kind("drop_nodes", kind), ids=[node])


def put_report(
    transaction: Transaction, extraction: Extraction, content: str, rejected: set[str]
) -> None:
    """Adds what a report says: its passages, mentions and claims."""
    put_node(transaction, NodeKind.REPORT, report_properties(extraction.report, content))
    _put(transaction, NodeKind.PASSAGE, map(passage_properties, extraction.passages))
    _put(transaction, NodeKind.MENTION, map(mention_properties, extraction.mentions))
    claims = [claim_properties(each, rejected=each.id in rejected) for each in extraction.claims]
    _put(transaction, NodeKind.CLAIM, claims)
    _run(
        transaction,
        "put_passage_links",
        [_of_report(each.id, each.report) for each in extraction.passages],
    )
    _run(
        transaction,
        "put_mention_links",
        [_of_report(each.id, each.report) for each in extraction.mentions],
    )
    _link_claims(transaction, extraction.claims)


def _of_report(node: str, report: str) -> dict[str, Value]:
    return {"id": node, "report": report}


def _link_claims(transaction: Transaction, claims: Sequence[Claim]) -> None:
    linked: _Rows = [
        {"id": c.id, "report": c.report, "core": c.core, "subject": c.subject} for c in claims
    ]
    _run(transaction, "put_claim_links", linked)
    _run(
        transaction,
        "put_claim_objects",
        [{"id": c.id, "object": c.object} for c in claims if c.object],
    )
    _run(
        transaction, "put_claim_events", [{"id": c.id, "event": c.event} for c in claims if c.event]
    )
    contexts: _Rows = [
        {"id": c.id, "passage": passage, "position": position}
        for c in claims
        for position, passage in enumerate(c.context)
    ]
    _run(transaction, "put_claim_contexts", contexts)


def apply(transaction: Transaction, plan: Plan) -> None:
    """Brings the derived part of the graph to what the plan says."""
    _withdraw(transaction, plan.withdrawn)
    _resolve(transaction, plan)
    for end in sorted(plan.gone):
        drop_node(transaction, end.kind, end.id)
    days = {edge.end.id for edge in plan.withdrawn if edge.type == "ON"}
    transaction.run(statement("drop_idle_days"), ids=sorted(days))
    _support(transaction, plan.supported)


def _resolve(transaction: Transaction, plan: Plan) -> None:
    """World nodes with their properties, and the mentions' ways to them."""
    members: dict[tuple[NodeKind, str], list[Kept]] = defaultdict(list)
    for mention in plan.mentions:
        members[mention.named.kind, plan.resolutions[mention.id].id].append(mention)
    moved = [each.id for each in plan.mentions]
    for start in range(0, len(moved), BATCH):
        transaction.run(statement("drop_resolutions"), mentions=moved[start : start + BATCH])
    for kind in NodeKind:
        worlds = {world: group for (of, world), group in sorted(members.items()) if of is kind}
        _put(transaction, kind, [properties(world, group) for world, group in worlds.items()])
        rows: _Rows = [
            {"mention": each.id, "world": world, "rule": plan.resolutions[each.id].rule}
            for world, group in worlds.items()
            for each in group
        ]
        for batch in _batches(rows):
            transaction.run(for_kind("put_resolutions", kind), rows=batch)
    _run(
        transaction,
        "set_mention_events",
        [_event_row(each) for each in plan.mentions if each.facts],
    )
    _classify(
        transaction, [each for each in plan.mentions if each.named.kind is NodeKind.TOPIC], plan
    )


def _event_row(event: Kept) -> dict[str, Value]:
    facts = event.facts
    return {
        "id": event.id,
        "identity": event.identity,
        "type": facts.type.value if facts and facts.type else None,
        "status": facts.status.value if facts else None,
        "date": facts.date if facts else None,
        "count": facts.count if facts else None,
    }


def _classify(transaction: Transaction, topics: Sequence[Kept], plan: Plan) -> None:
    """Links the topics of reports to the concepts of the vocabulary, and those to broader ones."""
    worlds = sorted({plan.resolutions[topic.id].id for topic in topics})
    transaction.run(statement("drop_broader"), ids=worlds)
    rows: dict[tuple[str, str], None] = {}
    concepts: set[TopicConcept] = set()
    for topic in topics:
        for concept in concepts_in(topic.name):
            rows[plan.resolutions[topic.id].id, concept_id(concept)] = None
            chain = [concept, *broader(concept)]
            concepts |= set(chain)
            for narrow, wide in pairwise(chain):
                rows[concept_id(narrow), concept_id(wide)] = None
    _put(transaction, NodeKind.TOPIC, map(concept_properties, sorted(concepts)))
    _run(transaction, "put_broader", [{"start": start, "end": end} for start, end in sorted(rows)])
    transaction.run(statement("drop_idle_concepts"))


def _edge_row(edge: Edge, claims: Iterable[str]) -> dict[str, Value]:
    return {
        "id": edge.id,
        "start": edge.start.id,
        "end": edge.end.id,
        "properties": dict(edge.properties),
        "claims": sorted(claims),
    }


def _rows_of(edges: Mapping[Edge, frozenset[str]], kind: str) -> _Rows:
    return [_edge_row(edge, claims) for edge, claims in sorted(edges.items()) if edge.type == kind]


def _withdraw(transaction: Transaction, edges: Mapping[Edge, frozenset[str]]) -> None:
    for kind in _EDGES:
        rows = _rows_of(edges, kind)
        _run(transaction, f"withdraw_{kind.lower()}", rows)
        _run(transaction, f"drop_idle_{kind.lower()}", rows)


def _support(transaction: Transaction, edges: Mapping[Edge, frozenset[str]]) -> None:
    days = sorted({edge.end.id for edge in edges if edge.type == "ON"})
    _put(transaction, NodeKind.DAY, [{"id": day, "date": date_of_day(day)} for day in days])
    for kind in _EDGES:
        _run(transaction, f"put_{kind.lower()}", _rows_of(edges, kind))
