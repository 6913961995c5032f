"""Posts and topics."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Path as InPath

from api.http.paging import Paging, paging
from api.http.parts import TheLibrary
from api.http.problems import documented
from api.http.resources import LinkedPost, LinkedPostPage, LinkedTopic, LinkedTopicPage
from api.http.shapes import Listed
from api.http.sparse import Sparse, some_fields
from graph.browsing import (
    PostFilter,
    PostPage,
    PostRow,
    TopicFilter,
    TopicPage,
    TopicRow,
    post,
    posts,
    topic,
    topics,
)

router = APIRouter(tags=["Graph"], route_class=Sparse, dependencies=[Depends(some_fields)])


@router.get("/posts", responses=documented(400), response_model=Listed[LinkedPost])
def list_posts(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("name"))],
    q: Annotated[
        str, Query(max_length=200, description="Words of the title, or how they begin.")
    ] = "",
    body: Annotated[
        str | None,
        Query(max_length=100, description="Only in this organisation or country, by id."),
    ] = None,
    holder: Annotated[
        str | None,
        Query(max_length=100, description="Only held, now or before, by this person, by id."),
    ] = None,
) -> Listed[PostRow]:
    """List posts by title."""
    called = frozenset(each.id for each in library.directory.posts(q)) if q else None
    wanted = PostFilter(body=body, holder=holder, ids=called)
    return paging.listed(posts(library.store, wanted, paging.window))


@router.get("/posts/{post_id}", responses=documented(404), response_model=LinkedPostPage)
def one_post(
    post_id: Annotated[str, InPath(description="Of a post or of a mention.", max_length=100)],
    library: TheLibrary,
) -> PostPage:
    """A post with who holds or held it, each with the words that say so."""
    return post(library.store, post_id)


@router.get("/topics", responses=documented(400), response_model=Listed[LinkedTopic])
def list_topics(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("name", "events"))],
    q: Annotated[
        str,
        Query(
            max_length=200,
            description="Words of it, or a topic of the vocabulary by any of its labels.",
            examples=["graft"],
        ),
    ] = "",
    concept: Annotated[
        bool | None,
        Query(description="Only concepts of the vocabulary, or only the words of reports."),
    ] = None,
) -> Listed[TopicRow]:
    """List topics, by name or by the number of events about them."""
    wanted = TopicFilter(concept=concept, called=q or None)
    return paging.listed(topics(library.store, wanted, paging.window))


@router.get("/topics/{topic_id}", responses=documented(404), response_model=LinkedTopicPage)
def one_topic(
    topic_id: Annotated[str, InPath(description="Of a topic or of a mention.", max_length=100)],
    library: TheLibrary,
) -> TopicPage:
    """A topic with the broader and narrower ones next to it."""
    return topic(library.store, topic_id)
