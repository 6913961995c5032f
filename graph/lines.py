"""JSON Lines as they were exported, read back: all nodes, then all edges, one a line, then how much that is."""

import json
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from graph.catalogue import Link
from graph.exporting.contents import CUT, LONGEST, Contents
from graph.exporting.elements import DERIVED, Edge, Node, Properties, line
from graph.exporting.json_file import END
from graph.refusing import first_fault
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
from ontology.terms import NodeKind, Verdict

_TOLD = {NodeKind.REPORT, NodeKind.PASSAGE, NodeKind.MENTION, NodeKind.CLAIM}
_FOLLOWS = {*DERIVED, Link.BROADER, Link.RESOLVES_TO}
_Lines = dict[str, int]
"""Lines in one form each, with their numbers in the file."""


_CHANGED = (
    "the report there is not what it says that it holds: something was changed, added or left out"
)


class _Unfit(Exception):  # noqa: N818 - caught here
    """A node that cannot be read, and why."""

    def __init__(self, node: Node, cause: Exception) -> None:
        super().__init__(str(cause))
        self.node, self.cause = node, cause


class LinesFile:
    """What a file says: the lines of each report, kept as text; what follows from them is left out."""

    def __init__(self, file: Path) -> None:
        """Reads the file through; raises InvalidGraph where a line is no element of a graph."""
        self._file = file.name
        self._reports: dict[str, _Lines] = defaultdict(dict)
        self._judgements: _Lines = {}
        self._report_of: dict[str, str] = {}
        self._contents: Contents | None = None
        for number, text in enumerate(_lines(file), 1):
            try:
                self._take_line(number, text)
            except (KeyError, TypeError, ValueError, RecursionError) as error:
                raise self._refused(number, _told(error)) from error

    def contents(self) -> Contents:
        """How much the file says that it holds; raises InvalidGraph where it does not."""
        if self._contents is None:
            raise InvalidGraph(f"{self._file}: {CUT}")
        return self._contents

    def judgements(self) -> list[Judgement]:
        """What people decided; raises InvalidGraph."""
        return [self._judgement(text, number) for text, number in self._judgements.items()]

    def extractions(self) -> Iterator[Extraction]:
        """What reports say, by id; raises InvalidGraph."""
        about = [each.about for each in self.judgements() if each.verdict is Verdict.REJECT]
        rejected = {claim for claims in about for claim in claims}
        for report in sorted(self._reports):
            yield self._extraction(self._reports[report], rejected)

    def _take_line(self, number: int, text: bytes) -> None:
        if len(text) > LONGEST:
            raise ValueError(f"it is longer than {LONGEST:,} bytes")
        if self._contents:
            raise ValueError("it stands behind the end")
        read = json.loads(text)
        if isinstance(read, dict) and read.keys() == {END}:
            self._contents = _contents(read[END])
        else:
            self._take(number, _element(read))

    def _take(self, number: int, element: Node | Edge) -> None:
        if isinstance(element, Node):
            self._take_node(number, element)
        elif element.type not in _FOLLOWS:
            if element.start not in self._report_of:  # nodes come first
                raise ValueError(f"no node before it has the id {element.start!r}")
            self._reports[self._report_of[element.start]][line(element)] = number

    def _take_node(self, number: int, node: Node) -> None:
        if node.kind is NodeKind.JUDGEMENT:
            self._judgements[line(node)] = number
        elif node.kind in _TOLD:
            of = "id" if node.kind is NodeKind.REPORT else "report"
            if not {"id", of} <= node.properties.keys():
                raise ValueError(f"this {node.kind} has no id, or says no report")
            report = str(node.properties[of])
            self._report_of[node.id] = report
            self._reports[report][line(node)] = number

    def _judgement(self, text: str, number: int) -> Judgement:
        try:
            made = judgement_row(json.loads(text))
        except ValueError as error:
            raise self._refused(number, _told(error)) from error
        if line(Node(NodeKind.JUDGEMENT, judgement_properties(made))) != text:
            raise self._refused(number, "it is no judgement as it would be written")
        return made

    def _extraction(self, lines: _Lines, rejected: set[str]) -> Extraction:
        read = {text: _element(json.loads(text)) for text in lines}
        try:
            made = _extraction(read.values())
            expected = set(map(line, elements(made, rejected)))
        except _Unfit as error:
            number = next(lines[text] for text, each in read.items() if each is error.node)
            raise self._refused(number, _told(error.cause)) from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            first = min(lines.values())
            why = f"the report there cannot be read: {_told(error)}"
            raise self._refused(first, why) from error
        unfit = sorted(lines[text] for text in lines.keys() - expected)
        if unfit:
            only_report = unfit == [min(lines.values())]
            why = _CHANGED if only_report else "it does not fit the rest of its report"
            raise self._refused(unfit[-1], why)
        for text in sorted(expected - lines.keys()):
            raise self._refused(min(lines.values()), f"the report there lacks {text}")
        return made

    def _refused(self, number: int, why: str) -> InvalidGraph:
        return InvalidGraph(f"{self._file}, line {number}: {why}")


