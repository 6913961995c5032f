"""The grammar of expressions. Which operator binds first is the server's to know: here they stand in a row."""

import re
from abc import abstractmethod

from graph.querying.allowed import FUNCTIONS, OTHER_COMMANDS, hint
from graph.querying.patterns import Patterns
from graph.querying.tokens import Kind
from ontology.errors import RefusedStatement

_REPETITIONS = 2
_BINARY = ("=", "<>", "<", "<=", ">", ">=", "-", "*", "/", "%", "^")
_WORDS = ("AND", "OR", "XOR", "IN", "CONTAINS")
_EACH = ("ALL", "ANY", "NONE", "SINGLE")
_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")
_CONSTANTS = (Kind.NUMBER, Kind.TEXT)


def check_regular_expression(pattern: str) -> None:
    """Raises RefusedStatement for one that could take for ever: nothing can stop a server in it."""
    plain = re.sub(r"\[(?:[^\]\\]|\\.)*\]", "x", re.sub(r"\\[^0-9kpPQE]", "x", pattern))
    if "\\" in plain or "[" in plain or re.search(r"\)[*+?{]", plain):
        raise RefusedStatement(
            "This regular expression is not allowed: it repeats a group, or has an escape that is not known",
            "Use CONTAINS, STARTS WITH, ENDS WITH, or a pattern such as '(?i).*minist.*'",
        )
    if len(re.findall(r"[*+{]", plain)) > _REPETITIONS:
        raise RefusedStatement(
            f"This regular expression is not allowed: it has more than {_REPETITIONS} repetitions",
            "Join several conditions with AND",
        )


