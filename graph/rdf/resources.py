"""Records as RDF and back, by the fields that the vocabulary gives each kind of record."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple, TypeAlias, cast

from pyoxigraph import Literal, NamedNode, Triple

from graph.rdf.names import TYPE, node, word
from ontology.records import PREFIXES, SHAPES, Field, Written

Term: TypeAlias = NamedNode | Literal
JSON = f"{PREFIXES['rdf']}JSON"


class Resource(NamedTuple):
    """One thing that is written: its name, what kind of record it is, and its values by field."""

    name: NamedNode
    kind: Written
    values: Mapping[str, object]
    besides: Written | None = None
    """Another kind that it is of besides, with fields of its own."""


def triples(resource: Resource) -> Iterator[Triple]:
    """What is said of a resource, in a fixed order; raises KeyError for a value without a field.

    What is not there, false or empty is not written.
    """
    for kind in _types(resource.kind, resource.besides):
        yield Triple(resource.name, TYPE, kind)
    fields = _fields(resource.kind, resource.besides)
    values = {**resource.values, **_fixed(resource.kind)}
    for name, value in sorted(values.items(), key=lambda each: fields[each[0]].path):
        field = fields[name]
        for term in sorted(_terms(field, value), key=_order):
            yield Triple(resource.name, predicate(field), term)


@cache
def predicate(field: Field) -> NamedNode:
    """The property of a field."""
    return NamedNode(field.path)


@cache
def _types(*kinds: Written | None) -> tuple[NamedNode, ...]:
    return tuple(NamedNode(each) for kind in kinds if kind for each in SHAPES[kind].types)


@cache
def _fields(*kinds: Written | None) -> Mapping[str, Field]:
    return {name: each for kind in kinds if kind for name, each in SHAPES[kind].fields.items()}


@cache
def _fixed(kind: Written) -> Mapping[str, Term]:
    """The values that all of a kind have."""
    fields = SHAPES[kind].fields
    return {name: NamedNode(field.fixed) for name, field in fields.items() if field.fixed}


def datatype(field: Field) -> NamedNode:
    """The datatype of a field's literals."""
    return _datatype(field.holds)


@cache
def _datatype(holds: str) -> NamedNode:
    return NamedNode(holds)


def _order(term: Term) -> tuple[int, str]:
    """Numbered parts, the tenth after the second, and all else by its text."""
    return len(term.value) if isinstance(term, NamedNode) else 0, term.value


def _terms(field: Field, value: object) -> set[Term]:
    """What a value is in RDF; a field that holds many has a collection of values."""
    if value is None or value is False:
        return set()
    values = cast("Iterable[object]", value) if field.many else (value,)
    return {term(field.holds, each) for each in values}


def term(holds: str, value: object) -> Term:
    """What a value is in RDF, by what its field holds; raises ValueError where that has no such value."""
    if isinstance(value, NamedNode | Literal):
        return value
    if holds == "concept":
        return word(str(value))
    if holds == "node":
        return node(str(value))
    return Literal(_text(holds, value), datatype=_datatype(holds))


def _text(holds: str, value: object) -> str:
    if holds == JSON:
        return json.dumps(value, separators=(",", ":"))
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"  # xsd:decimal knows no exponents
    return str(value)
