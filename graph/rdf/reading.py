"""Reports and judgements read back from RDF; what is not as the shapes want it is refused, with its place."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, cast

from pydantic import BaseModel, ValidationError
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph.exporting.contents import Contents
from graph.rdf import statements
from graph.rdf.contents import CONTENTS
from graph.rdf.names import TYPE, graph_of, identifier, node, part, value
from graph.rdf.resources import JSON, datatype, predicate
from graph.rdf.statements import judgement_quads, numbered, report_quads
from graph.refusing import first_fault
from graph.rows import content_of
from ontology.errors import InvalidGraph
from ontology.model import Claim, Extraction, Judgement, Mention, Passage, Report
from ontology.records import SHAPES, Field, Written

Made = TypeVar("Made", bound=BaseModel)
_FOLLOWS = ("status", "generated_by", "attributed_to", "context_order", "target")
"""What of a claim is written in other words, or follows from it."""


def refused(where: object, why: str) -> InvalidGraph:
    """The error of a file that is not as it should be."""
    return InvalidGraph(f"{where}: {why}")


def read_report(graph: NamedNode, quads: Iterable[Quad]) -> Extraction:
    """What a report says, from all that stands in its graph; raises InvalidGraph."""
    found = _Found(graph, quads)
    extraction = _made(
        Extraction,
        graph,
        report=_report(found),
        passages=tuple(_passage(found, name) for name in found.of(Written.PASSAGE)),
        mentions=tuple(_mention(found, name) for name in found.of(Written.MENTION)),
        claims=tuple(_claim(found, name) for name in found.of(Written.CLAIM)),
    )
    if graph != graph_of(extraction.report.id):
        raise refused(graph, f"it is not the graph of its report {extraction.report.id}")
    told = found.values(Written.REPORT, node(extraction.report.id))["content"]
    if told != content_of(extraction):
        raise refused(graph, "it was altered: its content is not that of its contentSha256")
    found.check(report_quads(extraction))
    return extraction


def read_judgements(graph: NamedNode, quads: Iterable[Quad]) -> list[Judgement]:
    """What people decided, from all that stands in the graph of judgements; raises InvalidGraph."""
    found = _Found(graph, quads)
    judgements = [_judgement(found, name) for name in found.of(Written.JUDGEMENT)]
    found.check(judgement_quads(judgements))
    return judgements


def read_contents(quads: Iterable[Quad]) -> Contents:
    """How much a file says that it holds, from all that stands in the graph of contents; raises InvalidGraph."""
    values = _Found(CONTENTS, quads).values(Written.CONTENTS, CONTENTS)
    try:
        return Contents(*(int(str(values[name])) for name in Contents._fields))
    except ValueError as error:
        raise refused(CONTENTS, "it says no numbers") from error


class _Found:
    """What a graph says, by subject and property."""

    def __init__(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        self.graph = graph
        self._quads = set(quads)
        self._said: dict[object, dict[object, list[object]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for quad in self._quads:
            self._said[quad.subject][quad.predicate].append(quad.object)

    def __contains__(self, name: NamedNode) -> bool:
        return name in self._said

    def of(self, kind: Written) -> list[NamedNode]:
        """The names of all of a kind; raises InvalidGraph where one has no id."""
        wanted = NamedNode(SHAPES[kind].types[0])
        names = (name for name, said in self._said.items() if wanted in said[TYPE])
        found = [name for name in names if isinstance(name, NamedNode)]
        for name in found:
            _id(name)
        return found

    def values(self, kind: Written, name: NamedNode) -> dict[str, object]:
        """The values of one resource by field, with those that are not there left out; raises InvalidGraph."""
        if name not in self._said:
            raise refused(name, f"nothing is said of it in {self.graph}")
        said = self._said[name]
        found: dict[str, object] = {}
        for field_name, field in SHAPES[kind].fields.items():
            if terms := said.get(predicate(field), []):
                found[field_name] = _value(name, field, terms)
            elif field.required:
                raise refused(name, f"it lacks {predicate(field)}")
        return found

    def check(self, expected: Iterable[Quad]) -> None:
        """Raises InvalidGraph where the graph says more or less than the records that were read from it."""
        wanted = set(expected)
        if wanted == self._quads:
            return
        normal = set(_normal(wanted))  # numbers and times can be written in several ways
        given = set(_normal(self._quads))
        for quad in sorted(given - normal, key=str):
            raise refused(self.graph, f"this has no place in it: {_said(quad)}")
        for quad in sorted(normal - given, key=str):
            raise refused(self.graph, f"this is missing in it: {_said(quad)}")


def _normal(quads: Iterable[Quad]) -> Iterable[Quad]:
    store = Store()
    store.extend(quads)
    return store


def _said(quad: Quad) -> str:
    return f"{quad.subject} {quad.predicate} {quad.object}"


# ------------------------------------------------------------------ values


def _value(name: NamedNode, field: Field, terms: list[object]) -> object:
    if not field.many and len(terms) > 1:
        raise refused(name, f"it has more than one {predicate(field)}")
    try:
        values = [_plain(field, term) for term in terms]
    except (ValueError, RecursionError) as error:
        raise refused(name, f"{predicate(field)} cannot be {terms[0]}: {error}") from error
    return values if field.many else values[0]


def _plain(field: Field, term: object) -> object:
    """A term as the model wants it; raises ValueError."""
    if isinstance(term, NamedNode):
        return _named(field, term)
    if not isinstance(term, Literal) or term.datatype != datatype(field):
        raise ValueError(f"{datatype(field)} is wanted")
    return json.loads(term.value) if field.holds == JSON else term.value


def _named(field: Field, term: NamedNode) -> object:
    if field.holds == "concept":
        return value(term)
    if field.holds == "node":
        return term if "#" in term.value else identifier(term)
    if field.holds != "any":
        raise ValueError(f"{datatype(field)} is wanted")
    return term


def _made(kind: type[Made], name: NamedNode, /, **values: object) -> Made:
    """The record with these values; raises InvalidGraph where the model refuses them."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise refused(name, first_fault(error)) from error


