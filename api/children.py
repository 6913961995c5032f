"""Children that answer statements: one that is late or takes too much memory is ended, and another takes its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Semaphore

from api.failures import Busy
from ingest.reading.child import Bounds, Child, ChildDiedError
from ontology.errors import StatementStopped

_AT_ONCE = 2
_MEMORY_BYTES = 1_000_000_000


class Children:
    """Runs one handler in so many children at once as are allowed; several threads may ask."""

    def __init__(self, handler: str, seconds: float, grace: float = 0) -> None:
        """Starts nothing yet; `grace` is for a handler which itself stops what takes longer than `seconds`."""
        self._handler = handler
        self._seconds = seconds
        self._patience = seconds + grace
        self._idle: list[Child] = []
        self._lock = Lock()
        self._free = Semaphore(_AT_ONCE)

    def close(self) -> None:
        """Ends the children that are idle."""
        with self._lock:
            children, self._idle = self._idle, []
        for child in children:
            child.end()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Held while one statement is answered; raises Busy where others are for too long."""
        if not self._free.acquire(timeout=self._patience):
            raise Busy("Other queries are still being answered", "Try again in a little while")
        try:
            yield
        finally:
            self._free.release()

    def ask(self, request: bytes) -> list[bytes]:
        """The messages that answer a request; raises StatementStopped."""
        child = self._child()
        try:
            child.ask(request)
            answers = []
            while (told := child.answer(self._patience)) is not None:
                answers.append(told)
        except ChildDiedError as error:
            child.end()
            raise self._stopped(late=error.late) from error
        except BaseException:
            child.end()
            raise
        with self._lock:
            self._idle.append(child)
        return answers

    def _child(self) -> Child:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return Child(self._handler, Bounds(self._patience, _MEMORY_BYTES))

    def _stopped(self, *, late: bool) -> StatementStopped:
        if late:
            return StatementStopped(
                f"The query was stopped after {self._seconds:g} seconds",
                "Ask for less at once: name what you know, and avoid pairs of unrelated patterns",
            )
        return StatementStopped(
            "The query was stopped: it took too much memory, or is nested too deeply",
            "Ask for less at once",
        )
