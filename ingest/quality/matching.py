"""Pairs of what was found and what should have been, one to one, with the greatest total weight."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence

_SLACK = 1e-9
"""By less than this two sums of weights do not differ."""


def best_pairs(
    rows: Sequence[int], columns: Sequence[int], weight: Callable[[int, int], float]
) -> dict[int, int]:
    """Row to column so that the weights add up to the most; what has no weight is not paired.

    Rows join one by one in their order, each by the best alternating path from it (Kuhn 1955, as shortest paths).
    Of equal choices the earlier row stays paired.
    """
    weights = {
        row: {column: found for column in columns if (found := weight(row, column)) > 0}
        for row in rows
    }
    owner: dict[int, int] = {}
    for row in rows:
        _join(row, weights, owner)
    return {row: column for column, row in sorted(owner.items(), key=lambda pair: pair[1])}


def _join(start: int, weights: Mapping[int, Mapping[int, float]], owner: dict[int, int]) -> None:
    """Pairs one more row, others moving on or giving way where that gains."""
    gain = {start: 0.0}  # of a row: what is gained when it has to be paired anew
    came: dict[int, tuple[int, int]] = {}  # row: the row that took its column, and that column
    waiting = deque([start])
    while waiting:
        row = waiting.popleft()
        for column, found in weights[row].items():
            holder = owner.get(column)
            if holder is None or holder == row:
                continue
            moved = gain[row] + found - weights[holder][column]
            if moved > gain.get(holder, float("-inf")) + _SLACK:
                gain[holder], came[holder] = moved, (row, column)
                waiting.append(holder)
    row, free = _best_end(gain, weights, owner)
    if free is not None:
        owner[free] = row
    while row != start:
        row, column = came[row]
        owner[column] = row


def _best_end(
    gain: Mapping[int, float],
    weights: Mapping[int, Mapping[int, float]],
    owner: Mapping[int, int],
) -> tuple[int, int | None]:
    """The row at which the best path ends, and the free column that it gets; None where it stays without."""
    best: tuple[int, int | None] = max(gain), None
    most = 0.0
    for row, reached in sorted(gain.items(), reverse=True):
        ends = [(None, 0.0), *((c, w) for c, w in weights[row].items() if c not in owner)]
        for column, found in ends:
            if reached + found > most + _SLACK:
                best, most = (row, column), reached + found
    return best
