"""The commands that write the graph for other tools, and read it back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.commands.opening import checked_date, library_of
from graph.exporting.formats import FORMATS, Format
from ontology.terms import Status

if TYPE_CHECKING:
    from graph.exporting.filtering import GraphFilter

_FILTER = """With a filter, a file holds the claims that pass, all that they name, and what follows from them alone.
A claim passes that meets each option which is given; of several values of one option one is enough. Claims about an
event pass or fail together. docs/exports.md has the rules."""


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    formats = (f"{name} carries {about.told()}" for name, about in FORMATS.items())
    app.command(epilog="\n\n".join([_FILTER, *formats]))(export)
    app.command("import")(import_)


def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write, or the folder.")],
    form: Annotated[
        Format, typer.Option("--format", help="csv and neo4j-csv are folders.")
    ] = Format.JSON,
    report: Annotated[
        list[str] | None, typer.Option(help="Only this report; may be repeated.")
    ] = None,
    first: Annotated[
        str | None,
        typer.Option("--from", help="Only of this date and later.", callback=checked_date),
    ] = None,
    last: Annotated[
        str | None,
        typer.Option("--to", help="Only of this date and earlier.", callback=checked_date),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(help="Only about this person, body or country, by name or id; repeatable."),
    ] = None,
    topic: Annotated[
        list[str] | None, typer.Option(help="Only events about this; may be repeated.")
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option(help="Only claims of this status; may be repeated.")
    ] = None,
) -> None:
    """Write the graph, or a part of it, for other tools; equal graphs give equal bytes on every store."""
    from graph.exporting.filtering import GraphFilter
    from ontology.errors import InvalidInput

    wanted = GraphFilter(
        reports=tuple(report or ()),
        first=first,
        last=last,
        actors=tuple(actor or ()),
        topics=tuple(topic or ()),
        statuses=tuple(status or ()),
    )
    try:
        wanted.period()
    except InvalidInput as error:
        raise typer.BadParameter(str(error)) from error
    _write(context, _usable(out, form), form, wanted)


def _usable(out: Path, form: Format) -> Path:
    """Where a link leads; raises BadParameter where nothing can be written there."""
    if str(out) == "-":
        raise typer.BadParameter("the graph is written to a file, not to standard output; name one")
    out = out.resolve()  # a link is followed, not replaced
    if FORMATS[form].folder:
        if out.exists() and not out.is_dir():
            raise typer.BadParameter(f"{out} is no folder; {form} is a folder of files")
    elif out.exists() and not out.is_file():
        raise typer.BadParameter(f"{out} is a folder or a device; name a file")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}")
    return out


def _write(context: typer.Context, out: Path, form: Format, wanted: "GraphFilter") -> None:
    with library_of(context) as library:
        library.graph.export(form, out, wanted)
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
