"""What a body is part of."""

from collections.abc import Iterable

from graph.asking.actors import Tokens, actor
from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Unread
from graph.asking.index import NameIndex
from graph.asking.loading import texts
from graph.asking.query import Named, Query
from graph.catalogue import statement
from ontology.terms import NodeKind


def organisation(tokens: Tokens, index: NameIndex) -> Named:
    """The organisation of this name; raises Unread where another kind of actor has it, Unnamed and Ambiguous."""
    found = actor(tokens, index)
    if found.kinds != {NodeKind.ORGANISATION}:
        raise Unread(tuple(token.text for token in tokens))
    return found


def wholes(desk: Desk, query: Query) -> Iterable[Line]:
    """The bodies and countries that the body is said to be part of."""
    bodies = strings(query.one.ids if query.one else ())
    rows = desk.read(statement("ask_wholes"), bodies=bodies)
    return [Line(answer=str(row["name"]), claims=texts(row["claims"])) for row in rows]
