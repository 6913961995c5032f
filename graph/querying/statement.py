"""The check of a statement: one reading query of the grammar here, or an error that says why not.

What is not in this grammar is refused, whatever a server would make of it. So are the few things of reading Cypher in
which no server can be stopped: lists within lists, lists of numbers, `reduce`, slow regular expressions.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import JsonValue

from graph.querying.expressions import Expressions, check_regular_expression
from graph.querying.tokens import Kind, tokens
from ontology.errors import InvalidInput


class Checked(NamedTuple):
    """A statement that only reads, without its comments."""

    text: str
    parameters: Mapping[str, JsonValue]
    columns: Sequence[str]
    """Of its rows; empty where `*` stands for some."""


def checked(statement: str, parameters: Mapping[str, JsonValue] | None = None) -> Checked:
    """The statement as a server may have it; raises InvalidSyntax, RefusedStatement and InvalidInput."""
    given = dict(parameters or {})
    grammar = _Statement(statement, found := tokens(statement))
    columns = grammar.whole()
    _check_parameters(grammar, given)
    return Checked(found.text, given, columns)


def _check_parameters(grammar: "_Statement", given: Mapping[str, JsonValue]) -> None:
    if missing := sorted(grammar.parameters - set(given)):
        raise InvalidInput(
            f"The statement has the parameter ${missing[0]}, and no value is given for it",
            f"Give one: --parameter {missing[0]}=JSON, or over HTTP in `parameters`",
        )
    if unused := sorted(set(given) - grammar.parameters):
        raise InvalidInput(
            f"The statement has no parameter ${unused[0]}",
            f"Write ${unused[0]} in it, or leave it out",
        )
    for name in sorted(grammar.patterns_given):
        if isinstance(pattern := given[name], str):
            check_regular_expression(pattern)


class _Statement(Expressions):
    """Reads clauses."""

    def whole(self) -> Sequence[str]:
        """Reads all, and gives the columns; raises InvalidSyntax and RefusedStatement."""
        columns = self._query()
        self.expect_end()
        return columns

    def subquery(self) -> None:
        """Reads a pattern alone, or a query, which then need not return anything."""
        if self.is_sign("(") or (self.is_name() and self.is_sign("=", 1)):
            self.patterns()
            self._where()
        else:
            self._query(returns=False)

    def _query(self, *, returns: bool = True) -> Sequence[str]:
        """The columns, which are those of each part of a UNION."""
        columns = self._single(returns=returns)
        while self.word("UNION"):
            self.word("ALL")
            self._single(returns=returns)
        return columns

    def _single(self, *, returns: bool) -> Sequence[str]:
        while not self.word("RETURN"):
            if not returns and self.is_sign("}"):
                return ()
            self._clause()
        self.one_clause()
        return self._projected_rows()

    def _clause(self) -> None:
        self.one_clause()
        if self.word("OPTIONAL"):
            self.expect("MATCH")
            self._match()
        elif self.word("MATCH"):
            self._match()
        elif self.word("UNWIND"):
            self._unwind()
        elif self.word("WITH"):
            self._projected_rows()
            self._where()
        elif self.word("CALL"):
            self._call_subquery()
        else:
            raise self.unexpected("RETURN or another clause")

    def _match(self) -> None:
        self.patterns()
        self._where()

    def _where(self) -> None:
        if self.word("WHERE"):
            self.expression()

    def _unwind(self) -> None:
        if self.is_word("RANGE") and self.is_sign("(", 1):
            self.take()
            self.expect("(")
            self.expressions()
            self.expect(")")
        else:
            self.expression()
        self.expect("AS")
        self.name()

    def _call_subquery(self) -> None:
        if self.is_name():
            raise self.refused("A procedure", "Only CALL { } and CALL (x) { } can be used")
        if self.sign("("):
            self._scope()
        self.expect("{")
        self._query()
        self.expect("}")

    def _scope(self) -> None:
        if not self.sign("*") and not self.is_sign(")"):
            self.name()
            while self.sign(","):
                self.name()
        self.expect(")")

    def _projected_rows(self) -> Sequence[str]:
        """The columns; none where `*` stands for some."""
        self.word("DISTINCT")
        columns = [] if (every := self.sign("*")) else [self._column()]
        while self.sign(","):
            columns.append(self._column())
        if self.word("ORDER"):
            self.expect("BY")
            self._order()
            while self.sign(","):
                self._order()
        for word in ("SKIP", "LIMIT"):
            if self.word(word):
                self.expression()
        return () if every else columns

    def _column(self) -> str:
        """Its name, which without AS is the expression as it is written."""
        first = self.ahead()
        self.expression()
        if self.word("AS"):
            return self.name()
        written = self.since(first.start)
        return (
            written.strip("`") if first.kind is Kind.QUOTED and written == first.text else written
        )

    def _order(self) -> None:
        self.expression()
        self.word("ASC", "ASCENDING", "DESC", "DESCENDING")
