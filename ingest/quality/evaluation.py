"""How right the extraction of the reports of a folder is: figures with intervals, and every mistake."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.facts import facts
from ingest.pipeline import Outcome
from ingest.quality.figures import Figures, Rate, Score
from ingest.quality.intervals import Interval, Name, intervals, together
from ingest.quality.mistakes import Mistake, mistake
from ingest.quality.pairing import Judged, Pairs
from ingest.quality.scoring import marks, nothing_found
from ingest.quality.sources import Sources
from ontology.model import Record


class ScoreOf(Record):
    """A figure with precision and recall; what is null is a share of nothing."""

    precision: float | None
    recall: float | None
    f1: float | None
    right: int
    predicted: int
    found: int
    gold: int


class RateOf(Record):
    """A share of a number; null of nothing."""

    share: float | None
    count: float
    total: int


class Spread(Record):
    """How a figure differs between reports."""

    macro: float | None
    """The mean over the reports that have the figure."""
    interval: Interval | None
    """95 %, by drawing the reports again; null of one report."""


class ReportOf(Record):
    """The figures of one report."""

    document: str
    error: str | None
    """Why it could not be read: then all that its gold says was missed."""
    scores: dict[Score, ScoreOf]
    rates: dict[Rate, RateOf]


class Evaluation(Record):
    """How right the extraction is, of all reports together and of each."""

    extractor: str | None
    """Name and version."""
    reports: int
    scores: dict[Score, ScoreOf]
    rates: dict[Rate, RateOf]
    spread: dict[Name, Spread]
    documents: tuple[ReportOf, ...]
    mistakes: tuple[Mistake, ...]
    without_gold: tuple[str, ...]
    without_report: tuple[str, ...]


class _Result(NamedTuple):
    judged: Judged
    figures: Figures
    mistakes: list[Mistake]
    error: str | None
    extractor: str | None


def evaluation_of(pairs: Pairs, outcomes: Iterable[Outcome]) -> Evaluation:
    """What has become of the reports, in their order, compared with their gold."""
    results = [_result(*each) for each in zip(pairs.judged, outcomes, strict=True)]
    whole = together([result.figures for result in results])
    return Evaluation(
        extractor=next((result.extractor for result in results if result.extractor), None),
        reports=len(results),
        scores=_scores(whole),
        rates=_rates(whole),
        spread=_spread(results),
        documents=tuple(
            ReportOf(
                document=result.judged.name,
                error=result.error,
                scores=_scores(result.figures),
                rates=_rates(result.figures),
            )
            for result in results
        ),
        mistakes=tuple(each for result in results for each in result.mistakes),
        without_gold=pairs.without_gold,
        without_report=pairs.without_report,
    )


def _result(judged: Judged, outcome: Outcome) -> _Result:
    document, extraction = outcome.document, outcome.extraction
    if document is None or extraction is None:
        found, text, extractor = nothing_found(), None, None
    else:
        found, text = facts(extraction, document), document.text
        extractor = extraction.report.extractor
    figures, faults = marks(judged.gold, found, text)
    sources = Sources(document)
    shown = [mistake(judged.name, fault, sources) for fault in faults]
    error = str(outcome.error) if outcome.error else None
    return _Result(judged, figures, shown, error, extractor)


def _scores(figures: Figures) -> dict[Score, ScoreOf]:
    return {
        score: ScoreOf(
            precision=tally.precision,
            recall=tally.recall,
            f1=tally.value,
            right=tally.right,
            predicted=tally.predicted,
            found=tally.found,
            gold=tally.gold,
        )
        for score, tally in figures.scores.items()
    }


def _rates(figures: Figures) -> dict[Rate, RateOf]:
    return {
        rate: RateOf(share=share.value, count=share.count, total=share.total)
        for rate, share in figures.rates.items()
    }


def _spread(results: Sequence[_Result]) -> dict[Name, Spread]:
    """Files of one gold, as a text and its PDF, are drawn together: they are one report twice."""
    groups: dict[int, Figures] = {}
    for result in results:
        key = id(result.judged.gold)
        groups[key] = groups.get(key, Figures()) + result.figures
    spans = intervals(list(groups.values()))
    macro: dict[Name, Spread] = {}
    for name, span in spans.items():
        values = [v for result in results if (v := result.figures.value(name)) is not None]
        mean = sum(values) / len(values) if values else None
        macro[name] = Spread(macro=mean, interval=span)
    return macro
