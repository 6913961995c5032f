"""The real server in a process of its own: signals, ports, and a kill in the middle of its work."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import psutil
import pytest
from doors import BRIEF, SECONDS, actorgraph, serving


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder of these tests; its embedded store is stopped at the end."""
    made = tmp_path_factory.mktemp("served")
    yield made
    actorgraph("--data", made, "stop")


def children(pid: int) -> list[psutil.Process]:
    """The processes that this one started, without the embedded store's."""
    return [
        each
        for each in psutil.Process(pid).children(recursive=True)
        if "graph.embedded" not in each.cmdline()
    ]


def ended(found: httpx2.Client, job: str) -> str:
    deadline = time.monotonic() + SECONDS
    while (state := str(found.get(job).json()["state"])) not in ("done", "failed"):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return state


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_ends_cleanly_and_leaves_no_process_behind(
    folder: Path, number: signal.Signals
) -> None:
    with serving(folder) as served:
        accepted = served.web.post("/reports", files={"file": ("forest brief.txt", BRIEF.encode())})
        assert accepted.status_code == 202
        time.sleep(0.3)  # its reader is at work
        started = children(served.process.pid)
        served.process.send_signal(number)
        assert served.process.wait(SECONDS) == 0
        assert served.process.stderr
        assert served.process.stderr.read() == b""
    assert started
    assert [
        each for each in psutil.wait_procs(started, timeout=5)[1] if "jre" not in each.exe()
    ] == []


def test_what_a_client_sends_wrongly_is_told_to_that_client_alone(folder: Path) -> None:
    with serving(folder) as served:
        form = {"content-type": "multipart/form-data; boundary=x"}
        assert served.web.post("/reports", content=b"nonsense", headers=form).status_code == 400
        assert served.web.head("/").status_code == 200
        served.process.terminate()
        served.process.wait(SECONDS)
        assert served.process.stderr
        assert served.process.stderr.read() == b""


def test_a_killed_server_goes_on_with_what_it_accepted(folder: Path) -> None:
    with serving(folder) as served:
        accepted = served.web.post("/reports", files={"file": ("forest brief.txt", BRIEF.encode())})
        served.process.kill()
        served.process.wait(SECONDS)
    with serving(folder) as served:
        assert ended(served.web, accepted.headers["location"]) == "done"
        (report,) = served.web.get("/reports").json()["items"]
        assert report["title"] == "Forest brief"


def test_a_reader_that_dies_is_replaced(folder: Path) -> None:
    with serving(folder) as served:
        job = served.web.post(
            "/reports", files={"file": ("forest brief.txt", BRIEF.encode())}
        ).headers["location"]
        deadline = time.monotonic() + SECONDS
        while served.web.get(job).json()["state"] == "queued":
            assert time.monotonic() < deadline
            time.sleep(0.02)
        for each in children(served.process.pid):
            if "spawn_main" in " ".join(each.cmdline()):
                each.kill()
        assert ended(served.web, job) == "done"
        assert served.web.get(job).json()["attempts"] == 2


def test_a_port_in_use_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = actorgraph("--data", tmp_path, "serve", "--port", str(port))
    assert done.status == 1
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert f"127.0.0.1:{port}" in done.err
    assert "--port" in done.err


def test_an_address_of_another_machine_is_said_in_one_line(tmp_path: Path) -> None:
    done = actorgraph("--data", tmp_path, "serve", "--host", "192.0.2.1", "--port", "0")
    assert (done.status, done.err.count("\n")) == (1, 1)


def test_a_data_folder_that_cannot_be_used_is_said_in_one_line() -> None:
    done = actorgraph("--data", "/dev/null/data", "serve", "--port", "0")
    assert (done.status, done.out, done.err.count("\n")) == (1, "", 1)
    assert "/dev/null" in done.err


def test_beyond_loopback_without_a_key_it_says_that_it_only_reads(folder: Path) -> None:
    with serving(folder, "--host", "0.0.0.0") as served:  # noqa: S104
        assert served.process.stderr
        assert b"ACTORGRAPH_API_KEY" in served.process.stderr.readline()
        port = served.web.base_url.port
        answer = httpx2.post(f"http://127.0.0.1:{port}/reports", files={"file": ("a.txt", b"x")})
        assert answer.status_code == 401


@pytest.mark.skipif(os.name == "nt", reason="asks for POSIX permissions")
def test_questions_are_answered_while_a_report_is_read(folder: Path) -> None:
    with serving(folder) as served:
        served.web.get("/health")
        job = served.web.post(
            "/reports", files={"file": ("forest brief.txt", BRIEF.encode())}
        ).headers["location"]
        slowest = 0.0
        while served.web.get(job).json()["state"] in ("queued", "reading"):
            begun = time.monotonic()
            assert served.web.get("/about").status_code == 200
            slowest = max(slowest, time.monotonic() - begun)
        assert slowest < 1
        assert ended(served.web, job) == "done"
