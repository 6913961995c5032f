"""What lies around an actor, as nodes and edges to draw."""

from graph.browsing.actors import actor_id
from graph.browsing.records import Neighbourhood
from graph.browsing.walking import Walk
from graph.store import Store
from ontology.names import fold


def neighbourhood(
    store: Store, identifier: str, walk: Walk, *, depth: int, limit: int
) -> Neighbourhood:
    """The nodes at most `depth` steps from an actor, the nearest first and at most so many; raises NotKnown."""
    centre = actor_id(store, identifier)
    known = dict(walk.nodes([centre]))
    border, truncated = {centre}, False
    for _ in range(depth):
        found = set().union(*walk.beside(border).values()) - known.keys()
        room = limit - len(known)
        named = sorted(walk.nodes(found).values(), key=lambda each: (fold(each.name), each.id))
        border = {each.id for each in named[:room]}
        known |= {each.id: each for each in named[:room]}
        truncated = len(named) > room
        if truncated or not border:
            break
    edges = walk.edges(known)
    return Neighbourhood(
        centre=centre, nodes=tuple(known.values()), edges=tuple(edges), truncated=truncated
    )
