"""How many requests each caller may send."""

import math
import time
from collections.abc import Callable

from api.failures import TooOften

_CALLERS = 10_000
"""So many are remembered before those who have been quiet are forgotten."""


class Rates:
    """So many requests a minute for each caller, all at once or one after the other (a token bucket)."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody has called yet."""
        self._most = per_minute
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}

    def count(self, caller: str) -> None:
        """Counts a request; raises TooOften, with how long to wait."""
        now = self._clock()
        left = self._now(caller, now)
        if left < 1:
            wait = math.ceil((1 - left) * 60 / self._most)
            raise TooOften(
                f"More than {self._most} requests a minute", f"Try again in {wait} seconds", wait
            )
        self._left[caller] = (left - 1, now)
        if len(self._left) > _CALLERS:
            self._left = {
                each: told for each, told in self._left.items() if self._now(each, now) < self._most
            }

    def _now(self, caller: str, now: float) -> float:
        left, then = self._left.get(caller, (float(self._most), now))
        return min(self._most, left + (now - then) * self._most / 60)
