"""The one Bolt store, on the official driver: Neo4j and the embedded server look alike from here."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple, Self, TypeAlias, TypeVar, cast

import neo4j
from neo4j import exceptions as driver_errors

from graph.catalogue import Statement
from ontology.errors import InvalidStatement, StoreFailed, StoreUnavailable

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value] | None"
Row: TypeAlias = "Mapping[str, Value]"
Result = TypeVar("Result")

READ_SECONDS = 30.0


class Connection(NamedTuple):
    """Where a store answers. A reader, where there is one, can change nothing: the server sees to it."""

    uri: str
    user: str
    password: str
    database: str | None = None
    reader: tuple[str, str] | None = None
    """User and password of a user who can only read."""
    log: str | None = None
    """The server's log file, where it is ours."""
    used: Callable[[], None] | None = None
    """Called before each transaction."""


class Transaction:
    """One transaction in which statements of the catalogue run."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        """Wraps the driver's."""
        self._transaction = transaction

    def run(self, statement: Statement, **parameters: Value) -> list[Row]:
        """The rows that a statement gives, each with its columns by name."""
        # A catalogue statement is a constant file of ours; the driver wants to see that by its type.
        query = cast("neo4j.Query", statement.text)
        return [record.data() for record in self._transaction.run(query, dict(parameters))]  # type: ignore[arg-type]


class Store:
    """A graph store that speaks Bolt; raises StoreUnavailable and StoreFailed."""

    def __init__(self, connection: Connection) -> None:
        """Connects when the first transaction asks for it."""
        self.connection = connection
        reader = connection.reader or (connection.user, connection.password)
        with _translated(connection):
            self._writer = _driver(connection.uri, (connection.user, connection.password))
            self._reader = _driver(connection.uri, reader) if connection.reader else self._writer

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections; the server goes on."""
        self._writer.close()
        self._reader.close()

    def read(self, statement: Statement, **parameters: Value) -> list[Row]:
        """The rows of one statement, in a transaction that cannot write and is stopped after 30 seconds."""
        return self.reading(lambda transaction: transaction.run(statement, **parameters))

    def reading(self, work: Callable[[Transaction], Result]) -> Result:
        """What the work gives, in one transaction that cannot write."""
        bounded = neo4j.unit_of_work(timeout=READ_SECONDS)(_wrapped(work))
        with self._session(self._reader, neo4j.READ_ACCESS) as session:
            return session.execute_read(bounded)

    def write(self, work: Callable[[Transaction], Result]) -> Result:
        """What the work gives, in one transaction: all of it is kept, or nothing."""
        with self._session(self._writer, neo4j.WRITE_ACCESS) as session:
            return session.execute_write(_wrapped(work))

    def define(self, statements: Sequence[Statement]) -> None:
        """Runs schema statements, which servers want outside of other transactions."""
        for statement in statements:
            self.write(lambda transaction, one=statement: transaction.run(one))  # type: ignore[misc]

    def check(self) -> None:
        """Raises StoreUnavailable where no server answers to this user."""
        with _translated(self.connection):
            self._writer.verify_connectivity()

    def explain(self, statement: Statement) -> None:
        """Has the server check a statement without running it."""
        text = statement._replace(text=f"EXPLAIN {statement.text}")
        parameters: dict[str, Value] = dict.fromkeys(statement.parameters, None)
        with (
            self._session(self._writer, neo4j.WRITE_ACCESS) as session,
            session.begin_transaction() as transaction,
        ):
            transaction.run(cast("neo4j.Query", text.text), dict(parameters)).consume()  # type: ignore[arg-type]

    @contextmanager
    def _session(self, driver: neo4j.Driver, mode: str) -> Iterator[neo4j.Session]:
        if self.connection.used:
            self.connection.used()
        with (
            _translated(self.connection),
            driver.session(database=self.connection.database, default_access_mode=mode) as session,
        ):
            yield session


def _wrapped(work: Callable[[Transaction], Result]) -> Callable[[neo4j.ManagedTransaction], Result]:
    return lambda transaction: work(Transaction(transaction))


def _driver(uri: str, user: tuple[str, str]) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(
        uri,
        auth=user,
        connection_timeout=10,
        max_transaction_retry_time=30,
        notifications_min_severity="OFF",
        user_agent="actorgraph",
    )


@contextmanager
def _translated(connection: Connection) -> Iterator[None]:
    """Turns the driver's errors into ours."""
    log = f"; its log is {connection.log}" if connection.log else ""
    try:
        yield
    except driver_errors.AuthError as error:
        raise StoreUnavailable(
            f"The store at {connection.uri} refuses the user {connection.user!r}",
            "Set ACTORGRAPH_STORE_USER and ACTORGRAPH_STORE_PASSWORD",
        ) from error
    except (driver_errors.ServiceUnavailable, driver_errors.SessionExpired, OSError) as error:
        raise StoreUnavailable(
            f"No store answers at {connection.uri}", f"Start it, or name another with --store{log}"
        ) from error
    except driver_errors.ConfigurationError as error:
        raise StoreUnavailable(
            f"{connection.uri!r} is no store address: {error}",
            "Write bolt://HOST:PORT or neo4j://HOST:PORT",
        ) from error
    except driver_errors.CypherSyntaxError as error:
        raise InvalidStatement(
            f"The store cannot read the statement: {error.message}", "Check its Cypher"
        ) from error
    except driver_errors.Neo4jError as error:
        raise StoreFailed(f"The store failed: {error.message}", f"Try again{log}") from error
    except driver_errors.DriverError as error:
        raise StoreFailed(f"The store's driver failed: {error}", f"Try again{log}") from error
