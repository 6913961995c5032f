"""Actors: persons, organisations and countries."""

from enum import StrEnum
from typing import Annotated, Self

from fastapi import APIRouter, Query
from fastapi import Path as InPath

from api.http.parts import TheLibrary, TheWindow
from api.http.problems import documented
from api.http.shapes import Listed
from graph.browsing import ActorPage, ActorRow, actor
from ontology.terms import NodeKind

router = APIRouter(tags=["Graph"])


class ActorKind(StrEnum):
    """The kinds of actor, in small letters or as they stand in the graph."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    COUNTRY = "Country"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return next((each for each in cls if str(value).casefold() == each.casefold()), None)


@router.get("/actors")
def actors(
    library: TheLibrary,
    window: TheWindow,
    q: Annotated[
        str,
        Query(
            description="Words of a name, or how they begin, in any spelling.",
            max_length=200,
            examples=["Zhumaliev"],
        ),
    ] = "",
    kind: Annotated[ActorKind | None, Query(description="Only these.")] = None,
) -> Listed[ActorRow]:
    """Find actors by name; all of them, by name, without words."""
    found = library.directory.search(q, NodeKind(kind) if kind else None)
    part = list(found[window.offset : window.offset + window.limit])
    return Listed(total=len(found), items=part, offset=window.offset, limit=window.limit)


@router.get("/actors/{actor_id}", responses=documented(404))
def one_actor(
    actor_id: Annotated[str, InPath(description="Of an actor or of a mention.", max_length=100)],
    library: TheLibrary,
) -> ActorPage:
    """An actor with posts, events and meetings, each with its claims and the words that state them."""
    return actor(library.store, actor_id)
