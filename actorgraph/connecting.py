"""The way in: a data folder, or a Neo4j."""

from pathlib import Path
from shlex import quote

from pydantic import ValidationError

from actorgraph.graph import Graph
from api.failures import WrongSetting
from api.library import Library
from api.settings import Settings


def connect(
    where: str | Path | None = None,
    *,
    user: str = "neo4j",
    password: str = "",
    database: str | None = None,
) -> Graph:
    """The graph of a data folder, or of a store at bolt:// or neo4j://; without either, as the environment says.

    Raises StoreUnavailable where no store answers, and WrongSetting for what is neither folder nor address: one that
    is not there is not made, since it would be an empty graph under a mistyped name.
    """
    settings = _settings(where, user, password, database)
    if settings.store is None and not settings.data.is_dir():
        raise WrongSetting(
            f"There is no data folder {settings.data}",
            f"Name one that is there, or make it: actorgraph --data {quote(str(settings.data))} ingest FILES",
        )
    library = Library(settings)
    try:
        _ = library.graph  # who waits for an answer later should hear now that there is no store
    except BaseException:
        library.close()
        raise
    return Graph(library)


def _settings(where: str | Path | None, user: str, password: str, database: str | None) -> Settings:
    given: dict[str, object] = {}
    if isinstance(where, str) and "://" in where:
        given = {"store": where, "store_user": user, "store_password": password}
        given |= {"store_database": database, "store_password_file": None}
    elif where is not None:
        given = {"data": Path(where), "store": None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        told = error.errors()[0]["msg"].removeprefix("Value error, ")
        raise WrongSetting(
            f"{where or 'The environment'} cannot be used", told[:1].upper() + told[1:]
        ) from error
