"""The command that runs Cypher."""

import json
import sys
from typing import TYPE_CHECKING, Annotated, cast

import typer

from api import console
from api.commands.opening import library_of

if TYPE_CHECKING:
    from pydantic import JsonValue

    from api.cypher import CypherAnswer


def add_to(app: typer.Typer) -> None:
    """Adds the command."""
    app.command()(cypher)


def cypher(
    context: typer.Context,
    statement: Annotated[
        str, typer.Argument(help="One that only reads; - takes it from standard input.")
    ],
    parameter: Annotated[
        list[str] | None,
        typer.Option(
            help="NAME=JSON, the value of $NAME; several may be given.", metavar="NAME=JSON"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say columns and rows as JSON.")] = False,
) -> None:
    """Run a statement of Cypher that only reads, as docs/cypher.md describes; 5 seconds and 1,000 rows at most."""
    given = dict(map(_parameter, parameter or ()))
    text = sys.stdin.read() if statement == "-" else statement
    with library_of(context) as library:
        answer = library.statements.ask(text, given)
    if as_json:
        console.say_json(answer)
    else:
        _tell(answer)


def _parameter(given: str) -> "tuple[str, JsonValue]":
    name, _, value = given.partition("=")
    try:
        return name.removeprefix("$"), cast("JsonValue", json.loads(value))
    except (ValueError, RecursionError) as error:
        raise typer.BadParameter(
            f"{given!r} is not NAME=JSON; a text is in quotes: --parameter 'name=\"Ann\"'"
        ) from error


def _tell(answer: "CypherAnswer") -> None:
    """A line for each row, its columns parted by tabs, under a head."""
    console.say(console.dim("\t".join(answer.columns)))
    for row in answer.rows:
        console.say("\t".join(_cell(row[column]) for column in answer.columns))
    if answer.truncated:
        console.note(
            f"There are more than {console.counted(len(answer.rows), 'row')}; use LIMIT, or ask for less"
        )


def _cell(value: "JsonValue") -> str:
    """A text as it is, on one line; anything else as JSON."""
    if isinstance(value, str):
        return " ".join(value.split())
    return "" if value is None else json.dumps(value, ensure_ascii=False)
