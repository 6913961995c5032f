"""The words of a query: what is wrong with one that cannot be read, and in which order it names its variables."""

import re
from collections.abc import Sequence

_PLACE = re.compile(r"error at (\d+):(\d+): ", re.ASCII)
_PREFIX = re.compile(r"([A-Za-z][\w.-]*)?:(?!//)")
_SILENT = re.compile(r"<[^<>\s]*>|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|#[^\n]*")
"""Names and texts, in which words mean nothing, and comments; an open one stays."""
_FIRST_SELECT = re.compile(r"\bSELECT\b\s*(?:(?:DISTINCT|REDUCED)\b\s*)?(\*)?", re.IGNORECASE)
_UPDATE = re.compile(
    r"(?:\s|#[^\n]*\n|PREFIX\s+\S*\s*<[^>]*>|BASE\s+<[^>]*>)*"
    r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b",
    re.IGNORECASE,
)
_NEAR = 30
"""Characters that are shown of where reading stopped."""


def reason(query: str, error: SyntaxError | ValueError) -> str:
    """Why a query cannot be read and where, in place of what its parser would have liked to read instead."""
    told = str(error)
    place = _PLACE.search(told)
    if _UPDATE.match(query):
        return "nothing can be changed here, only asked"
    if place is None:
        return told
    line, column = int(place[1]), int(place[2])
    before, after = _around(query, line, column)
    near = f"before {after[:_NEAR]!r}" if after else "where it ends"
    return f"{_fault(told, before)} at line {line}, column {column}, {near}"


def _around(query: str, line: int, column: int) -> tuple[str, str]:
    """The text before a place, and what follows it in its line."""
    lines = query.split("\n")
    head, rest = lines[: line - 1], lines[line - 1] if line <= len(lines) else ""
    return "\n".join([*head, rest[: column - 1]]), rest[column - 1 :].strip()


def _fault(told: str, before: str) -> str:
    if "Prefix not found" in told:
        prefixes = [found[0] for found in _PREFIX.finditer(_SILENT.sub(" ", before))]
        named = f" {prefixes[-1]}" if prefixes else ""
        return f"the prefix{named} is not declared,"
    if "variable that is unbound" in told:
        return "it selects a variable that is neither grouped by nor counted,"
    if "IRI parsing failed" in told:
        return "an IRI is broken or not written in full,"
    return "it is no SPARQL"


def starred(query: str, names: Sequence[str]) -> list[int] | None:
    """Of `SELECT *` the variables by number in the order in which the query names them; None of other queries."""
    text = _SILENT.sub(" ", query)
    first = _FIRST_SELECT.search(text)
    if first is None or first[1] is None:
        return None
    places = [_first_place(text, name) for name in names]
    return sorted(range(len(names)), key=places.__getitem__)


def _first_place(text: str, name: str) -> int:
    found = re.search(rf"[?$]{re.escape(name)}(?!\w)", text)
    return found.start() if found else len(text)
