"""Real servers for the tests: Neo4j from the environment, else Docker, else Maven's artefacts."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from graph.store import Connection, Store
from ontology.errors import StoreUnavailable

HERE = Path(__file__).parent / "neo4j"
VERSION = "5.26.30"
PASSWORD = "only-for-tests"
SECONDS = 120.0
_OPENED = ("java.nio", "java.io", "java.lang", "java.util.concurrent", "sun.nio.ch")


class Missing(Exception):  # noqa: N818 - a reason, not an error
    """Why there can be no server here."""


@contextmanager
def neo4j_server(folder: Path) -> Iterator[Connection]:
    """A Neo4j that answers; raises Missing with the reason where there can be none."""
    if uri := os.environ.get("ACTORGRAPH_TEST_NEO4J"):
        user = os.environ.get("ACTORGRAPH_TEST_NEO4J_USER", "neo4j")
        yield Connection(uri, user, os.environ.get("ACTORGRAPH_TEST_NEO4J_PASSWORD", PASSWORD))
    elif _docker_answers():
        with _from_docker() as connection:
            yield connection
    elif shutil.which("mvn") and shutil.which("java"):
        with _from_maven(folder) as connection:
            yield connection
    else:
        raise Missing("no Neo4j: set ACTORGRAPH_TEST_NEO4J, or install Docker, or Java with Maven")


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _docker_answers() -> bool:
    docker = shutil.which("docker")
    command = [docker or "docker", "info", "--format", "ok"]
    return docker is not None and subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def _from_docker() -> Iterator[Connection]:
    port = free_port()
    command = ["docker", "run", "--rm", "--detach", "--publish", f"127.0.0.1:{port}:7687",
               "--env", f"NEO4J_AUTH=neo4j/{PASSWORD}", f"neo4j:{VERSION}-community"]  # fmt: skip
    container = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    try:
        connection = Connection(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        _await_answer(connection)
        yield connection
    finally:
        subprocess.run(["docker", "stop", container], capture_output=True, check=True)


def _libraries() -> Path:
    """The server's jars, brought once by Maven and kept in the user's cache."""
    libraries = user_cache_path("actorgraph-tests") / f"neo4j-{VERSION}"
    if not (libraries / "complete").exists():
        command = ["mvn", "--quiet", "--batch-mode", "--file", str(HERE / "pom.xml"), "dependency:copy-dependencies",
                   f"-DoutputDirectory={libraries}", "-DincludeScope=runtime"]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"no Neo4j: Maven could not bring it ({done.stdout[-300:].strip()})")
        (libraries / "complete").touch()
    return libraries


@contextmanager
def _from_maven(folder: Path) -> Iterator[Connection]:
    port = free_port()
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
    command = ["java", "-Xmx768m", *opened, "-cp", f"{_libraries()}/*", str(HERE / "Server.java"), str(folder),
               str(port), "0"]  # fmt: skip
    with (folder.parent / "neo4j.log").open("wb") as log:
        environment = {**os.environ, "NEO4J_PASSWORD": PASSWORD}
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + SECONDS
        while not (folder / "answers").exists():
            if server.poll() is not None or time.monotonic() > deadline:
                raise Missing(f"no Neo4j: it did not start, see {log.name}")
            time.sleep(0.2)
        yield Connection(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
    finally:
        server.terminate()
        server.wait(30)


def _await_answer(connection: Connection) -> None:
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            with Store(connection) as store:
                store.check()
            return
        except StoreUnavailable:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
