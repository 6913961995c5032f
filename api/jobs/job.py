"""One upload on its way into the graph."""

from datetime import UTC, datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, NonNegativeInt, computed_field

from api.assistance import told
from api.failures import Problem
from ingest.assisting.assistance import Assistance
from ontology.edtf import Edtf
from ontology.model import content_id


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    READING = "reading"
    ADDING = "adding"
    DONE = "done"
    FAILED = "failed"


_PROGRESS = {
    JobState.QUEUED: 0.0,
    JobState.READING: 0.1,
    JobState.ADDING: 0.8,
    JobState.DONE: 1.0,
    JobState.FAILED: 1.0,
}

_SAYS = {
    JobState.QUEUED: "waits to be read, step 1 of 3",
    JobState.READING: "is being read, step 2 of 3",
    JobState.ADDING: "is being added to the graph, step 3 of 3",
    JobState.DONE: "is in the graph",
    JobState.FAILED: "could not be read",
}


class JobStep(BaseModel):
    """A state that a job came to, and when."""

    model_config = ConfigDict(frozen=True)

    state: JobState
    at: str


class Job(BaseModel):
    """One uploaded file; its id is made from bytes, name and date, so that the same upload is the same job."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    id: str
    file: str
    file_sha256: str
    bytes: NonNegativeInt
    date: Edtf | None = None
    """When it was published, as the caller said."""
    state: JobState = JobState.QUEUED
    attempts: NonNegativeInt = 0
    """How often reading was begun; more than once where the server was killed meanwhile."""
    created: str
    """ISO 8601 time in UTC, as the other two."""
    started: str | None = None
    finished: str | None = None
    reports: tuple[str, ...] = ()
    """Ids of the reports that it became."""
    changed: bool | None = None
    """False where the graph knew the report already."""
    error: Problem | None = None
    llm: Assistance | None = None
    """How far a language model helped, where it was asked."""
    steps: tuple[JobStep, ...] = ()
    """All states that it came to since it was uploaded, in their order; kept with it."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def progress(self) -> float:
        """From 0 to 1, by the steps that are done."""
        return _PROGRESS[self.state]

    @computed_field  # type: ignore[prop-decorator]
    @property
    def says(self) -> str:
        """How far it is, in words that follow the name of the file."""
        says = "was in the graph already" if self.changed is False else _SAYS[self.state]
        return f"{says}; {told(self.llm)}" if self.llm else says

    def becomes(self, state: JobState, **more: object) -> "Job":
        """The job in another state, which is written down among its steps."""
        steps = (*self.steps, JobStep(state=state, at=now()))
        return self.model_copy(update={"state": state, "steps": steps, **more})

    @property
    def is_finished(self) -> bool:
        """Will nothing more happen to it?"""
        return self.state in (JobState.DONE, JobState.FAILED)


def new_job(file: str, file_sha256: str, size: int, date: str | None) -> Job:
    """A job that waits."""
    created = now()
    return Job(
        id=content_id("job", file_sha256, file, date),
        file=file,
        file_sha256=file_sha256,
        bytes=size,
        date=date,
        created=created,
        steps=(JobStep(state=JobState.QUEUED, at=created),),
    )


def now() -> str:
    """The time in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
