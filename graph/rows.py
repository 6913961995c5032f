"""Records of the model as properties of nodes, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, cast

from graph.bundles import Said
from graph.happenings import EventFacts
from graph.resolve import Named
from graph.store import Row, Value
from ontology.edtf import bounds
from ontology.model import Claim, Extraction, Judgement, Mention, Passage, Report
from ontology.terms import NodeKind

_LINKS = {"subject", "object", "event", "core", "context"}


@dataclass(frozen=True)
class Kept:
    """A mention with all that its world node is made of."""

    named: Named
    report: str
    name: str
    forms: tuple[str, ...]
    country: str | None
    bundle: str | None = None
    """Id of the bundle that it is counted in at present."""
    world: str | None = None
    """Id of the world node that it resolves to at present."""

    @property
    def id(self) -> str:
        """The mention's id."""
        return self.named.id

    @property
    def kind(self) -> NodeKind:
        """The kind of what it names."""
        return self.named.kind

    def says(self, facts: EventFacts | None = None) -> set[Said]:
        """What it says about what it names; `facts` of an event."""
        said = {Said("name", self.name), *(Said("form", form) for form in self.forms)}
        if self.country:
            said.add(Said("country", self.country))
        if facts:
            said.add(Said("facts", facts.dumps()))
        return said


def kept(mention: Mention) -> Kept:
    """A mention of an extraction, not resolved yet."""
    named = Named(mention.id, mention.kind, mention.key, mention.contexts)
    return Kept(named, mention.report, mention.name, _aliases(mention), mention.country)


def _aliases(mention: Mention) -> tuple[str, ...]:
    """The forms that name somebody or something: not "he", nor "the Minister"."""
    forms = {form.text for form in mention.forms if form.text[0].isupper()}
    return tuple(
        sorted(form for form in forms if not form.startswith(("The ", "He", "She", "It ")))
    )


def kept_row(row: Row) -> Kept:
    """A mention as the store has it."""
    has = cast("Mapping[str, Any]", row["properties"])
    contexts = frozenset(has.get("contexts") or ())
    return Kept(
        named=Named(has["id"], NodeKind(has["kind"]), has["key"], contexts),
        report=has["report"],
        name=has["name"],
        forms=tuple(has.get("aliases") or ()),
        country=has.get("country"),
        bundle=has.get("bundle"),
        world=cast("str | None", row["world"]),
    )


def _plain(properties: Mapping[str, Value]) -> dict[str, Value]:
    """Without what is not there: no store keeps a null, and they differ on empty lists."""
    return {name: value for name, value in properties.items() if value is not None and value != []}


def content_of(extraction: Extraction) -> str:
    """A hash of all that a report says, whatever the order in which it says it."""
    parts: list[list[dict[str, Value]]] = [
        [report_properties(extraction.report)],
        [passage_properties(each) for each in extraction.passages],
        [mention_properties(each) for each in extraction.mentions],
        [each.model_dump(mode="json") for each in extraction.claims],
    ]
    canonical = [sorted(part, key=lambda node: str(node["id"])) for part in parts]
    return sha256(json.dumps(canonical, sort_keys=True).encode()).hexdigest()


def report_properties(report: Report) -> dict[str, Value]:
    """The properties of a report's node."""
    return _plain(report.model_dump())


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


def report_row(row: Row) -> Report:
    """A report as the store has it."""
    has = dict(cast("Mapping[str, Any]", row["properties"]))
    has.pop("content", None)
    return Report.model_validate(has)


def passage_row(row: Row) -> Passage:
    """A passage as the store has it."""
    has = cast("Mapping[str, Any]", row["properties"])
    names = ("id", "report", "quote", "start", "end")
    return Passage.model_validate(
        {name: has[name] for name in names} | {"segments": json.loads(has["segments"])}
    )


def mention_row(row: Row) -> Mention:
    """A mention as the store has it."""
    has = cast("Mapping[str, Any]", row["properties"])
    names = ("id", "report", "kind", "name", "key", "contexts", "country")
    places = zip(*(has.get(name) or () for name in ("forms", "starts", "ends")), strict=True)
    forms = [{"text": text, "start": start, "end": end} for text, start, end in places]
    return Mention.model_validate(
        {name: has[name] for name in names if name in has} | {"forms": forms}
    )


def claim_row(row: Row) -> Claim:
    """A claim as the store has it, without its context."""
    has = dict(cast("Mapping[str, Any]", row["properties"]))
    for derived in ("status", "earliest", "latest", "rejected"):
        has.pop(derived, None)
    links = {link: row[link] for link in ("subject", "object", "event", "core")}
    return Claim.model_validate(has | links)


def judgement_properties(judgement: Judgement) -> dict[str, Value]:
    """The properties of a judgement's node."""
    return judgement.model_dump(mode="json")


def judgement_row(row: Row) -> Judgement:
    """A judgement as the store has it."""
    return Judgement.model_validate(row["properties"])
