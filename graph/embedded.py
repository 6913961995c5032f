"""The embedded store: an ArcadeDB server of our own, on loopback, with its data in one folder.

It is started by the first command that needs it, found again by the next ones, and ends by itself
when nothing has used it for a while. A watcher process of ours sees to that.
"""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil
from filelock import FileLock
from filelock import Timeout as LockTimeout

from graph.store import Connection
from ontology.errors import MissingPart, StoreUnavailable

IDLE_SECONDS = 900.0
START_SECONDS = 60.0
STOP_SECONDS = 30.0
COMMAND_MILLISECONDS = 120_000
"""No statement, of a loading batch neither, runs longer than this on the server."""

_GROUPS = {
    "admin": (
        ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        ["createRecord", "readRecord", "updateRecord", "deleteRecord"],
    ),
    "reader": ([], ["readRecord"]),
    "*": ([], []),
}


@dataclass(frozen=True)
class Running:
    """A server that runs: its process, known by id and time of birth, and how to reach it."""

    pid: int
    born: float
    port: int
    password: str
    reader: str


class EmbeddedServer:
    """The server of one folder; never two on the same."""

    def __init__(self, folder: Path, idle: float = IDLE_SECONDS) -> None:
        """The folder is made when the server first starts; it ends when unused for `idle` seconds."""
        self.folder = folder.absolute()
        self.idle = idle
        self._state = self.folder / "server.json"
        self._used = self.folder / "used"
        self._options_file = self.folder / "start.options"
        self.log = self.folder / "server.log"

    def ensure(self) -> Connection:
        """The connection to the running server, started if need be; raises StoreUnavailable and MissingPart."""
        with self._alone():
            running = self._running() or self._start()
            self._touch()
            self._watch(running)
        return self._connection(running)

    def running(self) -> Connection | None:
        """The connection to the server if it runs."""
        found = self._running()
        return self._connection(found) if found else None

    def stop(self) -> bool:
        """Ends the server cleanly; False where none ran."""
        if not self.folder.is_dir():
            return False
        with self._alone():
            running = self._running()
            if running:
                self._end(running)
            self._state.unlink(missing_ok=True)
        return running is not None

    def watch(self) -> None:
        """Ends the server when nothing has used it for long; returns when it has ended."""
        while running := self._running():
            time.sleep(min(self.idle / 4, 5.0))
            if self._idle_for() >= self.idle:
                with self._alone():
                    if self._idle_for() >= self.idle:
                        self._end(running)
                        self._state.unlink(missing_ok=True)

    # ------------------------------------------------------------- state

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time starts or stops the server."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with FileLock(self.folder / "server.lock", timeout=START_SECONDS + STOP_SECONDS):
                yield
        except LockTimeout as error:
            raise StoreUnavailable(
                f"Another process holds {self.folder}/server.lock", "Wait for it, or end it"
            ) from error
        except OSError as error:
            raise StoreUnavailable(
                f"The embedded store cannot use {self.folder}: {error.strerror or error}",
                "Free the disk or the folder's permissions, or name another folder with --data",
            ) from error

    def _running(self) -> Running | None:
        """The server that the state file tells of, if that very process still lives."""
        try:
            running = Running(**json.loads(self._state.read_text("utf-8")))
            process = psutil.Process(running.pid)
            alive = (
                process.create_time() == running.born and process.status() != psutil.STATUS_ZOMBIE
            )
        except (OSError, ValueError, TypeError, psutil.Error):
            return None
        return running if alive else None

    def _connection(self, running: Running) -> Connection:
        return Connection(
            uri=f"bolt://127.0.0.1:{running.port}",
            user="root",
            password=running.password,
            database="kg",
            reader=("reader", running.reader),
            log=str(self.log),
            used=self._touch,
        )

    def _touch(self) -> None:
        self._used.touch()

    def _idle_for(self) -> float:
        try:
            return time.time() - self._used.stat().st_mtime
        except FileNotFoundError:
            return 0.0

    # ------------------------------------------------------------- processes

    def _start(self) -> Running:
        """Starts the server and waits until it answers."""
        java, jars = _runtime()
        self._end_strays()
        port, web = _free_ports(2)
        password, reader = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        self._write_groups()
        self._forget_users()
        # Passwords go through a file that only we can read: a command line shows to everybody.
        options = self._options_file
        _write_private(options, self._options(jars, port, web, password, reader))
        with self.log.open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - the runtime of our own dependency
                [java, f"@{options}"],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            self._await(process, port)
        finally:
            options.unlink(missing_ok=True)
        running = Running(
            process.pid, psutil.Process(process.pid).create_time(), port, password, reader
        )
        _write_private(self._state, json.dumps(asdict(running)))
        # It outlives this process on purpose; nobody here will wait for it.
        process.returncode = 0
        return running

    def _await(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if b"ArcadeDB Server started" in self.log.read_bytes() and _answers(port):
                return
            time.sleep(0.05)
        process.kill()
        process.wait()
        raise StoreUnavailable("The embedded store did not start", f"Read its log, {self.log}")

    def _watch(self, running: Running) -> None:
        """Starts the watcher unless one lives."""
        note = self.folder / "watcher.json"
        try:
            pid, born, server = json.loads(note.read_text("utf-8"))
            if psutil.Process(pid).create_time() == born and server == running.pid:
                return
        except (OSError, ValueError, TypeError, psutil.Error):
            pass
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "graph.embedded", str(self.folder), str(self.idle)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        born = psutil.Process(process.pid).create_time()
        _write_private(note, json.dumps([process.pid, born, running.pid]))
        process.returncode = 0

    def _end_strays(self) -> None:
        """Ends a server that nobody knows: whoever started it was killed before it had noted it down."""
        for process in psutil.process_iter(["cmdline"]):
            if f"@{self._options_file}" in (process.info["cmdline"] or ()):
                _end(process)

    def _end(self, running: Running) -> None:
        _end(psutil.Process(running.pid))

    # ------------------------------------------------------------- files

    def _options(self, jars: Path, port: int, web: int, password: str, reader: str) -> str:
        settings = {
            "server.rootPath": str(self.folder),
            "server.rootPassword": password,
            "server.mode": "production",
            "server.httpIncomingHost": "127.0.0.1",
            "server.httpIncomingPort": str(web),
            "bolt.host": "127.0.0.1",
            "bolt.port": str(port),
            "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "server.defaultDatabases": f"kg[root,reader:{reader}:reader]",
            "command.timeout": str(COMMAND_MILLISECONDS),
        }
        flags = [
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--add-exports=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
            "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            *(f"-Darcadedb.{name}={value}" for name, value in settings.items()),
            "-cp",
            f"{jars}/*",
            "com.arcadedb.server.ArcadeDBServer",
        ]
        quoted = (flag.replace("\\", "\\\\").replace('"', '\\"') for flag in flags)
        return "".join(f'"{flag}"\n' for flag in quoted)

    def _write_groups(self) -> None:
        groups = {
            name: {
                "resultSetLimit": -1,
                "readTimeout": -1,
                "access": access,
                "types": {"*": {"access": records}},
            }
            for name, (access, records) in _GROUPS.items()
        }
        config = self.folder / "config"
        config.mkdir(exist_ok=True)
        content = {"version": 1, "databases": {"*": {"groups": groups}}}
        (config / "server-groups.json").write_text(json.dumps(content), "utf-8")

    def _forget_users(self) -> None:
        """Each start has new passwords; the server would keep the old ones from these files."""
        for users in (self.folder / "config").glob("server-users*"):
            users.unlink()


def _end(process: psutil.Process) -> None:
    """Ends a process, cleanly if it lets us."""
    try:
        process.terminate()
        process.wait(STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(STOP_SECONDS)
    except psutil.NoSuchProcess:
        return


def _runtime() -> tuple[str, Path]:
    """The Java runtime and the jars that the wheel brings."""
    spec = find_spec("arcadedb_embedded")
    home = Path(spec.origin).parent if spec and spec.origin else None
    java = home / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java") if home else None
    if home is None or java is None or not java.exists():
        raise MissingPart(
            "The embedded store is not installed for this machine",
            "Install arcadedb-embedded, or name a Neo4j with --store",
        )
    return str(java), home / "jars"


def _write_private(file: Path, text: str) -> None:
    """Writes a file that only its owner can read, whole or not at all."""
    draft = file.with_name(file.name + ".part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(text, "utf-8")
    draft.replace(file)


def _free_ports(count: int) -> list[int]:
    """Ports on loopback that nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    EmbeddedServer(Path(sys.argv[1]), idle=float(sys.argv[2])).watch()
