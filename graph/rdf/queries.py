"""What statements of the catalogue ask, in SPARQL of the graph as RDF: one query a file in `graph/sparql/`.

A file has the name of its statement; its first line is its signature: `# name($parameter: holds, …) -> column, …`.
A value is held as in the field of a record: as a `node`, a `concept` or a literal of a datatype. A list is written
as VALUES wants it, and with commas in parentheses; `$list.key` of a list of maps is rows of a number and a value.
A parameter with `?` restricts nothing where it is null or empty: the lines that name it are left out then.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple, cast

from graph.rdf.resources import term
from graph.store import Value
from ontology.records import PREFIXES

_SIGNATURE = re.compile(r"# (?P<name>\w+)\((?P<parameters>[^)]*)\) -> (?P<columns>.+)\n")
_PARAMETER = re.compile(r"\$(?P<name>[\w.]+)(?P<optional>\??): (?P<holds>\S+)")
_NAMED = re.compile(r"(?P<listed>\(?)\$(?P<name>\w+(?:\.\w+)?)")


class Parameter(NamedTuple):
    """What a parameter holds, and whether it need not be given."""

    holds: str
    optional: bool


class Query(NamedTuple):
    """One SPARQL query with the parameters that are written into it, and its columns."""

    name: str
    text: str
    parameters: Mapping[str, Parameter]
    columns: tuple[str, ...]

    def with_values(self, values: Mapping[str, Value]) -> str:
        """The query with its parameters written in; raises ValueError for what cannot be such a value."""
        absent = {
            name
            for name, parameter in self.parameters.items()
            if parameter.optional and values[name] in (None, [], ())
        }
        lines = self.text.splitlines(keepends=True)
        kept = (line for line in lines if absent.isdisjoint(_names_in(line)))
        return _NAMED.sub(lambda found: self._written(found, values), "".join(kept)).strip()

    def _written(self, found: re.Match[str], values: Mapping[str, Value]) -> str:
        name, _, key = found["name"].partition(".")
        holds, value = self.parameters[found["name"]].holds, values[name]
        if key:
            maps = enumerate(cast("Sequence[Mapping[str, Sequence[Value]]]", value))
            rows = (f"({at} {term(holds, each)})" for at, one in maps for each in one[key])
            return found["listed"] + " ".join(rows)
        each = value if isinstance(value, list | tuple) else (value,)
        terms = (str(term(holds, one)) for one in each)
        return found["listed"] + (", " if found["listed"] else " ").join(terms)


def _names_in(line: str) -> list[str]:
    return [found["name"] for found in _NAMED.finditer(line)]


def names() -> list[str]:
    """The names of all queries, sorted."""
    return sorted(
        each.name.removesuffix(".rq")
        for each in files("graph").joinpath("sparql").iterdir()
        if each.name.endswith(".rq")
    )


@cache
def query(name: str) -> Query:
    """The query of a file; raises ValueError where the file's signature is not its name's."""
    source = files("graph").joinpath("sparql", f"{name}.rq").read_text("utf-8")
    signature = _SIGNATURE.match(source)
    if signature is None or signature["name"] != name:
        raise ValueError(f"{name}.rq must begin with '# {name}($parameters) -> columns'")
    return Query(
        name,
        source[signature.end() :],
        {
            each["name"]: Parameter(_full(each["holds"].rstrip(",")), bool(each["optional"]))
            for each in _PARAMETER.finditer(signature["parameters"])
        },
        tuple(signature["columns"].split(", ")),
    )


def _full(holds: str) -> str:
    """What a parameter holds as fields say it: datatypes by their whole names."""
    prefix, colon, local = holds.partition(":")
    return PREFIXES[prefix] + local if colon else holds
