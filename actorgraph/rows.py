"""Results: a sequence of records, each with the words that state it where it is a fact, and as a table of pandas."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from actorgraph.frames import frame
from graph.browsing import Named, Proof
from ontology.model import Record

if TYPE_CHECKING:
    from pandas import DataFrame

Item = TypeVar("Item", bound=Record)

QUOTED = ("quote", "file", "page", "status", "claim")
"""What the table says of each quote."""
_APART = ("claims", "evidence")


class Rows(Sequence[Item], Generic[Item]):
    """Some records of one kind; `total` is how many there are in all."""

    def __init__(self, kind: type[Item], items: Sequence[Item], total: int | None = None) -> None:
        """Keeps the records as they are."""
        self._kind = kind
        self._items = tuple(items)
        self.total = len(self._items) if total is None else total

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> "Rows[Item]": ...

    def __getitem__(self, index: int | slice) -> "Item | Rows[Item]":
        if isinstance(index, slice):
            return Rows(self._kind, self._items[index], self.total)
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"<{len(self)} of {self.total} {self._kind.__name__}>"

    def to_pandas(self) -> "DataFrame":
        """A table with a row for each record and, of a fact, for each quote that states it; raises MissingPart."""
        fields = list(self._kind.model_fields)
        own = [name for name in fields if name not in _APART]
        quoted = [name for name in QUOTED if name not in own] if "evidence" in fields else []
        return frame([cells for each in self for cells in _cells(each, own)], [*own, *quoted])


def _cells(record: Record, own: Sequence[str]) -> Iterator[dict[str, object]]:
    told = {name: _cell(getattr(record, name)) for name in own}
    proofs: tuple[Proof, ...] = getattr(record, "evidence", ())
    for proof in proofs:
        yield {name: _cell(getattr(proof, name)) for name in QUOTED} | told
    if not proofs:
        yield told


def _cell(value: object) -> object:
    """Of a node its name; of a word of the vocabulary the plain text."""
    if isinstance(value, Named):
        return value.name
    return str(value) if isinstance(value, str) else value
