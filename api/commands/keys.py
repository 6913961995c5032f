"""The commands about API keys: keys add, keys list, keys revoke."""

from typing import Annotated

import typer

from api import console
from api.commands.opening import settings_of
from api.keys import KeyRing, Scope
from ontology.errors import InvalidInput

group = typer.Typer(help="Make, list and revoke the keys of the API.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.add_typer(group, name="keys")


@group.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Whose it is, or what it is for.")],
    scope: Annotated[
        list[Scope] | None, typer.Option(help="What it may do; several may be given. Default read.")
    ] = None,
) -> None:
    """Make a key and say it, this once: only its hash is kept."""
    try:
        key, secret = KeyRing(settings_of(context)).make(name, scope or [Scope.READ])
    except InvalidInput as error:
        raise typer.BadParameter(str(error), param_hint="NAME") from error
    console.note(f"{key.id} may {', '.join(key.scopes)}. It is not shown again:")
    console.say(secret)


@group.command(name="list")
def list_keys(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Say it as JSON.")] = False,
) -> None:
    """List the keys that there are, and what each may do."""
    found = KeyRing(settings_of(context)).all()
    if as_json:
        console.say_json([key.model_dump(mode="json", exclude={"sha256"}) for key in found])
        return
    for key in found:
        console.say(f"{key.id}  {key.name}: {', '.join(key.scopes)}, since {key.created}")


@group.command()
def revoke(
    context: typer.Context,
    key: Annotated[str, typer.Argument(help="Its id, as `keys list` has it.")],
) -> None:
    """Take a key back; a running server refuses it from then on."""
    KeyRing(settings_of(context)).revoke(key)
    console.note(f"{key} is revoked.")
