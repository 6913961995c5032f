"""Answers statements in a child process, which can be ended: a request and an answer are JSON."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from graph.connection import Connection
from graph.querying.running import Limits, Runner
from ontology.errors import (
    ActorgraphError,
    ArithmeticFailed,
    InvalidInput,
    InvalidStatement,
    InvalidSyntax,
    RefusedStatement,
    StatementStopped,
    StoreFailed,
    StoreUnavailable,
)

_ERRORS = (
    ArithmeticFailed,
    InvalidInput,
    InvalidStatement,
    InvalidSyntax,
    RefusedStatement,
    StatementStopped,
    StoreFailed,
    StoreUnavailable,
)
_BY_NAME: dict[str, type[ActorgraphError]] = {each.__name__: each for each in _ERRORS}


def request(connection: Connection, text: str, parameters: object, limits: Limits) -> bytes:
    """What a child is asked."""
    plain = connection._replace(used=None, turn=None)
    return json.dumps([plain, text, parameters, limits]).encode()


def answer(asked: bytes) -> Iterator[bytes]:
    """The rows, or the error that there was instead."""
    connection, text, parameters, limits = json.loads(asked)
    try:
        told = _runner(json.dumps(connection)).run(text, parameters, Limits(*limits))._asdict()
    except ActorgraphError as error:
        told = {"error": [type(error).__name__, error.message, error.hint]}
    except (OverflowError, RecursionError, TypeError, ValueError):
        why = "A parameter cannot be used: the store has no such value"
        told = {
            "error": ["InvalidInput", why, "Give whole numbers of 64 bits, and texts of Unicode"]
        }
    yield json.dumps(told).encode()


def answered(told: bytes) -> dict[str, Any]:
    """The columns, rows and whether there are more; raises what the child raised."""
    found: dict[str, Any] = json.loads(told)
    if error := found.get("error"):
        name, message, hint = error
        raise _BY_NAME[name](message, hint)
    return found


@lru_cache(1)
def _runner(connection: str) -> Runner:
    given = Connection(*json.loads(connection))
    if given.reader:
        user, password = given.reader
        return Runner(given._replace(reader=(user, password)))
    return Runner(given)
