"""Reads `vocabulary.ttl`, the single source of every word of the product."""

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

from ontology.source import VOCABULARY

AG = Namespace("https://actorgraph.org/ontology#")

ENUMS = {
    "EventType": "The kinds of event.",
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
    """The vocabulary as a graph, with its own prefixes alone."""
    return Graph(bind_namespaces="none").parse(VOCABULARY, format="turtle")


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
