"""Jobs: what becomes of uploads."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as InPath

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
