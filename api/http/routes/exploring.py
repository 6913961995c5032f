"""Ways through the graph: from one actor to another, around one, and by words."""

from collections.abc import Sequence
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from pydantic import BaseModel

from api.http.parts import TheLibrary
from api.http.problems import documented
from api.http.resources import LinkedActor, LinkedPassage, LinkedPost, LinkedTopic
from api.http.shapes import Found, Hits
from api.library import Library
from graph.browsing import (
    Called,
    Neighbourhood,
    Paths,
    Sort,
    TopicFilter,
    Walk,
    Window,
    neighbourhood,
    passage_rows,
    paths,
    post_rows,
    topics,
)
from ontology.names import fold
from ontology.terms import Status

router = APIRouter(tags=["Graph"])

Name = TypeVar("Name", bound=Called)
Thing = TypeVar("Thing", bound=BaseModel)

_Statuses = Annotated[
    tuple[Status, ...],
    Query(description="Only along what has one of these; several may be given."),
]


@router.get("/paths", responses=documented(404))
def shortest_paths(
    library: TheLibrary,
    from_: Annotated[str, Query(alias="from", max_length=100, description="An actor, by id.")],
    to: Annotated[str, Query(max_length=100, description="Another one.")],
    length: Annotated[int, Query(ge=1, le=6, description="How many steps at most.")] = 4,
    limit: Annotated[int, Query(ge=1, le=100, description="How many paths at most.")] = 10,
    status: _Statuses = (Status.HAPPENED,),
) -> Paths:
    """Find the shortest paths between two actors by events, contacts and posts, each step with its evidence.

    Only what happened makes a step, unless another status is asked for; none leads to an event from who stayed away.
    """
    walk = Walk(library.store, status)
    return paths(library.store, from_, to, walk, length=length, limit=limit)


@router.get("/actors/{actor_id}/neighbourhood", responses=documented(404))
def around(
    actor_id: Annotated[str, InPath(description="Of an actor or of a mention.", max_length=100)],
    library: TheLibrary,
    depth: Annotated[int, Query(ge=1, le=3, description="How many steps away at most.")] = 1,
    limit: Annotated[int, Query(ge=1, le=500, description="How many nodes at most.")] = 100,
    status: _Statuses = (Status.HAPPENED,),
) -> Neighbourhood:
    """The actors, posts and events around an actor, with all edges between them, to be drawn."""
    walk = Walk(library.store, status)
    return neighbourhood(library.store, actor_id, walk, depth=depth, limit=limit)


@router.get("/search")
def search(
    library: TheLibrary,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=200,
            description="Names, or how their words begin, in any spelling; or words of a report, "
            "in any form, those in quotes as they stand.",
            examples=["corruption"],
        ),
    ],
    limit: Annotated[int, Query(ge=1, le=100, description="How many of each kind.")] = 10,
) -> Found:
    """Search the names of actors, posts and topics, and the passages on which claims rest; the best of each first."""
    window = Window(sort=Sort.NAME, limit=limit)
    actors = _best(q, library.directory.search(q))
    titles = _best(q, library.directory.posts(q))
    themes = topics(library.store, TopicFilter(called=q), window)
    words = library.search.find(q)
    return Found(
        q=q,
        actors=_hits("/actors", q, len(actors), _linked(LinkedActor, actors[:limit])),
        posts=_hits("/posts", q, len(titles), _posts(library, titles[:limit])),
        topics=_hits("/topics", q, themes.total, _linked(LinkedTopic, themes.items)),
        passages=_hits("/passages", q, len(words), _passages(library, words[:limit])),
    )


def _best(words: str, found: Sequence[Name]) -> Sequence[Name]:
    """Those that are called just so first, then those whose names begin so, else by name."""
    said = fold(words.strip())

    def rank(called: Name) -> int:
        names = [fold(name) for name in (called.name, *called.aliases)]
        return 0 if said in names else 1 if any(name.startswith(said) for name in names) else 2

    return sorted(found, key=rank)


def _posts(library: Library, found: Sequence[Called]) -> list[LinkedPost]:
    rows = {row.id: row for row in post_rows(library.store, [each.id for each in found])}
    return _linked(LinkedPost, [rows[each.id] for each in found if each.id in rows])


def _passages(library: Library, found: Sequence[str]) -> list[LinkedPassage]:
    rows = {row.id: row for row in passage_rows(library.store, found)}
    return _linked(LinkedPassage, [rows[each] for each in found if each in rows])


def _linked(kind: type[Thing], things: Sequence[BaseModel]) -> list[Thing]:
    return [kind.model_validate(each, from_attributes=True) for each in things]


def _hits(route: str, words: str, total: int, items: list[Thing]) -> Hits[Thing]:
    return Hits(total=total, more=f"{route}?{urlencode({'q': words})}", items=items)
