"""A file or folder written as its parts come, and put in its place whole or not at all."""

import os
import platform
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import psutil

from ontology.errors import InvalidInput, NotWritten

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can name."""
_SCRATCH = "actorgraph."
_REMEDY = "Make room or name another place; what was there before is unchanged"


class Draft(NamedTuple):
    """Where a file, or the files of a folder, are written first."""

    path: Path
    folder: bool

    def clear(self) -> None:
        """Begins anew: no file, or an empty folder."""
        _remove(self.path)
        if self.folder:
            self.path.mkdir()


@contextmanager
def placed(out: Path, *, folder: bool) -> Iterator[Draft]:
    """A draft that takes the place of `out` when the block ends well; raises InvalidInput and NotWritten.

    A folder takes the place of an earlier one only where that holds nothing but files of the same names. What an
    export that was killed has left of its draft is removed.
    """
    with writing(out):
        draft = Draft(out.with_name(_own(f".{out.name}.")), folder)
        _clear_up(out.parent, f".{out.name}.")
        try:
            yield draft
            if folder and out.exists():
                _give_way(out, draft.path)
            draft.path.replace(out)
        finally:
            _remove(draft.path)


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for temporary files while the block runs; raises NotWritten where there can be none."""
    place = Path(tempfile.gettempdir())
    _clear_up(place, _SCRATCH)
    with writing(place):
        made = Path(tempfile.mkdtemp(prefix=f"{_own(_SCRATCH)}."))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Raises NotWritten where the block fails to write: the disk is full, or lets nobody write there."""
    try:
        yield
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise NotWritten(f"{out} cannot be written: {why}", _REMEDY) from error


def _own(beginning: str) -> str:
    """A name that no other process on any machine has."""
    return f"{beginning}{platform.node()}.{os.getpid()}"


def _clear_up(folder: Path, beginning: str) -> None:
    """Removes what processes of this machine have left that are no more."""
    ours = f"{beginning}{platform.node()}."
    left: list[Path] = []
    with suppress(OSError):  # what is wrong with the folder shows when it is written to
        left += (each for each in folder.iterdir() if each.name.startswith(ours))
    for each in left:
        process = each.name.removeprefix(ours).partition(".")[0]
        if process.isdecimal() and not psutil.pid_exists(int(process)):
            with suppress(OSError):  # it is somebody else's
                _remove(each)


def write_text(file: Path, parts: Iterable[str]) -> None:
    """Writes text as it comes, in UTF-8, with the same ends of lines everywhere."""
    with file.open("w", encoding="utf-8", newline="\n") as output:
        output.writelines(parts)


def zipped(folder: Path, out: Path) -> None:
    """Writes the files of a folder as a zip that says no time: equal files give equal bytes."""
    with ZipFile(out, "w", ZIP_DEFLATED) as packed:
        for file in sorted(folder.iterdir()):
            info = ZipInfo(file.name, _EPOCH)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            with file.open("rb") as source, packed.open(info, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)


_LEFT_BY_IMPORTERS = {"import.report"}
"""What `neo4j-admin database import` writes where it is started."""


def _give_way(out: Path, draft: Path) -> None:
    names = {each.name for each in draft.iterdir()} | _LEFT_BY_IMPORTERS
    if not out.is_dir() or not {each.name for each in out.iterdir()} <= names:
        raise InvalidInput(
            f"{out} holds something else than an export of this format", "Name a new folder"
        )
    _remove(out)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
