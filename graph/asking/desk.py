"""Where a query's statements are run and noted, so that the answer can show them."""

import re
from collections.abc import Iterable, Sequence

from graph.catalogue import Statement
from graph.rdf.queries import query
from graph.store import Row, Store, Value
from ontology.model import Record


class Line(Record):
    """One answer with the claims that support it."""

    answer: str
    claims: tuple[str, ...] = ()


class Desk:
    """Reads statements from a store and remembers them as they were run."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._shown: dict[str, str] = {}
        """The statements, and the same in SPARQL."""
        self.note = ""
        """What must be said besides the answers."""
        self.parameters: dict[str, Value] = {}
        """Of all statements; one that takes another value in a later statement has a number there."""

    @property
    def cypher(self) -> str:
        """The statements that were run, one after the other."""
        return ";\n\n".join(self._shown)

    @property
    def sparql(self) -> str:
        """The same in SPARQL, each statement a query of its own; several are told apart by comments: `# 1 of 2`."""
        queries = list(self._shown.values())
        if len(queries) == 1:
            return queries[0]
        numbered = enumerate(queries, 1)
        return "\n\n".join(f"# {at} of {len(queries)}\n{each}" for at, each in numbered)

    def read(self, statement: Statement, **parameters: Value) -> Sequence[Row]:
        """The rows of a statement, which is shown with the answer."""
        text = statement.text.strip()
        for name, value in parameters.items():
            shown = self._named(name, value)
            self.parameters[shown] = value
            text = re.sub(rf"\${name}\b", f"${shown}", text)
        self._shown[text] = query(statement.name).with_values(parameters)
        return self._store.read(statement, **parameters)

    def _named(self, name: str, value: Value) -> str:
        """The name under which a parameter is shown: its own, unless that has another value already."""
        shown, number = name, 1
        while self.parameters.get(shown, value) != value:
            number += 1
            shown = f"{name}_{number}"
        return shown

    def look_up(self, statement: Statement, **parameters: Value) -> Sequence[Row]:
        """The rows of a statement that only dresses the answer and is not shown."""
        return self._store.read(statement, **parameters)


def merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each answer once, with all its claims, in the order of first appearance."""
    claims: dict[str, dict[str, None]] = {}
    for line in lines:
        claims.setdefault(line.answer, {}).update(dict.fromkeys(line.claims))
    return tuple(Line(answer=answer, claims=tuple(ids)) for answer, ids in claims.items())


def strings(values: Iterable[object]) -> list[Value]:
    """The values as a parameter."""
    return [str(value) for value in values]
