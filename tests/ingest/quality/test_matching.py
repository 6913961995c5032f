"""Laws of pairing one to one."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from ingest.quality.matching import best_pairs

WEIGHTS = st.integers(0, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0.0, 0.0, 1.0, 1.5, 2.0, 3.0]), min_size=width, max_size=width),
        max_size=5,
    )
)


def best_sum(weights: list[list[float]]) -> float:
    """The greatest sum, by trying all."""
    width = len(weights[0]) if weights else 0
    padded = [row + [0.0] * len(weights) for row in weights]
    orders = permutations(range(width + len(weights)), len(weights))
    return max(sum(padded[row][column] for row, column in enumerate(each)) for each in orders)


@given(WEIGHTS)
def test_no_other_pairs_weigh_more(weights: list[list[float]]) -> None:
    columns = range(len(weights[0]) if weights else 0)
    pairs = best_pairs(range(len(weights)), columns, lambda row, column: weights[row][column])
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs.items())
    assert sum(weights[row][column] for row, column in pairs.items()) == best_sum(weights)


def test_of_two_alike_the_earlier_is_paired() -> None:
    assert best_pairs([4, 5], [0], lambda *_: 1.0) == {4: 0}


def test_a_row_gives_way_where_that_gains() -> None:
    weights = [[2.0, 1.5], [2.0, 0.0]]
    assert best_pairs(range(2), range(2), lambda r, c: weights[r][c]) == {0: 1, 1: 0}
