"""The Cypher of the product: one statement a file in `graph/cypher/`, its values only as parameters.

The first line of a file is its signature: `// name($parameter, …) -> column, …`. Cypher takes no
label or type as a parameter: where a file has `__Label__`, one statement is made for each kind of
node, and where it has `__Type__`, `__Start__` and `__End__`, one for each kind of derived edge. One that
ends with `__Page__` lists things as `id` and `key`, and goes on as one of the `Page` files says.
"""

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ontology.terms import NodeKind

_SIGNATURE = re.compile(r"// (?P<name>\w+)\((?P<parameters>[^)]*)\)(?: -> (?P<columns>.+))?\n")


class Link(StrEnum):
    """The types of edge that follow from no one relation: within what a report says, and from it to the world."""

    QUOTED_FROM = "QUOTED_FROM"
    NAMED_IN = "NAMED_IN"
    STATED_IN = "STATED_IN"
    SUBJECT = "SUBJECT"
    OBJECT = "OBJECT"
    IN_EVENT = "IN_EVENT"
    CORE = "CORE"
    CONTEXT = "CONTEXT"
    RESOLVES_TO = "RESOLVES_TO"
    BROADER = "BROADER"


class Statement(NamedTuple):
    """One Cypher statement: its name, text, and the names of its parameters and columns."""

    name: str
    text: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]


class EdgeKind(NamedTuple):
    """A kind of derived edge: its type, and the kinds of node that it links."""

    type: str
    start: NodeKind
    end: NodeKind


class Page(StrEnum):
    """The files with which a statement that lists things can end: a part of the list by its key, or how long it is."""

    ASCENDING = "page_ascending"
    DESCENDING = "page_descending"
    COUNT = "page_count"


def names() -> list[str]:
    """The names of all statements, sorted."""
    found = (each.name for each in files("graph").joinpath("cypher").iterdir())
    return sorted(name.removesuffix(".cypher") for name in found if name.endswith(".cypher"))


def _parts(listed: str | None) -> tuple[str, ...]:
    return tuple(
        part.strip().removeprefix("$") for part in (listed or "").split(",") if part.strip()
    )


@cache
def statement(name: str) -> Statement:
    """The statement of a file; raises ValueError where the file's signature is not its name's."""
    source = files("graph").joinpath("cypher", f"{name}.cypher").read_text("utf-8")
    signature = _SIGNATURE.match(source)
    if signature is None or signature["name"] != name:
        raise ValueError(f"{name}.cypher must begin with '// {name}($parameters) -> columns'")
    return Statement(
        name,
        source[signature.end() :],
        _parts(signature["parameters"]),
        _parts(signature["columns"]),
    )


@cache
def for_kind(name: str, kind: NodeKind) -> Statement:
    """The statement of a file with `__Label__`, for one kind of node."""
    template = statement(name)
    text = template.text.replace("__Label__", kind)
    return template._replace(name=f"{name}_{kind.lower()}", text=text)


@cache
def for_edge(name: str, kind: EdgeKind) -> Statement:
    """The statement of a file with `__Type__`, `__Start__` and `__End__`, for one kind of edge."""
    template = statement(name)
    text = template.text
    for mark, word in zip(("__Type__", "__Start__", "__End__"), kind, strict=True):
        text = text.replace(mark, word)
    return template._replace(name="_".join((name, *kind)).lower(), text=text)


@cache
def for_page(name: str, page: Page) -> Statement:
    """The statement of a file with `__Page__`, for one way to end it."""
    template, end = statement(name), statement(page.value)
    return Statement(
        f"{name}_{page.name.lower()}",
        template.text.replace("__Page__\n", end.text),
        (*template.parameters, *end.parameters),
        end.columns,
    )
