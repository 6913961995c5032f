"""The commands about what runs: serve, stop, doctor."""

from typing import TYPE_CHECKING, Annotated

import typer

from api import console
from api.commands.opening import Llm, asked, library_of, settings_of

if TYPE_CHECKING:
    from api.settings import Settings


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(serve)
    app.command()(stop)
    app.command()(doctor)


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Default 127.0.0.1 (ACTORGRAPH_HOST).")] = None,
    port: Annotated[
        int | None, typer.Option(help="Default 8000 (ACTORGRAPH_PORT).", min=0, max=65535)
    ] = None,
    llm: Llm = False,
) -> None:
    """Serve the page and the API until stopped."""
    from api.server import run

    given = {"host": host, "port": port}
    more = {name: value for name, value in given.items() if value is not None}
    settings = settings_of(context, **more, **asked(llm=llm))
    if settings.llm:
        from api.llm.endpoint import Endpoint

        Endpoint(settings)  # what it lacks is said before the first question
    run(settings)


def stop(context: typer.Context) -> None:
    """End the embedded store; it starts again when needed."""
    stopped = library_of(context).embedded.stop()
    console.note("The embedded store has ended." if stopped else "No embedded store runs.")


def doctor(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON.")] = False,
) -> None:
    """Say what is installed and which store answers."""
    from api.health import examine

    settings: Settings = settings_of(context)
    found = examine(settings)
    if as_json:
        console.say_json(found)
    else:
        for part in found.parts:
            mark = "ok " if part.ok else "NOT"
            console.say(f"{mark} {part.name}: {part.says}")
    if not found.ok:
        raise typer.Exit(1)
