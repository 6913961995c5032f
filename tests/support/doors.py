"""The doors as tests open them: the command in a process of its own, the app in this one."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
from fastapi.testclient import TestClient

from api.http import create_app
from api.settings import PREFIX, Settings

HARBOUR = """Harbour review

March 2021

On 4 March 2021, Prosecutor General of Latvia Ilze Kalnina chaired a coordination meeting in Riga on \
combating corruption. The meeting was attended by Chairman of the State Audit Office Jonas Holt.

On 12 March 2021, Ilze Kalnina met with Defence Minister of Poland Marek Sowa in Warsaw.

A session of the Harbour Council is planned for 2 April 2021 in Gdansk.
"""
BRIEF = """Forest brief

On 7 May 2021, Foreign Minister of Estonia Aino Tamm met with Foreign Minister of Finland Timo Laine in Tartu.
"""
COMMAND = Path(sys.executable).with_name("actorgraph")


class Finished:
    """How one call of the command ended."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.status = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()


def environment(**more: str) -> dict[str, str]:
    """The environment without what would steer the command."""
    return {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)} | more


def actorgraph(
    *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> Finished:
    """Runs the command to its end."""
    command = [str(COMMAND), *map(str, arguments)]
    done = subprocess.run(
        command,
        input=stdin,
        env=env or environment(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Finished(done)


def said(out: str) -> Any:
    """Standard output as JSON, of which there is nothing else."""
    return json.loads(out)


def complaint(err: str) -> str:
    """The one line on standard error."""
    assert err.count("\n") == 1, err
    assert "Traceback" not in err
    return err


def refused(answer: httpx2.Response) -> tuple[int, str]:
    """Status and kind of a refusal over HTTP, which must have the shape of all refusals."""
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert set(told) == {"type", "title", "status", "detail", "hint"}
    assert told["status"] == answer.status_code
    assert told["hint"]
    return answer.status_code, told["type"].removeprefix("urn:actorgraph:")


def settings(data: Path, **more: object) -> Settings:
    """Settings for the embedded store of a folder, whatever the environment says."""
    plain: dict[str, object] = {"data": data, "store": None, "api_key": None, "host": "127.0.0.1"}
    return Settings(**(plain | more))  # type: ignore[arg-type]


def client(of: Settings) -> TestClient:
    """A client of an app with these settings; as a context it starts and stops the app."""
    return TestClient(
        create_app(of), base_url="http://127.0.0.1:8000", raise_server_exceptions=False
    )


SECONDS = 60.0
"""So long a server has for each step."""
SERVING = re.compile(rb"Serving (http://[^/\s]+)/\S* ")


class Serving:
    """A server that answers."""

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        self.process = process
        self.web = httpx2.Client(base_url=address, timeout=SECONDS)


@contextmanager
def serving(
    data: Path, *arguments: str, command: str = "serve", env: Mapping[str, str] | None = None
) -> Iterator[Serving]:
    """Serves a data folder on a free port until the block ends."""
    called = [str(COMMAND), "--data", str(data), command, "--port", "0", *arguments]
    with subprocess.Popen(
        called, stderr=subprocess.PIPE, env=environment(**(env or {}))
    ) as process:
        assert process.stderr
        try:
            line = SERVING.match(process.stderr.readline())
            assert line
            served = Serving(process, line[1].decode())
            with served.web:
                yield served
        finally:
            process.terminate()  # killed while it starts its store, it would leave that behind
            try:
                process.wait(SECONDS)
            finally:
                process.kill()
