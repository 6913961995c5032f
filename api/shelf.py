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
from typing import TYPE_CHECKING
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


class Given(BaseModel):
    """What came with a file: its name, and the date that the caller gave."""

    model_config = ConfigDict(frozen=True)

    file: str
    date: str | None = None


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

    def draft(self, path: Path, document: "Document", date: str | None) -> Path:
        """Writes down a file and what was read in it, not in its place yet."""
        draft = self._new_draft()
        try:
            original = draft / "original"
            original.mkdir(parents=True)
            shutil.copyfile(path, original / document.file)
            sidecar = sidecar_of(path)
            if sidecar.is_file():
                shutil.copyfile(sidecar, sidecar_of(original / document.file))
            _write(draft / "text.txt", document.text)
            _write(draft / "given.json", Given(file=document.file, date=date).model_dump_json())
            _write(draft / _DOCUMENT, document.model_dump_json())
        except BaseException:
            remove(draft)
            raise
        return draft

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
