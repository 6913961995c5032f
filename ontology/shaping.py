"""Derives from the vocabulary how records are written in RDF: `records.py`, and `shapes.ttl` to check it by."""

from collections.abc import Iterator
from typing import NamedTuple

from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SDO
from rdflib.term import Node

from ontology.vocabulary import AG, members, name_of, relations, snake, text, topics

_ENDS = {SDO.domainIncludes: AG.subject, SDO.rangeIncludes: AG.object}
_VALUES = {AG.onDate: AG.date, AG.eventType: AG.statedType}
"""Relations to a value, and the property of a claim that holds it."""
_ONLY_HERE = {"ftm", "opengov", "owl", "person", "plover", "sh"}
"""Prefixes that the vocabulary alone needs, to say what its words are like."""
_COPIED = (
    SH.minCount,
    SH.maxCount,
    SH.minInclusive,
    SH.maxInclusive,
    SH.minLength,
    SH.lessThan,
    SH.lessThanOrEquals,
    SH.equals,
    SH.hasValue,
)
_EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
_LEAP = r"(\d\d(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)"
_MONTH = r"(-(0[1-9]|1[0-2]))?"
_DAY = r"-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))"
_YEAR = r"(000[1-9]|00[1-9]\d|0[1-9]\d\d|[1-9]\d{3})"
_DATE = rf"({_YEAR}{_MONTH}|{_YEAR}{_DAY}|{_LEAP}-02-29)"
"""A year from 1 on, a month or a day of the calendar, in EDTF."""


class Shape(NamedTuple):
    """A shape of the vocabulary, with its fields by name."""

    node: Node
    fields: dict[str, Node]

    @property
    def name(self) -> str:
        """`TextQuoteSelector` of `TextQuoteSelectorShape`."""
        return name_of(self.node).removesuffix("Shape")


def shapes(graph: Graph) -> list[Shape]:
    """The shapes, by name."""
    found = ((node, _fields(graph, node)) for node in members(graph, SH.NodeShape))
    return [Shape(node, fields) for node, fields in found if fields]


def _fields(graph: Graph, shape: Node) -> dict[str, Node]:
    """The properties of a shape that are fields of a record: those that have a name."""
    found = graph.objects(shape, SH.property)
    return {str(name): each for each in found if (name := graph.value(each, SH.name))}


def _concepts(graph: Graph, kind: Node) -> list[Node]:
    """The words of the vocabulary that are of a class; none where it is a class of nodes."""
    if kind == SKOS.Concept:
        return topics(graph)
    if kind == OWL.Class:
        return sorted(graph.subjects(RDFS.subClassOf, AG.World), key=name_of)
    return members(graph, URIRef(str(kind)))


# ---------------------------------------------------------------- records.py


def types(graph: Graph, shape: Node) -> list[str]:
    """The class that a shape is for, and the classes of other vocabularies that it is one of."""
    own = graph.value(shape, SH.targetClass)
    found: list[Node] = [own] if own else []
    for each in found:
        above = {*graph.objects(each, RDFS.subClassOf), *graph.objects(each, OWL.equivalentClass)}
        found += sorted(above - set(found), key=str)
    return [str(each) for each in found if each == own or not str(each).startswith(str(AG))]


def _holds(graph: Graph, field: Node) -> str:
    """The datatype of what a property holds, or `concept`, `node`, `any`."""
    if datatype := graph.value(field, SH.datatype):
        return str(datatype)
    kind = graph.value(field, SH["class"])
    if kind and _concepts(graph, kind):
        return "concept"
    return "node" if kind or graph.value(field, SH.nodeKind) else "any"


def _field(graph: Graph, field: Node) -> str:
    path = text(graph, field, SH.path)
    many = graph.value(field, SH.maxCount) is None
    required = graph.value(field, SH.minCount) is not None
    fixed = graph.value(field, SH.hasValue)
    more = f", fixed={str(fixed)!r}" if fixed else ""
    return f"Field({path!r}, {_holds(graph, field)!r}, many={many}, required={required}{more})"


