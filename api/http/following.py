"""A job as server-sent events (WHATWG HTML, section 9.2): one for each state that it came to."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from threading import Event

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from api.http.resources import LinkedJob
from api.jobs import Job, JobFolder
from ontology.errors import NotKnown

_LOOK_SECONDS = 0.3
_QUIET_SECONDS = 15.0
"""After so long without news something is sent, or the connection would be taken for dead."""


class EventStream(StreamingResponse):
    """A stream of events."""

    media_type = "text/event-stream"


def begun(job: Job, last_event_id: str | None) -> int:
    """How many of a job's steps the caller has seen; none of a job that was begun anew since."""
    made, _, number = (last_event_id or "").rpartition("/")
    seen = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0
    return seen if made == job.created and seen <= len(job.steps) else 0


async def events(jobs: JobFolder, job: Job, seen: int, ending: Event) -> AsyncIterator[str]:
    """The events of a job that the caller has not seen, as they come, until it or the server ends."""
    yield "retry: 1000\n\n"
    quiet_since = time.monotonic()
    while True:
        for number in range(seen, len(job.steps)):
            yield _event(job, number)
            quiet_since = time.monotonic()
        seen = len(job.steps)
        if job.is_finished or ending.is_set():
            return
        await asyncio.sleep(_LOOK_SECONDS)
        if time.monotonic() - quiet_since > _QUIET_SECONDS:
            yield ": still here\n\n"
            quiet_since = time.monotonic()
        try:
            found = await run_in_threadpool(jobs.job, job.id)
        except NotKnown:
            return  # its report was forgotten
        if found.created != job.created:
            seen = 0  # uploaded again
        job = found


def _event(job: Job, number: int) -> str:
    """The event of one step: the job as it is, with the state that it had then."""
    step, last = job.steps[number], number == len(job.steps) - 1
    then = job if last else _before_its_end(job).model_copy(update={"state": step.state})
    data = json.dumps(LinkedJob.model_validate(then.model_dump()).model_dump(mode="json"))
    return f"id: {job.created}/{number + 1}\nevent: {step.state}\ndata: {data}\n\n"


def _before_its_end(job: Job) -> Job:
    nothing = {"finished": None, "reports": (), "changed": None, "error": None}
    return job.model_copy(update=nothing)
