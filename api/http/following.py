"""A job as server-sent events (WHATWG HTML, section 9.2): one for each state that it came to."""

import asyncio
from collections.abc import AsyncIterator
from threading import Event

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.sse import ServerSentEvent

from api.http.resources import LinkedJob
from api.jobs import Job, JobFolder
from ontology.errors import NotKnown

_LOOK_SECONDS = 0.3
_RETRY_MILLISECONDS = 1_000


class AllSeen(Exception):  # noqa: N818 - what it says, not a failure
    """The job has ended, and the caller has seen it."""


async def all_seen(_: Request, __: Exception) -> Response:
    """The answer that tells a browser not to come back."""
    return Response(status_code=204)


def begun(job: Job, last_event_id: str | None) -> int:
    """How many of a job's steps the caller has seen, none if it was begun anew since; raises AllSeen."""
    made, _, number = (last_event_id or "").rpartition("/")
    seen = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0
    known = seen if made == job.created and seen <= len(job.steps) else 0
    if job.is_finished and known == len(job.steps):
        raise AllSeen
    return known


async def events(
    jobs: JobFolder, job: Job, seen: int, ending: Event
) -> AsyncIterator[ServerSentEvent]:
    """The events of a job that the caller has not seen, as they come, until it or the server ends."""
    yield ServerSentEvent(retry=_RETRY_MILLISECONDS)
    while True:
        for number in range(seen, len(job.steps)):
            yield _event(job, number)
        seen = len(job.steps)
        if job.is_finished or ending.is_set():
            return
        await asyncio.sleep(_LOOK_SECONDS)
        try:
            found = await run_in_threadpool(jobs.job, job.id)
        except NotKnown:
            return  # its report was forgotten
        if found.created != job.created:
            seen = 0  # uploaded again
        job = found


def _event(job: Job, number: int) -> ServerSentEvent:
    """The event of one step: the job as it is, with the state that it had then."""
    step, last = job.steps[number], number == len(job.steps) - 1
    then = job if last else _before_its_end(job).model_copy(update={"state": step.state})
    told = LinkedJob.model_validate(then.model_dump())
    return ServerSentEvent(data=told, event=step.state, id=f"{job.created}/{number + 1}")


def _before_its_end(job: Job) -> Job:
    nothing = {"finished": None, "reports": (), "changed": None, "error": None}
    return job.model_copy(update=nothing)
