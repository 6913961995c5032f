"""What a question says in a clause of its own: whom it leaves out, and what was before or after which event."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from graph.asking.grammar import grammar

How: TypeAlias = Literal["before", "after", "without"]
"""Whether what is asked for was before or after an event, or is anybody but the one named."""
_END = r"[?.!\s]*"


class Clause(NamedTuple):
    """A question without one of its clauses, and that clause."""

    question: str
    how: How
    said: str


def clause_of(question: str) -> Clause | None:
    """The clause of a question that leaves somebody out or speaks of another event; None where it has none."""
    first, last = _patterns()
    found = first.fullmatch(question.strip()) or last.fullmatch(question.strip())
    if found is None:
        return None
    how = grammar().clauses.how(found["lead"].casefold())
    return Clause(found["rest"].strip(), how, found["clause"].strip())


def put_last(question: str) -> str:
    """The question with a clause that stands before it, set off by a comma, at its end."""
    found = _fronted().fullmatch(question.strip())
    if found is None:
        return question
    clause = found["clause"]
    return f"{found['rest']} {clause[0].lower()}{clause[1:]}"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A clause before its question, and one behind it: there, what begins with a number is a date."""
    known = grammar().clauses
    lead = rf"(?P<lead>{_any((*known.before, *known.after, *known.without))})"
    return (
        re.compile(rf"{lead}\s+(?P<clause>[^,?]+),\s*(?P<rest>.+)", re.I | re.S),
        re.compile(rf"(?P<rest>.+?),?\s+{lead}\s+(?P<clause>(?!\d)[^,?]+?){_END}", re.I | re.S),
    )


@cache
def _fronted() -> re.Pattern[str]:
    lead = _any(grammar().clauses.fronted)
    return re.compile(rf"(?P<clause>(?:{lead})\s+[^,?]+),\s*(?P<rest>[^?]+?){_END}", re.I)


def _any(phrases: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
