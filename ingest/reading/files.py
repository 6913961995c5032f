"""Files: their bytes, read once, or what is wrong with them."""

import errno
import os
import stat
from pathlib import Path

from ingest.reading.limits import Limits
from ontology.errors import (
    BrokenReport,
    EmptyReport,
    InvalidInput,
    OversizedReport,
    UnreadableReport,
)

_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or another archive"),
    (b"\xd0\xcf\x11\xe0", "an encrypted or an old Word document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)


def name_of(path: Path) -> str:
    """A file's name in characters; bytes in it that make none are shown as U+FFFD."""
    return _shown(path.name)


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "replace")


def content_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file; raises an error that says why there are none."""
    name = name_of(path)
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise BrokenReport(
                f"{name} is a folder", "Name the files in it, or the folder above it"
            )
        if not stat.S_ISREG(state.st_mode):
            raise BrokenReport(f"{name} is not a regular file", "Give a file with text in it")
        if state.st_size > limits.file_bytes:
            raise _oversized(name, limits)
        with path.open("rb") as handle:
            content = handle.read(limits.file_bytes + 1)
    except OSError as error:
        raise _unopened(path, error) from error
    if len(content) > limits.file_bytes:
        raise _oversized(name, limits)
    if not content.strip():
        raise EmptyReport(f"{name} is empty", "Give a file with text in it")
    return content


def _unopened(path: Path, error: OSError) -> InvalidInput:
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
        return InvalidInput(f"There is no file {_shown(str(path))}", "Check the path")
    return UnreadableReport(
        f"{name_of(path)} cannot be opened: {error.strerror or error}",
        "Check its permissions, and where it links to",
    )


def _oversized(name: str, limits: Limits) -> OversizedReport:
    return OversizedReport(
        f"{name} is larger than {limits.file_bytes / 1e6:g} MB", "Cut it into parts"
    )


def look(content: bytes) -> str | None:
    """What kind of file bytes are by their beginning; None where that says nothing."""
    return next((kind for start, kind in _KINDS if content.startswith(start)), None)


def misnamed(name: str, content: bytes, wanted: str) -> BrokenReport:
    """The error of a file that is not of the kind its name says."""
    kind = look(content)
    seen = f", but {kind}" if kind else ""
    return BrokenReport(
        f"{name} is not {wanted}{seen}", "Check what kind of file it is, and name it so"
    )
