"""Where a query's statements are run and noted, so that the answer can show them."""

from collections.abc import Iterable, Sequence

from graph.catalogue import Statement
from graph.store import Row, Store, Value
from ontology.model import Record


class Line(Record):
    """One answer with the claims that support it."""

    answer: str
    claims: tuple[str, ...] = ()


class Desk:
    """Reads statements from a store and remembers them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: dict[str, str] = {}
        self.parameters: dict[str, Value] = {}

    @property
    def cypher(self) -> str:
        """The statements that were run, one after the other."""
        return ";\n\n".join(self._asked.values())

    def read(self, statement: Statement, **parameters: Value) -> Sequence[Row]:
        """The rows of a statement, which is shown with the answer."""
        self._asked[statement.name] = statement.text.strip()
        self.parameters |= parameters
        return self._store.read(statement, **parameters)

    def look_up(self, statement: Statement, **parameters: Value) -> Sequence[Row]:
        """The rows of a statement that only dresses the answer and is not shown."""
        return self._store.read(statement, **parameters)


def merged(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Each answer once, with all its claims, in the order of first appearance."""
    claims: dict[str, dict[str, None]] = {}
    for line in lines:
        claims.setdefault(line.answer, {}).update(dict.fromkeys(line.claims))
    return tuple(Line(answer=answer, claims=tuple(ids)) for answer, ids in claims.items())
