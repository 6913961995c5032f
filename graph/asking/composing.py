"""The words in the slots of a form read, and the typed query that they make with it."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from graph.asking.actors import Tokens, kind_of_place, place
from graph.asking.events import conditions, events, take_pick
from graph.asking.failures import Beyond, Unread, Unreadable
from graph.asking.grammar import Form
from graph.asking.index import NameIndex
from graph.asking.leading import delegation
from graph.asking.matching import Bindings
from graph.asking.negating import affirmed
from graph.asking.pairs import pair
from graph.asking.people import of_whom, people
from graph.asking.posts import anybody, body_posts, office, post, staff_posts
from graph.asking.query import PRESENT, Facet, Kind, Named, Pair, People, Period, Query, Selection
from graph.asking.signing import paper
from graph.asking.topics import anything, documents, topics
from graph.asking.wholes import organisation
from ontology.posts import ACTING
from ontology.terms import EVENT_TYPES, EventType, NodeKind, Role, Status

Reading: TypeAlias = Named | Pair | Selection | People | tuple[Facet, ...]

READERS: Mapping[str, Callable[[Tokens, NameIndex], Reading]] = {
    "actor": anybody,
    "other": anybody,
    "pair": pair,
    "other_people": people,
    "events": events,
    "rest": conditions,
    "topic": topics,
    "document": documents,
    "paper": paper,
    "people": people,
    "delegation": delegation,
    "kind_of_place": kind_of_place,
    "whose": people,
    "post": post,
    "body": body_posts,
    "office": office,
    "staff": staff_posts,
    "organisation": organisation,
    "gathering": lambda tokens, index: (anything(tokens, index),),
    "place": lambda tokens, index: (in_place(tokens, index),),
    "pick": lambda tokens, index: _picked(tokens, index),
}
"""What reads the words in each slot."""


def _picked(tokens: Tokens, index: NameIndex) -> Selection:
    pick, rest = take_pick(tokens)
    if pick is None or rest:
        raise Unread(tuple(token.text for token in tokens))
    return Selection(pick=pick, since=index.latest)


def in_place(tokens: Tokens, index: NameIndex) -> Facet:
    """The demand to be in the place that the words name; raises as `place` does."""
    found = place(tokens, index)
    return Facet(said=f"in {found.said}", places=found.ids)


class Readings:
    """Reads the slots of one question, each span only once."""

    def __init__(self, tokens: Tokens, index: NameIndex) -> None:
        self._tokens, self._index = tokens, index
        self._known: dict[tuple[str, int, int], Reading | Unreadable] = {}

    def of(self, bindings: Bindings) -> dict[str, Reading]:
        """The reading of each slot; raises the first failure."""
        return {name: self._reading(name, start, end) for name, start, end in bindings}

    def read(self, bindings: Bindings) -> int:
        """How many words are in slots that could be read."""
        known = (
            (self._known.get((name, start, end)), end - start) for name, start, end in bindings
        )
        return sum(length for found, length in known if found and not isinstance(found, Unreadable))

    def _reading(self, name: str, start: int, end: int) -> Reading:
        key = (name, start, end)
        if key not in self._known:
            words = self._tokens[start:end]
            try:
                _refuse_half_of_a_list(words)
                self._known[key] = READERS[name](affirmed(words, self._index), self._index)
            except Unreadable as failure:
                self._known[key] = failure
        reading = self._known[key]
        if isinstance(reading, Unreadable):
            raise reading
        return reading


def _refuse_half_of_a_list(words: Tokens) -> None:
    """Raises Unread where the words begin or end with what joins them to others, of which nobody would hear."""
    for word in (*words[:1], *words[-1:]):
        if word.low in ("and", "or") and not word.quoted:
            raise Unread((word.text,))


def query_of(form: Form, readings: Mapping[str, Reading], period: Period | None) -> Query:
    """The query that a form makes of what is in its slots."""
    _refuse_every(form, readings)
    one, other = _two(readings)
    posts = _posts(readings)
    selection = _selection(form, readings, period)
    if form.together:  # "the same session as X": of whatever type a report calls it
        selection = selection.model_copy(update={"definite": True})
    if form.often and selection.pick:  # "the most recent meeting" is no superlative over several
        raise Unread(())
    by_itself = form.contact or form.kind in _ABOUT_ACTORS
    if one and form.kind is Kind.POSTS and selection.names_events:
        selection = selection.also(_with(one, form))  # "in what capacity was X at the talks"
    if one and not by_itself:
        selection = selection.also(*(_with(each, form) for each in (one, other) if each))
    people, statuses = _people(readings), _statuses(form, selection)
    if people.leading and Status.PLANNED in statuses:
        people = people.model_copy(update={"leading": "to lead"})
    return Query(
        kind=form.kind,
        selection=selection,
        people=people,
        met=met if isinstance(met := readings.get("other_people"), People) else People(),
        roles=form.roles,
        else_roles=form.else_roles,
        often=form.often,
        statuses=statuses,
        one=one if by_itself else None,
        other=other,
        posts=posts,
        acting=bool(posts and ACTING & set(posts.said.casefold().split())),
        tenure=form.tenure,
        edge=form.edge,
        dated=form.dated,
        by_phone=form.by_phone,
        countries=form.countries,
        papers=_named(readings, "paper"),
        places=_named(readings, "kind_of_place"),
        without=_themselves(one, selection) if form.together else (),
    )


_OF_EVENTS = frozenset(
    {
        Kind.EVENTS,
        Kind.COUNT_EVENTS,
        Kind.COUNT_DOCUMENTS,
        Kind.WHEN,
        Kind.DURATIONS,
        Kind.WHERE,
        Kind.TOPICS,
        Kind.WHETHER_EVENTS,
    }
)
"""Kinds that ask of events one by one: of them "all" asks for no more than the plural does."""


def _refuse_every(form: Form, readings: Mapping[str, Reading]) -> None:
    events = readings.get("events")
    if isinstance(events, Selection) and events.every and form.kind not in _OF_EVENTS:
        reason = f"Of {events.said!r} only who was at any of them is told, not who was at every one"
        raise Beyond((events.said,), reason)


def _statuses(form: Form, selection: Selection) -> tuple[Status, ...]:
    """Those of the form; the next event is a planned one, even where "is" asks for it."""
    ahead = selection.pick == "next" and form.kind in _OF_EVENTS
    return tuple(dict.fromkeys((*form.statuses, Status.PLANNED))) if ahead else form.statuses


def _themselves(one: Named | None, selection: Selection) -> tuple[str, ...]:
    """Those whom a question names as being with the ones it asks for."""
    named = (actor for facet in selection.facets for actor in facet.actors)
    return (*(one.ids if one else ()), *named)


def _two(readings: Mapping[str, Reading]) -> tuple[Named | None, Named | None]:
    both = readings.get("pair")
    if isinstance(both, Pair):
        return both.one, both.other
    return _named(readings, "actor") or _named(readings, "organisation"), _named(readings, "other")


_ABOUT_ACTORS = frozenset(
    {
        Kind.CONTACTS,
        Kind.CONTACTS_OF_BOTH,
        Kind.WHETHER_MET,
        Kind.WHETHER_TOOK_PART,
        Kind.WHETHER_HOLDS,
        Kind.POSTS,
        Kind.TENURES,
        Kind.BODIES,
        Kind.WHOLES,
        Kind.IDENTITIES,
        Kind.IN_COMMON,
    }
)
"""Kinds in which the named actor is what is asked about, not a condition on events."""


_HOW = {
    Role.CHAIR: "chaired by",
    Role.ABSENT: "missed by",
    Role.ORGANISER: "organised or led by",
    Role.HOST: "hosted by",
}


def _with(found: Named, form: Form) -> Facet:
    roles = PRESENT if form.together else (*form.roles, *form.else_roles)
    how = _HOW.get(roles[0], "with") if roles != PRESENT else "with"
    hosting = Role.HOST in roles and Role.PARTICIPANT not in roles
    places = found.ids if hosting and found.kinds == {NodeKind.COUNTRY} else ()
    return Facet(said=f"{how} {found.said}", actors=found.ids, roles=roles, places=places)


def _named(readings: Mapping[str, Reading], slot: str) -> Named | None:
    found = readings.get(slot)
    return found if isinstance(found, Named) else None


def _posts(readings: Mapping[str, Reading]) -> Named | None:
    named = (_named(readings, slot) for slot in ("post", "body", "office", "staff"))
    return next((found for found in named if found), None)


def _people(readings: Mapping[str, Reading]) -> People:
    """Whom it asks for: "which officials represented Japan" are officials, and hold posts there."""
    found, whose = readings.get("people"), readings.get("whose")
    leaders = readings.get("delegation")
    if isinstance(leaders, People):
        return _of_them(leaders, found) if isinstance(found, People) else leaders
    if isinstance(found, People) and isinstance(whose, People):
        return of_whom(found, whose)
    staff = _named(readings, "staff")
    if staff is None:
        return found if isinstance(found, People) else People()
    if isinstance(found, People):
        posts = [post for post in staff.ids if found.posts is None or post in found.posts]
        said = f"{found.said} with {staff.said}"
        return found.model_copy(update={"said": said, "posts": tuple(posts)})
    return People(said=f"people with {staff.said}", others=False, posts=staff.ids)


def _of_them(leaders: People, wanted: People) -> People:
    """The leaders who are of those wanted: "which minister led the Polish delegation"; raises Unread."""
    if wanted.posts is not None and leaders.posts is not None:
        raise Unread((wanted.said,))
    return leaders.model_copy(
        update={
            "said": f"{wanted.said}, as {leaders.said}",
            "posts": leaders.posts if wanted.posts is None else wanted.posts,
            "countries": (*leaders.countries, *wanted.countries),
            "rank": wanted.rank,
        }
    )


def _selection(form: Form, readings: Mapping[str, Reading], period: Period | None) -> Selection:
    found = readings.get("events")
    base = found if isinstance(found, Selection) else _any_of(form.types)
    facets = [
        r
        for name in ("topic", "document", "gathering", "place", "rest")
        for r in _facets(readings.get(name))
    ]
    picked = readings.get("pick")
    pick = picked if isinstance(picked, Selection) else base
    return base.also(*facets).model_copy(
        update={"period": period, "pick": pick.pick, "since": pick.since}
    )


def _any_of(types: tuple[EventType, ...]) -> Selection:
    said = " or ".join(f"{EVENT_TYPES[t].labels[0]}s" for t in types)
    return Selection(types=types, said=said or "events")


def _facets(reading: Reading | None) -> tuple[Facet, ...]:
    return reading if isinstance(reading, tuple) else ()
