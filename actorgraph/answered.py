"""The answer to a question: its lines, each with the words that say so, and what was run."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from pydantic import JsonValue

from actorgraph.frames import frame
from graph.asking import Answer, Evidence

if TYPE_CHECKING:
    from pandas import DataFrame

COLUMNS = ("answer", "quote", "file", "page", "status", "event", "date", "claim")
"""Of the table of an answer."""


class Line(NamedTuple):
    """One answer and the words that say so."""

    answer: str
    evidence: tuple[Evidence, ...]

    def __str__(self) -> str:
        """The answer alone."""
        return self.answer


class Answered(Sequence[Line]):
    """The lines of one answer; none where the reports do not say, or where `refused` says what was not understood."""

    def __init__(self, found: Answer) -> None:
        """Puts the evidence to the answers that it supports."""
        self._found = found
        evidence: dict[str, list[Evidence]] = defaultdict(list)
        for each in found.evidence:
            evidence[each.answer].append(each)
        self._lines = tuple(Line(each, tuple(evidence[each])) for each in found.answers)

    @overload
    def __getitem__(self, index: int) -> Line: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Line, ...]: ...

    def __getitem__(self, index: int | slice) -> Line | tuple[Line, ...]:
        return self._lines[index]

    def __len__(self) -> int:
        return len(self._lines)

    def __repr__(self) -> str:
        told = self.refused or "; ".join(map(str, self)) or "nothing that was read answers this"
        return f"<{self.question} {told}>"

    @property
    def question(self) -> str:
        """The question as it was put."""
        return self._found.question

    @property
    def understood(self) -> str:
        """How the question was read, in words."""
        return self._found.understood

    @property
    def refused(self) -> str | None:
        """What was not understood, and what can be asked; None where the question was read."""
        return self._found.refused

    @property
    def cypher(self) -> str:
        """The query that was run."""
        return self._found.cypher

    @property
    def parameters(self) -> Mapping[str, JsonValue]:
        """The parameters of the query."""
        return self._found.parameters

    @property
    def sparql(self) -> str:
        """The same asked of the graph as RDF; several queries are told apart by `# 1 of 2`."""
        return self._found.sparql

    def to_pandas(self) -> "DataFrame":
        """A table with a row for each quote that supports an answer; raises MissingPart."""
        rows = [each.model_dump(mode="json", include=set(COLUMNS)) for each in self._found.evidence]
        return frame(rows, COLUMNS)
