"""The vocabulary and the SPARQL service, as documents in any format of RDF."""

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graph.rdf.media import RESULTS, TRIPLES
from graph.rdf.names import ONTOLOGY, TYPE
from ontology.records import PREFIXES
from ontology.source import LINKED_VOCABULARY, SHAPES, VOCABULARY

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_FORMAT_NAMES = {
    "JSON": "SPARQL_Results_JSON",
    "XML": "SPARQL_Results_XML",
    "CSV": "SPARQL_Results_CSV",
    "TSV": "SPARQL_Results_TSV",
    "TURTLE": "Turtle",
    "JSON_LD": "JSON-LD",
    "N_TRIPLES": "N-Triples",
    "RDF_XML": "RDF_XML",
    "TRIG": "TriG",
    "N_QUADS": "N-Quads",
}
"""As https://www.w3.org/ns/formats/ has them."""
_SHACL = "http://www.w3.org/ns/shacl#"


@cache
def vocabulary(form: str) -> bytes:
    """The vocabulary, without its shapes; with a context in JSON-LD."""
    if form == "JSON_LD":
        return LINKED_VOCABULARY.read_bytes()
    return _written((quad.triple for quad in vocabulary_quads()), form, PREFIXES)


@cache
def shapes(form: str) -> bytes:
    """The shapes of what is written in RDF, in SHACL; as they were generated in Turtle."""
    if form == "TURTLE":
        return SHAPES.read_bytes()
    found = parse(SHAPES.read_bytes(), format=RdfFormat.TURTLE)
    return _written((quad.triple for quad in found), form, PREFIXES)


def vocabulary_quads() -> list[Quad]:
    """The vocabulary in a graph of its own, without its shapes."""
    held = list(parse(VOCABULARY.read_bytes(), format=RdfFormat.TURTLE))
    shapes = {quad.subject for quad in held if _is_of_shape(quad)}
    return [
        Quad(quad.subject, quad.predicate, quad.object, ONTOLOGY)
        for quad in held
        if quad.subject not in shapes
    ]


def _is_of_shape(quad: Quad) -> bool:
    """Does it say something of a shape, or of a list or condition within one, which alone have no names?"""
    told = quad.predicate.value.startswith(_SHACL) or (
        quad.predicate == TYPE and str(quad.object).startswith(f"<{_SHACL}")
    )
    return told or isinstance(quad.subject, BlankNode)


def service(address: str, graphs: Iterable[str], form: str) -> bytes:
    """What the SPARQL service at an address can do, and the graphs it has (SPARQL 1.1 Service Description)."""
    return _written(_service(NamedNode(address), graphs), form, {"sd": _SD})


def _service(address: NamedNode, graphs: Iterable[str]) -> Iterator[Triple]:
    service, dataset = BlankNode("service"), BlankNode("dataset")
    yield Triple(service, TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), address)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for form in sorted({*RESULTS.values(), *TRIPLES.values()}):
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + _FORMAT_NAMES[form]))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, TYPE, _sd("Dataset"))
    for number, name in enumerate(sorted(graphs)):
        graph = BlankNode(f"graph{number}")
        yield Triple(dataset, _sd("namedGraph"), graph)
        yield Triple(graph, TYPE, _sd("NamedGraph"))
        yield Triple(graph, _sd("name"), NamedNode(name))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def _written(triples: Iterable[Triple], form: str, prefixes: dict[str, str]) -> bytes:
    return serialize(triples, format=getattr(RdfFormat, form), prefixes=prefixes) or b""
