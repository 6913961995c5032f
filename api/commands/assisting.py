"""The command that serves language models."""

from importlib.util import find_spec
from typing import Annotated

import typer

from api.commands.opening import settings_of
from ontology.errors import MissingPart


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(mcp)


def mcp(
    context: typer.Context,
    http: Annotated[
        bool, typer.Option("--http", help="Over HTTP at 127.0.0.1, not standard input and output.")
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(help="With --http; default 8000 (ACTORGRAPH_PORT).", min=0, max=65535),
    ] = None,
) -> None:
    """Serve the graph to language models by the Model Context Protocol; docs/mcp.md shows how."""
    if find_spec("mcp") is None:
        raise MissingPart("The MCP server's library is not installed", "Run `make extras`")
    from api.mcp.server import over_http, over_pipes

    if http:
        over_http(settings_of(context, **({"port": port} if port is not None else {})))
    else:
        over_pipes(settings_of(context))
