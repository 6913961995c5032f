"""What the commands say: JSON or words on standard output, everything else on standard error."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TypeVar

from pydantic import BaseModel, JsonValue

Item = TypeVar("Item")


def say(text: str = "") -> None:
    """One line for the reader."""
    sys.stdout.write(f"{text}\n")


def note(text: str) -> None:
    """One line beside the result; the work goes on where nobody reads it."""
    with suppress(BrokenPipeError):
        sys.stderr.write(f"{one_line(text)}\n")
        sys.stderr.flush()


def one_line(text: str) -> str:
    """The text without the line breaks that a file's name may hold."""
    return " ".join(text.splitlines())


def say_json(
    value: JsonValue | BaseModel | Sequence[BaseModel | JsonValue], *, indent: int | None = 2
) -> None:
    """A value as JSON, one line where `indent` is None."""
    say(json.dumps(_plain(value), ensure_ascii=False, indent=indent))
    sys.stdout.flush()


def _plain(value: JsonValue | BaseModel | Sequence[BaseModel | JsonValue]) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(each) for each in value]
    return value


def counted(number: int, noun: str) -> str:
    """A number of things: `1 claim`, `2 claims`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def style(text: str, code: str) -> str:
    """The text in a terminal's style; as it is where nobody looks."""
    return f"\x1b[{code}m{text}\x1b[0m" if sys.stdout.isatty() else text


def bold(text: str) -> str:
    """The text in bold letters."""
    return style(text, "1")


def dim(text: str) -> str:
    """The text in faint letters."""
    return style(text, "2")


@contextmanager
def progress(items: Iterable[Item], total: int, what: str) -> Iterator[Iterator[Item]]:
    """The items, with a bar on a terminal's standard error while they come."""
    if not sys.stderr.isatty() or total < 1:
        yield iter(items)
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield iter(track(items, total=total, description=what, console=console, transient=True))
