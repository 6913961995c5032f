"""FollowTheMoney entities, one JSON object a line: `id`, `schema` and `properties`, each a list of texts.

| of the graph | schema |
| --- | --- |
| person | Person |
| organisation | Company or PublicBody as its name says, PublicBody as a part of one, else Organization |
| country | PublicBody, since only a legal entity takes part in events |
| post, its holder | Position, Occupancy |
| event that happened | Event |
| taking part, meeting | UnknownLink with the role, and `involved` or `organizer` of the Event |
| report, what it names | Document, Documentation |

Links carry the quotes as `summary`, the ids of their claims as `recordId` and the reports as `proof`.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.exporting.elements import Edge, Elements, Node
from graph.exporting.placing import write_text
from graph.exporting.world import World, texts
from graph.store import Value
from ontology.model import content_id
from ontology.organisations import organisation_type
from ontology.terms import NodeKind, OrganisationType, Role, Status

_CODES = {
    "X1": "ge-ab",
    "X2": "x-so",
    "X4": "az-nk",
    "X3": "md-pmr",
    "SU": "suhh",
    "YU": "yucs",
    "CS": "cshh",
}
"""Countries that FollowTheMoney has under other codes; the rest is ISO 3166-1 in small letters."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SCHEMAS = {OrganisationType.COMPANY: "Company", OrganisationType.PUBLIC_BODY: "PublicBody"}
_APART = {Role.ABSENT, Role.ORGANISER}
"""Roles of those who need not have been there."""

Lists = Mapping[str, Iterable[Value]]


class Entity(NamedTuple):
    """One entity."""

    id: str
    schema: str
    properties: Lists

    def line(self) -> str:
        """As one line of JSON; what is empty is left out, and no value stands twice."""
        told = {name: _distinct(values) for name, values in self.properties.items()}
        whole = {
            "id": self.id,
            "schema": self.schema,
            "properties": {name: values for name, values in sorted(told.items()) if values},
        }
        return json.dumps(whole, ensure_ascii=False, separators=(", ", ": "))


def write(elements: Elements, file: Path) -> None:
    """Writes the entities, those that links lead to before the links."""
    world = World(elements)
    write_text(file, (f"{each.line()}\n" for part in _PARTS for each in part(world)))


def _distinct(values: Iterable[Value]) -> list[str]:
    """The texts, each once, without the control characters that FollowTheMoney takes for dirt."""
    return sorted({_CONTROL.sub("", str(value)) for value in values if value not in (None, "")})


# ------------------------------------------------------------------ things


def _documents(world: World) -> Iterator[Entity]:
    for report in world.reports.values():
        has = report.properties
        yield Entity(
            report.id,
            "Document",
            {
                "fileName": [has["file"]],
                "title": [has.get("title")],
                "date": _dates(has.get("published")),
                "publisher": [has.get("source")],
            },
        )


def _people(world: World) -> Iterator[Entity]:
    return (Entity(node.id, "Person", _named(node)) for node in world.of(NodeKind.PERSON))


def _bodies(world: World) -> Iterator[Entity]:
    for kind in (NodeKind.COUNTRY, NodeKind.ORGANISATION):
        for node in world.of(kind):
            parents = {"parent": [each.id for each in world.ends("PART_OF", node.id)]}
            yield Entity(node.id, _schema_of(world, node), {**_named(node), **parents})


def _schema_of(world: World, body: Node, parts: frozenset[str] = frozenset()) -> str:
    """What a body is: what is part of a country or of another public body is public as well."""
    if body.kind is NodeKind.COUNTRY:
        return "PublicBody"
    if kind := organisation_type(world.name(body.id)):
        return _SCHEMAS[kind]
    parts |= {body.id}  # reports may say that two are part of each other
    wholes = (each for each in world.ends("PART_OF", body.id) if each.id not in parts)
    public = any(_schema_of(world, each, parts) == "PublicBody" for each in wholes)
    return "PublicBody" if public else "Organization"


def _positions(world: World) -> Iterator[Entity]:
    for node in world.of(NodeKind.POST):
        bodies = world.ends("POST_IN", node.id)
        places = [each for each in bodies if each.kind is NodeKind.PLACE]
        yield Entity(
            node.id,
            "Position",
            {
                "name": [world.label(node)],
                "alias": texts(node.properties.get("aliases")),
                "organization": [each.id for each in bodies if each.kind is not NodeKind.PLACE],
                "subnationalArea": [world.name(each.id) for each in places],
                "country": [code for each in bodies for code in _countries(each)],
            },
        )


