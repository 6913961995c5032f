"""Tables of data beside the code: TOML files, each read as a record that says what may stand in it."""

import tomllib
from importlib.resources import files
from typing import TypeVar

from pydantic import BaseModel, ValidationError

Made = TypeVar("Made", bound=BaseModel)


def table(kind: type[Made], room: str, *path: str) -> Made:
    """The table of a file of a room; raises ValueError with the file, the place in it and the word."""
    text = files(room).joinpath(*path).read_text("utf-8")
    return made(kind, path[-1], tomllib.loads(text))


def made(kind: type[Made], file: str, values: object) -> Made:
    """The record of an entry of a table; raises ValueError with the file, the place in it and the word."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        place, word = ".".join(map(str, first["loc"])), first["input"]
        named = f" {word!r}" if isinstance(word, str) else ""
        raise ValueError(f"{file}, {place}{named}: {first['msg']}") from error
