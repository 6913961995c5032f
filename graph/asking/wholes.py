"""What a body is: its full name where the question has another, and what it is part of."""

from collections.abc import Iterable

from graph.asking.actors import Tokens, bare, named
from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Unread
from graph.asking.index import NameIndex
from graph.asking.loading import texts
from graph.asking.query import Named, Query
from graph.asking.words import said
from graph.catalogue import statement
from graph.store import Row
from ontology.names import name_key
from ontology.terms import NodeKind


def organisation(tokens: Tokens, index: NameIndex) -> Named:
    """The organisation of just this name; raises Unread."""
    words = said(bare(tokens))
    found = index.called(words, NodeKind.ORGANISATION)
    if not found:
        raise Unread(tuple(token.text for token in tokens))
    return named(words, found)


def identities(desk: Desk, query: Query) -> Iterable[Line]:
    """The full name of a body that the question calls otherwise; of one called by its name what it is part of."""
    one = query.one
    rows = desk.read(statement("ask_full_names"), bodies=strings(one.ids if one else ()))
    otherwise = [row for row in rows if one and not _is_called(row, one.said)]
    if not otherwise:
        return wholes(desk, query)
    within = {line.answer for line in wholes(desk, query)}
    return [
        Line(answer=_placed(str(row["name"]), within), claims=texts(row["claims"]))
        for row in otherwise
    ]


def _is_called(row: Row, said: str) -> bool:
    return name_key(str(row["name"])) == name_key(said)


def _placed(name: str, within: set[str]) -> str:
    """The name with what the body is part of, where the name does not say so."""
    more = sorted(each for each in within if each.casefold() not in name.casefold())
    return f"{name} ({', '.join(more)})" if more else name


def wholes(desk: Desk, query: Query) -> Iterable[Line]:
    """The bodies and countries that the body is said to be part of."""
    bodies = strings(query.one.ids if query.one else ())
    rows = desk.read(statement("ask_wholes"), bodies=bodies)
    return [Line(answer=str(row["name"]), claims=texts(row["claims"])) for row in rows]
