"""What two actors have in common, and whom both know."""

from collections.abc import Iterable

from graph.asking.attending import Person, key_of, wanted, with_posts
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
    return tuple(listed(desk, together)) or with_posts(desk, _shared(desk, query, one, other), {})


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
