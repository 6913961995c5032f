"""How wide words are: by the page, by the count of characters, or as a book face would set them.

Text that was copied out of a page has lost its type; the places where its lines end still show
which measure they were broken by.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ingest.reading.lines import TextLine

# Advance widths of Times Roman, thousandths of an em, by Adobe's font metrics.
_TIMES = {
    278: " ,./:;ijlt\\'", 333: "!()-[]frJI’‘`", 444: "acez“”?\"", 500: "0123456789bdghknopquvxy_$*#–",
    389: "s", 556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYw&", 778: "m", 889: "M", 944: "W", 1000: "—…",
}  # fmt: skip
_WIDTH = {ord(character): width for width, characters in _TIMES.items() for character in characters}


_FLUSH = 0.8
"""How far, in points, a line of justified text may end from the edge."""


class Measure(NamedTuple):
    """What the lines take, and might take, of their width; all in average characters."""

    slack: tuple[float, ...]
    """For each line but the last: what would be left of it if it held the next line's first word too."""
    free: tuple[float, ...]
    """For each line: what is left of it."""
    tolerance: float


def _times(text: str) -> float:
    return sum(_WIDTH.get(ord(character), 500) for character in text) / 470


def by_page(lines: Sequence[TextLine], sure: Sequence[bool]) -> Measure:
    """By where the words stand on the page; in justified text only the last line of a paragraph ends early."""
    units = [max((line.x1 - line.x0) / max(len(line.text), 1), 0.1) for line in lines]
    slack = [
        (line.right - line.x1 - unit * 0.5 - following.head) / unit
        for line, following, unit in zip(lines, lines[1:], units, strict=False)
    ]
    free = [(line.right - line.x1) / unit for line, unit in zip(lines, units, strict=True)]
    if _is_justified(lines, sure):
        slack = [
            max(room, 4.0) if line.right - line.x1 > _FLUSH else min(room, -1.0)
            for line, room in zip(lines, slack, strict=False)
        ]
    return Measure(tuple(slack), tuple(free), 0.3)


def _is_justified(lines: Sequence[TextLine], sure: Sequence[bool]) -> bool:
    """Do the lines that surely go on end at the edge of their column?"""
    ends = [
        line.right - line.x1 <= _FLUSH
        for line, goes_on in zip(lines, sure, strict=False)
        if goes_on
    ]
    return len(ends) > 4 and sum(ends) > 0.85 * len(ends)


def by_count(lines: Sequence[TextLine], sure: Sequence[bool]) -> Measure:
    """By the number of characters, indentation included."""
    return _by_text(lines, sure, lambda line, text: line.x0 + len(text), len, 0.0)


def by_type(lines: Sequence[TextLine], sure: Sequence[bool]) -> Measure:
    """As Times would set them."""
    return _by_text(lines, sure, lambda _, text: _times(text), _times, 0.6)


def _by_text(
    lines: Sequence[TextLine],
    sure: Sequence[bool],
    width: Callable[[TextLine, str], float],
    head: Callable[[str], float],
    tolerance: float,
) -> Measure:
    """`sure` says of each line but the last whether it surely goes on in the next: these tell the full width."""
    widths = [width(line, line.text) for line in lines]
    full = _full([each for each, goes_on in zip(widths, sure, strict=False) if goes_on] or widths)
    free = [full - wide for wide in widths]
    slack = [
        left - head(" ") - head(following.text.split(" ", 1)[0])
        for left, following in zip(free, lines[1:], strict=False)
    ]
    return Measure(tuple(slack), tuple(free), tolerance)


def _full(widths: Sequence[float]) -> float:
    """The largest width that is not alone."""
    ordered = sorted(widths, reverse=True)
    need = max(1, len(ordered) // 60)
    for index, wide in enumerate(ordered):
        if sum(each >= wide * 0.97 for each in ordered[index : index + need + 1]) > need:
            return wide
    return ordered[0]
