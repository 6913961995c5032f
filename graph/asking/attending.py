"""Who was at events: persons with their posts, bodies, countries."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Untold
from graph.asking.leading import leads
from graph.asking.loading import texts
from graph.asking.query import Often, People, Query, Selection
from graph.asking.ranks import stands_before
from graph.asking.selecting import Found, by_id, select
from graph.asking.tenures import Held, posts_of, qualified
from graph.asking.titles import name_of
from graph.catalogue import statement
from graph.store import Row
from ontology.model import Record
from ontology.names import person_key
from ontology.terms import NodeKind


class Person(Record):
    """An actor as one row of an answer names it."""

    id: str
    kind: NodeKind
    name: str
    countries: tuple[str, ...]
    event: str | None
    claims: tuple[str, ...]


def actor_of(row: Row) -> Person:
    """The actor of a row."""
    claims = texts(row["claims"]) if "claims" in row else (str(row["claim"]),)
    return Person(
        id=str(row["id"]),
        kind=NodeKind(str(row["kind"])),
        name=str(row["name"]),
        countries=texts(row["countries"]),
        event=str(row["event"]) if row["event"] else None,
        claims=claims,
    )


def present(desk: Desk, query: Query, events: Sequence[Found]) -> list[Person]:
    """Who was at the events in the roles asked for; else, where nobody was, in those that do as well."""
    places = {event.id: at for at, event in enumerate(events)}
    for roles in filter(None, (query.roles, query.else_roles)):
        rows = desk.read(
            statement("ask_participants"),
            events=strings(event.id for event in events),
            roles=strings(roles),
            statuses=strings(query.statuses),
        )
        there = sorted(map(actor_of, rows), key=lambda p: (places.get(p.event or "", 0), p.name))
        if present := [actor for actor in there if actor.id not in query.without]:
            return present
    return []


def wanted(desk: Desk, actors: list[Person], people: People) -> list[Person]:
    """Those of the kinds, countries and posts asked for; bodies only where no person answers an open "who"."""
    if people.kinds == {NodeKind.COUNTRY}:
        found, posts = _countries(desk, actors, people), None
    else:
        found = [a for a in actors if a.kind in people.kinds] or (actors if people.others else [])
        posts = people.posts
    if people.countries:
        codes = _codes(desk, found)
        found = [a for a in found if codes[a.id] & set(people.countries)]
    if people.not_of:
        codes = _codes(desk, found)
        found = [a for a in found if codes[a.id] and not codes[a.id] & set(people.not_of)]
    if posts is not None:
        held = posts_of(desk, {a.id for a in found})
        found = [a for a in found if {h.post for h in held[a.id]} & set(posts)]
    return _of_rank(desk, found, people.rank) if people.rank else found


def _countries(desk: Desk, actors: list[Person], people: People) -> list[Person]:
    """Countries: those that were there themselves, unless their ministers or the like are asked for, or by a person."""
    own = [a for a in actors if a.kind is NodeKind.COUNTRY and people.posts is None]
    by_others = _countries_of(desk, actors, people.posts)
    return own + [each for each in by_others if each.id not in _ids(own)]


def _codes(desk: Desk, actors: list[Person]) -> Mapping[str, frozenset[str]]:
    """By actor the countries that it is or is of, by the names of the bodies of its posts where no other is known."""
    unknown = {a.id for a in actors if a.kind is NodeKind.PERSON and not a.countries}
    held = posts_of(desk, unknown) if unknown else {}
    of_body = {i: {c for h in held[i] if h.body for c in name_of(h.body).codes} for i in held}
    own = {a.id: name_of(a.name).codes for a in actors if a.kind is NodeKind.COUNTRY}
    more = of_body | own
    return {a.id: frozenset((*a.countries, *more.get(a.id, ()))) for a in actors}


def _of_rank(desk: Desk, actors: list[Person], rank: str) -> list[Person]:
    """Those before whose name a report puts the rank, with the claims whose quotes do so."""
    claims = _quoting(desk, actors, partial(stands_before, rank))
    return [
        actor.model_copy(update={"claims": (*actor.claims, *claims[actor.id])})
        for actor in actors
        if actor.id in claims
    ]


def _quoting(
    desk: Desk, actors: list[Person], says_so: Callable[[str, str], bool]
) -> Mapping[str, list[str]]:
    """By actor the claims in whose words a report says so."""
    claims: dict[str, list[str]] = defaultdict(list)
    for row in desk.read(statement("ask_quotes_of"), persons=strings(sorted(_ids(actors)))):
        if says_so(str(row["said"]), str(row["quote"])):
            claims[str(row["id"])].append(str(row["claim"]))
    return claims


def _leading(desk: Desk, actors: list[Person], query: Query) -> list[Person]:
    """Those whom a report names as heads of a delegation: of a country, if it says so or they are of it.

    Where the question says to which events, the words that tell of them there must say so.
    """
    how, of = query.people.leading, query.people.delegation_of
    if how is None:
        return actors
    said = _quoting(desk, actors, partial(leads, how, None))
    said_of = _quoting(desk, actors, partial(leads, how, of))
    codes = _codes(desk, [actor for actor in actors if actor.id in said])
    anywhere = query.selection == Selection()
    found: list[Person] = []
    for actor in actors:
        of_it = of is None or of in codes.get(actor.id, ())
        claims = said.get(actor.id, []) if of_it else said_of.get(actor.id, [])
        if told := tuple(claim for claim in claims if anywhere or claim in actor.claims):
            found.append(actor.model_copy(update={"claims": told}))
    return found


def _ids(actors: Iterable[Person]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors)


def _countries_of(desk: Desk, actors: list[Person], posts: tuple[str, ...] | None) -> list[Person]:
    """The countries for which the persons hold office, or one of the posts: they stand for them."""
    held = posts_of(desk, {a.id for a in actors if a.kind is NodeKind.PERSON})
    return [
        Person(
            id=h.body_id,
            kind=NodeKind.COUNTRY,
            name=h.body,
            countries=(),
            event=actor.event,
            claims=(*actor.claims, *h.claims),
        )
        for actor in actors
        for h in held.get(actor.id, ())
        if h.body_kind is NodeKind.COUNTRY
        and not h.former
        and h.body
        and h.body_id
        and (posts is None or h.post in posts)
    ]


def with_posts(desk: Desk, actors: list[Person], events: Mapping[str, Found]) -> list[Line]:
    """An answer for each actor, a person with the post as it was seen nearest to the event."""
    persons = {a.id for a in actors if a.kind is NodeKind.PERSON}
    known = posts_of(desk, persons) if persons else {}
    last = {a.id: events.get(a.event or "") for a in actors}
    names: dict[str, str] = {}
    for actor in actors:  # one person under two spellings is answered once
        name = _name(actor, known.get(actor.id, ()), last[actor.id])
        key = key_of(actor)
        names[key] = max(names.get(key, ""), name, key=len)
    return [Line(answer=names[key_of(a)], claims=a.claims) for a in actors]


def key_of(actor: Person) -> str:
    """What one actor is known by under all its spellings."""
    return person_key(actor.name) if actor.kind is NodeKind.PERSON else actor.id


def _name(actor: Person, held: Sequence[Held], event: Found | None) -> str:
    """The name, with the post as it was seen nearest to the event."""
    if not held:
        return actor.name
    same = [h for h in held if event and event.date and h.observed == event.date and not h.former]
    best = (same or list(held))[-1]
    return f"{actor.name} ({qualified(best, best.label)})"


def participants(desk: Desk, query: Query) -> Iterable[Line]:
    """Who was at the events asked for."""
    events = select(desk, query.selection, query.statuses)
    there = wanted(desk, present(desk, query, events), query.people)
    actors = _compared(desk, query, _leading(desk, there, query))
    if query.people.others:  # "the session of the council": the council itself is no news
        named = {i for facet in query.selection.facets for i in facet.actors}
        actors = [a for a in actors if a.kind is NodeKind.PERSON or a.id not in named]
    if query.often:
        actors = seen_often(desk, actors, query.often)
    return with_posts(desk, actors, by_id(events))


def _compared(desk: Desk, query: Query, actors: list[Person]) -> list[Person]:
    """Those who were at the other events as well, with the claims that say so, or who were not; raises Untold."""
    if query.also:
        there = _at_others(desk, query.also, query)
        actors = [
            actor.model_copy(update={"claims": (*actor.claims, *there[key_of(actor)])})
            for actor in actors
            if key_of(actor) in there
        ]
    if query.nor:
        there = _at_others(desk, query.nor, query)
        actors = [actor for actor in actors if key_of(actor) not in there]
    return actors


def _at_others(desk: Desk, selection: Selection, query: Query) -> Mapping[str, list[str]]:
    """By what an actor is known by, the claims that he was at the events."""
    events = select(desk, selection, query.statuses)
    if not events:
        raise Untold(selection.said, selection.period.said if selection.period else "")
    found: dict[str, list[str]] = defaultdict(list)
    others = Query(kind=query.kind, selection=selection, statuses=query.statuses)
    for actor in present(desk, others, events):
        found[key_of(actor)] += actor.claims
    return found


def seen_often(desk: Desk, actors: list[Person], often: Often) -> list[Person]:
    """Those who were at two of the events or more, or at no fewer than anybody else."""
    found = as_often(desk, [(key_of(actor), actor.event or "") for actor in actors], often)
    return [actor for actor in actors if key_of(actor) in found]


def as_often(desk: Desk, seen: Iterable[tuple[str, str]], often: Often) -> frozenset[str]:
    """What was seen at two events or more, or at no fewer than anything else, of what was seen each with its event."""
    if often == "repeatedly":
        return frozenset(what for what, at in _grouped(seen).items() if len(at) > 1)
    most, found = most_seen(seen)
    if found:
        desk.note = f"most often is {most} times" if most > 1 else "nothing more than once"
    return found


def most_seen(seen: Iterable[tuple[str, str]]) -> tuple[int, frozenset[str]]:
    """How many different things the ones with the most of them have, and which ones these are."""
    with_each = _grouped(seen)
    most = max(map(len, with_each.values()), default=0)
    return most, frozenset(what for what, has in with_each.items() if len(has) == most)


def _grouped(seen: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for what, has in seen:
        found[what].add(has)
    return found
