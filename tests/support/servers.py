"""Real servers for the tests: a Neo4j from the environment, else from Docker, else from Maven Central; Chromium."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import neo4j
from filelock import FileLock
from neo4j.exceptions import DriverError, Neo4jError
from platformdirs import user_cache_path

from graph.store import Connection

VERSION = "5.26.30"
PASSWORD = "only-for-tests"
START_SECONDS = 120.0
_FIRST_PASSWORD = "neo4j"  # of a Neo4j that was never used
_POM = Path(__file__).parent / "neo4j" / "pom.xml"
_OPENED = ("java.io", "java.lang", "java.nio", "java.util.concurrent", "sun.nio.ch")


class Missing(Exception):  # noqa: N818 - a reason, not an error
    """Why there can be no such server here."""


@contextmanager
def neo4j_server(folder: Path, *, web: int | None = None) -> Iterator[Connection]:
    """An empty Neo4j, with its HTTP side and Browser on port `web`; raises Missing where there can be none.

    One that is given by `ACTORGRAPH_TEST_NEO4J` must be empty, since tests delete all that it holds.
    """
    if uri := os.environ.get("ACTORGRAPH_TEST_NEO4J"):
        user = os.environ.get("ACTORGRAPH_TEST_NEO4J_USER", "neo4j")
        given = Connection(uri, user, os.environ.get("ACTORGRAPH_TEST_NEO4J_PASSWORD", PASSWORD))
        _check_empty(given)
        try:
            yield given
        finally:
            _empty(given)
    elif _docker_answers():
        with _from_docker(web) as connection:
            yield connection
    elif _maven_answers():
        with _from_maven(folder, web) as connection:
            yield connection
    else:
        raise Missing("set ACTORGRAPH_TEST_NEO4J, or install Docker, or Java with Maven")


@contextmanager
def neo4j_imported(folder: Path, tables: Path) -> Iterator[Connection]:
    """A Neo4j of what its importer makes of a folder with `import.args`; raises Missing without Java and Maven."""
    if not _maven_answers():
        raise Missing("install Java with Maven, to bring the importer")
    with _from_maven(folder, None, tables) as connection:
        yield connection


def chromium() -> str:
    """The path of a Chromium; raises Missing where there is none."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if path := shutil.which(name):
            return path
    raise Missing("install Chromium")


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _check_empty(given: Connection) -> None:
    with neo4j.GraphDatabase.driver(given.uri, auth=(given.user, given.password)) as driver:
        held = driver.execute_query("MATCH (n) RETURN count(n) AS held").records[0]["held"]
    if held:
        raise RuntimeError(
            f"{given.uri} holds {held} nodes, which the tests would delete; give them an empty one"
        )


def _empty(given: Connection) -> None:
    """Leaves it as the tests found it, for the next ones."""
    everything = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
    with (
        neo4j.GraphDatabase.driver(given.uri, auth=(given.user, given.password)) as driver,
        driver.session() as session,
    ):
        session.run(everything).consume()


# ----------------------------------------------------------------- Docker


def _docker_answers() -> bool:
    docker = shutil.which("docker")
    return (
        bool(docker)
        and not subprocess.run(["docker", "info"], capture_output=True, check=False).returncode
    )


@contextmanager
def _from_docker(web: int | None) -> Iterator[Connection]:
    port = free_port()
    published = [
        f"--publish=127.0.0.1:{port}:7687",
        *([f"--publish=127.0.0.1:{web}:7474"] if web else []),
    ]
    command = ["docker", "run", "--rm", "--detach", *published, f"--env=NEO4J_AUTH=neo4j/{PASSWORD}",
               f"neo4j:{VERSION}-community"]  # fmt: skip
    started = subprocess.run(command, capture_output=True, text=True, check=False)
    if started.returncode:
        raise Missing(f"Docker could not start Neo4j: {started.stderr.strip()[-300:]}")
    container = started.stdout.strip()
    try:
        _await_bolt(port, PASSWORD, lambda: None)
        yield Connection(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
    finally:
        subprocess.run(["docker", "kill", container], capture_output=True, check=False)


# ----------------------------------------------------------------- Maven


def _maven_answers() -> bool:
    return bool(shutil.which("mvn") and shutil.which("java"))


def _jars() -> Path:
    """The server's jars, brought once and kept in the user's cache."""
    kind = sha256(_POM.read_bytes()).hexdigest()[:8]
    jars = user_cache_path("actorgraph-tests", ensure_exists=True) / f"neo4j-{VERSION}-{kind}"
    with FileLock(f"{jars}.lock"):
        if not jars.is_dir():
            coming = jars.with_name(f"{jars.name}.part")
            command = ["mvn", "-q", "-B", f"--file={_POM}", f"-Dserver={VERSION}", "-DincludeScope=runtime",
                       f"-DoutputDirectory={coming}", "dependency:copy-dependencies"]  # fmt: skip
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                raise Missing(f"Maven could not bring Neo4j: {done.stdout.strip()[-300:]}")
            coming.rename(jars)
    return jars


def _configure(folder: Path, port: int, web: int | None) -> None:
    for name in ("conf", "import"):
        (folder / name).mkdir(parents=True)
    settings = {
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "true" if web else "false",
        "server.http.listen_address": f"127.0.0.1:{web or 0}",
        "server.directories.import": "import",
        "server.memory.pagecache.size": "128m",
        "dbms.usage_report.enabled": "false",
    }
    lines = (f"{name}={value}\n" for name, value in settings.items())
    (folder / "conf" / "neo4j.conf").write_text("".join(lines), "utf-8")


def _java(main: str) -> list[str]:
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    return ["java", "-Xmx768m", *opened, "-cp", f"{_jars()}/*", main]


def _import(folder: Path, tables: Path) -> None:
    """What the script `neo4j-admin` of an installation runs."""
    done = subprocess.run(
        [*_java("org.neo4j.cli.AdminTool"), "database", "import", "full", "neo4j", "@import.args"],
        env={**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")},
        cwd=tables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]


@contextmanager
def _from_maven(folder: Path, web: int | None, tables: Path | None = None) -> Iterator[Connection]:
    """The server's own entry point, which needs no installation around it."""
    port = free_port()
    _configure(folder, port, web)
    if tables:
        _import(folder, tables)
    command = [*_java("org.neo4j.server.CommunityEntryPoint"),
               f"--home-dir={folder}", f"--config-dir={folder / 'conf'}"]  # fmt: skip
    log = folder / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)

    def check() -> None:
        if server.poll() is not None:
            raise Missing(
                f"Neo4j did not start: {log.read_text('utf-8', 'replace').strip()[-300:]}"
            )

    try:
        _await_bolt(port, _FIRST_PASSWORD, check)
        address = f"bolt://127.0.0.1:{port}"
        change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
        with neo4j.GraphDatabase.driver(address, auth=("neo4j", _FIRST_PASSWORD)) as driver:
            driver.execute_query(change, old=_FIRST_PASSWORD, new=PASSWORD, database_="system")
        yield Connection(address, "neo4j", PASSWORD)
    finally:
        server.kill()  # its data are thrown away: an orderly end would take ten seconds
        server.wait()


def _await_bolt(port: int, password: str, check: Callable[[], None]) -> None:
    """Returns when the server answers this user; raises what `check` raises, and Missing in the end."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        check()
        try:
            with neo4j.GraphDatabase.driver(
                f"bolt://127.0.0.1:{port}", auth=("neo4j", password)
            ) as driver:
                driver.verify_authentication()
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.2)
        else:
            return
    raise Missing(f"Neo4j did not answer within {START_SECONDS:.0f} seconds")
