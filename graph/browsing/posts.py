"""Posts by name, body and holder; one post with those who hold or held it."""

from collections.abc import Sequence

from graph.browsing import proofs
from graph.browsing.actors import named, tenures
from graph.browsing.listing import Part, Window, filled, listed, within
from graph.browsing.records import PostPage, PostRow
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.errors import NotKnown
from ontology.model import Record
from ontology.terms import NodeKind


class PostFilter(Record):
    """Which posts; an empty field lets all pass."""

    body: str | None = None
    """The id of what it is a post of."""
    holder: str | None = None
    """The id of a person who holds or held it."""
    ids: frozenset[str] | None = None


def posts(store: Store, wanted: PostFilter, window: Window) -> Part[PostRow]:
    """A part of the posts, by name."""
    limits = within(None if wanted.ids is None else set(wanted.ids))
    part = listed(
        store, "list_posts", window, body=wanted.body, holder=wanted.holder, within=limits
    )
    return filled(part, post_rows(store, part.items))


def post(store: Store, identifier: str) -> PostPage:
    """The post of this id, or the one that the mention of this id is; raises NotKnown."""
    found = store.read(statement("browse_post"), id=identifier)
    if not found:
        raise NotKnown(f"No post {identifier!r} is in the graph", "GET /posts lists them")
    (row,) = post_rows(store, [str(found[0]["id"])])
    holders = tenures(store, store.read(statement("browse_holders"), post=row.id))
    return PostPage(**dict(row), holders=holders)


def post_rows(store: Store, ids: Sequence[str]) -> Sequence[PostRow]:
    """These posts as rows of a list; of one in several bodies, with the first by name."""
    rows: dict[str, PostRow] = {}
    for row in store.read(statement("browse_post_rows"), ids=list(ids)):
        rows.setdefault(str(row["id"]), _row(row))
    return list(rows.values())


def _row(row: Row) -> PostRow:
    return PostRow(
        id=str(row["id"]),
        kind=NodeKind.POST,
        name=str(row["name"]),
        aliases=proofs.texts(row["aliases"]),
        body=named(row, "body", "body_kind", "body_name"),
    )
