"""Jobs on disk: nothing that was accepted is lost, nothing is done twice."""

import io
import json
import os
from pathlib import Path
from threading import Thread

import pytest
from doors import BRIEF, settings
from processes import await_true, servers_on

from api.jobs import JobFolder, JobState
from api.jobs.folder import ABANDONED_SECONDS
from api.jobs.worker import ATTEMPTS, work_off
from api.library import Library
from ontology.errors import NotKnown


@pytest.fixture
def jobs(tmp_path: Path) -> JobFolder:
    return JobFolder(tmp_path)


def test_an_upload_is_whole_on_disk_when_its_job_is_given(jobs: JobFolder) -> None:
    job = jobs.take_in(io.BytesIO(BRIEF.encode()), "forest brief.txt", "2021")
    assert jobs.original(job).read_text("utf-8") == BRIEF
    assert (job.bytes, job.date, job.state) == (len(BRIEF), "2021", JobState.QUEUED)
    assert JobFolder(jobs.folder.parent).unfinished() == [job]


def test_the_same_upload_twice_is_one_job_until_it_is_done(jobs: JobFolder) -> None:
    first = jobs.take_in(io.BytesIO(b"words"), "a.txt", None)
    assert jobs.take_in(io.BytesIO(b"words"), "a.txt", None) == first
    assert jobs.take_in(io.BytesIO(b"words"), "a.txt", "2020").id != first.id
    jobs.save(first.model_copy(update={"state": JobState.DONE}))
    assert not jobs.original(first).exists()
    again = jobs.take_in(io.BytesIO(b"words"), "a.txt", None)
    assert (again.id, again.state) == (first.id, JobState.QUEUED)
    assert jobs.original(again).exists()


def test_with_a_report_go_the_jobs_that_it_came_by_and_no_others(jobs: JobFolder) -> None:
    names = ("gone.txt", "kept.txt", "waits.txt")
    gone, kept, waits = (jobs.take_in(io.BytesIO(name.encode()), name, None) for name in names)
    for job, report in ((gone, "report-1"), (kept, "report-2")):
        jobs.save(job.model_copy(update={"state": JobState.DONE, "reports": (report,)}))
    jobs.forget("report-1")
    assert [job.id for job in jobs.all()] == [kept.id, waits.id]


def test_jobs_are_done_in_the_order_in_which_they_came(jobs: JobFolder) -> None:
    names = [f"{number}.txt" for number in range(5)]
    for name in names:
        jobs.take_in(io.BytesIO(name.encode()), name, None)
    assert [job.file for job in jobs.unfinished()] == names


def test_half_written_jobs_and_foreign_files_are_passed_over_and_left_alone(
    jobs: JobFolder,
) -> None:
    job = jobs.take_in(io.BytesIO(b"words"), "a.txt", None)
    (jobs.folder / "notes.txt").write_text("mine")
    (jobs.folder / "job-00000000000000000000").mkdir()
    (jobs.folder / "job-11111111111111111111").mkdir()
    (jobs.folder / "job-11111111111111111111" / "job.json").write_text('{"id":')
    young, old = jobs.folder / ".draft-young", jobs.folder / ".draft-old"
    young.mkdir()
    old.mkdir()
    os.utime(old, (0, old.stat().st_mtime - ABANDONED_SECONDS - 1))
    jobs.tidy()
    assert jobs.all() == [job]
    assert (jobs.folder / "notes.txt").exists()
    assert young.exists()
    assert not old.exists()


@pytest.mark.parametrize(
    "identifier", ["", ".", "..", "../jobs", "job-1", "a\0b", "job-" + "g" * 20]
)
def test_what_is_no_job_is_not_known(jobs: JobFolder, identifier: str) -> None:
    with pytest.raises(NotKnown):
        jobs.job(identifier)


def test_a_job_that_brings_its_reader_down_again_and_again_is_given_up(jobs: JobFolder) -> None:
    job = jobs.take_in(io.BytesIO(b"words"), "a.txt", None)
    jobs.save(job.model_copy(update={"attempts": ATTEMPTS, "state": JobState.READING}))
    with Library(settings(jobs.folder.parent)) as library:
        work_off(library, jobs, [jobs.job(job.id)])
    ended = jobs.job(job.id)
    assert ended.state is JobState.FAILED
    assert ended.error is not None
    assert "broken off" in ended.error.detail


def test_a_job_outlives_a_store_that_is_killed_while_it_adds(jobs: JobFolder) -> None:
    job = jobs.take_in(io.BytesIO(BRIEF.encode()), "forest brief.txt", None)
    with Library(settings(jobs.folder.parent)) as library:
        try:
            turn = library.graph.store.connection.turn
            assert turn is not None
            adding = Thread(target=work_off, args=(library, jobs, [job]))
            with turn():  # so that it has to wait
                adding.start()
                await_true(lambda: jobs.job(job.id).state is JobState.ADDING)
                await_true(library.shelf.has_drafts)
                (java,) = servers_on(library.embedded.folder)
                java.kill()
                java.wait()
            adding.join()
            ended = jobs.job(job.id)
            assert (ended.state, ended.attempts) == (JobState.DONE, 1)
            assert [row.id for row in library.graph.reports()] == list(ended.reports)
        finally:
            library.embedded.stop()


def test_what_stands_on_disk_is_what_the_api_shows_but_for_what_is_worked_out(
    jobs: JobFolder,
) -> None:
    job = jobs.take_in(io.BytesIO(b"words"), "a.txt", None)
    stored = json.loads((jobs.folder / job.id / "job.json").read_text("utf-8"))
    assert stored | {"progress": 0.0, "says": "waits to be read, step 1 of 3"} == job.model_dump(
        mode="json"
    )
