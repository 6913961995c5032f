"""Records of the model as properties of nodes, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from graph.derive import EventFacts
from graph.resolve import Named
from graph.store import Row, Value
from ontology.edtf import bounds
from ontology.model import Claim, Judgement, Mention, Passage, Report
from ontology.terms import EventType, NodeKind, Status

_LINKS = {"subject", "object", "event", "core", "context"}


@dataclass(frozen=True)
class Kept:
    """A mention with all that its world node is made of."""

    named: Named
    name: str
    forms: tuple[str, ...]
    country: str | None
    world: str | None = None
    """Id of the world node that it resolves to at present."""
    identity: str | None = None
    """Of an event: what makes it the same in two reports."""
    facts: EventFacts | None = None
    """Of an event."""
    on: str | None = None
    """Of an event: the date that its world node has at present."""

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.named.id


def kept(mention: Mention) -> Kept:
    """A mention of an extraction, not resolved yet."""
    named = Named(mention.id, mention.report, mention.kind, mention.key, mention.contexts)
    return Kept(named, mention.name, _aliases(mention), mention.country)


def _aliases(mention: Mention) -> tuple[str, ...]:
    """The forms that name somebody or something: not "he", nor "the Minister"."""
    forms = {form.text for form in mention.forms if form.text[0].isupper()}
    return tuple(
        sorted(form for form in forms if not form.startswith(("The ", "He", "She", "It ")))
    )


def kept_row(row: Row) -> Kept:
    """A mention as the store has it."""
    has = cast("Mapping[str, Any]", row["properties"])
    kind = NodeKind(has["kind"])
    named = Named(has["id"], has["report"], kind, has["key"], frozenset(has.get("contexts") or ()))
    facts = None
    if kind is NodeKind.EVENT and has.get("status"):
        of = EventType(has["type"]) if has.get("type") else None
        facts = EventFacts(of, Status(has["status"]), has.get("date"), has.get("count"))
    world = cast("str | None", row["world"])
    forms = tuple(has.get("aliases") or ())
    return Kept(
        named,
        has["name"],
        forms,
        has.get("country"),
        world,
        has.get("identity"),
        facts,
        cast("str | None", row["date"]),
    )


def _plain(properties: Mapping[str, Value]) -> dict[str, Value]:
    """Without what is not there: no store keeps a null, and they differ on empty lists."""
    return {name: value for name, value in properties.items() if value is not None and value != []}


def report_properties(report: Report, content: str) -> dict[str, Value]:
    """The properties of a report's node; `content` is the hash of its extraction."""
    return _plain(report.model_dump() | {"content": content})


def passage_properties(passage: Passage) -> dict[str, Value]:
    """The properties of a passage's node."""
    segments = [segment.model_dump() for segment in passage.segments]
    return {
        "id": passage.id,
        "report": passage.report,
        "quote": passage.quote,
        "start": passage.start,
        "end": passage.end,
        "page": passage.page,
        "pages": sorted({segment.page for segment in passage.segments}),
        "segments": json.dumps(segments, separators=(",", ":")),
    }


def mention_properties(mention: Mention) -> dict[str, Value]:
    """The properties of a mention's node, as extracted."""
    return _plain(
        {
            "id": mention.id,
            "report": mention.report,
            "kind": mention.kind.value,
            "name": mention.name,
            "key": mention.key,
            "contexts": sorted(mention.contexts),
            "aliases": list(_aliases(mention)),
            "forms": [form.text for form in mention.forms],
            "starts": [form.start for form in mention.forms],
            "ends": [form.end for form in mention.forms],
            "country": mention.country,
        }
    )


def claim_properties(claim: Claim, *, rejected: bool) -> dict[str, Value]:
    """The properties of a claim's node; what it links is in its relationships."""
    has: dict[str, Value] = claim.model_dump(mode="json", exclude=_LINKS)
    has |= {"status": claim.status.value, "rejected": rejected}
    if claim.date:
        first, last = bounds(claim.date)
        has |= {"earliest": first.isoformat(), "latest": last.isoformat()}
    return _plain(has)


def claim_row(row: Row) -> tuple[Claim, bool]:
    """A claim as the store has it, without its context, and whether a judgement rejects it."""
    has = dict(cast("Mapping[str, Any]", row["properties"]))
    rejected = bool(has.pop("rejected"))
    for derived in ("status", "earliest", "latest"):
        has.pop(derived, None)
    links = {link: row[link] for link in ("subject", "object", "event", "core")}
    return Claim.model_validate(has | links), rejected


def judgement_properties(judgement: Judgement) -> dict[str, Value]:
    """The properties of a judgement's node."""
    return judgement.model_dump(mode="json")


def judgement_row(row: Row) -> Judgement:
    """A judgement as the store has it."""
    return Judgement.model_validate(row["properties"])
