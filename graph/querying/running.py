"""Runs a checked statement with the means that each server has against one that should not have passed the check.

Neo4j: a transaction that only reads and has a time limit, and first a look at the plan: reading alone would let
procedures, files and commands through. The embedded store: a user who can only read; it keeps no time limit of a
transaction, so that a statement which is late there is ended by the user who may.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from threading import Timer
from typing import Any, LiteralString, NamedTuple, Self, cast

import neo4j
from neo4j import exceptions as driver_errors
from pydantic import JsonValue

from graph.catalogue import statement
from graph.connection import Connection
from graph.querying.allowed import OPERATORS
from graph.querying.values import elements, plain
from graph.store import driver_of, translated
from ontology.errors import (
    ActorgraphError,
    ArithmeticFailed,
    InvalidStatement,
    RefusedStatement,
    StatementStopped,
    StoreFailed,
)

_EXPLAIN = "EXPLAIN "


class Limits(NamedTuple):
    """What a statement may take, and how large its answer may be."""

    seconds: float
    rows: int
    size: int
    """The answer in bytes."""


class Found(NamedTuple):
    """The rows of a statement; `truncated`: there are more."""

    columns: list[str]
    rows: list[dict[str, JsonValue]]
    truncated: bool


class Runner:
    """Runs statements on one store."""

    def __init__(self, connection: Connection) -> None:
        """Connects when the first statement is run."""
        self._connection = connection
        self._reader = driver_of(
            connection, connection.reader or (connection.user, connection.password)
        )
        self._ending = driver_of(connection, (connection.user, connection.password))

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections; the server goes on."""
        self._reader.close()
        self._ending.close()

    def run(self, text: str, parameters: Mapping[str, JsonValue], limits: Limits) -> Found:
        """The rows; raises InvalidStatement, StatementStopped, StoreFailed and StoreUnavailable."""
        with translated(self._connection):
            self._reader.verify_connectivity()
            with (
                self._told(limits),
                self._reader.session(
                    database=self._connection.database,
                    default_access_mode=neo4j.READ_ACCESS,
                    fetch_size=limits.rows + 1,
                ) as session,
            ):
                if self._connection.reader:
                    return self._embedded(session, text, parameters, limits)
                return self._neo4j(session, text, parameters, limits)

    def _neo4j(
        self, session: neo4j.Session, text: str, parameters: Mapping[str, JsonValue], limits: Limits
    ) -> Found:
        transaction = session.begin_transaction(timeout=limits.seconds)
        check_plan(transaction.run(_query(_EXPLAIN + text), dict(parameters)).consume())
        taken = _taken(transaction, text, parameters, limits)
        return _found(taken, _ids(transaction, taken.values), limits)

    def _embedded(
        self, session: neo4j.Session, text: str, parameters: Mapping[str, JsonValue], limits: Limits
    ) -> Found:
        mark = f"/* {token_hex(8)} */"
        late = Timer(limits.seconds, self._end, [mark])
        late.start()
        try:
            transaction = session.begin_transaction()
            taken = _taken(transaction, f"{mark} {text}", parameters, limits)
            if taken.truncated:  # it would still make all rows, to throw them away
                self._end(mark)
                with suppress(driver_errors.Neo4jError):
                    transaction.close()
            transaction.close()
            with session.begin_transaction() as transaction:
                return _found(taken, _ids(transaction, taken.values, mark), limits)
        finally:
            late.cancel()

    def _end(self, mark: str) -> None:
        """Ends the statement that has this mark, as the embedded server lets only its owner."""
        with (
            suppress(driver_errors.Neo4jError, driver_errors.DriverError),
            self._ending.session(database=self._connection.database) as session,
        ):
            for each in session.run("SHOW TRANSACTIONS").data():
                if (
                    mark in (each["currentQuery"] or "")
                    and each["username"] != self._connection.user
                ):
                    session.run(
                        _query(f"TERMINATE TRANSACTION '{each['transactionId']}'")
                    ).consume()

    @contextmanager
    def _told(self, limits: Limits) -> Iterator[None]:
        """Says of a statement that the server did not run to its end why that was."""
        log = Path(self._connection.log) if self._connection.log else None
        since = log.stat().st_size if log and log.exists() else 0
        try:
            yield
        except driver_errors.BrokenRecordError as error:
            raise InvalidStatement(
                "The answer has a value that cannot be sent: a duration or time is out of bounds",
                "Return it as text, or calculate with less",
            ) from error
        except driver_errors.Neo4jError as error:
            code = error.code or ""
            cause = _appended(log, since) if log and ".General." in code else ""
            raise _failure(error, code, cause, limits.seconds) from error


