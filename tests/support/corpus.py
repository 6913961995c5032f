"""The written statements of Cypher: those that must not be run, and those that must be answered."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

_FOLDER = Path(__file__).parents[1] / "graph" / "querying"


class Hostile(NamedTuple):
    """A statement, its kind, the error of the check, and the stores that refuse it without the check too."""

    text: str
    kind: str
    refused: str
    servers: tuple[str, ...]


def hostile() -> list[Hostile]:
    """All that must not be run."""
    return list(_hostile())


def good() -> list[str]:
    """All that must be answered."""
    return list(filter(None, _read("good.toml")["lines"].split("\n")))


def _hostile() -> Iterator[Hostile]:
    for group in _read("hostile.toml")["group"]:
        lines = filter(None, group["lines"].split("\n"))
        for text in (*lines, *group.get("more", ())):
            yield Hostile(text, group["kind"], group["refused"], tuple(group["servers"]))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text("utf-8"))
