"""Setting: the words of a column become lines, with the white space between them and the edges of their column."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.reading.columns import Region, Word, rows_of
from ingest.reading.lines import TextLine
from ontology.model import Box


def lines_in(region: Region, page: int) -> list[TextLine]:
    """The lines of a region of a page, from top to bottom."""
    return [line_of(row, page, region.column) for row in rows_of(region.words)]


def line_of(row: Sequence[Word], page: int, column: str = "") -> TextLine:
    """The line that a row of words makes."""
    text = _joined(row)
    size = _main_size(row)
    head = row[0].x1 - row[0].x0
    bold = all(word.bold for word in row)
    return TextLine(
        text=text,
        page=page,
        x0=row[0].x0,
        x1=row[-1].x1,
        head=head,
        column=column,
        size=size,
        bold=bold,
        bold_head=0 if bold else _bold_head(row),
        box=_box(row),
        alone=any(word.alone for word in row),
        spread=any(two.x0 - one.x1 > 3.5 * size for one, two in pairwise(row)),
    )


def _joined(row: Sequence[Word]) -> str:
    """The words with spaces; none where two pieces touch, as a raised "th" touches its number."""
    text = row[0].text
    for one, two in pairwise(row):
        touching = two.x0 - one.x1 < 0.12 * min(one.size, two.size)
        text += two.text if touching else f" {two.text}"
    return text


def _main_size(row: Sequence[Word]) -> float:
    """The size of most of the characters."""
    sizes: dict[float, int] = {}
    for word in row:
        size = round(word.size, 1)
        sizes[size] = sizes.get(size, 0) + len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _bold_head(row: Sequence[Word]) -> int:
    bold = 0
    for word in row:
        if not word.bold:
            break
        bold += 1
    return len(_joined(row[:bold])) if bold else 0


def _box(row: Sequence[Word]) -> Box:
    return Box(
        x0=round(row[0].x0, 2),
        top=round(min(word.top for word in row), 2),
        x1=round(max(word.x1 for word in row), 2),
        bottom=round(max(word.bottom for word in row), 2),
    )


def spaced(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with their gaps, and with the edges that their columns have throughout the document."""
    leadings = _leadings(lines)
    edges = _edges(lines)
    found: list[TextLine] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        left, right = edges[line.column, line.size]
        gap = _gap(before, line, leadings) if before else None
        found.append(replace(line, left=left, right=max(right, line.x1), gap=gap))
    return found


def _distance(one: TextLine, two: TextLine) -> float | None:
    """From one line down to the next of its column."""
    if one.page != two.page or one.column != two.column or not (one.box and two.box):
        return None
    down = two.box.bottom - one.box.bottom
    return down if down > 0 else None


def _leadings(lines: Sequence[TextLine]) -> dict[float, float]:
    """The usual distance of two lines, by size of type."""
    distances: dict[float, list[float]] = {}
    for one, two in pairwise(lines):
        if one.size == two.size and (down := _distance(one, two)) is not None:
            distances.setdefault(one.size, []).append(down)
    return {size: _usual(downs) for size, downs in distances.items() if len(downs) > 2}


def _usual(distances: Iterable[float]) -> float:
    """The commonest distance, to half a point; of several as common the smallest."""
    counts: dict[float, list[float]] = {}
    for distance in distances:
        counts.setdefault(round(distance * 2) / 2, []).append(distance)
    best = max(counts, key=lambda each: (len(counts[each]), -each))
    return median(counts[best])


def _gap(one: TextLine, two: TextLine, leadings: dict[float, float]) -> float | None:
    down = _distance(one, two)
    if down is None:
        return None
    size = max(one.size, two.size)
    usual = leadings.get(size) or 1.25 * size
    return round((down - usual) / size, 3)


def _edges(lines: Sequence[TextLine]) -> dict[tuple[str, float], tuple[float, float]]:
    """The left and right edge of the text in each column, for each size of type: a title may be wider."""
    columns: dict[str, list[TextLine]] = {}
    sizes: dict[tuple[str, float], list[TextLine]] = {}
    for line in lines:
        columns.setdefault(line.column, []).append(line)
        sizes.setdefault((line.column, line.size), []).append(line)
    found: dict[tuple[str, float], tuple[float, float]] = {}
    for (column, size), members in sizes.items():
        enough = members if len(members) > 2 else columns[column]
        need = max(1, len(enough) // 20)
        lefts = sorted(line.x0 for line in columns[column])
        rights = sorted((line.x1 for line in enough), reverse=True)
        found[column, size] = (_supported(lefts, need), _supported(rights, need))
    return found


def _supported(edges: Sequence[float], need: int) -> float:
    """The outermost edge that enough lines share."""
    for edge in edges:
        if sum(abs(each - edge) < 2.5 for each in edges) >= need:
            return edge
    return edges[0]
