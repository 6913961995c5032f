"""Empties a store between tests."""

from graph.catalogue import Statement
from graph.store import Store

_EMPTY = Statement(
    "empty",
    "MATCH (n) WHERE labels(n)[0] <> 'Graph' WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS gone",
    (),
    ("gone",),
)


def empty(store: Store) -> None:
    """Removes all that a store holds; its constraints and the number of its version stay."""
    while store.write(lambda transaction: transaction.run(_EMPTY))[0]["gone"]:
        pass
