"""A job followed by server-sent events, by whoever comes late, comes back, or outlives the server."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from doors import BRIEF, SECONDS, actorgraph, client, serving, settings

from api.jobs import Job, JobFolder, JobState


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = tmp_path_factory.mktemp("followed")
    yield made
    actorgraph("--data", made, "stop")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A job of a folder that nobody works on, which has been read and is done."""
    jobs = JobFolder(tmp_path)
    found = jobs.take_in(io.BytesIO(b"words"), "a.txt", None)
    for state in (JobState.READING, JobState.ADDING, JobState.DONE):
        found = found.becomes(state)
        jobs.save(found)
    return found


def told(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """The events of a stream."""
    event: dict[str, Any] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if not line and "data" in event:
            yield event
            event = {}
        elif name:
            event[name] = json.loads(value) if name == "data" else value


def test_who_comes_late_is_told_all_states_in_their_order(tmp_path: Path, job: Job) -> None:
    web = client(settings(tmp_path))
    answer = web.get(f"/jobs/{job.id}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    events = list(told(iter(answer.text.splitlines())))
    assert [each["event"] for each in events] == ["queued", "reading", "adding", "done"]
    assert [each["data"]["state"] for each in events] == [each["event"] for each in events]
    assert [each["data"]["progress"] for each in events] == [0.0, 0.1, 0.8, 1.0]
    assert events[-1]["data"] == web.get(f"/jobs/{job.id}").json()


def test_who_comes_back_is_told_only_what_is_new_and_at_the_end_nothing(
    tmp_path: Path, job: Job
) -> None:
    web = client(settings(tmp_path))
    address = f"/jobs/{job.id}/events"
    ids = [each["id"] for each in told(iter(web.get(address).text.splitlines()))]
    for number, last in enumerate(ids[:-1], 1):
        rest = web.get(address, headers={"last-event-id": last})
        assert [each["id"] for each in told(iter(rest.text.splitlines()))] == ids[number:]
    assert web.get(address, headers={"last-event-id": ids[-1]}).status_code == 204
    for strange in ("", "x", "1999-01-01T00:00:00/2", f"{job.created}/99", f"{job.created}/-1"):
        all_of_it = web.get(address, headers={"last-event-id": strange})
        assert len(list(told(iter(all_of_it.text.splitlines())))) == 4
    assert web.get("/jobs/nix/events").status_code == 404


def test_a_job_is_followed_over_a_restart_of_the_server(folder: Path) -> None:
    with serving(folder) as served:
        accepted = served.web.post("/reports", files={"file": ("forest brief.txt", BRIEF.encode())})
        address = accepted.json()["links"]["events"]
        with served.web.stream("GET", address) as stream:
            first = next(told(stream.iter_lines()))
        served.process.kill()
        served.process.wait(SECONDS)
    assert first["event"] == "queued"
    with (
        serving(folder) as served,
        served.web.stream("GET", address, headers={"last-event-id": first["id"]}) as stream,
    ):
        rest = list(told(stream.iter_lines()))
    assert [each["event"] for each in rest][-2:] == ["adding", "done"]
    assert first["id"] not in [each["id"] for each in rest]
    assert rest[-1]["data"]["reports"]


def test_a_stream_does_not_keep_the_server_from_stopping(folder: Path) -> None:
    waiting = JobFolder(folder).take_in(io.BytesIO(b"words"), "held.txt", None)
    with JobFolder(folder).lock("working"), serving(folder) as served:  # nobody reads it meanwhile
        with served.web.stream("GET", f"/jobs/{waiting.id}/events") as stream:
            lines = stream.iter_lines()
            assert next(told(lines))["event"] == "queued"
            served.process.terminate()
            assert [line for line in lines if line] == []  # ended, and not broken off
        assert served.process.wait(SECONDS) == 0
