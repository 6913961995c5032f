"""What two actors have in common."""

from collections.abc import Iterable

from graph.asking.attending import key_of, with_posts
from graph.asking.contacts import contacts_of
from graph.asking.desk import Desk, Line
from graph.asking.happenings import listed
from graph.asking.query import Facet, Named, Query


def in_common(desk: Desk, query: Query) -> Iterable[Line]:
    """The events at which both were; else those with whom each of them was in contact."""
    one, other = query.one, query.other
    if one is None or other is None:
        return ()
    both = (Facet(said=f"with {each.said}", actors=each.ids) for each in (one, other))
    together = query.model_copy(
        update={"selection": query.selection.also(*both), "one": None, "other": None}
    )
    return tuple(listed(desk, together)) or _contacts(desk, query, one, other)


def _contacts(desk: Desk, query: Query, one: Named, other: Named) -> Iterable[Line]:
    ones, others = (
        [
            actor
            for actor, _ in contacts_of(desk, query.model_copy(update={"one": each, "other": None}))
        ]
        for each in (one, other)
    )
    shared = {key_of(actor) for actor in ones} & {key_of(actor) for actor in others}
    return with_posts(desk, [actor for actor in (*ones, *others) if key_of(actor) in shared], {})