def _id(name: NamedNode) -> str:
    try:
        return identifier(name)
    except ValueError as error:
        raise refused(name, str(error)) from error


# ------------------------------------------------------------------ records


def _without(values: Mapping[str, object], *names: str) -> dict[str, object]:
    return {name: found for name, found in values.items() if name not in names}


def _report(found: _Found) -> Report:
    names = found.of(Written.REPORT)
    if len(names) != 1:
        raise refused(found.graph, f"it has {len(names)} reports")
    name = names[0]
    extractor = found.values(Written.EXTRACTOR, part(name, statements.EXTRACTOR))["name"]
    values = _without(found.values(Written.REPORT, name), "content")
    return _made(Report, name, id=_id(name), extractor=extractor, **values)


def _passage(found: _Found, name: NamedNode) -> Passage:
    quote = found.values(Written.TEXT_QUOTE_SELECTOR, part(name, statements.QUOTE))
    position = found.values(Written.TEXT_POSITION_SELECTOR, part(name, statements.POSITION))
    segments = [_segment(found, each) for each in _parts(found, name, "segment")]
    report = found.values(Written.PASSAGE, name)["report"]
    return _made(Passage, name, id=_id(name), report=report, segments=segments, **quote, **position)


def _segment(found: _Found, name: NamedNode) -> dict[str, object]:
    values = found.values(Written.SEGMENT, name)
    corners = ("x0", "top", "x1", "bottom")
    try:
        listed = cast("Iterable[Iterable[object]]", values.get("boxes", ()))
        boxes = [dict(zip(corners, each, strict=True)) for each in listed]
    except (TypeError, ValueError) as error:
        raise refused(name, "its boxes are no list of four numbers each") from error
    return _without(values, "fragment", "conforms_to", "refined") | {"boxes": boxes}


def _parts(found: _Found, whole: NamedNode, what: str) -> Iterator[NamedNode]:
    number = 1
    while (name := numbered(whole, what, number)) in found:
        yield name
        number += 1


def _mention(found: _Found, name: NamedNode) -> Mention:
    forms = [found.values(Written.FORM, each) for each in _parts(found, name, "form")]
    values = found.values(Written.MENTION, name) | {"forms": forms}
    return _made(Mention, name, id=_id(name), **values)


def _claim(found: _Found, name: NamedNode) -> Claim:
    values = found.values(Written.CLAIM, name)
    context = values.get("context_order") or values.get("context", ())
    if values["attributed_to"] == (speaker := part(name, statements.SPEAKER)):
        values["speaker"] = found.values(Written.SPEAKER, speaker)["name"]
    plain = _without(values, *_FOLLOWS)
    return _made(Claim, name, id=_id(name), **(plain | {"context": context}))


def _judgement(found: _Found, name: NamedNode) -> Judgement:
    judge = found.values(Written.SPEAKER, part(name, statements.JUDGE))["name"]
    values = found.values(Written.JUDGEMENT, name)
    return _made(Judgement, name, id=_id(name), **(values | {"by": judge}))
