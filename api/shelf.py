"""The reports that were read, kept by the hash of their bytes, so that they can be read again.

`reports/HASH/` in the data folder holds the original under the name it was given, its sidecar, the
canonical text, the document with its map to pages, and what was said about it when it was given.
The graph is the truth of which reports there are: a folder here that the graph does not know is
of a command that was interrupted, and does no harm.
"""

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from ontology.errors import NotKnown

if TYPE_CHECKING:
    from ingest.document import Document

SIDECAR = ".meta.json"
_FILES = ("text.txt", "document.json", "given.json")
_ABANDONED_SECONDS = 3_600.0


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

    def keep(self, path: Path, document: "Document", date: str | None) -> None:
        """Keeps a file and what was read in it, whole or not at all."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=self.folder))
        try:
            original = draft / "original"
            original.mkdir()
            shutil.copyfile(path, original / document.file)
            sidecar = sidecar_of(path)
            if sidecar.is_file():
                shutil.copyfile(sidecar, sidecar_of(original / document.file))
            _write(draft / "text.txt", document.text)
            _write(draft / "document.json", document.model_dump_json())
            _write(draft / "given.json", Given(file=document.file, date=date).model_dump_json())
            self._put(draft, self.folder / document.file_sha256)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

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
        from ingest.document import Document

        return Document.model_validate_json(self._read(sha256, "document.json"))

    def drop(self, sha256: str) -> None:
        """Removes all that is kept of a report."""
        shutil.rmtree(self.folder / sha256, ignore_errors=True)

    def _folder(self, sha256: str) -> Path:
        return self.folder / sha256

    def _read(self, sha256: str, name: str) -> str:
        try:
            return (self._folder(sha256) / name).read_bytes().decode("utf-8")
        except FileNotFoundError as error:
            raise _gone(sha256) from error

    def _put(self, draft: Path, place: Path) -> None:
        """Puts a draft in its place; over an older one file by file, so that none is ever missing."""
        if not place.exists():
            draft.rename(place)
            return
        kept = {each.name for each in (draft / "original").iterdir()}
        for each in (*(draft / "original").iterdir(), *(draft / name for name in _FILES)):
            each.replace(place / each.relative_to(draft))
        for each in (place / "original").iterdir():
            if each.name not in kept:
                each.unlink()

    def _sweep(self) -> None:
        """Removes the drafts of commands that were killed."""
        for each in self.folder.glob(".draft-*"):
            if time.time() - each.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(each, ignore_errors=True)


def sidecar_of(path: Path) -> Path:
    """The sidecar that stands beside a file, if it does."""
    return path.with_name(path.stem + SIDECAR)


def _write(file: Path, text: str) -> None:
    with file.open("wb") as handle:
        handle.write(text.encode("utf-8"))
        handle.flush()
        os.fsync(handle.fileno())


def _gone(sha256: str) -> NotKnown:
    return NotKnown(
        f"The file of report {sha256[:12]} is not in the data folder",
        "Ingest the file again, or name the folder it was ingested with (--data)",
    )
