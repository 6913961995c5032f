"""How an evaluation is told on a terminal: the errors, then each report, then all together."""

import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from api.console import bold, counted, dim

if TYPE_CHECKING:
    from ingest.quality.evaluation import Evaluation
    from ingest.quality.figures import Rate, Score
    from ingest.quality.mistakes import Mistake
    from ingest.quality.sources import Source

_WIDTH = 100
_COLUMNS = {
    "posts": "holds_post.triple",
    "events": "events.detection",
    "strict": "events.strict",
    "who": "events.participation",
    "met": "meets.pair",
    "when": "meets.pair_date",
}
"""What is shown of each report: F1, by the heads of the columns."""


def lines_of(found: "Evaluation") -> Iterator[str]:
    """The lines that tell an evaluation."""
    for document, mistakes in groupby(found.mistakes, lambda mistake: mistake.document):
        yield bold(document)
        for mistake in mistakes:
            yield from _mistake(mistake)
        yield ""
    yield from _reports(found)
    yield ""
    yield from _figures(found)


def _mistake(mistake: "Mistake") -> Iterator[str]:
    told = [each for each in (mistake.expected, mistake.found) if each is not None]
    rule = f"  [{mistake.rule}]" if mistake.rule else ""
    yield f"  {mistake.kind:8}  {mistake.relation:10}  {told[0]}{dim(rule)}"
    for each in mistake.parts:
        yield f"            {each.part}: {each.found}, not {each.expected}"
    for source in mistake.sources:
        yield from _source(source)


def _source(source: "Source") -> Iterator[str]:
    where = f" — page {source.page}" if source.page else ""
    said = f"“{' '.join(source.sentence.split())}”{where}"
    for line in textwrap.wrap(said, _WIDTH, initial_indent=" " * 12, subsequent_indent=" " * 12):
        yield dim(line)


def _reports(found: "Evaluation") -> Iterator[str]:
    width = max([len("F1"), *(len(each.document) for each in found.documents)])
    heads = "".join(f"{head:>8}" for head in _COLUMNS)
    yield bold(f"{'F1':{width}}{heads}{'errors':>8}")
    for each in found.documents:
        scores = {score.value: row.f1 for score, row in each.scores.items()}
        cells = "".join(f"{_cell(scores[name]):>8}" for name in _COLUMNS.values())
        errors = sum(mistake.document == each.document for mistake in found.mistakes)
        yield f"{each.document:{width}}{cells}{errors:>8}"


def _figures(found: "Evaluation") -> Iterator[str]:
    heads = f"{'P':>7}{'R':>7}{'F1':>7}{'mean':>7}{'95 %':>15}"
    yield bold(f"{counted(found.reports, 'report'):24}{heads}")
    for score, row in found.scores.items():
        cells = "".join(f"{_cell(value):>7}" for value in (row.precision, row.recall, row.f1))
        number = f"{row.found} of {row.gold} found, {row.right} of {row.predicted} right"
        yield f"{score:24}{cells}{_spread(found, score)}  {dim(number)}"
    for rate, each in found.rates.items():
        number = f"{each.count:g} of {each.total}"
        yield f"{rate:24}{_cell(each.share):>21}{_spread(found, rate)}  {dim(number)}"
    if found.extractor:
        yield dim(f"by {found.extractor}")


def _spread(found: "Evaluation", name: "Score | Rate") -> str:
    spread = found.spread[name]
    between = f"{_cell(spread.interval[0])}–{_cell(spread.interval[1])}" if spread.interval else ""
    return f"{_cell(spread.macro):>7}{between:>15}"


def _cell(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
