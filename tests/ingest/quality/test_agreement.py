"""Our figures are those of the evaluation kit's own scorer, on every annotated report and on reports read badly.

Where two ways to pair events are equally good the two may choose differently; nothing here is such a case.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from annotated import EXAMPLE_GOLD, EXAMPLES, ROOT, TEXTS

from ingest.facts import Facts, facts
from ingest.pipeline import extract_reports
from ingest.quality.evaluation import evaluation_of
from ingest.quality.figures import Figures, Rate, Score
from ingest.quality.intervals import intervals, together
from ingest.quality.pairing import Pairs, pairs_in
from ingest.quality.scoring import marks

pytestmark = pytest.mark.shared

KIT = ROOT.parent / "shared" / "eval"
SETS = {"dev": ([KIT / "dev"], None), "ours": ([TEXTS, EXAMPLES], EXAMPLE_GOLD)}
OURS_ALONE = {Score.COUNTRIES}
"""Not compared on our own texts: the kit does not know all the countries that these name."""

Change = Callable[[Facts], Facts]


@cache
def pairs_of(name: str) -> Pairs:
    return pairs_in(*SETS[name])


@cache
def read_of(name: str) -> dict[str, tuple[Facts, str]]:
    """Facts and canonical text of each report."""
    found: dict[str, tuple[Facts, str]] = {}
    for outcome in extract_reports([each.report for each in pairs_of(name).judged], workers=2):
        assert outcome.extraction
        assert outcome.document
        said = facts(outcome.extraction, outcome.document)
        found[outcome.path.stem] = said, outcome.document.text
    return found


def by_the_kit(name: str, told: Mapping[str, Facts], folder: Path) -> Any:
    """What the kit's scorer says of facts."""
    for part in ("gold", "told", "texts"):
        (folder / part).mkdir()
    for each in pairs_of(name).judged:
        stem = each.report.stem
        gold = each.gold.model_dump_json(exclude_unset=True)
        (folder / "gold" / f"{stem}.gold.json").write_text(gold, "utf-8")
        (folder / "told" / f"{stem}.json").write_text(told[stem].model_dump_json(), "utf-8")
        (folder / "texts" / f"{stem}.txt").write_bytes(read_of(name)[stem][1].encode())
    command: list[str | Path] = [sys.executable, KIT / "score.py", folder / "gold", folder / "told"]
    options: list[str | Path] = ["--texts", folder / "texts", "--json", "--per-document"]
    done = subprocess.run([*command, *options], check=True, capture_output=True)
    return json.loads(done.stdout)


def compared(name: str) -> list[Score | Rate]:
    return [each for each in (*Score, *Rate) if name == "dev" or each not in OURS_ALONE]


def of_kit(name: Score | Rate, row: Mapping[str, Any]) -> tuple[object, ...]:
    keys = ("right", "predicted", "gold", "f1") if isinstance(name, Score) else ("count", "of")
    return tuple(row[key] for key in keys)


def of_us(name: Score | Rate, figures: Figures) -> tuple[object, ...]:
    if isinstance(name, Score):
        tally = figures.scores[name]
        return tally.right, tally.predicted, tally.gold, tally.value
    share = figures.rates[name]
    return pytest.approx(share.count), share.total


def as_read(told: Facts) -> Facts:
    return told


def thinned(told: Facts) -> Facts:
    """Every third fact is lost."""
    return told.model_copy(
        update={
            name: tuple(each for n, each in enumerate(getattr(told, name)) if n % 3)
            for name in ("holds_post", "events", "meets")
        }
    )


def every(told: Facts, **parts: Any) -> Facts:
    """Every fact with other parts, as far as it has them."""
    return told.model_copy(
        update={
            name: tuple(
                each.model_copy(update={k: v for k, v in parts.items() if hasattr(each, k)})
                for each in getattr(told, name)
            )
            for name in ("holds_post", "events", "meets")
        }
    )


def undated(told: Facts) -> Facts:
    return every(told, date=None)


def in_one_year(told: Facts) -> Facts:
    return every(told, date="2018")


def without_bodies(told: Facts) -> Facts:
    return every(told, organisation=None)


def as_if_over(told: Facts) -> Facts:
    return every(told, status="happened", former=True)


def without_people(told: Facts) -> Facts:
    return every(told, participants=(), organiser_or_chair=())


def with_all_absent(told: Facts) -> Facts:
    """The absent are told as present."""
    events = (
        each.model_copy(update={"participants": (*each.participants, *each.non_participants)})
        for each in told.events
    )
    return told.model_copy(update={"events": tuple(events)})


def backwards_and_twice(told: Facts) -> Facts:
    """All is told twice, in another order."""
    return told.model_copy(
        update={
            name: tuple(reversed(getattr(told, name))) + getattr(told, name)
            for name in ("holds_post", "events", "meets")
        }
    )


CHANGES: list[Change] = [
    as_read,
    thinned,
    undated,
    in_one_year,
    without_bodies,
    as_if_over,
    without_people,
    with_all_absent,
    backwards_and_twice,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda each: each.__name__)
@pytest.mark.parametrize("name", SETS)
def test_the_figures_are_those_of_the_kit(name: str, change: Change, tmp_path: Path) -> None:
    told = {stem: change(said) for stem, (said, _) in read_of(name).items()}
    kit = by_the_kit(name, told, tmp_path)
    figures = {
        each.report.stem: marks(
            each.gold, told[each.report.stem], read_of(name)[each.report.stem][1]
        ).figures
        for each in pairs_of(name).judged
    }
    assert set(figures) == set(kit["per_document"])
    for stem in sorted(figures):
        row = kit["per_document"][stem]
        for each in compared(name):
            assert of_us(each, figures[stem]) == of_kit(each, row[each]), (stem, each)
    ordered = [figures[stem] for stem in sorted(figures)]
    spans = intervals(ordered)
    for each in compared(name):
        assert of_us(each, together(ordered)) == of_kit(each, kit["micro"][each])
        if each in kit["interval95"]:
            span = spans[each]
            assert kit["interval95"][each] == (span and pytest.approx(list(span))), each


def test_the_command_says_what_the_kit_says_of_all_reports(tmp_path: Path) -> None:
    told = {stem: said for stem, (said, _) in read_of("dev").items()}
    kit = by_the_kit("dev", told, tmp_path)
    pairs = pairs_of("dev")
    found = evaluation_of(pairs, extract_reports([e.report for e in pairs.judged], workers=2))
    for score, row in found.scores.items():
        assert (row.precision, row.recall, row.f1) == tuple(
            kit["micro"][score][key] for key in ("precision", "recall", "f1")
        )
    for name, spread in found.spread.items():
        assert spread.macro == pytest.approx(kit["macro"][name]), name


def test_nothing_that_the_kit_reports_is_left_out(tmp_path: Path) -> None:
    told = {stem: said for stem, (said, _) in read_of("dev").items()}
    reported = set(by_the_kit("dev", told, tmp_path)["micro"])
    # Each of our facts carries its quote, and each quote is compared as it is.
    assert reported - {*Score, *Rate} == {"quotes.carried", "quotes.folded"}
