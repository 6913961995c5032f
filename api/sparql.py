"""SPARQL queries, answered by child processes over the graph as Oxigraph holds it on disk.

Nothing can stop a query within its process, and one that is nested deeply enough crashes it: so each is run by a
child that is ended when its time is up. Another child takes its place.
"""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from api.children import Children
from api.failures import NotAcceptable
from api.library import Library
from ontology.errors import InvalidStatement, StatementStopped

if TYPE_CHECKING:
    from graph.rdf.replica import State

_HANDLER = "graph.rdf.querying:answer"
_ANSWER_BYTES = 50_000_000


class Asked(NamedTuple):
    """A query, the graphs that it is to see where it does not see all, and the formats of its answer."""

    text: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    results: str | None
    """The format of rows and of yes or no, as Oxigraph calls it; None where the caller takes none."""
    triples: str | None


class Answered(NamedTuple):
    """An answer in one of the formats, of a version of the graph."""

    format: str
    body: bytes
    truncated: bool
    version: int


class Endpoint:
    """Answers queries of one library; several threads may ask at once."""

    def __init__(self, library: Library) -> None:
        """Starts nothing yet."""
        self._library = library
        self._children = Children(_HANDLER, library.settings.sparql_seconds)

    @property
    def rows(self) -> int:
        """How many rows or triples an answer has at most."""
        return self._library.settings.sparql_rows

    def state(self) -> "State":
        """The graph as queries see it now."""
        _ = self._library.graph  # makes the constraints that an untouched store lacks
        return self._library.replica.current(self._library.store)

    def close(self) -> None:
        """Ends the children that are idle."""
        self._children.close()

    def ask(self, query: Asked) -> Answered:
        """The answer; raises InvalidStatement, StatementStopped, NotAcceptable and Busy."""
        with self._children.turn():
            state = self.state()
            _check_graphs(query, state)
            try:
                return self._asked(query, state)
            except StatementStopped:
                if state.folder.exists():
                    raise
                return self._asked(query, self.state())

    def _asked(self, query: Asked, state: "State") -> Answered:
        told, body = self._children.ask(self._request(query, state))
        return _answered(json.loads(told), body, state)

    def _request(self, query: Asked, state: "State") -> bytes:
        request = {
            "quads": str(state.quads),
            "query": query.text,
            "default_graphs": query.default_graphs,
            "named_graphs": query.named_graphs,
            "results": query.results,
            "triples": query.triples,
            "rows": self.rows,
            "size": _ANSWER_BYTES,
        }
        return json.dumps(request).encode()


def _check_graphs(query: Asked, state: "State") -> None:
    """Raises InvalidStatement for a graph that is not here: nothing is fetched from elsewhere."""
    for graph in (*query.default_graphs, *query.named_graphs):
        if graph not in state.graphs:
            raise InvalidStatement(
                f"There is no graph <{graph}> here, and none is fetched",
                "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } lists them",
            )


def _answered(head: dict[str, Any], body: bytes, state: "State") -> Answered:
    if refused := head["refused"]:
        raise InvalidStatement(f"The query is refused: {refused}", "GET /sparql has examples")
    if head["unacceptable"]:
        raise NotAcceptable(
            "This query is answered in none of the formats that the request accepts",
            "Accept application/sparql-results+json for rows, text/turtle for triples",
        )
    return Answered(head["format"], body, head["truncated"], state.version)
