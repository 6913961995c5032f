"""Jobs: what becomes of uploads."""

from typing import Annotated

from fastapi import APIRouter, Header, Request, Response
from fastapi import Path as InPath

from api.http.following import EventStream, begun, events
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


@router.get(
    "/jobs/{job}/events",
    response_class=EventStream,
    responses={
        200: {
            "description": "An event for each state; its `data` is the job, with that state.",
            "content": {EventStream.media_type: {"schema": {"type": "string"}}},
        },
        204: {"description": "The job has ended, and the caller has seen it."},
        **documented(404),
    },
)
def follow(
    request: Request,
    job: Annotated[str, InPath(description="As an upload's answer gives it.", max_length=100)],
    jobs: TheJobs,
    last_event_id: Annotated[
        str | None,
        Header(max_length=200, description="The id of the last event that the caller has seen."),
    ] = None,
) -> Response:
    """Follow one upload by server-sent events, from its first state on, or from where the caller left off.

    States are kept with the job: after the server was restarted, the caller goes on where it was. The stream ends when
    the job has ended or the server is told to stop.
    """
    found = jobs.job(job)
    first = begun(found, last_event_id)
    if found.is_finished and first == len(found.steps):
        return Response(status_code=204)
    return EventStream(events(jobs, found, first, request.app.state.ending))
