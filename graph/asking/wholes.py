"""What a body is part of."""

from collections.abc import Iterable

from graph.asking.actors import Tokens, bare, named
from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Unread
from graph.asking.index import NameIndex
from graph.asking.loading import texts
from graph.asking.query import Named, Query
from graph.asking.words import said
from graph.catalogue import statement
from ontology.terms import NodeKind


def organisation(tokens: Tokens, index: NameIndex) -> Named:
    """The organisation of just this name; raises Unread."""
    words = said(bare(tokens))
    found = index.called(words, NodeKind.ORGANISATION)
    if not found:
        raise Unread(tuple(token.text for token in tokens))
    return named(words, found)


def wholes(desk: Desk, query: Query) -> Iterable[Line]:
    """The bodies and countries that the body is said to be part of."""
    bodies = strings(query.one.ids if query.one else ())
    rows = desk.read(statement("ask_wholes"), bodies=bodies)
    return [Line(answer=str(row["name"]), claims=texts(row["claims"])) for row in rows]
