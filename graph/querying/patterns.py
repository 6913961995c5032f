"""The grammar of patterns: nodes and the relationships between them."""

from abc import ABC, abstractmethod

from graph.querying.cursor import Cursor
from graph.querying.tokens import Kind

_SHORTEST = ("SHORTESTPATH", "ALLSHORTESTPATHS")


class Patterns(Cursor, ABC):
    """Reads patterns; raises InvalidSyntax and RefusedStatement."""

    @abstractmethod
    def expression(self) -> None:
        """Reads an expression."""

    @abstractmethod
    def properties(self) -> None:
        """Reads a map of properties."""

    def patterns(self) -> None:
        """Reads patterns, parted by commas."""
        self.pattern()
        while self.sign(","):
            self.pattern()

    def pattern(self) -> None:
        """Reads a pattern, which may have a name."""
        if self.is_name() and self.is_sign("=", 1):
            self.name()
            self.take()
        if self.is_shortest():
            self.shortest()
        else:
            self.chain()

    def is_shortest(self) -> bool:
        """Does a shortest path begin here?"""
        return self.is_word(*_SHORTEST) and self.is_sign("(", 1)

    def shortest(self) -> None:
        """Reads a shortest path."""
        self.take()
        self.expect("(")
        self.chain()
        self.expect(")")

    def chain(self) -> None:
        """Reads nodes and the relationships between them."""
        self._node()
        while self._begins_relationship():
            self._relationship()
            self._node()

    def begins_chain(self) -> bool:
        """Do a node and a relationship begin here, and not an expression in brackets?"""
        if not self.is_sign("("):
            return False
        after = self.behind_bracket()
        named = self.is_name(1)
        follows = 2 if named else 1
        is_node = any(self.is_sign(each, follows) for each in (")", ":", "{"))
        is_node = is_node or self.is_word("WHERE", more=follows)
        return is_node and self._begins_relationship(after)

    def _begins_relationship(self, more: int = 0) -> bool:
        more += self.is_sign("<", more)
        if not self.is_sign("-", more):
            return False
        if self.is_sign("[", more + 1):
            return True
        more += 2 + self.is_sign(">", more + 2)
        return self.is_sign("-", more - 1 - self.is_sign(">", more - 1)) and self.is_sign("(", more)

    def _node(self) -> None:
        self.expect("(")
        self._filled()
        self.expect(")")

    def _relationship(self) -> None:
        self.one_relationship()
        self.sign("<")
        self.expect("-")
        if self.sign("["):
            self._filled(relationship=True)
            self.expect("]")
        self.expect("-")
        self.sign(">")

    def _filled(self, *, relationship: bool = False) -> None:
        """Reads name, labels or types, length, properties and condition."""
        if self.is_name() and not self.is_word("WHERE"):
            self.name()
        if self.sign(":"):
            self.labels()
        if relationship and self.sign("*"):
            self._length()
        if self.is_sign("{"):
            self.properties()
        elif self.ahead().kind is Kind.PARAMETER:
            raise self.refused("A parameter for all properties", "Write {name: $name}")
        if self.word("WHERE"):
            self.expression()

    def labels(self) -> None:
        """Reads labels or types and how they are combined."""
        self.sign("!")
        self.key()
        while self.sign("|", "&", ":"):
            self.sign("!", ":")
            self.key()

    def _length(self) -> None:
        self._number()
        if self.sign(".."):
            self._number()

    def _number(self) -> None:
        if self.ahead().kind is Kind.NUMBER:
            self.take()
