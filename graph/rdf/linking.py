"""The edges between nodes without their claims: so light that those of a whole graph can be in memory."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.exporting.elements import Edge
from ontology.terms import Role


class Held(NamedTuple):
    """Somebody in a post, as one tenure tells it."""

    edge: str
    person: str
    observed: str | None
    since: str | None
    until: str | None
    former: bool


class Part(NamedTuple):
    """Somebody in an event, in one role."""

    actor: str
    role: Role


class Links:
    """What leads from each node to others, and of posts and events who is in them; by id."""

    def __init__(self, edges: Iterable[Edge] = ()) -> None:
        """Takes these; more may follow."""
        self.ends: Mapping[tuple[str, str], set[str]] = defaultdict(set)
        """The ends of edges by their start and type; of MET in both ways."""
        self.held: Mapping[str, list[Held]] = defaultdict(list)
        """By post."""
        self.parts: Mapping[str, list[Part]] = defaultdict(list)
        """By event."""
        for edge in edges:
            self.take(edge)

    def take(self, edge: Edge) -> None:
        """Adds an edge."""
        self.ends[edge.start, edge.type].add(edge.end)
        if edge.type == "MET":
            self.ends[edge.end, edge.type].add(edge.start)
        elif edge.type == "HOLDS_POST":
            self.held[edge.end].append(_held(edge))
        elif edge.type == "TOOK_PART":
            self.parts[edge.end].append(Part(edge.start, Role(str(edge.properties["role"]))))

    def of(self, start: str, kind: str) -> set[str]:
        """Where the edges of a type lead from a node."""
        return self.ends.get((start, kind), set())

    def holders(self, post: str) -> set[str]:
        """Who holds a post, as far as is known: those seen in it last, unless it is said to be over.

        Several may hold one post; who was seen in an earlier year than the last is taken to have gone.
        """
        last: dict[str, Held] = {}
        for each in sorted(self.held.get(post, ()), key=_sight):
            last[each.person] = each
        year = max((_year(each) for each in last.values()), default="")
        return {each.person for each in last.values() if not each.former and _year(each) == year}


def _held(edge: Edge) -> Held:
    has = edge.properties
    observed, since, until = (
        None if has.get(name) is None else str(has[name]) for name in ("observed", "since", "until")
    )
    return Held(str(has["id"]), edge.start, observed, since, until, bool(has.get("former")))


def _sight(held: Held) -> tuple[str, bool]:
    """Of two on one day, that it is over comes last."""
    return held.observed or "", held.former


def _year(held: Held) -> str:
    return (held.observed or "")[:4]
