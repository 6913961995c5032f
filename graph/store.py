"""The one Bolt store, on the official driver: Neo4j and the embedded server look alike from here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import Self, TypeAlias, TypeVar, cast

import neo4j
from neo4j import exceptions as driver_errors

from graph.catalogue import Statement
from graph.connection import Connection as Connection
from ontology.errors import (
    ActorgraphError,
    ArithmeticFailed,
    InvalidStatement,
    StoreFailed,
    StoreUnavailable,
)

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value] | None"
Row: TypeAlias = "Mapping[str, Value]"
Result = TypeVar("Result")

READ_SECONDS = 30.0
_SCHEMES = {"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
_ANSWER_SECONDS = 10.0


class Transaction:
    """One transaction in which statements of the catalogue run."""

    def __init__(self, transaction: neo4j.ManagedTransaction | neo4j.Transaction) -> None:
        """Wraps the driver's."""
        self._transaction = transaction

    def run(self, statement: Statement, **parameters: Value) -> list[Row]:
        """The rows that a statement gives, each with its columns by name."""
        return list(self.stream(statement, **parameters))

    def stream(self, statement: Statement, **parameters: Value) -> Iterator[Row]:
        """The same, row by row as they come."""
        # A catalogue statement is a constant file of ours; the driver wants to see that by its type.
        query = cast("neo4j.Query", statement.text)
        for record in self._transaction.run(query, dict(parameters)):  # type: ignore[arg-type]
            yield record.data()


class Store:
    """A graph store that speaks Bolt; raises StoreUnavailable, StoreFailed and InvalidStatement."""

    def __init__(self, connection: Connection) -> None:
        """Connects when the first transaction asks for it."""
        self.connection = connection
        writer = (connection.user, connection.password)
        with _addressed(connection):
            if connection.uri.partition("://")[0] not in _SCHEMES:
                raise ValueError("it begins otherwise")
            self._writer = driver_of(connection, writer)
        reader = connection.reader
        self._reader = driver_of(connection, reader) if reader else self._writer
        self._answered = False

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections; the server goes on."""
        self._writer.close()
        self._reader.close()

    def check(self) -> None:
        """Raises StoreUnavailable where no server answers to this user."""
        with translated(self.connection), _addressed(self.connection):
            self._writer.verify_connectivity()
        self._answered = True

    def read(self, statement: Statement, **parameters: Value) -> list[Row]:
        """The rows of one statement, in a transaction that cannot write and is stopped after 30 seconds."""
        return self.reading(lambda transaction: transaction.run(statement, **parameters))

    def reading(
        self, work: Callable[[Transaction], Result], seconds: float | None = READ_SECONDS
    ) -> Result:
        """What the work gives, in one transaction that cannot write; `seconds` is its limit on Neo4j."""
        bounded = neo4j.unit_of_work(timeout=seconds)(_wrapped(work))
        with self._session(self._reader, neo4j.READ_ACCESS) as session:
            return session.execute_read(bounded)

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """What the work gives, in one transaction: all of it is kept, or nothing."""
        turn = self.connection.turn or nullcontext
        with turn(), self._session(self._writer, neo4j.WRITE_ACCESS) as session:
            return session.execute_write(_wrapped(work))

    def define(self, statements: Sequence[Statement]) -> None:
        """Runs schema statements, each in a transaction of its own as servers want it."""
        for statement in statements:
            self.write(lambda transaction, one=statement: transaction.run(one))  # type: ignore[misc]

    @contextmanager
    def _session(self, driver: neo4j.Driver, mode: str) -> Iterator[neo4j.Session]:
        if self.connection.used:
            self.connection.used()
        if not self._answered:  # or the driver would try for half a minute before it says so
            self.check()
        with (
            translated(self.connection),
            driver.session(database=self.connection.database, default_access_mode=mode) as session,
        ):
            yield session


def _wrapped(work: Callable[[Transaction], Result]) -> Callable[[neo4j.ManagedTransaction], Result]:
    return lambda transaction: work(Transaction(transaction))


def driver_of(connection: Connection, user: tuple[str, str]) -> neo4j.Driver:
    """A driver for one user; it connects when first used."""
    return neo4j.GraphDatabase.driver(
        connection.uri,
        auth=user,
        connection_timeout=_ANSWER_SECONDS,
        max_transaction_retry_time=connection.retry,
        notifications_min_severity="OFF",
        user_agent="actorgraph",
    )


@contextmanager
def _addressed(connection: Connection) -> Iterator[None]:
    """Turns what the driver says of an address that is none into our error."""
    try:
        yield
    except (driver_errors.ConfigurationError, ValueError) as error:
        raise StoreUnavailable(
            f"{connection.uri!r} is no store address: {error}",
            "Write bolt://HOST:PORT or neo4j://HOST:PORT",
        ) from error


@contextmanager
def translated(connection: Connection) -> Iterator[None]:
    """Turns the driver's errors into ours."""
    try:
        yield
    except driver_errors.AuthError as error:
        raise StoreUnavailable(
            f"The store at {connection.uri} refuses the user {connection.user!r}",
            "Set ACTORGRAPH_STORE_USER and ACTORGRAPH_STORE_PASSWORD",
        ) from error
    except (driver_errors.ServiceUnavailable, driver_errors.SessionExpired) as error:
        raise StoreUnavailable(
            f"No store answers at {connection.uri}",
            f"Start it, or name another with --store{_log(connection)}",
        ) from error
    except driver_errors.Neo4jError as error:
        raise _of_server(error, connection) from error
    except driver_errors.DriverError as error:
        raise StoreFailed(
            f"The store's driver failed: {error}", f"Try again{_log(connection)}"
        ) from error


def _log(connection: Connection) -> str:
    return f"; its log is {connection.log}" if connection.log else ""


def _of_server(error: driver_errors.Neo4jError, connection: Connection) -> ActorgraphError:
    """What a server's error is to the caller, by its code; the texts differ between servers."""
    code = error.code or ""
    if "TransactionTimedOut" in code:
        return StoreFailed(
            "The store stopped the statement after its time limit", "Ask for less at once"
        )
    if code.endswith((".Forbidden", ".AccessMode")):
        return InvalidStatement("The statement would change the store", "Write one that only reads")
    if code.endswith(".ArithmeticError"):
        return ArithmeticFailed(
            "The statement divides by zero, or comes to a number that is too large",
            "Numbers are whole ones of 64 bits, or with a decimal point: count less at once, or write 1.0 for 1",
        )
    if code.startswith("Neo.ClientError.Statement."):
        return InvalidStatement(
            f"The store cannot run the statement: {error.message}",
            f"Check its Cypher{_log(connection)}",
        )
    return StoreFailed(f"The store failed: {error.message}", f"Try again{_log(connection)}")
