"""The names of things in RDF: ids and words of the vocabulary as IRIs, and back."""

from enum import StrEnum
from functools import cache
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from ontology.records import PREFIXES, SHAPES
from ontology.terms import (
    Attribution,
    EventType,
    Modality,
    NodeKind,
    Polarity,
    Relation,
    Role,
    Status,
    TopicConcept,
    Verdict,
)

WORDS, IDS, GRAPHS = PREFIXES[""], PREFIXES["id"], PREFIXES["graph"]
TYPE = NamedNode(f"{PREFIXES['rdf']}type")
JUDGEMENTS, WORLD, DERIVED = (
    NamedNode(GRAPHS + name) for name in ("judgements", "world", "derived")
)
ONTOLOGY = NamedNode(WORDS.removesuffix("#"))
"""The graph of the vocabulary itself."""
_CLAIMS = "claims"
"""The part of a report's name that names the graph of what it says."""
_WORLD_KINDS = {"country", "event", "organisation", "person", "place", "post", "topic"}
"""What the ids of world nodes begin with."""
_ENUMS: tuple[type[StrEnum], ...] = (
    Attribution,
    EventType,
    Modality,
    NodeKind,
    Polarity,
    Relation,
    Role,
    Status,
    TopicConcept,
    Verdict,
)


def node(identifier: str) -> NamedNode:
    """The name of what has this id."""
    return NamedNode(IDS + quote(identifier, safe=""))


def part(whole: NamedNode, name: str) -> NamedNode:
    """The name of a part of something: `…#quote`."""
    return NamedNode(f"{whole.value}#{name}")


def identifier(named: NamedNode) -> str:
    """The id of what is so named; raises ValueError where it is no name of ours, or that of a part."""
    local = named.value.removeprefix(IDS)
    if local == named.value or "#" in local:
        raise ValueError(f"{named} names nothing that has an id")
    return unquote(local, errors="strict")


def graph_of(report: str) -> NamedNode:
    """The name of the graph of what a report says."""
    return part(node(report), _CLAIMS)


def is_graph_of_report(graph: NamedNode) -> bool:
    """Is it the name of a graph of what a report says?"""
    return graph.value.startswith(IDS) and graph.value.endswith(f"#{_CLAIMS}")


def kind_of(world: str) -> NodeKind:
    """The kind of a world node, with which its id begins."""
    return NodeKind(world.partition("-")[0].capitalize())


def is_world(named: NamedNode) -> bool:
    """Is it the name of a world node?"""
    local = named.value.removeprefix(IDS)
    return "#" not in local and local.partition("-")[0] in _WORLD_KINDS


@cache
def word(value: str) -> NamedNode:
    """The name of a word of the vocabulary: `…#pressConference` of `press_conference`."""
    first, *others = value.split("_")
    return NamedNode(WORDS + first + "".join(map(str.capitalize, others)))


_VALUES = {word(each): each.value for enum in _ENUMS for each in enum}


def value(named: NamedNode) -> str:
    """The word that is so named; raises ValueError where it is none."""
    if named not in _VALUES:
        raise ValueError(f"{named} is no word of the vocabulary")
    return _VALUES[named]


def is_word(local: str) -> bool:
    """Does the vocabulary mean something by this name?"""
    paths = {field.path for shape in SHAPES.values() for field in shape.fields.values()}
    return NamedNode(WORDS + local) in _VALUES or WORDS + local in paths
