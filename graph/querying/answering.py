"""Answers statements in a child process, which can be ended: a request and an answer are JSON."""

import json
from collections.abc import Iterator
from typing import Any

from graph.connection import Connection
from graph.querying.running import Limits, Runner
from ontology.errors import ActorgraphError, InvalidInput
from ontology.failure import Failure

_running: dict[str, Runner] = {}
"""The one of the connection last used: the server of a folder is another after it was started again."""


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
        told = _failed(error)
    except (OverflowError, RecursionError, TypeError, ValueError):
        told = _failed(
            InvalidInput(
                "A parameter cannot be used: the store has no such value",
                "Give whole numbers of 64 bits, and texts of Unicode",
            )
        )
    yield json.dumps(told).encode()


def answered(told: bytes) -> dict[str, Any]:
    """The columns, rows and whether there are more; raises what the child raised."""
    found: dict[str, Any] = json.loads(told)
    if failure := found.get("failure"):
        raise Failure.model_validate(failure).error()
    return found


def _failed(error: ActorgraphError) -> dict[str, Any]:
    return {"failure": Failure.of(error).model_dump()}


def _runner(connection: str) -> Runner:
    """What runs statements on a connection; that of another one is closed."""
    if connection not in _running:
        for other in _running.values():
            other.close()
        _running.clear()
        given = Connection(*json.loads(connection))
        if given.reader:
            user, password = given.reader
            given = given._replace(reader=(user, password))
        _running[connection] = Runner(given)
    return _running[connection]
