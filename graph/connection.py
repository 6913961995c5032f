"""Where a store answers, and to whom."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple


class Connection(NamedTuple):
    """Where a store answers. A reader, where there is one, can change nothing: the server sees to it."""

    uri: str
    user: str
    password: str
    database: str | None = None
    reader: tuple[str, str] | None = None
    """User and password of a user who can only read."""
    log: str | None = None
    """The server's log file, where it is ours."""
    used: Callable[[], None] | None = None
    """Called before each transaction."""
    retry: float = 30.0
    """How many seconds a transaction is tried again: a cluster may be choosing another leader."""
    turn: Callable[[], AbstractContextManager[None]] | None = None
    """Held during each writing transaction, where the server itself does not let writers wait for each other."""
