"""How the embedded server is started: the Java runtime and the jars of one wheel, and what they are told."""

import json
import os
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psutil

from ontology.errors import MissingPart

PACKAGE = "arcadedb_embedded"
DATABASE = "kg"
_LEAST, _MOST, _SHARE = 512, 4096, 8
"""The server's heap: an eighth of the machine's memory, within these bounds in MB; a busy server comes to fill it."""
_OPTIONS = "start.options"

_GROUPS = {
    "admin": (
        ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        ["createRecord", "readRecord", "updateRecord", "deleteRecord"],
    ),
    "reader": ([], ["readRecord"]),
    "*": ([], []),
}


@dataclass(frozen=True)
class Access:
    """Where a server is to answer, and the passwords of its two users."""

    port: int
    web: int
    password: str
    reader: str


def launch(
    folder: Path, access: Access, log: Path, statement_seconds: float
) -> "subprocess.Popen[bytes]":
    """Starts the server on a folder; it stops statements after a time; raises MissingPart and OSError."""
    java, jars = _runtime()
    _write_groups(folder)
    _forget_users(folder)
    options = folder / _OPTIONS
    # Passwords go through a file that only we can read: a command line shows to everybody.
    write_private(options, _options(jars, access, statement_seconds))
    log.touch(mode=0o600)
    with log.open("wb") as output:
        return subprocess.Popen(  # noqa: S603 - the runtime of our own dependency
            [str(java), f"@{options}"],
            cwd=folder,
            # Java takes the encoding of file names from the locale, and a bare one has none.
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            umask=0o077,
        )


def heap(memory: int) -> int:
    """The megabytes that the server may have of a machine's memory, which is in bytes."""
    return min(_MOST, max(_LEAST, memory // _SHARE >> 20))


def started(folder: Path) -> None:
    """Removes what only the start needs."""
    (folder / _OPTIONS).unlink(missing_ok=True)


def is_launch(command: list[str], folder: Path) -> bool:
    """Is this the command line of a server on that folder?"""
    return f"@{folder / _OPTIONS}" in command


def write_private(file: Path, text: str) -> None:
    """Writes a file that only its owner can read, whole or not at all."""
    draft = file.with_name(file.name + ".part")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_text(text, "utf-8")
    draft.replace(file)


def _runtime() -> tuple[Path, Path]:
    """The Java runtime and the folder of jars that the wheel brings."""
    spec = find_spec(PACKAGE)
    home = Path(spec.origin).parent if spec and spec.origin else None
    java = home / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java") if home else None
    if home is None or java is None or not java.exists():
        raise MissingPart(
            "The embedded store is not installed for this machine",
            "Install arcadedb-embedded, or name a Neo4j with --store",
        )
    return java, home / "jars"


def _options(jars: Path, access: Access, statement_seconds: float) -> str:
    settings = {
        "server.rootPath": ".",
        "server.rootPassword": access.password,
        "server.mode": "production",
        "server.httpIncomingHost": "127.0.0.1",
        "server.httpIncomingPort": access.web,
        "bolt.host": "127.0.0.1",
        "bolt.port": access.port,
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.defaultDatabases": f"{DATABASE}[root,reader:{access.reader}:reader]",
        "command.timeout": round(statement_seconds * 1000),
    }
    flags = [
        "-Xms64m",
        f"-Xmx{heap(psutil.virtual_memory().total)}m",
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


def _write_groups(folder: Path) -> None:
    groups = {
        name: {
            "resultSetLimit": -1,
            "readTimeout": -1,
            "access": access,
            "types": {"*": {"access": records}},
        }
        for name, (access, records) in _GROUPS.items()
    }
    config = folder / "config"
    config.mkdir(exist_ok=True, mode=0o700)
    content = {"version": 1, "databases": {"*": {"groups": groups}}}
    write_private(config / "server-groups.json", json.dumps(content))


def _forget_users(folder: Path) -> None:
    """Each start has new passwords; the server would keep the old ones from these files."""
    for users in (folder / "config").glob("server-users*"):
        users.unlink()
