"""Sees to it that a reader runs while there is something to read."""

import multiprocessing
import os
import signal
from multiprocessing.process import BaseProcess
from threading import Event, Thread

from filelock import Timeout

from api.jobs.folder import JobFolder
from api.jobs.job import JobState
from api.jobs.worker import work
from api.settings import Settings

_LOOK_SECONDS = 1.0
_END_SECONDS = 5.0


class Keeper:
    """Starts a reader when jobs wait, again if it dies, and ends it with the server."""

    def __init__(self, settings: Settings) -> None:
        """Starts nothing yet."""
        self._settings = settings
        self._jobs = JobFolder(settings.data)
        self._wake, self._ending = Event(), Event()
        self._reader: BaseProcess | None = None
        self._thread = Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        """Begins; jobs that a killed server left are done first."""
        self._wake.set()
        self._thread.start()

    def wake(self) -> None:
        """Says that a job has come."""
        self._wake.set()

    def stop(self) -> None:
        """Ends the reader; a job that it was at is done anew after the next start."""
        self._ending.set()
        self._wake.set()
        self._thread.join()
        if self._reader is not None and self._reader.is_alive():
            _end(self._reader)
            self._put_back()

    def _keep(self) -> None:
        self._jobs.tidy()
        while not self._ending.is_set():
            # The reader may die at any time, so that looking only when woken is not enough.
            self._wake.wait(_LOOK_SECONDS if self._reader else None)
            self._wake.clear()
            if self._ending.is_set():
                return
            if self._reader is not None and not self._reader.is_alive():
                self._reader.join()
                self._reader = None
            if self._reader is None and self._jobs.unfinished():
                self._reader = self._started()

    def _put_back(self) -> None:
        """A job that was broken off on purpose has not failed; unless another server's reader is at it."""
        try:
            with self._jobs.lock("working").acquire(timeout=0):
                for job in self._jobs.unfinished():
                    if job.state is not JobState.QUEUED:
                        self._jobs.save(job.becomes(JobState.QUEUED, attempts=job.attempts - 1))
        except Timeout:
            return

    def _started(self) -> BaseProcess:
        spawned = multiprocessing.get_context("spawn")
        reader = spawned.Process(target=work, args=(self._settings,), name="actorgraph-reader")
        reader.start()
        return reader


def _end(reader: BaseProcess) -> None:
    """Ends the reader with all processes that it started."""
    _signal(reader, signal.SIGTERM)
    reader.join(_END_SECONDS)
    if reader.is_alive():
        _signal(reader, getattr(signal, "SIGKILL", signal.SIGTERM))
        reader.join()


def _signal(reader: BaseProcess, number: int) -> None:
    pid = reader.pid or 0
    try:
        # It leads a process group of its own once it has begun to work.
        if hasattr(os, "killpg") and os.getpgid(pid) == pid:
            os.killpg(pid, number)
        else:
            os.kill(pid, number)
    except ProcessLookupError:
        return
