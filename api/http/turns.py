"""How many of the requests that cost much are answered at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from api.failures import Busy


class Turns:
    """So many at once; whoever finds all taken is told so, and need not wait."""

    def __init__(self, most: int) -> None:
        """None is taken yet."""
        self._free = BoundedSemaphore(most)

    @contextmanager
    def one(self) -> Iterator[None]:
        """A turn for as long as the block runs; raises Busy."""
        if not self._free.acquire(blocking=False):
            raise Busy("This server has as much of this to do as it can", "Try again in a moment")
        try:
            yield
        finally:
            self._free.release()
