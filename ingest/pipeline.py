"""From paths to extractions: which files there are, and each of them read and extracted in a worker process."""

import os
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from ingest.assisting.assistance import Assistance
from ingest.document import Document
from ingest.reading.apart import death, document_from, finish
from ingest.reading.child import Bounds, Child, ChildDiedError
from ingest.reading.files import name_of
from ingest.reading.formats import SIDECAR, format_of, is_known
from ingest.reading.here import out_of_memory, read_here
from ingest.reading.limits import Limits
from ingest.reading.messages import Answer, Request
from ontology.errors import (
    ActorgraphError,
    BrokenReport,
    InvalidInput,
    ReadingTimedOut,
    UnreadableReport,
)
from ontology.failure import Failure
from ontology.model import Extraction

_MOST_WORKERS = 8
"""Unless more are asked for: each keeps a language model in memory."""


class Unusable(NamedTuple):
    """A path that was named and cannot be read."""

    path: Path
    error: ActorgraphError


class Found(NamedTuple):
    """The files to read, sorted within each folder and each once; what cannot be read; what was passed over."""

    files: tuple[Path, ...]
    unusable: tuple[Unusable, ...]
    passed_over: int


class Outcome(NamedTuple):
    """What became of one file: document and extraction, or the error; and how far a language model helped, if asked."""

    path: Path
    document: Document | None = None
    extraction: Extraction | None = None
    error: ActorgraphError | None = None
    assistance: Assistance | None = None


def discover(paths: Sequence[Path]) -> Found:
    """The files that paths name; a folder's other kinds and sidecars are only counted."""
    files: dict[Path, Path] = {}
    unusable: list[Unusable] = []
    passed_over = 0
    for path in paths:
        if path.is_dir():
            inside = _files_in(path)
            known = [each for each in inside if is_known(each)]
            passed_over += len(inside) - len(known)
            for each in known:
                files.setdefault(each.resolve(), each)
        elif (error := _refusal(path)) is not None:
            unusable.append(Unusable(path, error))
        else:
            files.setdefault(path.resolve(), path)
    return Found(tuple(files.values()), tuple(unusable), passed_over)


def _files_in(folder: Path) -> list[Path]:
    """All files under a folder, sorted; hidden ones and those in hidden folders left out."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _refusal(path: Path) -> ActorgraphError | None:
    if not path.exists():
        return InvalidInput(f"There is no file {path}", "Check the path")
    if path.name.endswith(SIDECAR):
        return InvalidInput(
            f"{name_of(path)} is a sidecar", "Name the report that it stands beside"
        )
    try:
        format_of(path)
    except ActorgraphError as error:
        return error
    return None


def extract_reports(
    paths: Sequence[Path],
    *,
    date: str | None = None,
    workers: int | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
) -> Generator[Outcome, None, None]:
    """Reads and extracts files, in the order given; a bad file gives its error and stops no other."""
    if not paths:
        return
    count = max(1, min(workers or _processors(), len(paths)))
    crew = _Crew(date, limits)
    pool = ThreadPoolExecutor(count, thread_name_prefix="reading")
    waiting: deque[Future[Outcome]] = deque()
    try:
        for path in paths:
            waiting.append(pool.submit(crew.outcome, path))
            if len(waiting) > 2 * count:  # so that what is not yet taken does not fill the memory
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
        crew.dismiss()
        pool.shutdown()


def _processors() -> int:
    usable = getattr(os, "sched_getaffinity", None)
    return min(_MOST_WORKERS, len(usable(0)) if usable else os.cpu_count() or 1)


class _Crew:
    """One child process for each thread of the pool; one that died is replaced at the next file."""

    def __init__(self, date: str | None, limits: Limits) -> None:
        self._date = date
        self._limits = limits
        self._own = threading.local()
        self._lock = threading.Lock()
        self._children: set[Child] = set()
        self._dismissed = False

    def outcome(self, path: Path) -> Outcome:
        """What becomes of one file."""
        child = self._child()
        if child is None:
            return Outcome(path, error=InvalidInput("Reading was stopped", "Start it again"))
        try:
            document = document_from(child, path, self._date, self._limits)
            return Outcome(path, document, self._extraction(child, path, document))
        except ActorgraphError as error:
            if _spoils_its_child(error):
                self._drop(child)
            return Outcome(path, error=error)

    def dismiss(self) -> None:
        """Ends all children, whatever they do."""
        with self._lock:
            self._dismissed = True
            children, self._children = self._children, set()
        for child in children:
            child.kill()
        for child in children:
            child.end()

    def _extraction(self, child: Child, path: Path, document: Document) -> Extraction:
        seconds = self._limits.seconds + len(document.text) / 500
        try:
            told = child.answer(seconds)
        except ChildDiedError as error:
            raise death(error, name_of(path), self._limits) from error
        finish(child, path, self._limits)
        answer = Answer.model_validate_json(told or b"{}")
        if answer.failure:
            raise answer.failure.error()
        if answer.extraction is None:
            raise ActorgraphError(
                f"{name_of(path)} gave no extraction", "This is a fault in actorgraph"
            )
        answer.extraction.check(document.text)
        return answer.extraction

    def _child(self) -> Child | None:
        child: Child | None = getattr(self._own, "child", None)
        with self._lock:
            if self._dismissed:
                return None
            if child is None or child not in self._children:
                bounds = Bounds(self._limits.seconds, self._limits.memory_bytes)
                child = Child("ingest.pipeline:answer", bounds)
                self._children.add(child)
                self._own.child = child
        return child

    def _drop(self, child: Child) -> None:
        with self._lock:
            self._children.discard(child)
        child.end()


def _spoils_its_child(error: ActorgraphError) -> bool:
    """May the child be dead, or its memory full?"""
    return isinstance(error, (BrokenReport, ReadingTimedOut)) or not isinstance(
        error, (UnreadableReport, InvalidInput)
    )


def answer(request: bytes) -> Iterator[bytes]:
    """What a worker answers: the document, then the extraction; or an error instead of either."""
    asked = Request.model_validate_json(request)
    try:
        document = read_here(asked.path, asked.date, asked.limits)
        yield Answer(document=document).bytes()
        yield Answer(extraction=_extracted(document, asked.limits)).bytes()
    except ActorgraphError as error:
        yield Answer(failure=Failure.of(error)).bytes()


def _extracted(document: Document, limits: Limits) -> Extraction:
    from ingest.extraction import extract

    try:
        return extract(document)
    except ActorgraphError:
        raise
    except MemoryError as error:
        raise out_of_memory(document.file, limits) from error
    except Exception as error:  # one report must not stop the others
        raise _fault(document.file, error) from error


def _fault(name: str, error: Exception) -> ActorgraphError:
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = ""
    if place is not None:
        where = f" at {Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}"
    return ActorgraphError(
        f"{name} could not be extracted: {type(error).__name__}{where}: {str(error)[:200]}",
        "This is a fault in actorgraph; the other reports are not affected",
    )
