"""The command that says how right the extraction is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.commands.opening import settings_of

if TYPE_CHECKING:
    from ingest.quality.evaluation import Evaluation
    from ingest.quality.pairing import Pairs


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(evaluate)


def evaluate(
    context: typer.Context,
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR", help="Reports with NAME.gold.json beside NAME.txt or NAME.pdf."
        ),
    ],
    gold: Annotated[
        Path | None, typer.Option(help="A folder for gold that is not beside its report.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON.")] = False,
) -> None:
    """Say how right the extraction is, each error beside its sentence."""
    from ingest.pipeline import extract_reports
    from ingest.quality.evaluation import evaluation_of
    from ingest.quality.pairing import pairs_in

    for folder in (*folders, *([gold] if gold else [])):
        if not folder.is_dir():
            raise typer.BadParameter(f"there is no folder {folder}")
    pairs = pairs_in(folders, gold)
    _note(pairs)
    reports = [each.report for each in pairs.judged]
    outcomes = extract_reports(reports, workers=settings_of(context).workers)
    with console.progress(outcomes, len(reports), "Reading") as coming:
        found = evaluation_of(pairs, coming)
    _tell(found, as_json=as_json)
    if pairs.failed or any(each.error for each in found.documents):
        raise typer.Exit(1)


def _note(pairs: "Pairs") -> None:
    """Says what is left out, and what does not fit."""
    for place, error in pairs.failed:
        console.note(f"{place}: {error}")
    for key in pairs.strange:
        console.note(f"{key} means nothing, and is passed over")
    for name in pairs.without_gold:
        console.note(f"{name} has no gold, and is passed over")
    for name in pairs.without_report:
        console.note(f"{name} has no report, and is passed over")


def _tell(found: "Evaluation", *, as_json: bool) -> None:
    from api.verdict import lines_of

    for each in found.documents:
        if each.error:
            console.note(f"{each.document}: {each.error}. All that its gold says is missed")
    if as_json:
        console.say_json(found)
        return
    for line in lines_of(found):
        console.say(line)
