"""The Cypher of the product: one statement a file in `graph/cypher/`, its values only as parameters.

The first line of a file is its signature: `// name($parameter, …) -> column, …`. Where a file has
`__Label__`, one statement is made for each kind of node, since Cypher takes no label as a parameter.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ontology.terms import NodeKind

_SIGNATURE = re.compile(r"// (?P<name>\w+)\((?P<parameters>[^)]*)\)(?: -> (?P<columns>.+))?\n")
_LABEL = "__Label__"


class Statement(NamedTuple):
    """One Cypher statement: its name, text, and the names of its parameters and columns."""

    name: str
    text: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]


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
    text = template.text.replace(_LABEL, kind.value)
    return template._replace(name=f"{name}_{kind.lower()}", text=text)


def is_for_kinds(name: str) -> bool:
    """Does the file stand for one statement a kind of node?"""
    return _LABEL in statement(name).text
