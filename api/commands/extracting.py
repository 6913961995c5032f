"""The command that reads without a store."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.assistance import told
from api.commands.opening import Llm, asked, checked_date, settings_of
from api.whole import write_whole

if TYPE_CHECKING:
    from ingest.pipeline import Outcome


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(extract)


def extract(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="Reports.", readable=False)],
    out: Annotated[Path, typer.Option(help="A folder; NAME.json is written there for each file.")],
    texts: Annotated[
        bool, typer.Option("--texts", help="Also NAME.txt, the canonical text.")
    ] = False,
    date: Annotated[
        str | None,
        typer.Option(
            help="When they were published: YYYY, YYYY-MM or YYYY-MM-DD.", callback=checked_date
        ),
    ] = None,
    llm: Llm = False,
) -> None:
    """Write the facts of reports as JSON, without a store."""
    from api.reading import outcomes
    from ingest.pipeline import discover

    if out.exists() and not out.is_dir():
        raise typer.BadParameter(f"{out} is a file; name a folder")
    found = discover(files)
    twice = [
        stem for stem, times in Counter(each.stem for each in found.files).items() if times > 1
    ]
    if twice:
        raise typer.BadParameter(f"several files would write {twice[0]}.json; extract them apart")
    out.mkdir(parents=True, exist_ok=True)
    failed = len(found.unusable)
    for each in found.unusable:
        console.note(f"{each.path}: {each.error}")
    read = outcomes(found.files, date, settings_of(context, **asked(llm=llm)))
    with console.progress(read, len(found.files), "Reading") as coming:
        for outcome in coming:
            failed += not _written(outcome, out, texts=texts)
    if failed:
        raise typer.Exit(1)


def _written(outcome: "Outcome", out: Path, *, texts: bool) -> bool:
    from ingest.facts import facts

    if outcome.extraction is None or outcome.document is None:
        console.note(f"{outcome.path}: {outcome.error}")
        return False
    if outcome.assistance is not None:
        console.note(f"{outcome.path.name}: {told(outcome.assistance)}")
    found = facts(outcome.extraction, outcome.document)
    written = found.model_dump_json(indent=1) + "\n"
    write_whole(out / f"{outcome.path.stem}.json", written.encode())
    if texts:
        write_whole(out / f"{outcome.path.stem}.txt", outcome.document.text.encode())
    return True
