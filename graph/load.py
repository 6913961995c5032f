"""Writes a report and a planned change into the store, inside one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from graph.bundles import bundle_properties
from graph.catalogue import EdgeKind, Statement, for_edge, for_kind, statement
from graph.change import Plan, Resolution
from graph.derive import Contributions, Edge, Support, date_of_day
from graph.rows import (
    claim_properties,
    mention_properties,
    passage_properties,
    report_properties,
)
from graph.store import Transaction, Value
from graph.world import broader, concept_id, concept_properties, properties
from ontology.model import Claim, Extraction
from ontology.terms import NodeKind, TopicConcept

BATCH = 2_000
"""Rows a statement: larger batches are no faster on either server."""

_Row = Mapping[str, Value]
_PUT = {"MET": "put_met", "TOOK_PART": "put_took_part"}
_WITHDRAW = {"MET": "withdraw_met", "TOOK_PART": "withdraw_took_part"}
"""Edges with statements of their own: the others have one in common."""


def _run(transaction: Transaction, one: Statement, rows: Sequence[_Row]) -> None:
    for start in range(0, len(rows), BATCH):
        transaction.run(one, rows=rows[start : start + BATCH])


def _put(transaction: Transaction, kind: NodeKind, nodes: Iterable[_Row]) -> None:
    rows: list[_Row] = [{"id": node["id"], "properties": node} for node in nodes]
    _run(transaction, for_kind("put_nodes", kind), rows)


def put_node(transaction: Transaction, kind: NodeKind, node: _Row) -> None:
    """One node with these properties, made or replaced."""
    _put(transaction, kind, [node])


def drop_node(transaction: Transaction, kind: NodeKind, node: str) -> None:
    """Removes one node with its relationships."""
    transaction.run(for_kind("drop_nodes", kind), ids=[node])


# ------------------------------------------------------------------ what a report says


def drop_report(transaction: Transaction, report: str) -> None:
    """Removes what a report says; the derived part is the plan's to change."""
    for name in ("drop_report_claims", "drop_report_mentions", "drop_report_passages"):
        transaction.run(statement(name), report=report)
    drop_node(transaction, NodeKind.REPORT, report)


def put_report(
    transaction: Transaction, extraction: Extraction, content: str, rejected: set[str]
) -> None:
    """Adds what a report says: its passages, mentions and claims; `content` is the hash of it all."""
    report = report_properties(extraction.report) | {"content": content}
    put_node(transaction, NodeKind.REPORT, report)
    _put(transaction, NodeKind.PASSAGE, map(passage_properties, extraction.passages))
    _put(transaction, NodeKind.MENTION, map(mention_properties, extraction.mentions))
    claims = [claim_properties(each, rejected=each.id in rejected) for each in extraction.claims]
    _put(transaction, NodeKind.CLAIM, claims)
    for name, parts in (
        ("put_passage_links", extraction.passages),
        ("put_mention_links", extraction.mentions),
    ):
        rows: list[_Row] = [{"id": each.id, "report": each.report} for each in parts]
        _run(transaction, statement(name), rows)
    _link_claims(transaction, extraction.claims)


def _link_claims(transaction: Transaction, claims: Sequence[Claim]) -> None:
    links: dict[str, list[_Row]] = {
        "put_claim_links": [
            {"id": c.id, "report": c.report, "core": c.core, "subject": c.subject} for c in claims
        ],
        "put_claim_objects": [{"id": c.id, "object": c.object} for c in claims if c.object],
        "put_claim_events": [{"id": c.id, "event": c.event} for c in claims if c.event],
        "put_claim_contexts": [
            {"id": c.id, "passage": passage, "position": position}
            for c in claims
            for position, passage in enumerate(c.context)
        ],
    }
    for name, rows in links.items():
        _run(transaction, statement(name), rows)


# ------------------------------------------------------------------ what follows from it


