"""Reads `vocabulary.ttl`, the single source of every word of the product."""

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, ORG, PROV, SDO, SH, TIME, VOID, XSD
from rdflib.term import Node

from ontology.source import VOCABULARY

AG = Namespace("https://actorgraph.org/ontology#")
_KNOWN = """
http://www.w3.org/ns/oa# Annotation FragmentSelector Selector SpecificResource TextPositionSelector TextQuoteSelector
http://www.w3.org/ns/oa# end exact hasSelector hasSource hasTarget refinedBy start
http://semanticweb.cs.vu.nl/2009/11/sem/ Event EventType eventType hasActor hasPlace hasTime
http://semanticweb.cs.vu.nl/2009/11/sem/ hasEarliestBeginTimeStamp hasLatestEndTimeStamp
http://id.loc.gov/datatypes/edtf/ EDTF
http://xmlns.com/foaf/0.1/ Person
https://www.apache.org/licenses/ LICENSE-2.0
https://actorgraph.org/ontology/ shapes
http://tools.ietf.org/rfc/ rfc3778
http://www.geonames.org/ontology# Feature
http://www.w3.org/ns/opengov# post
http://www.w3.org/ns/person# Person
https://github.com/openeventdata/ PLOVER
https://schema.followthemoney.tech/# Company Document Documentation Event Occupancy Organization Person Position
https://schema.followthemoney.tech/# PublicBody post
"""
"""The words that are used of vocabularies that rdflib does not know."""
_FOREIGN = (DCTERMS, ORG, OWL, PROV, RDF, RDFS, SDO, SH, SKOS, TIME, VOID, XSD)

ENUMS = {
    "EventType": "The kinds of event.",
    "OrganisationType": "The kinds of organisation, as far as their names say.",
    "Role": "What an actor was in an event.",
    "Polarity": "Whether a claim says that something is so or is not.",
    "Modality": "Whether a claim speaks of what is, is to come, may be or was tried.",
    "Attribution": "Who says it.",
    "Status": "What a claim is good for.",
    "Verdict": "What a person can decide.",
}
"""The classes of concepts that become enums, and what these say of themselves."""

LIKENESS = {
    OWL.equivalentClass: "=",
    RDFS.subClassOf: "<",
    RDFS.subPropertyOf: "<",
    SKOS.broadMatch: "<",
    SKOS.narrowMatch: ">",
    SKOS.closeMatch: "~",
    SKOS.relatedMatch: "…",
}
"""What a term can be to one of another vocabulary, with the sign for it."""


def load() -> Graph:
    """The vocabulary as a graph, with its own prefixes alone; raises ValueError where a word in it is misspelt."""
    graph = Graph(bind_namespaces="none").parse(VOCABULARY, format="turtle")
    check(graph)
    return graph


def check(graph: Graph) -> None:
    """Raises ValueError where a term is defined neither here nor elsewhere, or cannot stand where it does."""
    defined = {*graph.subjects(RDF.type), *graph.subjects(RDFS.label), *_known()}
    used = {term for triple in graph for term in triple if isinstance(term, URIRef)}
    for term in sorted(used - defined):
        if not any(term in words for words in _FOREIGN):
            raise ValueError(f"{term} in {VOCABULARY.name} is defined nowhere")
    for way, values in ((SDO.domainIncludes, ()), (SDO.rangeIncludes, (AG.Date, AG.EventType))):
        for relation in relations(graph):
            _check_end(graph, relation, way, {*kinds(graph), *values})


def _known() -> set[URIRef]:
    lines = (line.split() for line in _KNOWN.strip().splitlines())
    return {URIRef(space + word) for space, *words in lines for word in words}


def _check_end(graph: Graph, relation: Node, way: URIRef, possible: set[Node]) -> None:
    ends = set(graph.objects(relation, way))
    if wrong := sorted(map(name_of, ends - possible)) or ([] if ends else ["nothing"]):
        raise ValueError(
            f"{name_of(relation)} in {VOCABULARY.name} cannot have {wrong[0]} for its {name_of(way)}"
        )


def name_of(node: Node) -> str:
    """The local name of a term: `holdsPost` of `…#holdsPost`."""
    return str(node).rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def snake(name: str) -> str:
    """A local name in lower case with underscores: `press_conference`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def text(graph: Graph, node: Node, predicate: URIRef) -> str:
    """The one literal that a term has for a predicate; raises ValueError without it."""
    value = graph.value(node, predicate)
    if value is None:
        raise ValueError(f"{node} has no {name_of(predicate)} in {VOCABULARY.name}")
    return str(value)


def members(graph: Graph, kind: URIRef) -> list[Node]:
    """Terms of one class, by name."""
    return sorted(graph.subjects(RDF.type, kind), key=name_of)


def topics(graph: Graph) -> list[Node]:
    """The topic concepts, by name."""
    return sorted(graph.subjects(SKOS.inScheme, AG.topics), key=name_of)


def relations(graph: Graph) -> list[Node]:
    """The relations, by name."""
    return members(graph, AG.Relation)


def kinds(graph: Graph) -> list[Node]:
    """The kinds of node: classes below one of the three layers, by name."""
    layers = (AG.World, AG.ClaimLayer, AG.Source)
    return sorted(
        {node for layer in layers for node in graph.subjects(RDFS.subClassOf, layer)}, key=name_of
    )


def classes(graph: Graph) -> list[Node]:
    """The other classes with a definition, by name; those of concepts have tables of their own."""
    found = (
        set(graph.subjects(RDF.type, OWL.Class)) - set(kinds(graph)) - {AG[each] for each in ENUMS}
    )
    return sorted(found, key=name_of)


def shown(graph: Graph, node: Node | None) -> str:
    """A term by its prefix, as code in Markdown."""
    return f"`{URIRef(str(node)).n3(graph.namespace_manager)}`"


def like(graph: Graph, node: Node) -> str:
    """The words of other vocabularies that a term is like, and in what way: `=` equal, `<` narrower, `~` close."""
    found = [
        f"{sign} {shown(graph, other)}"
        for predicate, sign in LIKENESS.items()
        for other in sorted(graph.objects(node, predicate), key=str)
        if not str(other).startswith(str(AG))
    ]
    return ", ".join(found)
