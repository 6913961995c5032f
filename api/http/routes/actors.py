"""Actors: persons, organisations and countries."""

from enum import StrEnum
from typing import Annotated, Self

from fastapi import APIRouter, Depends, Query
from fastapi import Path as InPath

from api.http.paging import Paging, paging
from api.http.parts import TheLibrary
from api.http.problems import documented
from api.http.resources import LinkedActor, LinkedActorPage
from api.http.shapes import Listed
from api.http.sparse import Sparse, some_fields
from api.library import Library
from graph.browsing import ActorFilter, ActorPage, ActorRow, actor, actors, country_called
from ontology.terms import NodeKind

router = APIRouter(tags=["Graph"], route_class=Sparse, dependencies=[Depends(some_fields)])

Words = Annotated[
    str,
    Query(
        description="Words of a name, or how they begin, in any spelling.",
        max_length=200,
        examples=["Kenjesheva"],
    ),
]
TheActors = Annotated[Paging, Depends(paging("name", "events"))]


class ActorKind(StrEnum):
    """The kinds of actor, in small letters or as they stand in the graph."""

    PERSON = "Person"
    ORGANISATION = "Organisation"
    COUNTRY = "Country"

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return next((each for each in cls if str(value).casefold() == each.casefold()), None)


@router.get("/actors", responses=documented(400), response_model=Listed[LinkedActor])
def list_actors(
    library: TheLibrary,
    paging: TheActors,
    q: Words = "",
    kind: Annotated[ActorKind | None, Query(description="Only these.")] = None,
    country: Annotated[
        str | None,
        Query(
            max_length=2,
            description="Only those of the country of this code (ISO 3166-1), and it itself.",
            examples=["KG"],
        ),
    ] = None,
) -> Listed[ActorRow]:
    """Find actors by name; all of them, by name, without words."""
    kinds = (NodeKind(kind),) if kind else ()
    wanted = ActorFilter(kinds=kinds, country=country and country.upper(), ids=_called(library, q))
    return paging.listed(actors(library.store, wanted, paging.window))


@router.get("/actors/{actor_id}", responses=documented(404), response_model=LinkedActorPage)
def one_actor(
    actor_id: Annotated[str, InPath(description="Of an actor or of a mention.", max_length=100)],
    library: TheLibrary,
) -> ActorPage:
    """An actor with posts, events and meetings, each with its claims and the words that state them."""
    return actor(library.store, actor_id)


@router.get("/countries", responses=documented(400), response_model=Listed[LinkedActor])
def list_countries(library: TheLibrary, paging: TheActors, q: Words = "") -> Listed[ActorRow]:
    """List the countries of the graph, by name or by the number of their events."""
    wanted = ActorFilter(kinds=(NodeKind.COUNTRY,), ids=_called(library, q))
    return paging.listed(actors(library.store, wanted, paging.window))


@router.get("/countries/{country}", responses=documented(404), response_model=LinkedActorPage)
def one_country(
    country: Annotated[
        str,
        InPath(description="Its code (ISO 3166-1), or its id.", max_length=100, examples=["KG"]),
    ],
    library: TheLibrary,
) -> ActorPage:
    """A country, as GET /actors tells of it."""
    return actor(library.store, country_called(library.store, country))


def _called(library: Library, words: str) -> frozenset[str] | None:
    """The ids of the actors with these words in a name; None, for all, without words."""
    return frozenset(each.id for each in library.directory.search(words)) if words else None
