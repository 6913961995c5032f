"""Jobs: what becomes of uploads."""

from collections.abc import AsyncIterator
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Header, Request
from fastapi import Path as InPath
from fastapi.sse import EventSourceResponse, ServerSentEvent

from api.http.following import begun, events
from api.http.parts import TheJobs
from api.http.problems import documented
from api.http.resources import LinkedJob
from api.http.shapes import JobList
from api.jobs import Job

router = APIRouter(tags=["Reports"])

SHOWN = 100


@router.get("/jobs")
def jobs(jobs: TheJobs) -> JobList:
    """List the uploads that wait, are read or were read, the latest first, at most 100."""
    latest = list(reversed(jobs.all()))[:SHOWN]
    return JobList.model_validate({"items": latest}, from_attributes=True)


@router.get("/jobs/{job}", responses=documented(404), response_model=LinkedJob)
def job(
    job: Annotated[str, InPath(description="As an upload's answer gives it.", max_length=100)],
    jobs: TheJobs,
) -> Job:
    """How far one upload is: its state, and its report or its error at the end."""
    return jobs.job(job)


class _Followed(NamedTuple):
    """A job, and how many of its steps the caller has seen."""

    job: Job
    seen: int


def _followed(
    job: Annotated[str, InPath(description="As an upload's answer gives it.", max_length=100)],
    jobs: TheJobs,
    last_event_id: Annotated[
        str | None,
        Header(max_length=200, description="The id of the last event that the caller has seen."),
    ] = None,
) -> _Followed:
    found = jobs.job(job)
    return _Followed(found, begun(found, last_event_id))


@router.get(
    "/jobs/{job}/events",
    response_class=EventSourceResponse,
    responses={
        200: {"description": "An event for each state; its `data` is the job, with that state."},
        204: {"description": "The job has ended, and the caller has seen it."},
        **documented(404),
    },
)
async def follow(
    request: Request, followed: Annotated[_Followed, Depends(_followed)], jobs: TheJobs
) -> AsyncIterator[ServerSentEvent]:
    """Follow one upload by server-sent events, from its first state on, or from where the caller left off.

    States are kept with the job: after the server was restarted, the caller goes on where it was. The stream ends when
    the job has ended or the server is told to stop.
    """
    async for event in events(jobs, *followed, request.app.state.ending):
        yield event
