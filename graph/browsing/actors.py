"""Actors as a list; one actor with the posts, events and contacts that are known to have happened."""

from collections.abc import Iterable, Mapping, Sequence

from graph.browsing import proofs
from graph.browsing.directory import actor_row
from graph.browsing.events import rows_of
from graph.browsing.listing import Part, Window, filled, listed, within
from graph.browsing.records import (
    ActorPage,
    ActorRow,
    Attendance,
    Contact,
    EventRow,
    Named,
    Proof,
    Tenure,
)
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.errors import NotKnown
from ontology.model import Record
from ontology.terms import NodeKind, Role


class ActorFilter(Record):
    """Which actors; an empty field lets all pass."""

    kinds: tuple[NodeKind, ...] = ()
    country: str | None = None
    """The code of a country that is theirs."""
    ids: frozenset[str] | None = None


def actors(store: Store, wanted: ActorFilter, window: Window) -> Part[ActorRow]:
    """A part of the actors, by name or by the number of their events."""
    part = listed(
        store,
        "list_actors",
        window,
        kinds=[each.value for each in wanted.kinds],
        country=wanted.country,
        within=within(None if wanted.ids is None else set(wanted.ids)),
    )
    found = store.read(statement("browse_actor_rows"), ids=list(part.items))
    return filled(part, [actor_row(row) for row in found])


def actor_id(store: Store, identifier: str) -> str:
    """The id of the actor of this id, or of the one that the mention of this id is; raises NotKnown."""
    return _row(store, identifier).id


def actor(store: Store, identifier: str) -> ActorPage:
    """The actor of this id, or the one that the mention of this id is; raises NotKnown."""
    row = _row(store, identifier)
    posts = store.read(statement("browse_posts"), actor=row.id)
    attended = store.read(statement("browse_attended"), actor=row.id)
    met = store.read(statement("browse_met"), actor=row.id)
    events = {each.id: each for each in rows_of(store, (str(each["event"]) for each in attended))}
    known = proofs.proofs(store, _claims((*attended, *met)))
    return ActorPage(
        **dict(row),
        posts=tenures(store, posts),
        events=tuple(_attendance(each, events, known) for each in attended),
        meetings=tuple(_contact(each, known) for each in met),
    )


def _row(store: Store, identifier: str) -> ActorRow:
    found = store.read(statement("browse_actor"), id=identifier)
    if not found:
        raise NotKnown(f"No actor {identifier!r} is in the graph", "GET /actors finds them by name")
    return actor_row(found[0])


def country_called(store: Store, said: str) -> str:
    """The id of the country of this code, in any case; of what is no code, that itself."""
    found = store.read(statement("browse_country"), code=said.upper())
    return str(found[0]["id"]) if found else said


def tenures(store: Store, rows: Sequence[Row]) -> tuple[Tenure, ...]:
    """Who holds or held which post, present ones first."""
    known = proofs.proofs(store, _claims(rows))
    return tuple(sorted((_tenure(each, known) for each in rows), key=_order))


def _claims(rows: Sequence[Row]) -> Iterable[str]:
    return (claim for row in rows for claim in proofs.texts(row["claims"]))


def _tenure(row: Row, known: Mapping[str, Proof]) -> Tenure:
    claims = proofs.texts(row["claims"])
    return Tenure(
        person=Named(id=str(row["person"]), kind=NodeKind.PERSON, name=str(row["person_name"])),
        post=Named(id=str(row["post"]), kind=NodeKind.POST, name=str(row["title"])),
        body=named(row, "body", "body_kind", "body_name"),
        former=bool(row["former"]),
        acting=bool(row["acting"]),
        observed=proofs.text(row["observed"]),
        since=proofs.text(row["since"]),
        until=proofs.text(row["until"]),
        claims=claims,
        evidence=proofs.of(claims, known),
    )


def _order(tenure: Tenure) -> tuple[bool, str, str, str]:
    """Present ones first, then by name."""
    return tenure.former, tenure.person.name, tenure.post.name, tenure.observed or ""


def _attendance(row: Row, events: Mapping[str, EventRow], known: Mapping[str, Proof]) -> Attendance:
    claims = proofs.texts(row["claims"])
    return Attendance(
        event=events[str(row["event"])],
        role=Role(str(row["role"])),
        claims=claims,
        evidence=proofs.of(claims, known),
    )


def _contact(row: Row, known: Mapping[str, Proof]) -> Contact:
    claims = proofs.texts(row["claims"])
    event = row["event"] if row["event_name"] is not None else None
    return Contact(
        other=Named(id=str(row["id"]), kind=NodeKind(str(row["kind"])), name=str(row["name"])),
        event=Named(id=str(event), kind=NodeKind.EVENT, name=str(row["event_name"]))
        if event
        else None,
        date=proofs.text(row["date"]),
        by_phone=bool(row["by_phone"]),
        rule=str(row["rule"]),
        claims=claims,
        evidence=proofs.of(claims, known),
    )


def named(row: Row, identifier: str, kind: str, name: str) -> Named | None:
    """The node in these columns of a row, if there is one."""
    if row[identifier] is None:
        return None
    return Named(id=str(row[identifier]), kind=NodeKind(str(row[kind])), name=str(row[name]))
