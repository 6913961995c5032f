"""The command that writes the graph for other tools."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api import console
from api.commands.opening import library_of


class Format(StrEnum):
    """The formats there are."""

    JSON = "json"


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(export)


def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="The file to write.")],
    form: Annotated[
        Format, typer.Option("--format", help="json carries everything.")
    ] = Format.JSON,
) -> None:
    """Write the whole graph to a file; equal graphs give equal bytes on every store."""
    out = out.resolve()  # a link is followed, not replaced
    if out.exists() and not out.is_file():
        raise typer.BadParameter(f"{out} is a folder or a device; name a file")
    if not out.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {out.parent}")
    with library_of(context) as library:
        library.graph.export_json(out)
    console.note(f"Written: {out} ({form})")
