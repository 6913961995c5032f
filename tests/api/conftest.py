"""A report of invented people, read once into a data folder of the session, and the API over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doors import HARBOUR, client, settings
from fastapi.testclient import TestClient

from api.library import Library
from graph.catalogue import Statement
from graph.store import Store

PATIENCE = 30.0
"""So long a statement may take on a machine that is busy with tests."""
EVERYTHING_GOES = Statement("everything_goes", "MATCH (n) DETACH DELETE n", (), ())


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the report."""
    file = tmp_path_factory.mktemp("reports") / "harbour review.txt"
    file.write_text(HARBOUR, "utf-8")
    return file


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory, harbour: Path) -> Iterator[Path]:
    """A data folder whose embedded store holds the report; whoever adds another removes it again."""
    folder = tmp_path_factory.mktemp("data")
    with Library(settings(folder)) as library:
        try:
            (read,) = library.ingest([harbour])
            assert read.error is None
            yield folder
        finally:
            library.embedded.stop()


@pytest.fixture(scope="module")
def web_on_embedded(data: Path) -> Iterator[TestClient]:
    """A client of the API over that folder, on loopback."""
    with client(settings(data, cypher_seconds=PATIENCE)) as opened:
        yield opened


@pytest.fixture(scope="module")
def web_on_neo4j(
    neo4j_session: Store, tmp_path_factory: pytest.TempPathFactory, harbour: Path
) -> Iterator[TestClient]:
    """A client of the API over a Neo4j that holds the report."""
    neo4j_session.write(lambda transaction: transaction.run(EVERYTHING_GOES))
    uri, user, password, database, *_ = neo4j_session.connection
    of = settings(
        tmp_path_factory.mktemp("beside-neo4j"),
        store=uri,
        store_user=user,
        store_password=password,
        store_database=database,
        cypher_seconds=PATIENCE,
    )
    with Library(of) as library:
        (read,) = library.ingest([harbour])
    assert read.error is None
    with client(of) as opened:
        yield opened


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def web(request: pytest.FixtureRequest) -> TestClient:
    """A client of the API on loopback."""
    found = request.getfixturevalue(f"web_on_{request.param}")
    assert isinstance(found, TestClient)
    return found
