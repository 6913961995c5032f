"""Who holds which post, as the reports saw it."""

from collections.abc import Iterable, Mapping, Sequence

from graph.asking.desk import Desk, Line
from graph.asking.loading import texts
from graph.asking.query import Period, Query, Selection, Tenure
from graph.asking.selecting import select
from graph.catalogue import statement
from graph.store import Row
from ontology.edtf import overlap
from ontology.model import Record
from ontology.names import person_key
from ontology.terms import NodeKind


class Held(Record):
    """One tenure: who, what, and how it was seen."""

    person: str
    name: str = ""
    post: str
    title: str
    body: str | None = None
    body_id: str | None = None
    body_kind: NodeKind | None = None
    former: bool = False
    acting: bool = False
    observed: str | None = None
    since: str | None = None
    until: str | None = None
    claims: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The post with its body, such as 'Chairman, State Bank'."""
        known = self.body is None or self.body.casefold() in self.title.casefold()
        return self.title if known else f"{self.title}, {self.body}"


def holders(desk: Desk, query: Query) -> tuple[Line, ...]:
    """Who holds or held the posts asked for."""
    rows = desk.read(statement("ask_holders"), posts=list(query.posts.ids if query.posts else ()))
    held = _asked_for([_held(row) for row in rows], query)
    if query.acting:
        held = [h for h in held if h.acting]
    labels = posts_of(desk, {h.person for h in held})
    latest = {person_key(h.name): h for h in sorted(held, key=lambda h: h.observed or "")}
    named = {key: _holder(h, labels) for key, h in latest.items()}
    return tuple(Line(answer=named[person_key(h.name)], claims=h.claims) for h in held)


def _holder(held: Held, known: Mapping[str, Sequence[Held]]) -> str:
    """Whoever holds it, with the post and its body: one person is answered once, whatever a report calls the body."""
    same = (h.label for h in known.get(held.person, ()) if h.post == held.post)
    return f"{held.name} ({qualified(held, next(same, held.label))})"


def qualified(held: Held, label: str) -> str:
    """The post, saying so where it is over or only acted in."""
    return f"former {label}" if held.former else f"acting {label}" if held.acting else label


def _asked_for(held: list[Held], query: Query) -> list[Held]:
    if query.selection.period:
        return [h for h in held if _seen_in(h, query.selection.period, query.tenure)]
    if query.tenure is Tenure.FORMER:
        return [h for h in held if h.former]
    if query.tenure is Tenure.EVER:
        return _latest_of_each(held)
    return _now(held)


def _seen_in(held: Held, period: Period, tenure: Tenure) -> bool:
    """Did it hold then? That it was over when it was seen says nothing of when it held."""
    dated = bool(held.since or held.until)
    over = held.former and not dated
    return _in_period(held, period) and (dated or over is (tenure is Tenure.FORMER))


def _in_period(held: Held, period: Period) -> bool:
    span = f"{period.first}/{period.last}"
    if held.since or held.until:
        return (held.since or "") <= period.last and (held.until or period.last) >= period.first
    return held.observed is not None and overlap(held.observed, span)


def _latest_of_each(held: list[Held]) -> list[Held]:
    """Of each person and post the latest sight."""
    last: dict[tuple[str, str], Held] = {}
    for tenure in sorted(held, key=lambda h: h.observed or ""):
        last[tenure.person, tenure.post] = tenure
    return list(last.values())


def _now(held: list[Held]) -> list[Held]:
    """Of each post those seen in it last, unless it is said to be over.

    Several may hold one post (deputies); who was seen in an earlier year than the last is taken to have gone.
    """
    sights = _latest_of_each(held)
    newest: dict[str, str] = {}
    for tenure in sights:
        newest[tenure.post] = max(newest.get(tenure.post, ""), (tenure.observed or "")[:4])
    return [h for h in sights if not h.former and (h.observed or "")[:4] == newest[h.post]]


def posts(desk: Desk, query: Query) -> tuple[Line, ...]:
    """The posts that somebody holds or held."""
    rows = desk.read(statement("ask_posts_of"), persons=list(query.one.ids if query.one else ()))
    held = [_held(row) for row in rows]
    if query.selection.period:
        held = [h for h in held if _seen_in(h, query.selection.period, Tenure.NOW)]
    elif query.tenure is Tenure.FORMER:
        held = [h for h in held if h.former]
    held = _demanded(desk, query, held)
    if query.dated:
        return tuple(Line(answer=_labelled(h) + _dated(h), claims=h.claims) for h in held)
    return tuple(Line(answer=_labelled(h), claims=h.claims) for h in _latest_of_each(held))


def _demanded(desk: Desk, query: Query, held: list[Held]) -> list[Held]:
    """The posts at the time of the events that the question names, else those in each body or country it demands."""
    if query.selection.names_events:
        return _at(desk, query, held)
    return [h for h in held if _within(h, query.selection)]


def _within(held: Held, selection: Selection) -> bool:
    return all(held.body_id in (*each.actors, *each.places) for each in selection.facets)


def _at(desk: Desk, query: Query, held: list[Held]) -> list[Held]:
    """The posts in which somebody was seen on the days of the events at which he was; else, if at any, all."""
    events = select(desk, query.selection, query.statuses)
    days = {event.date for event in events if event.date}
    return [h for h in held if h.observed in days and not h.former] or (held if events else [])


def _labelled(held: Held) -> str:
    return qualified(held, held.label)


def _span(held: Held) -> str:
    """When somebody held it, in EDTF, as far as it is said; empty where it is not."""
    said = held.since or held.until
    return f"{held.since or '..'}/{held.until or '..'}" if said else ""


def _dated(held: Held) -> str:
    """When somebody held it, in brackets, else the day on which a report saw it."""
    seen = f"seen {held.observed}" if held.observed else ""
    when = _span(held) or seen
    return f" ({when})" if when else ""


def tenures(desk: Desk, query: Query) -> tuple[Line, ...]:
    """Since when, until when or when somebody held a post, each in EDTF; a note where no report says so."""
    rows = desk.read(statement("ask_holders"), posts=list(query.posts.ids if query.posts else ()))
    persons = query.one.ids if query.one else ()
    held = [h for h in map(_held, rows) if h.person in persons]
    found = [(h.until if query.edge == "until" else h.since, h) for h in held]
    if query.edge:
        known = [Line(answer=day, claims=h.claims) for day, h in found if day]
        seen = sorted({h.observed for h in held if h.observed and not h.former})
        if seen and not known:
            desk.note = (
                f"no report says {query.edge} when, only that it was so on {' and '.join(seen)}"
            )
        return tuple(known)
    dated = ((_span(h) or h.observed, h) for h in held)
    return tuple(Line(answer=when, claims=h.claims) for when, h in dated if when)


def bodies(desk: Desk, query: Query) -> tuple[Line, ...]:
    """The bodies and countries in which somebody holds a post."""
    rows = desk.read(statement("ask_posts_of"), persons=list(query.one.ids if query.one else ()))
    held = [h for h in _latest_of_each([_held(row) for row in rows]) if h.body and not h.former]
    return tuple(Line(answer=h.body or "", claims=h.claims) for h in held)


def posts_of(desk: Desk, persons: Iterable[str]) -> Mapping[str, Sequence[Held]]:
    """Every known tenure of the persons, the latest last."""
    found: dict[str, list[Held]] = {person: [] for person in persons}
    for row in desk.look_up(statement("ask_posts_of"), persons=sorted(found)):
        held = _held(row)
        found[held.person].append(held)
    return {
        person: sorted(held, key=lambda h: (not h.former, h.observed or ""))
        for person, held in found.items()
    }


def whether_holds(desk: Desk, query: Query) -> tuple[Line, ...]:
    """Yes where a report says so; no where it says that it is over; nothing where none speaks of it."""
    rows = desk.read(statement("ask_holders"), posts=list(query.posts.ids if query.posts else ()))
    persons = query.one.ids if query.one else ()
    held = _latest_of_each([h for h in map(_held, rows) if h.person in persons])
    if query.acting:
        held = [h for h in held if h.acting]
    ever = query.tenure is Tenure.EVER
    yes = [h for h in held if ever or not h.former]
    answer = "yes" if yes else "no"
    return tuple(Line(answer=answer, claims=h.claims) for h in yes or held)


def _held(row: Row) -> Held:
    known = {name: row[name] for name in Held.model_fields if name in row and row[name] is not None}
    return Held.model_validate({**known, "claims": texts(row["claims"])})
