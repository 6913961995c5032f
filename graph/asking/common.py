"""What two actors have in common, and whom both know."""

from collections.abc import Iterable, Mapping

from graph.asking.attending import Person, key_of, wanted, with_posts
from graph.asking.contacts import contacts_of
from graph.asking.desk import Desk, Line
from graph.asking.happenings import listed
from graph.asking.query import Facet, Named, Query, Selection
from graph.asking.tenures import posts_of


def in_common(desk: Desk, query: Query) -> Iterable[Line]:
    """The events at which both were, the titles and bodies of both; else those with whom each was in contact."""
    one, other = query.one, query.other
    if one is None or other is None:
        return ()
    both = (Facet(said=f"with {each.said}", actors=each.ids) for each in (one, other))
    together = query.model_copy(
        update={"selection": query.selection.also(*both), "one": None, "other": None}
    )
    found = (*listed(desk, together), *_offices(desk, query, one, other))
    return found or with_posts(desk, _shared(desk, query, one, other), {})


def _offices(desk: Desk, query: Query, one: Named, other: Named) -> list[Line]:
    """The titles that both hold or held, and the bodies in which both do or did; none where events are asked for."""
    if query.selection != Selection():
        return []
    ones, others = (_held(desk, each) for each in (one, other))
    return [
        Line(answer=what, claims=(*ones[what], *others[what])) for what in ones if what in others
    ]


def _held(desk: Desk, named: Named) -> Mapping[str, tuple[str, ...]]:
    """The titles and bodies of somebody's posts, with the claims that say so."""
    found: dict[str, tuple[str, ...]] = {}
    for held in (each for posts in posts_of(desk, named.ids).values() for each in posts):
        for what in filter(None, (held.title, held.body)):
            found[what] = (*found.get(what, ()), *held.claims)
    return found


def contacts_of_both(desk: Desk, query: Query) -> Iterable[Line]:
    """Those wanted with whom each of the two was in contact, together or apart."""
    one, other = query.one, query.other
    if one is None or other is None:
        return ()
    return with_posts(desk, wanted(desk, _shared(desk, query, one, other), query.people), {})


def _shared(desk: Desk, query: Query, one: Named, other: Named) -> list[Person]:
    """The contacts of the one whom the other was in contact with too, and these contacts of the other."""
    ones, others = (
        [
            actor
            for actor, _ in contacts_of(desk, query.model_copy(update={"one": each, "other": None}))
        ]
        for each in (one, other)
    )
    shared = {key_of(actor) for actor in ones} & {key_of(actor) for actor in others}
    return [actor for actor in (*ones, *others) if key_of(actor) in shared]
