"""The rows of a statement of Cypher."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, overload

from pydantic import JsonValue

from actorgraph.frames import frame
from api.cypher import CypherAnswer

if TYPE_CHECKING:
    from pandas import DataFrame

Row: TypeAlias = Mapping[str, JsonValue]


class Found(Sequence[Row]):
    """Rows, each with its columns by name; `truncated` says that there are more."""

    def __init__(self, answer: CypherAnswer) -> None:
        """Keeps the rows as they are."""
        self.columns = tuple(answer.columns)
        self.truncated = answer.truncated
        self._rows = tuple(answer.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        more = " and more" if self.truncated else ""
        return f"<{len(self)} rows{more} of {', '.join(self.columns)}>"

    def to_pandas(self) -> "DataFrame":
        """A table with a row for each; raises MissingPart."""
        return frame(self._rows, self.columns)
