"""Reads the tokens of a statement one after another, and says where one is not as it must be."""

from collections.abc import Iterator
from contextlib import contextmanager

from graph.querying.allowed import OTHER_COMMANDS
from graph.querying.tokens import Kind, Token, Tokens, place
from ontology.errors import InvalidSyntax, RefusedStatement

_CLAUSES = "MATCH, OPTIONAL MATCH, UNWIND, WITH, CALL { }, UNION and RETURN"
_CASES = 10
"""CASE within CASE."""
_CHAIN = 60
"""Operators, signs and properties in a row: a server goes as deep."""
_RELATIONSHIPS = 20
_PARTS = 40
"""Clauses. What is the best way to answer takes a server long to think of where there are many."""
_GROWTH = 12
"""So many times a statement may make a larger value from smaller ones: each could double it."""


class Cursor:
    """A place among the tokens, and what was met on the way there."""

    def __init__(self, statement: str, tokens: Tokens) -> None:
        """At the first token."""
        self.parameters: set[str] = set()
        self.patterns_given: set[str] = set()
        """Parameters that are regular expressions."""
        self._statement = statement
        self._tokens = tokens
        self._at = 0
        self._iterating = False
        self._growth = 0
        self._cases = 0
        self._relationships = 0
        self._parts = 0

    def ahead(self, more: int = 0) -> Token:
        """A token that is not yet read; the end has no successor."""
        return self._tokens.all[min(self._at + more, len(self._tokens.all) - 1)]

    def is_sign(self, text: str, more: int = 0) -> bool:
        """Is that token this sign?"""
        token = self.ahead(more)
        return token.kind is Kind.SIGN and token.text == text

    def is_word(self, *words: str, more: int = 0) -> bool:
        """Is that token one of these keywords?"""
        token = self.ahead(more)
        return token.kind is Kind.WORD and token.text.upper() in words

    def is_name(self, more: int = 0) -> bool:
        """Can that token be a name?"""
        return self.ahead(more).kind in (Kind.WORD, Kind.QUOTED)

    def behind_bracket(self) -> int:
        """How far ahead the token is that follows the bracket which opens here."""
        return self._tokens.closing[self._at] + 1 - self._at

    def take(self) -> Token:
        """The token, read."""
        token = self.ahead()
        self._at += 1
        return token

    def sign(self, *signs: str) -> bool:
        """Reads one of these signs, if it is there."""
        found = any(map(self.is_sign, signs))
        self._at += found
        return found

    def word(self, *words: str) -> bool:
        """Reads one of these keywords, if it is there."""
        found = self.is_word(*words)
        self._at += found
        return found

    def expect(self, text: str) -> None:
        """Reads this sign or keyword; raises InvalidSyntax where it is not there."""
        if not (self.word(text) or self.sign(text)):
            raise self.unexpected(repr(text))

    def expect_end(self) -> None:
        """Raises InvalidSyntax and RefusedStatement where there is more."""
        if self.is_sign(";"):
            raise self.refused("A second statement", "Send one statement at a time")
        if self.ahead().kind is not Kind.END:
            raise self.unexpected("the end")

    def name(self) -> str:
        """Reads the name of a variable, given without its backticks."""
        if not self.is_name():
            raise self.unexpected("a name")
        if self.is_word(*OTHER_COMMANDS):
            raise self.refused(
                f"The name {self.ahead().text}", "Put it in backticks, or take another"
            )
        return self.take().text.strip("`")

    def since(self, start: int) -> str:
        """The text of the tokens that were read from this place of the statement on."""
        last = self._tokens.all[self._at - 1]
        return self._tokens.text[start : last.start + len(last.text)]

    def key(self) -> None:
        """Reads the name of a property, label or type, which may be any word."""
        if not self.is_name():
            raise self.unexpected("a name")
        self.take()

    def parameter(self) -> str:
        """Reads a parameter."""
        name = self.take().text[1:]
        self.parameters.add(name)
        return name

    @contextmanager
    def iterating(self) -> Iterator[None]:
        """While what is done for each element of a list is read: no server can be stopped in it."""
        if self._iterating:
            raise self.refused("A list within the work on each element of a list", "Use UNWIND")
        self._iterating = True
        yield
        self._iterating = False

    def not_iterating(self, what: str) -> None:
        """Raises RefusedStatement within the work on each element of a list."""
        if self._iterating:
            raise self.refused(f"{what} within the work on each element of a list", "Use UNWIND")

    @contextmanager
    def within_case(self) -> Iterator[None]:
        """While a CASE is read; raises RefusedStatement where too many are within each other."""
        self._cases += 1
        if self._cases > _CASES:
            raise self.refused(f"More than {_CASES} CASE within each other", "Use WITH")
        yield
        self._cases -= 1

    def one_relationship(self) -> None:
        """Counts a relationship; raises RefusedStatement where there are too many."""
        self._relationships += 1
        if self._relationships > _RELATIONSHIPS:
            raise self.refused(
                f"More than {_RELATIONSHIPS} relationships", "Ask in several statements"
            )

    def one_clause(self) -> None:
        """Counts a clause; raises RefusedStatement where there are too many."""
        self._parts += 1
        if self._parts > _PARTS:
            raise self.refused(f"More than {_PARTS} clauses", "Ask in several statements")

    def check_chain(self, links: int) -> None:
        """Raises RefusedStatement where an expression has more operators in a row than a server can follow."""
        if links > _CHAIN:
            raise self.refused(
                f"More than {_CHAIN} operators in a row", "Use IN with a list, or a parameter"
            )

    def grow(self, times: int = 1) -> None:
        """Counts what can make a value larger; raises RefusedStatement where it is too much."""
        self._growth += times
        if self._growth > _GROWTH:
            raise self.refused("So much joining of texts and lists", "Return the parts instead")

    def refused(self, what: str, hint: str) -> RefusedStatement:
        """Says that something is not allowed here."""
        return RefusedStatement(f"{what} is not allowed ({self.here()})", hint)

    def unexpected(self, wanted: str) -> InvalidSyntax | RefusedStatement:
        """Says what is there instead of what is wanted."""
        if self.is_word(*OTHER_COMMANDS):
            return self.refused(
                f"{self.ahead().text.upper()}", f"A statement only reads: {_CLAUSES}"
            )
        token = self.ahead()
        found = repr(token.text) if token.kind is not Kind.END else "the end"
        return InvalidSyntax(
            f"There is {found} at {self.here()}, where {wanted} should be",
            f"The clauses are {_CLAUSES}",
        )

    def here(self) -> str:
        """Where the cursor is, for people."""
        return place(self._statement, self.ahead().start)
