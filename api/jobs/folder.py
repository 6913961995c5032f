"""The folder of jobs: `jobs/ID/job.json` and, until it is read, `jobs/ID/original/NAME`.

Whatever is written appears whole or not at all, so that a killed server finds its jobs again.
"""

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock

from api.jobs.job import Job, new_job
from api.whole import write_whole
from ontology.errors import NotKnown

KEPT = 500
"""So many finished jobs are remembered."""
ABANDONED_SECONDS = 3_600.0
_CHUNK = 1 << 20
_ID = re.compile(r"job-[0-9a-f]{20}")


class JobFolder:
    """The jobs of one data folder; several processes may look at it and add to it."""

    def __init__(self, data: Path) -> None:
        """The folder is made when the first job comes."""
        self.folder = data / "jobs"

    def take_in(self, source: BinaryIO, file: str, date: str | None) -> Job:
        """Writes an upload to disk and gives its job; one that waits already is given as it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=self.folder))
        try:
            (draft / "original").mkdir()
            digest, size = _copy(source, draft / "original" / file)
            job = new_job(file, digest, size, date)
            _write(draft / "job.json", job)
            with self.lock("adding"):
                return self._put(draft, job)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def job(self, identifier: str) -> Job:
        """One job; raises NotKnown."""
        found = self._load(identifier)
        if found is None:
            raise NotKnown(f"There is no job {identifier!r}", "GET /jobs lists them")
        return found

    def all(self) -> list[Job]:
        """All jobs, the oldest first."""
        return sorted(self._jobs(), key=lambda job: (job.created, job.id))

    def unfinished(self) -> list[Job]:
        """The jobs still to be done, the oldest first."""
        return [job for job in self.all() if not job.is_finished]

    def original(self, job: Job) -> Path:
        """The uploaded file of an unfinished job."""
        return self.folder / job.id / "original" / job.file

    def save(self, job: Job) -> None:
        """Writes how far a job is; the upload of a finished one is removed."""
        _write(self.folder / job.id / "job.json", job)
        if job.is_finished:
            shutil.rmtree(self.folder / job.id / "original", ignore_errors=True)

    def forget(self, report: str) -> None:
        """Removes the finished jobs that became a report."""
        if not self.folder.is_dir():
            return
        with self.lock("adding"):
            for job in self.all():
                if job.is_finished and report in job.reports:
                    shutil.rmtree(self.folder / job.id, ignore_errors=True)

    def lock(self, what: str) -> FileLock:
        """A lock between processes, free again when its holder dies: `working` is held by the one that reads."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return FileLock(self.folder / f"{what}.lock")

    def tidy(self) -> None:
        """Forgets the oldest finished jobs, and the drafts of a server that was killed."""
        if not self.folder.is_dir():
            return
        with self.lock("adding"):
            finished = [job for job in self.all() if job.is_finished]
            for job in finished[:-KEPT]:
                shutil.rmtree(self.folder / job.id, ignore_errors=True)
        for draft in self.folder.glob(".draft-*"):
            if time.time() - draft.stat().st_mtime > ABANDONED_SECONDS:
                shutil.rmtree(draft, ignore_errors=True)

    def _put(self, draft: Path, job: Job) -> Job:
        place = self.folder / job.id
        known = self._load(job.id)
        if known is not None and not known.is_finished:
            return known
        if place.exists():
            shutil.rmtree(place)
        draft.rename(place)
        return job

    def _jobs(self) -> Iterator[Job]:
        names = [each.name for each in self.folder.iterdir()] if self.folder.is_dir() else []
        for name in names:
            if (job := self._load(name)) is not None:
                yield job

    def _load(self, identifier: str) -> Job | None:
        """None where there is no such job, or what is there is not ours."""
        if not _ID.fullmatch(identifier):
            return None
        try:
            return Job.model_validate_json((self.folder / identifier / "job.json").read_bytes())
        except (OSError, ValueError):
            return None


def _copy(source: BinaryIO, place: Path) -> tuple[str, int]:
    """Copies to disk for good; gives the SHA-256 and the number of bytes."""
    digest = sha256()
    with place.open("wb") as target:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())
        return digest.hexdigest(), target.tell()


def _write(file: Path, job: Job) -> None:
    write_whole(file, job.model_dump_json(exclude={"progress", "says"}).encode())