def records_module(graph: Graph) -> str:
    """The text of `records.py`."""
    found = shapes(graph)
    lines = [
        '"""How each record is written in RDF. Generated from vocabulary.ttl by ontology.generate."""',
        "",
        "from enum import StrEnum",
        "from typing import NamedTuple",
        "",
        "",
        "class Field(NamedTuple):",
        '    """A field: its property, and what that holds: the datatype of literals, `concept`, `node` or `any`."""',
        "",
        "    path: str",
        "    holds: str",
        "    many: bool",
        "    required: bool",
        "    fixed: str | None = None",
        '    """What it holds always, where that is so."""',
        "",
        "",
        "class Shape(NamedTuple):",
        '    """The classes of a kind of record, its own first, and its fields."""',
        "",
        "    types: tuple[str, ...]",
        "    fields: dict[str, Field]",
        "",
        "",
        "class Written(StrEnum):",
        '    """The kinds of record that are written in RDF."""',
        "",
        *(f'    {snake(each.name).upper().strip("_")} = "{each.name}"' for each in found),
        "",
        "",
        "PREFIXES = {",
        *(f"    {name!r}: {iri!r}," for name, iri in _prefixes(graph)),
        "}",
        "",
        "SHAPES: dict[Written, Shape] = {",
        *_shape_table(graph, found),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _prefixes(graph: Graph) -> list[tuple[str, str]]:
    """Those that data can need."""
    found = sorted((name, str(iri)) for name, iri in graph.namespaces())
    return [each for each in found if each[0] not in _ONLY_HERE]


def _shape_table(graph: Graph, found: list[Shape]) -> Iterator[str]:
    for shape in found:
        member = snake(shape.name).upper().strip("_")
        yield f"    Written.{member}: Shape({tuple(types(graph, shape.node))!r}, {{"
        for name, field in sorted(shape.fields.items()):
            yield f"        {name!r}: {_field(graph, field)},"
        yield "    }),"


# ---------------------------------------------------------------- shapes.ttl


def shapes_file(graph: Graph) -> str:
    """The text of `shapes.ttl`: SHACL that needs nothing beside the data."""
    made = Graph(bind_namespaces="none")
    for name, iri in graph.namespaces():
        made.bind(name, iri)
    for shape in shapes(graph):
        _add_shape(graph, made, shape)
    for node in members(graph, SH.NodeShape):
        _add_rest(graph, made, node)
    for relation in map(URIRef, map(str, relations(graph))):
        for way, end in _ENDS.items():
            _add_end(graph, made, relation, way, end)
    head = "# Generated from vocabulary.ttl by ontology.generate.\n"
    return head + made.serialize(format="turtle").strip() + "\n"


def _add_shape(graph: Graph, made: Graph, shape: Shape) -> None:
    made.add((shape.node, RDF.type, SH.NodeShape))
    for target in (SH.targetClass, SH.targetSubjectsOf):
        for each in graph.objects(shape.node, target):
            made.add((shape.node, target, each))
    for name, field in shape.fields.items():
        node = URIRef(f"{shape.node}.{name}")
        made.add((shape.node, SH.property, node))
        made.add((node, SH.path, graph.value(field, SH.path)))  # type: ignore[arg-type]
        made.add((node, SH.name, Literal(name)))
        for what in (*_COPIED, SH.datatype, SH.nodeKind):
            for each in graph.objects(field, what):
                made.add((node, what, each))
        if kind := graph.value(field, SH["class"]):
            _add_class(graph, made, node, kind)
        if (field, SH.datatype, _EDTF) in graph:
            made.add((node, SH.pattern, Literal(f"^{_DATE}(/{_DATE})?$")))


def _add_rest(graph: Graph, made: Graph, node: Node) -> None:
    """What a shape, or a part of one, demands besides its fields, as it is written in the vocabulary."""
    for predicate, value in graph.predicate_objects(node):
        if predicate == SH.property and graph.value(value, SH.name):
            continue
        made.add((node, predicate, value))
        inner = isinstance(value, BNode) or (value, RDF.type, SH.PropertyShape) in graph
        if inner and (value, None, None) not in made:
            _add_rest(graph, made, value)


def _add_class(graph: Graph, made: Graph, field: Node, kind: Node) -> None:
    """Words of the vocabulary are listed, since the data does not say what they are."""
    if words := _concepts(graph, kind):
        made.add((field, SH["in"], _listed(made, words)))
    else:
        made.add((field, SH["class"], kind))


def _listed(made: Graph, nodes: list[Node]) -> Node:
    return Collection(made, BNode(), nodes).uri


def _add_end(graph: Graph, made: Graph, relation: URIRef, way: URIRef, end: URIRef) -> None:
    """A claim either states another relation, or has at this end a mention of a kind that may be there."""
    name = f"{relation}.{name_of(end)}"
    shape, other, stated, fits = (URIRef(f"{name}{part}") for part in ("", ".not", ".is", ".fits"))
    made.add((shape, RDF.type, SH.NodeShape))
    made.add((shape, SH.targetClass, AG.Claim))
    made.add((shape, SH["or"], _listed(made, [other, fits])))
    made.add((other, SH["not"], stated))
    made.add((stated, SH.path, AG.relation))
    made.add((stated, SH.hasValue, relation))
    made.add((fits, SH.minCount, Literal(1, datatype=XSD.integer)))
    if way == SDO.rangeIncludes and relation in _VALUES:
        made.add((fits, SH.path, _VALUES[relation]))
        return
    allowed = sorted(graph.objects(relation, way), key=name_of)
    made.add((fits, SH.path, _listed(made, [end, AG.kind])))
    made.add((fits, SH["in"], _listed(made, allowed)))
