"""How each command gets its settings and its library."""

from typing import TYPE_CHECKING, cast

import typer

if TYPE_CHECKING:
    from api.library import Library
    from api.settings import Settings


def settings_of(context: typer.Context, **more: object) -> "Settings":
    """The settings of this call; raises InvalidInput where one cannot be used."""
    from pydantic import ValidationError

    from api.settings import PREFIX, Settings
    from ontology.errors import InvalidInput

    given = cast("dict[str, object]", context.obj or {}) | more
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(map(str, first["loc"])).upper()
        raise InvalidInput(
            f"{name} cannot be used: {first['msg']}", "Set it anew, or unset it"
        ) from error


def library_of(context: typer.Context) -> "Library":
    """The library of this call."""
    from api.library import Library

    return Library(settings_of(context))
