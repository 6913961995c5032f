"""JSON Lines as they were exported, read back: all nodes, then all edges, one a line."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from graph.catalogue import Link
from graph.export import line_of
from graph.rows import (
    claim_properties,
    claim_row,
    content_of,
    judgement_properties,
    judgement_row,
    mention_properties,
    mention_row,
    passage_properties,
    passage_row,
    report_properties,
    report_row,
)
from graph.store import Row
from ontology.errors import InvalidGraph
from ontology.model import Claim, Extraction, Judgement
from ontology.terms import RELATIONS, NodeKind, Verdict

_TOLD = {NodeKind.REPORT, NodeKind.PASSAGE, NodeKind.MENTION, NodeKind.CLAIM}
_DERIVED = {
    *(ends.edge for ends in RELATIONS.values() if ends.edge),
    Link.BROADER,
    Link.RESOLVES_TO,
}
_Lines = dict[str, int]
"""Lines in one form each, with their numbers in the file."""


class LinesFile:
    """What a file says: the lines of each report, kept as text; what follows from them is left out."""

    def __init__(self, file: Path) -> None:
        """Reads the file through; raises InvalidGraph where a line is no element of a graph."""
        self._file = file.name
        self._reports: dict[str, _Lines] = defaultdict(dict)
        self._judgements: _Lines = {}
        self._report_of: dict[str, str] = {}
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    self._take(number, json.loads(line))
                except (KeyError, TypeError, ValueError, RecursionError) as error:
                    raise self._refused(number, f"it is no node and no edge: {error}") from error

    def judgements(self) -> list[Judgement]:
        """What people decided; raises InvalidGraph."""
        return [self._judgement(line, number) for line, number in self._judgements.items()]

    def extractions(self) -> Iterator[Extraction]:
        """What reports say, by id; raises InvalidGraph."""
        about = [each.about for each in self.judgements() if each.verdict is Verdict.REJECT]
        rejected = {claim for claims in about for claim in claims}
        for report in sorted(self._reports):
            yield self._extraction(self._reports[report], rejected)

    def _take(self, number: int, element: Mapping[str, Any]) -> None:
        if "label" in element:
            self._take_node(number, NodeKind(element["label"]), element)
        elif element["type"] not in _DERIVED:
            # What an edge begins at has been described: nodes come first.
            self._reports[self._report_of[element["start"]]][line_of(element)] = number

    def _take_node(self, number: int, kind: NodeKind, element: Mapping[str, Any]) -> None:
        properties = element["properties"]
        if kind is NodeKind.JUDGEMENT:
            self._judgements[line_of(element)] = number
        elif kind in _TOLD:
            report = properties["id" if kind is NodeKind.REPORT else "report"]
            self._report_of[properties["id"]] = report
            self._reports[report][line_of(element)] = number

    def _judgement(self, line: str, number: int) -> Judgement:
        try:
            made = judgement_row(json.loads(line))
        except ValueError as error:
            raise self._refused(number, str(error)) from error
        if line_of(_node(NodeKind.JUDGEMENT, judgement_properties(made))) != line:
            raise self._refused(number, "it is no judgement as it would be written")
        return made

    def _extraction(self, lines: _Lines, rejected: set[str]) -> Extraction:
        try:
            made = _extraction([json.loads(line) for line in lines])
            expected = set(map(line_of, elements(made, rejected)))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            first = min(lines.values())
            raise self._refused(first, f"the report there cannot be read: {error}") from error
        for line in lines.keys() - expected:
            raise self._refused(lines[line], "it does not fit the rest of its report")
        for line in sorted(expected - lines.keys()):
            raise self._refused(min(lines.values()), f"the report there lacks {line}")
        return made

    def _refused(self, number: int, why: str) -> InvalidGraph:
        return InvalidGraph(f"{self._file}, line {number}: {why}")


def _extraction(elements: list[Mapping[str, Any]]) -> Extraction:
    nodes: dict[str, list[Row]] = defaultdict(list)
    links: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for each in elements:
        if "label" in each:
            nodes[each["label"]].append(each)
        else:
            position = int(each["properties"].get("position", 0))
            links[each["start"]][each["type"]].append((position, each["end"]))
    (report,) = nodes[NodeKind.REPORT]
    return Extraction(
        report=report_row(report),
        passages=tuple(map(passage_row, nodes[NodeKind.PASSAGE])),
        mentions=tuple(map(mention_row, nodes[NodeKind.MENTION])),
        claims=tuple(_claim(each, links) for each in nodes[NodeKind.CLAIM]),
    )


_ENDS = {
    "subject": Link.SUBJECT,
    "object": Link.OBJECT,
    "event": Link.IN_EVENT,
    "core": Link.CORE,
}


def _claim(node: Row, links: Mapping[str, Mapping[str, list[tuple[int, str]]]]) -> Claim:
    properties = cast("Mapping[str, Any]", node["properties"])
    own = links[properties["id"]]
    ends = {name: own[kind][0][1] if own[kind] else None for name, kind in _ENDS.items()}
    claim = claim_row({"properties": properties, **ends})
    return claim.model_copy(update={"context": tuple(end for _, end in sorted(own[Link.CONTEXT]))})


# ------------------------------------------------------------------ what a report is written as


def elements(extraction: Extraction, rejected: set[str]) -> Iterator[Row]:
    """The nodes and edges that stand in the graph for what a report says."""
    report = report_properties(extraction.report) | {"content": content_of(extraction)}
    yield _node(NodeKind.REPORT, report)
    for passage in extraction.passages:
        yield _node(NodeKind.PASSAGE, passage_properties(passage))
        yield _edge(Link.QUOTED_FROM, passage.id, passage.report)
    for mention in extraction.mentions:
        yield _node(NodeKind.MENTION, mention_properties(mention))
        yield _edge(Link.NAMED_IN, mention.id, mention.report)
    for claim in extraction.claims:
        yield _node(NodeKind.CLAIM, claim_properties(claim, rejected=claim.id in rejected))
        yield from _links(claim)


def _links(claim: Claim) -> Iterator[Row]:
    yield _edge(Link.STATED_IN, claim.id, claim.report)
    for name, kind in _ENDS.items():
        if end := getattr(claim, name):
            yield _edge(kind, claim.id, end)
    for position, passage in enumerate(claim.context):
        yield _edge(Link.CONTEXT, claim.id, passage, position=position)


def _node(kind: NodeKind, properties: Row) -> Row:
    return {"label": kind.value, "properties": properties}


def _edge(kind: Link, start: str, end: str, **properties: int) -> Row:
    return {"type": kind.value, "start": start, "end": end, "properties": properties}