def apply(transaction: Transaction, plan: Plan) -> None:
    """Brings the derived part of the graph to what the plan says."""
    _withdraw(transaction, plan.withdrawn)
    worlds: dict[NodeKind, list[_Row]] = defaultdict(list)
    for end, told in sorted(plan.worlds.items(), key=lambda each: each[0]):
        worlds[end.kind].append(properties(end.kind, end.id, told))
    for kind, nodes in worlds.items():
        _put(transaction, kind, nodes)
    _run(transaction, statement("put_bundles"), [bundle_properties(each) for each in plan.bundles])
    if plan.ended:
        transaction.run(statement("drop_bundles"), ids=list(plan.ended))
    _resolve(transaction, plan.resolutions)
    for end in plan.gone:
        drop_node(transaction, end.kind, end.id)
    _classify(transaction, plan)
    _support(transaction, plan.supported)


def _resolve(transaction: Transaction, resolutions: Sequence[Resolution]) -> None:
    if not resolutions:
        return
    transaction.run(statement("drop_resolutions"), mentions=[each.mention for each in resolutions])
    rows: dict[NodeKind, list[_Row]] = defaultdict(list)
    for each in resolutions:
        world = {"world": each.world.id, "rule": each.world.rule}
        rows[each.kind].append({"mention": each.mention, "bundle": each.bundle, **world})
    for kind, of_kind in sorted(rows.items()):
        _run(transaction, for_kind("put_resolutions", kind), of_kind)


def _classify(transaction: Transaction, plan: Plan) -> None:
    """Links the topics of reports to the concepts of the vocabulary, and those to broader ones."""
    if plan.topics:
        transaction.run(statement("drop_broader"), ids=sorted(plan.topics))
    links: set[tuple[str, str]] = set()
    concepts: set[TopicConcept] = set()
    for topic, named in plan.topics.items():
        for concept in named:
            chain = [concept, *broader(concept)]
            concepts |= set(chain)
            ids = [topic, *map(concept_id, chain)]
            links |= set(pairwise(ids))
    _put(transaction, NodeKind.TOPIC, map(concept_properties, sorted(concepts)))
    rows: list[_Row] = [{"start": start, "end": end} for start, end in sorted(links)]
    _run(transaction, statement("put_broader"), rows)
    if plan.topics or any(end.kind is NodeKind.TOPIC for end in plan.gone):
        _drop_idle_concepts(transaction)


def _drop_idle_concepts(transaction: Transaction) -> None:
    """Until none is left to which no topic leads: each may have been the last below another."""
    ids = [concept_id(concept) for concept in TopicConcept]
    while transaction.run(statement("drop_idle_concepts"), ids=ids)[0]["dropped"]:
        pass


# ------------------------------------------------------------------ edges


def _edge_row(edge: Edge, claims: Iterable[Support]) -> _Row:
    supports = sorted(claims)
    row: dict[str, Value] = {
        "id": edge.id,
        "start": edge.start.id,
        "end": edge.end.id,
        "properties": dict(edge.key + edge.more),
        "claims": [each.claim for each in supports],
    }
    if edge.type == "MET":
        row["stated"] = [each.claim for each in supports if each.stated]
    return row


def _by_kind(edges: Contributions) -> dict[EdgeKind, list[_Row]]:
    rows: dict[EdgeKind, list[_Row]] = defaultdict(list)
    for edge, claims in sorted(edges.items(), key=lambda each: each[0]):
        rows[edge.kind].append(_edge_row(edge, claims))
    return rows


def _withdraw(transaction: Transaction, edges: Contributions) -> None:
    for kind, rows in _by_kind(edges).items():
        _run(transaction, for_edge(_WITHDRAW.get(kind.type, "withdraw_edges"), kind), rows)
    days = sorted({edge.end.id for edge in edges if edge.end.kind is NodeKind.DAY})
    if days:
        transaction.run(statement("drop_idle_days"), ids=days)


def _support(transaction: Transaction, edges: Contributions) -> None:
    days = sorted({edge.end.id for edge in edges if edge.end.kind is NodeKind.DAY})
    _put(transaction, NodeKind.DAY, [{"id": day, "date": date_of_day(day)} for day in days])
    for kind, rows in _by_kind(edges).items():
        _run(transaction, for_edge(_PUT.get(kind.type, "put_edges"), kind), rows)
