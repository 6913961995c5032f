"""What the tests of all rooms share: real servers, one a session and emptied for each test, and a browser.

A test marked `neo4j` or `browser` is skipped where its server or browser cannot be had, and the summary says so in
one line for each; with `CI=true` it fails. One marked `shared` is skipped where the evaluation kit is absent, one
marked `followthemoney` where that package is.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright
from resetting import empty
from servers import Missing, chromium, neo4j_imported, neo4j_server

from graph.embedded import EmbeddedServer
from graph.store import Connection, Store

SHARED = Path(__file__).parents[2] / "shared"
SERVERS = ("neo4j", "browser")
PARTS = ("shared", "followthemoney")
EXAMPLES = 100
"""How many cases hypothesis tries of a law, unless a test says otherwise."""

# Deadlines depend on the machine; a test with a server keeps it, emptied, between cases.
hypothesis.settings.register_profile(
    "actorgraph",
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[
        hypothesis.HealthCheck.function_scoped_fixture,
        hypothesis.HealthCheck.too_slow,
    ],
)
hypothesis.settings.load_profile("actorgraph")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skips what reads the evaluation kit, or asks a package that few machines can install, where that is absent."""
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip("the evaluation kit is not beside the checkout")
    if item.get_closest_marker("followthemoney") and not find_spec("followthemoney"):
        pytest.skip("the package is not installed; CONTRIBUTING.md says how")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each kind of test that was skipped for want of a server, browser or kit."""
    skipped: Counter[tuple[str, str]] = Counter()
    for report in terminalreporter.stats.get("skipped", []):
        for marker in (*SERVERS, *PARTS):
            if marker in report.keywords and isinstance(report.longrepr, tuple):
                skipped[marker, report.longrepr[2].removeprefix("Skipped: ")] += 1
    for (marker, reason), count in sorted(skipped.items()):
        terminalreporter.write_line(f"{count} tests marked {marker} skipped: {reason}", yellow=True)


def _lack(marker: str, why: Missing) -> NoReturn:
    """Skips the test, or fails it where nothing may be skipped."""
    reason = f"no {marker}: {why}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def embedded_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    """The session's embedded server."""
    server = EmbeddedServer(tmp_path_factory.mktemp("embedded"))
    try:
        server.ensure()
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module")  # a server that no test has used for long has ended by itself
def embedded_store(embedded_server: EmbeddedServer) -> Iterator[Store]:
    """The session's embedded store, as the last test left it."""
    with Store(embedded_server.ensure()) as store:
        yield store


@pytest.fixture
def embedded(embedded_store: Store) -> Store:
    """An empty embedded store."""
    empty(embedded_store)
    return embedded_store


@pytest.fixture(scope="session")
def neo4j_connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Where the session's Neo4j answers."""
    try:
        with neo4j_server(tmp_path_factory.mktemp("neo4j")) as connection:
            yield connection
    except Missing as why:
        _lack("neo4j", why)


@pytest.fixture(scope="session")
def neo4j_session(neo4j_connection: Connection) -> Iterator[Store]:
    """The session's Neo4j store, as the last test left it."""
    with Store(neo4j_connection) as store:
        yield store


@pytest.fixture
def neo4j(neo4j_session: Store) -> Store:
    """An empty Neo4j store; for tests marked `neo4j`."""
    empty(neo4j_session)
    return neo4j_session


@pytest.fixture
def neo4j_of(tmp_path: Path) -> Iterator[Callable[[Path], Store]]:
    """Gives the store that Neo4j's own importer makes of a folder; for tests marked `neo4j`."""
    with ExitStack() as stack:

        def imported(tables: Path) -> Store:
            try:
                connection = stack.enter_context(neo4j_imported(tmp_path / "neo4j", tables))
            except Missing as why:
                _lack("neo4j", why)
            return stack.enter_context(Store(connection))

        yield imported


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty store, on each of the two servers."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Store)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium without a window, for tests marked `browser`; while it is open asyncio.run cannot be used."""
    try:
        path = chromium()
    except Missing as why:
        _lack("browser", why)
    with sync_playwright() as playwright:
        # Containers give their processes no namespaces to build a sandbox of; the pages are our own.
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()
