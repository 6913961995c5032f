"""Pairs of what was found and what should have been, one to one, with the greatest total weight."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from networkx import Graph, max_weight_matching

_EARLIER = 1e-9
"""What it weighs to be one place earlier: it decides between pairs that weigh the same, and nothing else."""


Found = TypeVar("Found")
Gold = TypeVar("Gold")


class Comparison(NamedTuple):
    """Facts found beside those of the gold, by their numbers."""

    matched: dict[int, int]
    """Found, and which of the core they are."""
    missed: list[int]
    """Of the core."""
    wrong: list[int]
    """Found that are neither of the core nor optional."""


def compared(
    found: Sequence[Found],
    core: Sequence[Gold],
    optional: Sequence[Gold],
    is_same: Callable[[Found, Gold], bool],
) -> Comparison:
    """The facts found matched one to one with those that must be found; what is optional may be found often."""
    matched = best_pairs(
        range(len(found)),
        range(len(core)),
        lambda row, column: float(is_same(found[row], core[column])),
    )
    loose = [number for number in range(len(found)) if number not in matched]
    return Comparison(
        matched,
        [number for number in range(len(core)) if number not in matched.values()],
        [n for n in loose if not any(is_same(found[n], gold) for gold in optional)],
    )


def best_pairs(
    rows: Sequence[int], columns: Sequence[int], weight: Callable[[int, int], float]
) -> dict[int, int]:
    """Row to column so that the weights add up to the most; what has no weight is not paired.

    Of equal choices the earlier ones are paired.
    """
    graph: Graph[tuple[str, int]] = Graph()
    for behind, row in enumerate(reversed(rows)):
        for after, column in enumerate(reversed(columns)):
            if (found := weight(row, column)) > 0:
                earlier = (behind + after) * _EARLIER
                graph.add_edge(("row", row), ("column", column), weight=found + earlier)
    pairs = (sorted(pair, reverse=True) for pair in max_weight_matching(graph))
    return {row: column for (_, row), (_, column) in sorted(pairs)}
