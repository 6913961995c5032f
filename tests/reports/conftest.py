"""The example reports, read once into a data folder of the session."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doors import actorgraph

from graph.asking import Asker
from graph.embedded import EmbeddedServer
from graph.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder that holds the example reports."""
    folder = tmp_path_factory.mktemp("questions")
    done = actorgraph("--data", folder, "ingest", EXAMPLES)
    assert done.status == 0, done.err
    try:
        yield folder
    finally:
        EmbeddedServer(folder / "store").stop()


@pytest.fixture(scope="module")  # a server that no test has used for long has ended by itself
def store(data: Path) -> Iterator[Store]:
    """The graph of them."""
    with Store(EmbeddedServer(data / "store").ensure()) as store:
        yield store


@pytest.fixture(scope="module")
def asker(store: Store) -> Asker:
    """What answers questions in English about them."""
    return Asker(store)
