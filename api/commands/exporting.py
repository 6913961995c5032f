"""The commands that write the graph for other tools, and read it back."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api import console
from api.commands.opening import library_of


class Format(StrEnum):
    """The formats there are."""

    JSON = "json"
    JSONL = "jsonl"
    TRIG = "trig"
    NQUADS = "nquads"
    TURTLE = "turtle"
    JSONLD = "jsonld"


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(export)
    app.command("import")(import_)


def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="json, jsonl, trig, nquads and jsonld carry everything; turtle all but the graphs that"
            " tell reports apart.",
        ),
    ] = Format.JSON,
) -> None:
    """Write the whole graph to a file; equal graphs give equal bytes on every store."""
    from graph.formats import FORMATS

    if str(out) == "-":
        raise typer.BadParameter("the graph is written to a file, not to standard output; name one")
    out = out.resolve()  # a link is followed, not replaced
    if out.exists() and not out.is_file():
        raise typer.BadParameter(f"{out} is a folder or a device; name a file")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}")
    with library_of(context) as library:
        _ = library.graph  # derives anew what another version derived
        FORMATS[form](library.store, out)
    console.note(f"Written: {out} ({form})")


def import_(
    context: typer.Context,
    file: Annotated[
        Path, typer.Argument(help="TriG, N-Quads or JSON Lines, as `export` wrote it.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Say the result as JSON.")] = False,
) -> None:
    """Add what an exported file says to the graph, or refuse it whole.

    What is in the graph already stays; of a report in both, what the file says counts. The files of the reports
    are not in it: `reread` wants them ingested.
    """
    from graph.importing import checked, load
    from ontology.errors import InvalidInput

    if not file.is_file():
        raise InvalidInput(f"There is no file {file}", "Name one that `actorgraph export` wrote")
    with library_of(context) as library:
        graph = library.graph
        with checked(file) as found:
            with console.progress(load(graph, found), found.reports, "Importing") as each:
                changed = sum(each)
            judgements = len(found.judgements)
    if as_json:
        console.say_json({"reports": found.reports, "changed": changed, "judgements": judgements})
        return
    told = (console.counted(found.reports, "report"), console.counted(judgements, "judgement"))
    console.say(f"{told[0]}, {changed} changed; {told[1]}")
