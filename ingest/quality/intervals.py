"""How far figures may be off because the reports are few: 95 % intervals by drawing reports again (Efron 1979)."""

import random
from collections.abc import Sequence

from ingest.quality.figures import Figures, Rate, Score

Name = Score | Rate
Interval = tuple[float, float]

_SEED = 7
"""Fixed: equal reports have equal intervals."""
_TAIL = 0.025


def together(figures: Sequence[Figures]) -> Figures:
    """The sum of the figures of several reports."""
    return sum(figures, Figures())


def intervals(groups: Sequence[Figures], samples: int = 1000) -> dict[Name, Interval | None]:
    """The middle 95 % of each figure over samples of as many groups as there are; None of fewer than two groups."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample, no secret
    names: list[Name] = [*Score, *Rate]
    drawn: dict[Name, list[float]] = {name: [] for name in names}
    for _ in range(samples if len(groups) > 1 else 0):
        sample = together(chance.choices(groups, k=len(groups)))
        for name in names:
            if (value := sample.value(name)) is not None:
                drawn[name].append(value)
    return {name: _middle(values) for name, values in drawn.items()}


def _middle(values: Sequence[float]) -> Interval | None:
    if not values:
        return None
    ordered, cut = sorted(values), int(_TAIL * len(values))
    return ordered[cut], ordered[-1 - cut]
