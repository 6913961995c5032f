"""Reading in a child process, within limits of time and memory."""

from pathlib import Path

from ingest.document import Document
from ingest.reading.child import Bounds, Child, ChildDiedError
from ingest.reading.files import name_of
from ingest.reading.here import out_of_memory
from ingest.reading.limits import Limits
from ingest.reading.messages import Answer, Request
from ontology.errors import BrokenReport, ReadingTimedOut

_OUT_OF_MEMORY = (-9, -6)
"""How a child ends that has none left: the system kills it, or it gives up itself."""


def read_apart(path: Path, date: str | None, limits: Limits) -> Document:
    """Reads one file in a child of its own; raises an UnreadableReport."""
    bounds = Bounds(limits.seconds, limits.memory_bytes)
    with Child("ingest.reading.here:answer", bounds) as child:
        return document_from(child, path, date, limits)


def document_from(child: Child, path: Path, date: str | None, limits: Limits) -> Document:
    """Asks a child to read a file, and waits for the document; raises an UnreadableReport."""
    request = Request.to_read(path, date, limits)
    name = name_of(path)
    try:
        child.ask(request.model_dump_json().encode())
        told = child.answer(limits.seconds)
    except ChildDiedError as error:
        raise death(error, name, limits) from error
    answer = Answer.model_validate_json(told or b"{}")
    if answer.failure:
        finish(child, path, limits)
        raise answer.failure.error()
    if answer.document is None:
        raise BrokenReport(f"{name} gave no document", "Get the file again")
    return answer.document


def finish(child: Child, path: Path, limits: Limits) -> None:
    """Waits for the end of the answers to a request; raises an UnreadableReport where it does not come."""
    try:
        more = child.answer(limits.seconds)
    except ChildDiedError as error:
        raise death(error, name_of(path), limits) from error
    if more is not None:
        raise BrokenReport(f"{name_of(path)} gave more than one document", "Get the file again")


def death(error: ChildDiedError, name: str, limits: Limits) -> BrokenReport | ReadingTimedOut:
    """What the end of a child says about the file that it was reading."""
    if error.late:
        return ReadingTimedOut(
            f"Reading {name} takes more than {limits.seconds:g} seconds",
            "Cut it into parts, or print it to a new PDF",
        )
    if error.status in _OUT_OF_MEMORY:
        return out_of_memory(name, limits)
    # some libraries crash where memory ends: from outside, this is no different from a damaged file
    return BrokenReport(
        f"{name} brought its reader down: it is damaged, or takes more than "
        f"{limits.memory_bytes / 1e9:g} GB of memory",
        "Get the file again, or print it to a new PDF",
    )