class Expressions(Patterns):
    """Reads expressions; raises InvalidSyntax and RefusedStatement."""

    @abstractmethod
    def subquery(self) -> None:
        """Reads what stands between the braces of EXISTS, COUNT and COLLECT."""

    def expression(self) -> None:
        """Reads operands with operators between them."""
        links = self._operand()
        while self._operator():
            links += 1 + self._operand()
            self.check_chain(links)

    def expressions(self) -> None:
        """Reads expressions, parted by commas."""
        self.expression()
        while self.sign(","):
            self.expression()

    def properties(self) -> None:
        """Reads a map."""
        self.expect("{")
        if self.sign("}"):
            return
        self._entry()
        while self.sign(","):
            self._entry()
        self.expect("}")

    # ------------------------------------------------------------- operators

    def _operator(self) -> bool:
        if self.sign("+", "||"):
            self.grow()
            return True
        if self.word("STARTS", "ENDS"):
            self.expect("WITH")
            return True
        return self.sign(*_BINARY) or self.word(*_WORDS)

    def _operand(self) -> int:
        """How many signs and properties it has."""
        links = 0
        while self.sign("+", "-") or self.word("NOT"):
            links += 1
        self._atom()
        while self._postfix():
            links += 1
        self.check_chain(links)
        return links

    def _postfix(self) -> bool:
        if self.sign("."):
            self.key()
        elif self.sign(":"):
            self.labels()
        elif self.sign("["):
            self._subscript()
        elif self.sign("=~"):
            self._regular_expression()
        elif self.word("IS"):
            self.word("NOT")
            self.expect("NULL")
        else:
            return False
        return True

    def _subscript(self) -> None:
        if not self.is_sign(".."):
            self.expression()
        if self.sign("..") and not self.is_sign("]"):
            self.expression()
        self.expect("]")

    def _regular_expression(self) -> None:
        self.not_iterating("A regular expression")
        if self.ahead().kind is Kind.PARAMETER:
            self.patterns_given.add(self.parameter())
        elif self.ahead().kind is Kind.TEXT:
            check_regular_expression(self.take().text[1:-1].replace("\\\\", "\\"))
        else:
            raise self.refused(
                "A regular expression that is computed", "Write it, or give it as a parameter"
            )

    # ------------------------------------------------------------- operands

    def _atom(self) -> None:
        token = self.ahead()
        if token.kind in _CONSTANTS or self.is_word("TRUE", "FALSE", "NULL"):
            self.take()
        elif token.kind is Kind.PARAMETER:
            self.parameter()
        elif self.is_sign("("):
            self._bracketed()
        elif self.is_sign("["):
            self._list()
        elif self.is_sign("{"):
            self.properties()
        elif self.is_name():
            self._named()
        else:
            raise self.unexpected("a value")

    def _bracketed(self) -> None:
        if self.begins_chain():
            self.chain()
            return
        self.take()
        self.expression()
        self.expect(")")

    def _named(self) -> None:
        if self.is_word("CASE"):
            self._case()
        elif self.is_word(*_SUBQUERIES) and self.is_sign("{", 1):
            self.not_iterating("A subquery")
            self.take()
            self.expect("{")
            self.subquery()
            self.expect("}")
        elif self.is_word(*_EACH) and self.is_sign("(", 1):
            self.take()
            self.take()
            self._each()
            self.expect(")")
        elif self.is_shortest():
            self.shortest()
        elif (parts := self._function_ahead()) > 0:
            self._call(parts)
        else:
            self.name()
            if self.is_sign("{"):
                self._projection()

    def _case(self) -> None:
        self.take()
        with self.within_case():
            if not self.is_word("WHEN"):
                self.expression()
            self.expect("WHEN")
            self._when()
            while self.word("WHEN"):
                self._when()
            if self.word("ELSE"):
                self.expression()
        self.expect("END")

    def _when(self) -> None:
        self.expression()
        self.expect("THEN")
        self.expression()

    def _function_ahead(self) -> int:
        """How many tokens the name of a function takes that is called here; 0 where none is."""
        more = 1
        while self.is_sign(".", more) and self.is_name(more + 1):
            more += 2
        return more if self.is_sign("(", more) else 0

    def _call(self, parts: int) -> None:
        name = "".join(self.ahead(more).text for more in range(parts)).lower()
        if name.upper() in OTHER_COMMANDS:
            raise self.unexpected("a value")
        if name not in FUNCTIONS:
            raise self.refused(f"The function {name}", hint(name))
        for _ in range(parts + 1):
            self.take()
        self._arguments()
        self.expect(")")

    def _arguments(self) -> None:
        if self.is_sign(")") or self.sign("*"):
            return
        self.word("DISTINCT")
        self.expressions()

    # ------------------------------------------------------------- lists and maps

    def _list(self) -> None:
        self.expect("[")
        if self.is_name(0) and self.is_word("IN", more=1):
            self._each()
        elif self.begins_chain() or self._begins_named_chain():
            self._of_patterns()
        elif not self.is_sign("]"):
            self._element()
            while self.sign(","):
                self._element()
        self.expect("]")

    def _begins_named_chain(self) -> bool:
        return self.is_name() and self.is_sign("=", 1) and self.is_sign("(", 2)

    def _each(self) -> None:
        """Reads what is done with each element of a list."""
        self.name()
        self.expect("IN")
        self.expression()
        with self.iterating():
            if self.word("WHERE"):
                self.expression()
            if self.sign("|"):
                self.expression()

    def _of_patterns(self) -> None:
        """Reads what is done with each match of a pattern."""
        self.not_iterating("A pattern")
        self.pattern()
        if self.word("WHERE"):
            self.expression()
        self.expect("|")
        self.expression()

    def _element(self) -> None:
        """One of a list or map; what is a whole value of its own is one value more."""
        constant = self.ahead().kind in _CONSTANTS or self.is_word("TRUE", "FALSE", "NULL")
        if not constant and not self.is_sign(".", 1):
            self.grow()
        self.expression()

    def _entry(self) -> None:
        self.key()
        self.expect(":")
        self._element()

    def _projection(self) -> None:
        """Reads which properties of a node a map is to have."""
        self.expect("{")
        if not self.is_sign("}"):
            self._projected()
            while self.sign(","):
                self._projected()
        self.expect("}")

    def _projected(self) -> None:
        if self.sign("."):
            if not self.sign("*"):
                self.key()
        elif self.is_sign(":", 1):
            self._entry()
        else:
            self.grow()
            self.name()
