"""What a statement may use besides the grammar's clauses, as `allowed.toml` names it."""

import tomllib
from importlib.resources import files

_ALLOWED = tomllib.loads(files("graph.querying").joinpath("allowed.toml").read_text("utf-8"))

FUNCTIONS = frozenset(name for group in _ALLOWED["functions"].values() for name in group.split())
"""Functions, in lower case."""
OTHER_COMMANDS = frozenset(_ALLOWED["commands"].split())
"""Words that begin what is not allowed, in capitals."""
OPERATORS = frozenset(_ALLOWED["operators"].split())
"""Operators of plans of Neo4j."""
_INSTEAD: dict[str, str] = _ALLOWED["instead"]


def hint(function: str) -> str:
    """What to do without a function."""
    return _INSTEAD.get(function, "docs/cypher.md lists those that can be used")
