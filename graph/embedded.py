"""The embedded store: an ArcadeDB server of our own, on loopback, with its data in one folder.

It is started by the first command that needs it, found again by the next ones, and ends by itself
when nothing has used it for a while. A watcher process of ours sees to that.
"""

import json
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil
from filelock import FileLock
from filelock import Timeout as LockTimeout

from graph.connection import Connection
from graph.launch import DATABASE, Access, is_launch, launch, started, write_private
from ontology.errors import StoreUnavailable

IDLE_SECONDS = 900.0
START_SECONDS = 60.0
STOP_SECONDS = 30.0
TURN_SECONDS = 600.0
"""How long a writer waits for another."""
RETRY_SECONDS = 5.0
"""One that has died does not come back where it was."""
STATEMENT_SECONDS = 120.0
"""No statement, of a loading batch neither, runs longer than this on the server."""


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

    def __init__(
        self,
        folder: Path,
        idle: float = IDLE_SECONDS,
        statement_seconds: float = STATEMENT_SECONDS,
    ) -> None:
        """The folder is made when the server first starts; it ends when unused for `idle` seconds."""
        self.folder = folder.absolute()
        self.idle = idle
        self.log = self.folder / "server.log"
        self._statement_seconds = statement_seconds
        self._state = self.folder / "server.json"
        self._used = self.folder / "used"
        self._watcher = self.folder / "watcher.json"

    def ensure(self) -> Connection:
        """The connection to the running server, started if need be; raises StoreUnavailable and MissingPart."""
        with self._alone():
            running = self._running() or self._start()
            self._used.touch(mode=0o600)
            self._watch()
        return self._connection(running)

    def running(self) -> Connection | None:
        """The connection to the server if it runs."""
        found = self._running()
        return self._connection(found) if found else None

    def stop(self) -> bool:
        """Ends the server cleanly; False where none ran; raises StoreUnavailable."""
        try:
            if not self.folder.is_dir():
                return False
        except OSError as error:
            raise self._unusable(error) from error
        with self._alone():
            stopped = self._end()
            self._end_orphans()
            return stopped

    def watch(self) -> None:
        """Ends the server when nothing has used it for long; returns when it has ended."""
        while self._is_used() or self._is_used_after_all():
            time.sleep(min(self.idle / 4, 5.0))

    def _is_used(self) -> bool:
        return self._running() is not None and self._idle_for() < self.idle

    def _is_used_after_all(self) -> bool:
        """Looks again while nobody can start it; if it is not used, ends it, and the watching."""
        if not self.folder.is_dir():
            return False
        with self._alone():
            if used := self._is_used():
                return used
            self._end()
            self._watcher.unlink(missing_ok=True)
            return False

    # ------------------------------------------------------------- state

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One process at a time starts or stops the server."""
        with self._holding("server.lock", START_SECONDS + STOP_SECONDS):
            try:
                yield
            except OSError as error:
                raise self._unusable(error) from error

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One writer at a time: of two at once the server lets one fail."""
        with self._holding("writer.lock", TURN_SECONDS):
            yield

    @contextmanager
    def _holding(self, name: str, seconds: float) -> Iterator[None]:
        lock = FileLock(self.folder / name, timeout=seconds, mode=0o600)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            lock.acquire()
        except LockTimeout as error:
            raise StoreUnavailable(
                f"Another process holds {lock.lock_file}", "Wait for it, or end it"
            ) from error
        except OSError as error:
            raise self._unusable(error) from error
        try:
            yield
        finally:
            lock.release()

    def _unusable(self, error: OSError) -> StoreUnavailable:
        return StoreUnavailable(
            f"The embedded store cannot use {self.folder}: {error.strerror or error}",
            "Free the disk or the folder's permissions, or name another folder with --data",
        )

    def _running(self) -> Running | None:
        """The server that the state file tells of, if that very process still lives."""
        try:
            running = Running(**json.loads(self._state.read_text("utf-8")))
            return running if _lives(running.pid, running.born) else None
        except (OSError, ValueError, TypeError):
            return None

    def _connection(self, running: Running) -> Connection:
        return Connection(
            uri=f"bolt://127.0.0.1:{running.port}",
            user="root",
            password=running.password,
            database=DATABASE,
            reader=("reader", running.reader),
            log=str(self.log),
            used=self._touch,
            retry=RETRY_SECONDS,
            turn=self._turn,
        )

    def _touch(self) -> None:
        with suppress(OSError):  # a folder that has gone is the server's to complain about
            self._used.touch()

    def _idle_for(self) -> float:
        try:
            return time.time() - self._used.stat().st_mtime
        except OSError:
            return self.idle

    # ------------------------------------------------------------- processes

    def _start(self) -> Running:
        """Starts the server and waits until it answers."""
        self._end_orphans()
        port, web = _free_ports(2)
        access = Access(port, web, secrets.token_urlsafe(24), secrets.token_urlsafe(24))
        self.folder.chmod(0o700)
        process = launch(self.folder, access, self.log, self._statement_seconds)
        try:
            self._await(process, port)
            running = Running(process.pid, _born(process.pid), port, access.password, access.reader)
            write_private(self._state, json.dumps(asdict(running)))
        except BaseException:
            process.kill()
            process.wait()
            raise
        finally:
            started(self.folder)
        process.returncode = 0  # it outlives this process on purpose; nobody here will wait for it
        return running

    def _await(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            if b"ArcadeDB Server started" in self.log.read_bytes() and _answers(port):
                return
            time.sleep(0.05)
        raise StoreUnavailable("The embedded store did not start", f"Read its log, {self.log}")

    def _end_orphans(self) -> None:
        """Ends a server on this folder of which nothing is written: who started it was killed meanwhile."""
        for process in psutil.process_iter(["cmdline"]):
            if is_launch(process.info["cmdline"] or [], self.folder):
                _terminate(process)

    def _end(self) -> bool:
        """Ends the server that runs; False where none did."""
        running = self._running()
        if running:
            _terminate(psutil.Process(running.pid))
        self._state.unlink(missing_ok=True)
        return running is not None

    def _watch(self) -> None:
        """Starts the watcher unless one lives."""
        with suppress(OSError, ValueError, TypeError):
            pid, born, idle = json.loads(self._watcher.read_text("utf-8"))
            if idle == self.idle and _lives(pid, born):
                return
        process = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-P", "-m", "graph.embedded", str(self.folder), str(self.idle)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        write_private(self._watcher, json.dumps([process.pid, _born(process.pid), self.idle]))
        process.returncode = 0


def _born(pid: int) -> float:
    return psutil.Process(pid).create_time()


def _lives(pid: int, born: float) -> bool:
    """Does the process live that had this id at its birth? Ids are used again."""
    try:
        process = psutil.Process(pid)
        return process.create_time() == born and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _terminate(process: psutil.Process) -> None:
    """Ends a process, cleanly if it lets us; it counts as ended also where its parent has not noticed yet."""
    for end in (process.terminate, process.kill):
        with suppress(psutil.NoSuchProcess):
            end()
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline:
            if not _lives(process.pid, process.create_time()):
                return
            time.sleep(0.02)


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
