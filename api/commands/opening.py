"""How each command gets its settings, its library and its dates."""

from typing import TYPE_CHECKING, Annotated, cast

import typer

if TYPE_CHECKING:
    from api.library import Library
    from api.settings import Settings

Llm = Annotated[
    bool, typer.Option("--llm", help="Ask a language model too: docs/llm.md (ACTORGRAPH_LLM).")
]


def settings_of(context: typer.Context, **more: object) -> "Settings":
    """The settings of this call; raises BadParameter or WrongSetting where one cannot be used."""
    from pydantic import ValidationError

    from api.failures import WrongSetting
    from api.settings import PREFIX, Settings

    given = cast("dict[str, object]", context.obj or {}) | more
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name, said = "_".join(map(str, first["loc"])), said_by(first["msg"])
        if name in given:
            raise typer.BadParameter(said, param_hint="--" + name.replace("_", "-")) from error
        raise WrongSetting(
            f"{PREFIX}{name.upper()} cannot be used: {said}", "Set it anew, or unset it"
        ) from error


def said_by(message: str) -> str:
    """A message of pydantic's without what it puts before ours."""
    return message.removeprefix("Value error, ")


def library_of(context: typer.Context, *, llm: bool = False) -> "Library":
    """The library of this call, with a language model where it is switched on."""
    from api.library import Library

    return Library(settings_of(context, **asked(llm=llm)))


def asked(*, llm: bool) -> dict[str, object]:
    """The setting that the switch makes; what the environment says where it is not used."""
    return {"llm": True} if llm else {}


def checked_date(date: str | None) -> str | None:
    """The date that an option gives; raises BadParameter where it is none."""
    from ontology.edtf import one_date
    from ontology.errors import InvalidDate

    if date is not None:
        try:
            one_date(date)
        except InvalidDate as error:
            raise typer.BadParameter(str(error)) from error
    return date
