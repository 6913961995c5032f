"""The process that reads uploads, one after the other, and ends when there are none.

It is a process of its own so that neither the language model nor a greedy report weighs on the
server; when the server dies it finishes the job at hand and ends.
"""

import logging
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import takewhile
from typing import TYPE_CHECKING

from filelock import Timeout

from api.failures import problem
from api.jobs.folder import JobFolder
from api.jobs.job import Job, JobState, now
from api.library import Library, Read
from api.settings import Settings
from ontology.errors import ActorgraphError, ReadingTimedOut, StoreUnavailable

ATTEMPTS = 3
"""A job that brought its reader down so often is given up."""
IDLE_SECONDS = 30.0
"""The reader waits so long for more, its model loaded."""
STORE_SECONDS = 300.0
"""So long a job waits for a store that does not answer."""
BATCH = 50
_PAUSE = 0.2

if TYPE_CHECKING:
    from ingest.pipeline import Outcome

_log = logging.getLogger("actorgraph.jobs")


def work(settings: Settings) -> None:
    """Does all unfinished jobs, and those that come within the idle time."""
    _stand_alone()
    jobs = JobFolder(settings.data)
    idle_since = time.monotonic()
    with Library(settings) as library:
        while time.monotonic() - idle_since < IDLE_SECONDS and _server_lives():
            if _next(library, jobs):
                idle_since = time.monotonic()
            else:
                time.sleep(_PAUSE)


def _stand_alone() -> None:
    """Ctrl-C in the server's terminal is the server's to answer: it ends this process in time."""
    if hasattr(os, "setsid"):
        os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _server_lives() -> bool:
    server = multiprocessing.parent_process()
    return server is None or server.is_alive()


def _next(library: Library, jobs: JobFolder) -> bool:
    """Does the oldest jobs; False where there are none, or another process is at them."""
    if not jobs.unfinished():
        return False
    try:
        with jobs.lock("working").acquire(timeout=0):
            batch = _batch(jobs.unfinished())
            work_off(library, jobs, batch)
            return bool(batch)
    except Timeout:
        return False


def _batch(waiting: Sequence[Job]) -> Sequence[Job]:
    """The oldest jobs that can be read together: several at once, and the language model loaded once."""
    return list(takewhile(lambda job: job.date == waiting[0].date, waiting))[:BATCH]


def work_off(library: Library, jobs: JobFolder, batch: Sequence[Job]) -> None:
    """Does jobs of one date, in their order, and writes down what becomes of each."""
    for job in batch:
        if job.attempts >= ATTEMPTS:
            jobs.save(_failed(job, _given_up(job)))
    batch = [job for job in batch if job.attempts < ATTEMPTS]
    files = [jobs.original(job) for job in batch]
    with closing(library.read(files, batch[0].date if batch else None)) as outcomes:
        for job in batch:
            if not _server_lives() or not _do(library, jobs, job, outcomes):
                return


def _do(library: Library, jobs: JobFolder, job: Job, outcomes: "Iterator[Outcome]") -> bool:
    """Does one job; False where those behind it must be begun anew."""
    job = job.becomes(JobState.READING, attempts=job.attempts + 1, started=now())
    jobs.save(job)
    try:
        _await_store(library)
        outcome = next(outcomes)
        if outcome.error is None:
            jobs.save(job := job.becomes(JobState.ADDING))
        read = library.take(outcome, job.date)
        if isinstance(read.error, StoreUnavailable):  # it ended meanwhile
            _await_store(library)
            read = library.take(outcome, job.date)
        jobs.save(_ended(job, read))
    except ActorgraphError as error:
        jobs.save(_failed(job, error))
        return False
    except Exception as error:  # noqa: BLE001 - a fault of ours must not stop the jobs behind it
        _log.exception("Job %s failed", job.id)
        jobs.save(_failed(job, error))
        return False
    return True


def _given_up(job: Job) -> ActorgraphError:
    return ReadingTimedOut(
        f"Reading {job.file} was broken off {job.attempts} times", "Is it a proper report?"
    )


def _await_store(library: Library) -> None:
    """A store that starts at the same time as we do is worth waiting for; raises StoreUnavailable."""
    deadline = time.monotonic() + STORE_SECONDS
    while True:
        try:
            _ = library.graph
        except StoreUnavailable:
            if time.monotonic() > deadline or not _server_lives():
                raise
            time.sleep(2)
        else:
            return


def _ended(job: Job, read: Read) -> Job:
    if read.report is None:
        return _failed(
            job, read.error or ActorgraphError("Nothing was read", "Upload the file again")
        )
    reports = (read.report.id,)
    return job.becomes(
        JobState.DONE,
        reports=reports,
        changed=read.changed,
        error=None,
        llm=read.assistance,
        finished=now(),
    )


def _failed(job: Job, error: Exception) -> Job:
    return job.becomes(JobState.FAILED, finished=now(), error=problem(error))
