"""What names the graph of a store as it is now."""

from graph.catalogue import statement
from graph.store import Store


def state_of(store: Store) -> str:
    """A text that is another after each change, and in each store; empty where no graph was begun yet."""
    rows = store.read(statement("version"))
    return f"{rows[0]['version']}-{rows[0]['derivation']}-{rows[0]['state']}" if rows else ""
