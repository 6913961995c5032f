"""The command line: `actorgraph COMMAND`. Exit status 0 done, 1 the work failed, 2 wrong usage."""

import io
import logging
import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

from api.commands import (
    asking,
    assisting,
    evaluating,
    exporting,
    extracting,
    keys,
    querying,
    reading,
    serving,
)
from api.commands.opening import said_by

_GLOBAL = (
    *("--data", "--store", "--store-user", "--store-password-file", "--store-database"),
    *("--llm-url", "--llm-model", "--llm-key-file"),
)


class _Anywhere(TyperGroup):
    """Takes the global options after the command too: people write them there."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Moves the global options to the front."""
        return super().parse_args(ctx, _hoisted(args))

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        """Runs the command; what it says of a wrong option is without pydantic's words before it."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = said_by(error.message)
            raise


def _hoisted(arguments: list[str]) -> list[str]:
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            return [*front, *rest, argument, *waiting]
        if argument in _GLOBAL:
            front += [argument, *([value] if (value := next(waiting, None)) is not None else [])]
        elif argument.partition("=")[0] in _GLOBAL:
            front.append(argument)
        else:
            rest.append(argument)
    return [*front, *rest]


app = typer.Typer(
    name="actorgraph",
    cls=_Anywhere,
    help="Reads situational reports into a graph of actors and relations, and answers questions from it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="The options above can stand before or after the command, and win over the environment.",
)
for room in (
    reading,
    asking,
    querying,
    extracting,
    evaluating,
    exporting,
    serving,
    keys,
    assisting,
):
    room.add_to(app)


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        from importlib.metadata import version

        sys.stdout.write(f"actorgraph {version('actorgraph')}\n")
        raise typer.Exit


@app.callback()
def options(
    ctx: typer.Context,
    data: Annotated[Path | None, typer.Option(help="The data folder (ACTORGRAPH_DATA).")] = None,
    store: Annotated[
        str | None, typer.Option(help="A bolt:// or neo4j:// address (ACTORGRAPH_STORE).")
    ] = None,
    store_user: Annotated[str | None, typer.Option(help="(ACTORGRAPH_STORE_USER)")] = None,
    store_password_file: Annotated[
        Path | None, typer.Option(help="A file with the password (or ACTORGRAPH_STORE_PASSWORD).")
    ] = None,
    store_database: Annotated[str | None, typer.Option(help="(ACTORGRAPH_STORE_DATABASE)")] = None,
    llm_url: Annotated[
        str | None, typer.Option(help="A language model's endpoint (ACTORGRAPH_LLM_URL).")
    ] = None,
    llm_model: Annotated[str | None, typer.Option(help="(ACTORGRAPH_LLM_MODEL)")] = None,
    llm_key_file: Annotated[
        Path | None, typer.Option(help="A file with its key (or ACTORGRAPH_LLM_KEY).")
    ] = None,
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Keeps the options for the command."""
    given = {
        "data": data,
        "store": store,
        "store_user": store_user,
        "store_password_file": store_password_file,
        "store_database": store_database,
        "llm_url": llm_url,
        "llm_model": llm_model,
        "llm_key_file": llm_key_file,
    }
    ctx.obj = {name: value for name, value in given.items() if value is not None}


def main() -> None:
    """Runs the command and leaves with its exit status."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # JSON is UTF-8 whatever the locale, and a strange character never stops the work.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # The driver tells of each attempt that it repeats; what fails in the end is told by us.
    logging.getLogger("neo4j").setLevel(logging.ERROR)
    sys.exit(_status())


def _status() -> int:
    try:
        app()
    except SystemExit as leaving:
        if isinstance(leaving.__context__, BrokenPipeError):  # which typer takes for a failure
            return _flushed(0)
        return _flushed(leaving.code if isinstance(leaving.code, int) else 0)
    except KeyboardInterrupt:
        return _told("Interrupted. What was finished is kept", 130)
    except Exception as error:  # noqa: BLE001 - the last door: no traceback reaches the user
        return _failed(error)
    return _flushed(0)


def _failed(error: Exception) -> int:
    from api.failures import outcome
    from ontology.errors import ActorgraphError

    if isinstance(error, ActorgraphError):
        return _told(str(error), outcome(type(error)).exit)
    if os.environ.get("ACTORGRAPH_DEBUG"):
        raise error
    if isinstance(error, OSError):
        where = f" ({error.filename})" if error.filename else ""
        return _told(f"{error.strerror or error}{where}. Check the disk and its permissions", 1)
    kind = type(error).__name__
    return _told(
        f"This is a fault in actorgraph: {kind}: {error}. ACTORGRAPH_DEBUG=1 shows where", 1
    )


def _told(text: str, status: int) -> int:
    sys.stderr.write(" ".join(text.split()) + "\n")
    return _flushed(status)


def _flushed(status: int) -> int:
    """The status, with all said; that nobody reads on, as behind `| head`, is no failure and not complained about."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status
