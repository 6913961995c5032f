"""What a question says in a clause of its own: whom it leaves out, before which event, at which others they were."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from graph.asking.grammar import grammar, low
from graph.asking.matching import Bindings, match
from graph.asking.words import Token, tokens_of, written

Tokens: TypeAlias = tuple[Token, ...]
How: TypeAlias = Literal["before", "after", "during", "without"]
"""Whether what is asked for was before, after or during an event, or is anybody but the one named."""
_END = r"[?.!\s]*"


class Clause(NamedTuple):
    """A question without one of its clauses, and that clause."""

    question: str
    how: How
    said: str


class Comparison(NamedTuple):
    """A question about who was at events without the others at which they were as well, or not, and these."""

    question: str
    how: Literal["also", "nor"]
    said: str


class Told(NamedTuple):
    """A question, and whose words are to answer it."""

    question: str
    speaker: Tokens


def clause_of(question: str) -> Clause | None:
    """The clause of a question that leaves somebody out or speaks of another event; None where it has none."""
    matches = (pattern.fullmatch(question.strip()) for pattern in _patterns())
    found = next((match for match in matches if match), None)
    if found is None:
        return None
    how = grammar().clauses.how(found["lead"].casefold())
    opening = found.groupdict().get("opening", "")
    return Clause(f"{opening} {found['rest']}".strip(), how, found["clause"].strip())


def comparisons(question: str) -> Iterator[Comparison]:
    """Each way of taking the question as one about who was at events and at others as well, or not."""
    tokens = tokens_of(question)
    words = frozenset(low(tokens))
    for how, sayings in grammar().comparisons.items():
        for saying in sayings:
            if saying.may_match(words):
                for bindings in match(saying.start, tokens):
                    asked, others = _slots(tokens, bindings, "others")
                    yield Comparison(_said(asked), how, written(_events(others)))


def tellings(question: str) -> Iterator[Told]:
    """Each way of taking the question as one after what somebody says, those of the longest name first."""
    tokens = tokens_of(question)
    words = frozenset(low(tokens))
    leads = frozenset[tuple[str, ...]]().union(*grammar().prepositions.values())
    found: list[Told] = []
    for saying in grammar().tellings:
        if saying.may_match(words):
            for bindings in match(saying.start, tokens):
                asked, speaker = _slots(tokens, bindings, "speaker")
                if low(asked[-1][:1]) not in leads:  # "what did X say about Y" asks for no event
                    found.append(Told(_said(asked), speaker))
    yield from sorted(found, key=lambda told: -len(told.speaker))


def _slots(tokens: Tokens, bindings: Bindings, other: str) -> tuple[list[Tokens], Tokens]:
    """The words in each slot that is part of the question, and those in the other slot."""
    asked = [tokens[a:b] for name, a, b in bindings if name != other]
    (others,) = [tokens[a:b] for name, a, b in bindings if name == other]
    return asked, others


def _events(tokens: Tokens) -> Tokens:
    """The words with those that stand for events already spoken of put as the noun: "the one in Riga"."""
    stands_for = grammar().stands_for
    return tuple(t._replace(text=stands_for.get(t.low, t.text)) for t in tokens)


def _said(parts: Iterable[Tokens]) -> str:
    return " ".join(map(written, parts))


def put_last(question: str) -> str:
    """The question with a clause that stands before it, set off by a comma, at its end."""
    found = _fronted().fullmatch(question.strip())
    if found is None:
        return question
    clause = found["clause"]
    return f"{found['rest']} {clause[0].lower()}{clause[1:]}"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A clause before its question, a name behind its first word, and a clause at its end.

    There, what begins with a number is a date.
    """
    known = grammar().clauses
    name = r"(?P<clause>(?-i:[A-Z])[\w’'.-]*(?:\s+(?-i:[A-Z])[\w’'.-]*)*)"
    without = rf"(?P<lead>{_any(known.without)})"
    lead = rf"(?P<lead>{_any((*known.before, *known.after, *known.during, *known.without))})"
    return (
        re.compile(rf"{lead}\s+(?P<clause>[^,?]+),\s*(?P<rest>.+)", re.I | re.S),
        re.compile(
            rf"(?P<opening>who|whom)\s+{without}\s+{name}\s+(?P<rest>(?-i:[a-z]).+)", re.I | re.S
        ),
        re.compile(rf"(?P<rest>.+?),?\s+{lead}\s+(?P<clause>(?!\d)[^,?]+?){_END}", re.I | re.S),
    )


@cache
def _fronted() -> re.Pattern[str]:
    lead = _any(grammar().clauses.fronted)
    return re.compile(rf"(?P<clause>(?:{lead})\s+[^,?]+),\s*(?P<rest>[^?]+?){_END}", re.I)


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
