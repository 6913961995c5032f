"""The reports that were read, kept by the hash of their bytes, so that they can be read again.

`reports/HASH/` in the data folder holds the original under the name it was given, its sidecar, the
canonical text, the document with its map to pages, and what was said about it when it was given.
The graph is the truth of which reports there are. What a command is about to add or to remove lies
in `reports/.drafts/` until the graph has changed, so that a killed one leaves nothing in its place.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict

from ontology.errors import NotKnown, StoreUnavailable

if TYPE_CHECKING:
    from ingest.document import Document

SIDECAR = ".meta.json"
TURN_SECONDS = 600.0
"""How long one that changes the folder waits for another."""
_DOCUMENT = "document.json"
"""Written last and removed first: a draft that has it is whole."""


class Sidecar(BaseModel):
    """What stood beside a file, and under which name that file came."""

    model_config = ConfigDict(frozen=True)

    file: str
    text: str


class Given(BaseModel):
    """What came with the bytes of a report: a name, the date that the caller gave, and a sidecar."""

    model_config = ConfigDict(frozen=True)

    file: str
    date: str | None = None
    sidecar: Sidecar | None = None

    def also(self, later: "Given") -> "Given":
        """What holds when the same bytes come again, in whatever order and however often they come.

        The first name by alphabet holds, and the sidecar of the first name that has one; a sidecar that comes
        again under its own name is a correction of it. A date holds until another is given. What comes without a
        date or a sidecar says nothing about them.
        """
        return Given(
            file=min(self.file, later.file),
            date=later.date or self.date,
            sidecar=_earlier(self.sidecar, later.sidecar),
        )

    @property
    def tells(self) -> "Told":
        """All that reading the report depends on besides its bytes."""
        return Told(self.file, self.date, self.sidecar.text if self.sidecar else None)


class Told(NamedTuple):
    """Under which name, with which date and beside which sidecar a report is read."""

    file: str
    date: str | None
    sidecar: str | None


def given_with(path: Path, file: str, date: str | None) -> Given:
    """What comes with a file that is read under this name."""
    beside = sidecar_of(path)
    if not beside.is_file():
        return Given(file=file, date=date)
    return Given(file=file, date=date, sidecar=Sidecar(file=file, text=beside.read_text("utf-8")))


def _earlier(known: Sidecar | None, later: Sidecar | None) -> Sidecar | None:
    if known is None or later is None:
        return known or later
    return later if later.file <= known.file else known


class Shelf:
    """The folder of kept reports."""

    def __init__(self, data: Path) -> None:
        """The folder is made when the first report is kept."""
        self.folder = data / "reports"
        self._drafts = self.folder / ".drafts"

    # ------------------------------------------------------------- changing it

    @contextmanager
    def alone(self, seconds: float = TURN_SECONDS) -> Iterator[None]:
        """One process at a time changes the folder; raises StoreUnavailable where another goes on for too long."""
        self._drafts.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self._drafts / "lock", timeout=seconds)
        try:
            lock.acquire()
        except Timeout as error:
            raise StoreUnavailable(
                f"Another process holds {lock.lock_file}", "Wait for it, or end it"
            ) from error
        try:
            yield
        finally:
            lock.release()

    def draft(self, path: Path, given: Given) -> Path:
        """Writes down a file as it is to be read, with its sidecar; not whole until it is completed."""
        draft = self._new_draft()
        try:
            original = self.drafted(draft, given)
            original.parent.mkdir(parents=True)
            shutil.copyfile(path, original)
            if given.sidecar:
                _write(sidecar_of(original), given.sidecar.text)
            _write(draft / "given.json", given.model_dump_json())
        except BaseException:
            remove(draft)
            raise
        return draft

    def drafted(self, draft: Path, given: Given) -> Path:
        """The file in a draft."""
        return draft / "original" / given.file

    def complete(self, draft: Path, document: "Document") -> None:
        """Writes down what was read in the file of a draft; it is not in its place yet."""
        _write(draft / "text.txt", document.text)
        _write(draft / _DOCUMENT, document.model_dump_json())

    def put(self, draft: Path, sha256: str) -> None:
        """Puts a draft in its place, instead of what is there."""
        older = self.take_down(sha256)
        draft.rename(self._folder(sha256))
        if older:
            remove(older)

    def take_down(self, sha256: str) -> Path | None:
        """Makes a draft of what is kept of a report, if anything is."""
        if not self._folder(sha256).is_dir():
            return None
        return self._folder(sha256).rename(self._new_draft())

    def drafts(self) -> "dict[Path, Document | None]":
        """The drafts that there are, None for one that is not whole; whoever is `alone` sees those that failed."""
        return {each: _document_of(each) for each in sorted(self._drafts.glob("*.draft"))}

    def has_drafts(self) -> bool:
        """Is somebody at work, or was killed at it?"""
        return any(self._drafts.glob("*.draft"))

    def _new_draft(self) -> Path:
        return self._drafts / f"{uuid4().hex}.draft"

    # ------------------------------------------------------------- looking at it

    def original(self, sha256: str) -> Path:
        """The file as it was given; raises NotKnown."""
        file = self._folder(sha256) / "original" / self.given(sha256).file
        if not file.is_file():
            raise _gone(sha256)
        return file

    def has(self, sha256: str) -> bool:
        """Is the file here?"""
        try:
            return self.original(sha256).is_file()
        except NotKnown:
            return False

    def given(self, sha256: str) -> Given:
        """What came with the file; raises NotKnown."""
        return Given.model_validate_json(self._read(sha256, "given.json"))

    def text(self, sha256: str) -> str:
        """The canonical text; raises NotKnown."""
        return self._read(sha256, "text.txt")

    def document(self, sha256: str) -> "Document":
        """The document as it was read; raises NotKnown."""
        if (found := _document_of(self._folder(sha256))) is None:
            raise _gone(sha256)
        return found

    def _folder(self, sha256: str) -> Path:
        return self.folder / sha256

    def _read(self, sha256: str, name: str) -> str:
        try:
            return (self._folder(sha256) / name).read_bytes().decode("utf-8")
        except FileNotFoundError as error:
            raise _gone(sha256) from error


def sidecar_of(path: Path) -> Path:
    """The sidecar that stands beside a file, if it does."""
    return path.with_name(path.stem + SIDECAR)


def _write(file: Path, text: str) -> None:
    with file.open("wb") as handle:
        handle.write(text.encode("utf-8"))
        handle.flush()
        os.fsync(handle.fileno())


def _document_of(folder: Path) -> "Document | None":
    from ingest.document import Document

    try:
        return Document.model_validate_json((folder / _DOCUMENT).read_bytes())
    except FileNotFoundError:
        return None


def remove(draft: Path) -> None:
    """Removes a draft."""
    (draft / _DOCUMENT).unlink(missing_ok=True)
    shutil.rmtree(draft, ignore_errors=True)


def _gone(sha256: str) -> NotKnown:
    return NotKnown(
        f"The file of report {sha256[:12]} is not in the data folder",
        "Ingest the file again, or name the folder it was ingested with (--data)",
    )