def _lines(file: Path) -> Iterator[bytes]:
    """The lines, the first without a byte order mark; of one that is too long no more than shows that it is."""
    with file.open("rb") as opened:
        if opened.read(len(BOM_UTF8)) != BOM_UTF8:
            opened.seek(0)
        yield from iter(lambda: opened.readline(LONGEST + 1), b"")


def _contents(said: object) -> Contents:
    """How much a file says that it holds; raises ValueError where that is no numbers."""
    numbers = cast("dict[str, Any]", said) if isinstance(said, dict) else {}
    if set(numbers) != set(Contents._fields):
        raise ValueError("it does not say how much the file holds")
    return Contents(**numbers)


def _told(error: Exception) -> str:
    """What is wrong with a line, for somebody who has it before him."""
    if isinstance(error, ValidationError):
        return first_fault(error)
    if isinstance(error, KeyError):
        return f"it lacks {error}"
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON: {error.msg}, column {error.pos + 1}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _element(read: object) -> Node | Edge:
    """The node or edge that a line says; raises ValueError where it says neither, or more."""
    keys = set(read) if isinstance(read, dict) else set()
    has = cast("dict[str, Any]", read)
    if not (keys and isinstance(has.get("properties"), dict)):
        raise ValueError("it is no node and no edge")
    if keys == {"label", "properties"}:
        if has["label"] not in set(NodeKind):
            raise ValueError(f"{has['label']!r} is no kind of node")
        return Node(NodeKind(has["label"]), has["properties"])
    if keys != set(Edge._fields):
        raise ValueError("it is no node and no edge")
    return Edge(**has)


_Links = Mapping[str, Mapping[str, list[tuple[int, str]]]]
"""The ends of edges with their positions, by start and type."""


def _extraction(elements: Iterable[Node | Edge]) -> Extraction:
    nodes: dict[NodeKind, list[Node]] = defaultdict(list)
    links: dict[str, dict[str, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for each in elements:
        if isinstance(each, Node):
            nodes[each.kind].append(each)
        else:
            position = int(str(each.properties.get("position", 0)))
            links[each.start][each.type].append((position, each.end))
    reports = nodes[NodeKind.REPORT]
    if len(reports) != 1:
        raise ValueError(f"{len(reports)} nodes say what it is")
    return Extraction(
        report=_made(report_row, reports[0]),
        passages=tuple(_made(passage_row, each) for each in nodes[NodeKind.PASSAGE]),
        mentions=tuple(_made(mention_row, each) for each in nodes[NodeKind.MENTION]),
        claims=tuple(_made(partial(_claim, links), each) for each in nodes[NodeKind.CLAIM]),
    )


_Made = TypeVar("_Made")


def _made(of_row: Callable[[Row], _Made], node: Node) -> _Made:
    """The record that a node is; raises _Unfit."""
    try:
        return of_row({"properties": node.properties})
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _Unfit(node, error) from error


_ENDS = {
    "subject": Link.SUBJECT,
    "object": Link.OBJECT,
    "event": Link.IN_EVENT,
    "core": Link.CORE,
}


def _claim(links: _Links, node: Row) -> Claim:
    properties = cast("Properties", node["properties"])
    own = links[str(properties["id"])]
    ends = {name: own[kind][0][1] if own[kind] else None for name, kind in _ENDS.items()}
    claim = claim_row({"properties": properties, **ends})
    return claim.model_copy(update={"context": tuple(end for _, end in sorted(own[Link.CONTEXT]))})


# ------------------------------------------------------------------ what a report is written as


def elements(extraction: Extraction, rejected: set[str]) -> Iterator[Node | Edge]:
    """The nodes and edges that stand in the graph for what a report says."""
    report = report_properties(extraction.report) | {"content": content_of(extraction)}
    yield Node(NodeKind.REPORT, report)
    for passage in extraction.passages:
        yield Node(NodeKind.PASSAGE, passage_properties(passage))
        yield Edge(Link.QUOTED_FROM, passage.id, passage.report, {})
    for mention in extraction.mentions:
        yield Node(NodeKind.MENTION, mention_properties(mention))
        yield Edge(Link.NAMED_IN, mention.id, mention.report, {})
    for claim in extraction.claims:
        yield Node(NodeKind.CLAIM, claim_properties(claim, rejected=claim.id in rejected))
        yield from _links(claim)


def _links(claim: Claim) -> Iterator[Edge]:
    yield Edge(Link.STATED_IN, claim.id, claim.report, {})
    for name, kind in _ENDS.items():
        if end := getattr(claim, name):
            yield Edge(kind, claim.id, end, {})
    for position, passage in enumerate(claim.context):
        yield Edge(Link.CONTEXT, claim.id, passage, {"position": position})
