"""From paths to extractions: which files there are, and each of them read and extracted."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.document import Document
from ingest.reading.formats import SIDECAR, format_of, is_known
from ontology.errors import ActorgraphError, InvalidInput
from ontology.model import Extraction


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
    """What became of one file: document and extraction, or the error."""

    path: Path
    document: Document | None = None
    extraction: Extraction | None = None
    error: ActorgraphError | None = None


def discover(paths: Sequence[Path]) -> Found:
    """The files that paths name; a folder's other kinds and sidecars are only counted."""
    files: dict[Path, Path] = {}
    unusable: list[Unusable] = []
    passed_over = 0
    for path in paths:
        if path.is_dir():
            inside = [each for each in sorted(path.rglob("*")) if each.is_file()]
            known = [each for each in inside if is_known(each)]
            passed_over += len(inside) - len(known)
            for each in known:
                files.setdefault(each.resolve(), each)
        elif (error := _refusal(path)) is not None:
            unusable.append(Unusable(path, error))
        else:
            files.setdefault(path.resolve(), path)
    return Found(tuple(files.values()), tuple(unusable), passed_over)


def _refusal(path: Path) -> ActorgraphError | None:
    if not path.exists():
        return InvalidInput(f"There is no file {path}", "Check the path")
    if path.name.endswith(SIDECAR):
        return InvalidInput(f"{path.name} is a sidecar", "Name the report that it stands beside")
    try:
        format_of(path)
    except ActorgraphError as error:
        return error
    return None


def extract_reports(
    paths: Sequence[Path], *, date: str | None = None, workers: int | None = None
) -> Iterator[Outcome]:
    """Reads and extracts files, in the order given; a bad file gives its error and stops no other."""
    del workers
    for path in paths:
        yield _outcome(path, date)


def _outcome(path: Path, date: str | None) -> Outcome:
    from ingest.extraction import extract
    from ingest.reading import read

    try:
        document = read(path, date)
        return Outcome(path, document, extract(document))
    except ActorgraphError as error:
        return Outcome(path, error=error)
