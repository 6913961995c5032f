"""What a question says in a clause of its own: whom it leaves out, and what was before or after which event."""

import re
from typing import Literal, NamedTuple, TypeAlias

How: TypeAlias = Literal["before", "after", "without"]
"""Whether what is asked for was before or after an event, or is anybody but the one named."""

_LEADS: dict[str, How] = {
    "before": "before",
    "prior to": "before",
    "after": "after",
    "following": "after",
    "besides": "without",
    "beside": "without",
    "apart from": "without",
    "aside from": "without",
    "other than": "without",
    "except for": "without",
    "except": "without",
}
_LEAD = "|".join(_LEADS)
_FIRST = re.compile(rf"(?P<lead>{_LEAD})\s+(?P<clause>[^,?]+),\s*(?P<rest>.+)", re.I | re.S)
_LAST = re.compile(
    rf"(?P<rest>.+?),?\s+(?P<lead>{_LEAD})\s+(?P<clause>(?!\d)[^,?]+?)[?.!\s]*", re.I | re.S
)
_FRONTED = re.compile(
    r"(?P<clause>(?:in|at|on|during|with|for|from|under|within|between|about|regarding|concerning|of)\s+[^,?]+),\s*"
    r"(?P<rest>[^?]+?)[?.!\s]*",
    re.I,
)


class Clause(NamedTuple):
    """A question without one of its clauses, and that clause."""

    question: str
    how: How
    said: str


def clause_of(question: str) -> Clause | None:
    """The clause of a question that leaves somebody out or speaks of another event; None where it has none."""
    found = _FIRST.fullmatch(question.strip()) or _LAST.fullmatch(question.strip())
    if found is None:
        return None
    how = _LEADS[found["lead"].casefold()]
    return Clause(found["rest"].strip(), how, found["clause"].strip())


def put_last(question: str) -> str:
    """The question with a clause that stands before it, set off by a comma, at its end."""
    found = _FRONTED.fullmatch(question.strip())
    if found is None:
        return question
    clause = found["clause"]
    return f"{found['rest']} {clause[0].lower()}{clause[1:]}"
