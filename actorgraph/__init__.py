"""The graph for notebooks and scripts: `graph = actorgraph.connect()`, `graph.ask(…)`; docs/python.md has the rest."""

from actorgraph.answered import Answered, Line
from actorgraph.connecting import connect
from actorgraph.found import Found
from actorgraph.graph import Graph
from actorgraph.rows import Rows
from ontology.errors import (
    ActorgraphError,
    InvalidInput,
    MissingPart,
    NotKnown,
    StatementStopped,
    StoreUnavailable,
)
from ontology.terms import EventType, NodeKind, Status

__all__ = [
    "ActorgraphError",
    "Answered",
    "EventType",
    "Found",
    "Graph",
    "InvalidInput",
    "Line",
    "MissingPart",
    "NodeKind",
    "NotKnown",
    "Rows",
    "StatementStopped",
    "Status",
    "StoreUnavailable",
    "connect",
]
