"""Reads `vocabulary.ttl`, the single source of every word of the product."""

from pathlib import Path

from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.term import Node

SOURCE = Path(__file__).with_name("vocabulary.ttl")
AG = Namespace("https://actorgraph.org/ontology#")


def load() -> Graph:
    """The vocabulary as a graph, with its own prefixes alone."""
    return Graph(bind_namespaces="none").parse(SOURCE, format="turtle")


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
        raise ValueError(f"{node} has no {name_of(predicate)} in {SOURCE.name}")
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