def _events(world: World) -> Iterator[Entity]:
    parts = _by_end(world.edges["TOOK_PART"])
    for node in _happened(world):
        places = world.ends("AT", node.id)
        came = parts.get(node.id, [])
        yield Entity(
            node.id,
            "Event",
            {
                "name": [world.name(node.id)],
                "description": _how_many(node),
                **_time(node.properties.get("date")),
                "location": [world.name(each.id) for each in places],
                "country": [code for each in places for code in _countries(each)],
                "keywords": [world.name(each.id) for each in world.ends("ABOUT", node.id)],
                "involved": [e.start for e in came if e.properties["role"] not in _APART],
                "organizer": [e.start for e in came if e.properties["role"] == Role.ORGANISER],
            },
        )


def _how_many(event: Node) -> list[str]:
    """Where several events are told as one: how many, as far as it is said."""
    has = event.properties
    if has.get("count"):
        return [f"{has['count']} events told as one"]
    return ["several events told as one"] if has.get("several") else []


def _happened(world: World) -> Iterator[Node]:
    """The events that are facts; the schema of an event knows no other."""
    return (
        node for node in world.of(NodeKind.EVENT) if node.properties["status"] == Status.HAPPENED
    )


def _by_end(edges: Iterable[Edge]) -> Mapping[str, Sequence[Edge]]:
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.end, []).append(edge)
    return found


# ------------------------------------------------------------------ links


def _occupancies(world: World) -> Iterator[Entity]:
    for edge in world.edges["HOLDS_POST"]:
        has = edge.properties
        yield Entity(
            str(has["id"]),
            "Occupancy",
            {
                "holder": [edge.start],
                "post": [edge.end],
                "startDate": _dates(has.get("since"))[:1],
                "endDate": _dates(has.get("until"))[-1:],
                "date": _dates(has.get("observed")),
                "status": ["ended"] if has["former"] else [],
                "description": ["acting"] if has["acting"] else [],
                **_evidence(world, edge),
            },
        )


def _links(world: World) -> Iterator[Entity]:
    happened = {node.id for node in _happened(world)}
    for edge in world.edges["TOOK_PART"]:
        if edge.end in happened:
            date = world.nodes[edge.end].properties.get("date")
            yield _link(world, edge, [edge.properties["role"]], date)
    for edge in world.edges["MET"]:
        phone = edge.properties["by_phone"]
        yield _link(world, edge, ["met by phone" if phone else "met"], edge.properties.get("on"))


def _link(world: World, edge: Edge, role: Sequence[Value], date: Value) -> Entity:
    ends = {"subject": [edge.start], "object": [edge.end], "role": role}
    told = {**ends, **_time(date), **_evidence(world, edge)}
    return Entity(str(edge.properties["id"]), "UnknownLink", told)


def _documentations(world: World) -> Iterator[Entity]:
    """One for each report that names somebody or something that is an entity here."""
    kinds = {NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.COUNTRY, NodeKind.POST}
    known = {node.id for node in world.nodes.values() if node.kind in kinds}
    known |= {node.id for node in _happened(world)}
    for report, node in sorted(world.named_in()):
        if node in known:
            ends: Lists = {"document": [report], "entity": [node], "role": ["names"]}
            yield Entity(content_id("documentation", report, node), "Documentation", ends)


_PARTS: Sequence[Callable[[World], Iterator[Entity]]] = (
    _documents,
    _people,
    _bodies,
    _positions,
    _events,
    _occupancies,
    _links,
    _documentations,
)


# ------------------------------------------------------------------ values


def _named(node: Node) -> Lists:
    has = node.properties
    return {
        "name": [has["name"]],
        "alias": texts(has.get("aliases")),
        "country": _countries(node),
    }


def _countries(node: Node) -> list[str]:
    has = node.properties
    codes = [str(has["code"])] if has.get("code") else texts(has.get("countries"))
    return [_CODES.get(code, code.lower()) for code in codes]


def _dates(date: Value) -> list[str]:
    """A date as one, an interval as the dates of its ends: FollowTheMoney knows no intervals."""
    return date.split("/") if isinstance(date, str) else []


def _time(date: Value) -> Lists:
    days = _dates(date)
    return {"startDate": days[:1], "endDate": days[1:]} if len(days) > 1 else {"date": days}


def _evidence(world: World, edge: Edge) -> Lists:
    found = world.evidence(edge)
    return {
        "summary": [str(each) for each in found],
        "proof": [each.report for each in found],
        "recordId": texts(edge.properties["claims"]),
    }