def check_plan(summary: neo4j.ResultSummary) -> None:
    """Raises RefusedStatement where Neo4j would do anything but read its graph."""
    if summary.query_type != "r":
        raise RefusedStatement("The statement would change the store", "Write one that only reads")
    strange = sorted(set(_operators(summary.plan)) - OPERATORS) if summary.plan else ["no plan"]
    if strange:
        raise RefusedStatement(
            f"The statement is not allowed: Neo4j would run it with {', '.join(strange)}",
            "Write one that only reads the graph",
        )


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for each in plan.get("children", ()):
        yield from _operators(each)


class _Taken(NamedTuple):
    """The values of rows as the driver gives them."""

    columns: list[str]
    values: list[list[Any]]
    truncated: bool


def _taken(
    transaction: neo4j.Transaction, text: str, parameters: Mapping[str, JsonValue], limits: Limits
) -> _Taken:
    """As many rows as are allowed."""
    result = transaction.run(_query(text), dict(parameters))
    columns = list(result.keys())
    records = result.fetch(limits.rows + 1)
    values = [record.values() for record in records[: limits.rows]]
    return _Taken(columns, values, truncated=len(records) > limits.rows)


def _found(taken: _Taken, ids: Mapping[str, str | None], limits: Limits) -> Found:
    """The rows as JSON; raises InvalidStatement where they are too large."""
    rows: list[dict[str, JsonValue]] = []
    size = limits.size
    for each in taken.values:
        row = dict(zip(taken.columns, (plain(value, ids) for value in each), strict=True))
        size -= len(json.dumps(row))
        if size < 0:
            raise InvalidStatement(
                f"The answer is larger than {limits.size:,} bytes",
                "Return less of it, or use LIMIT",
            )
        rows.append(row)
    return Found(taken.columns, rows, taken.truncated)


def _ids(
    transaction: neo4j.Transaction, values: list[list[Any]], mark: str = ""
) -> Mapping[str, str | None]:
    """The ids of the ends of relationships, of which a server says only where it keeps them."""
    wanted = sorted({each for value in values for each in elements(value)})
    if not wanted:
        return {}
    text = f"{mark} {statement('ids_of_elements').text}"
    found = transaction.run(_query(text), elements=wanted)
    return {record["element"]: record["id"] for record in found}


def _appended(log: Path, since: int) -> str:
    """What the embedded server has written since: it tells the cause of a failure to nobody else."""
    with log.open("rb") as opened:
        opened.seek(since)
        return opened.read(100_000).decode(errors="replace")


def _failure(
    error: driver_errors.Neo4jError, code: str, cause: str, seconds: float
) -> ActorgraphError:
    if code.endswith(
        (".TransactionTimedOut", ".TransactionTimedOutClientConfiguration", ".Terminated")
    ):
        return late(seconds)
    if code.endswith(".ArithmeticError") or "overflow" in cause:
        return ArithmeticFailed(
            "The statement divides by zero, or comes to a number that is too large",
            "Count less at once, join every pattern to another, or calculate with 1.0 instead of 1",
        )
    if "Memory" in code or re.search("Memory|heap|StackOverflow", cause):
        return StatementStopped(
            "The statement was stopped: it took too much memory", "Ask for less at once"
        )
    if code.endswith((".Forbidden", ".AccessMode")):
        return RefusedStatement("The statement would change the store", "Write one that only reads")
    if code.startswith(("Neo.ClientError.", "Neo.DatabaseError.Statement.")):
        return InvalidStatement(
            f"The store cannot run the statement{_reason(error.message or '')}",
            "Check that each variable is defined where it is used, and what each function takes",
        )
    return StoreFailed("The store failed at the statement", "Write it in another way")


def _reason(message: str) -> str:
    """What Neo4j says, with the places of the statement as it was written; the embedded store says nothing."""
    first = message.partition("\n")[0]
    if not first or first.startswith("The request failed"):
        return ""
    place = re.sub(r" \(offset: \d+\)", "", first)
    shifted = re.sub(
        r"\(line 1, column (\d+)", lambda m: f"(line 1, column {int(m[1]) - len(_EXPLAIN)}", place
    )
    return f": {shifted}"


def late(seconds: float) -> StatementStopped:
    """A statement whose time is up."""
    return StatementStopped(
        f"The statement was stopped after {seconds:g} seconds",
        "Ask for less at once: name what you know, and join every pattern to another",
    )


def _query(text: str) -> LiteralString:
    # It was checked, or is a constant of ours; the driver wants to see a constant.
    query: LiteralString = cast("Any", text)
    return query
