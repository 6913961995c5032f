"""Which reports of a folder have gold, and which gold has a report."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.pipeline import discover
from ingest.quality.gold import SUFFIX, Gold, gold_of
from ontology.errors import ActorgraphError, InvalidGold, InvalidInput


class Judged(NamedTuple):
    """A report and its gold; `name` is its path within its folder."""

    name: str
    report: Path
    gold: Gold


class Pairs(NamedTuple):
    """The reports that have gold, and what has none, is none or is not used."""

    judged: tuple[Judged, ...]
    without_gold: tuple[str, ...]
    """Reports."""
    without_report: tuple[str, ...]
    """Gold files."""
    failed: tuple[tuple[Path, ActorgraphError], ...]
    """Gold files that do not fit the format."""
    strange: tuple[str, ...]
    """Keys of gold files that mean nothing: `review.gold.json: events.3.particpants`."""


def pairs_in(folders: Sequence[Path], gold: Path | None = None) -> Pairs:
    """The reports of folders with the gold beside them, or else in the folder for gold.

    Raises InvalidInput where no report has gold.
    """
    reports = [(each, report) for each in folders for report in discover([each]).files]
    places = {report: _gold_beside(report, gold) for _, report in reports}
    read: dict[Path, Gold] = {}
    failed: list[tuple[Path, ActorgraphError]] = []
    for place in dict.fromkeys(each for each in places.values() if each):
        try:
            read[place] = gold_of(place)
        except InvalidGold as error:
            failed.append((place, error))
    judged = [
        Judged(_name(folder, report, folders), report, read[beside])
        for folder, report in reports
        if (beside := places[report]) is not None and beside in read
    ]
    if not judged and not failed:
        raise _no_gold(folders, reports[0][1] if reports else None)
    lone = _gold_in([*folders, *([gold] if gold else [])]) - set(filter(None, places.values()))
    return Pairs(
        tuple(judged),
        tuple(_name(folder, each, folders) for folder, each in reports if not places[each]),
        tuple(sorted(each.name for each in lone)),
        tuple(failed),
        tuple(f"{place.name}: {key}" for place, each in read.items() for key in each.strange()),
    )


def _gold_beside(report: Path, folder: Path | None) -> Path | None:
    places = [report.with_name(report.stem + SUFFIX)]
    if folder is not None:
        places.append(folder / (report.stem + SUFFIX))
    return next((place.resolve() for place in places if place.is_file()), None)


def _gold_in(folders: Sequence[Path]) -> set[Path]:
    return {each.resolve() for folder in folders for each in folder.rglob(f"*{SUFFIX}")}


def _name(folder: Path, report: Path, folders: Sequence[Path]) -> str:
    """The path within the folder; the folder's name before it where there are several."""
    within = report.relative_to(folder).as_posix()
    return within if len(folders) == 1 else f"{folder.resolve().name}/{within}"


def _no_gold(folders: Sequence[Path], report: Path | None) -> InvalidInput:
    named = ", ".join(map(str, folders))
    if report is None:
        return InvalidInput(f"There is no report in {named}", "Put reports there, with gold")
    return InvalidInput(
        f"No report in {named} has gold",
        f"Put {report.stem}{SUFFIX} beside {report.name}, or name the folder with --gold",
    )
