"""The facts of an extraction as plain records: who holds which post, which events there were, who met whom."""

from collections import defaultdict
from collections.abc import Iterable

from pydantic import NonNegativeInt

from ingest.document import Document
from ontology.model import Claim, Extraction, Passage, Record
from ontology.terms import Relation, Role


class Quote(Record):
    """Words of the canonical text and their span in it, in code points."""

    quote: str
    start: NonNegativeInt
    end: NonNegativeInt


class _Stated(Quote):
    context: tuple[Quote, ...] = ()
    page: int
    status: str
    confidence: float
    rule: str


class Tenure(_Stated):
    """A person holds or held a post."""

    person: str
    post: str
    organisation: str | None
    former: bool
    acting: bool
    observed: str | None


class Occurrence(_Stated):
    """An event with all that the report says of it."""

    type: str
    date: str | None
    place: str | None
    topic: str | None
    organiser_or_chair: tuple[str, ...]
    participants: tuple[str, ...]
    non_participants: tuple[str, ...]
    count: int | None


class Contact(_Stated):
    """Two actors met or spoke."""

    a: str
    b: str
    date: str | None
    kind: str


class Facts(Record):
    """What `extract` writes for one report."""

    doc: str
    published: str | None
    title: str | None
    holds_post: tuple[Tenure, ...]
    events: tuple[Occurrence, ...]
    meets: tuple[Contact, ...]


_LEADING = (Role.CHAIR, Role.HOST, Role.ORGANISER)


def facts(extraction: Extraction, document: Document) -> Facts:
    """The facts of an extraction; each quotes the passage that states it, and those that it needs besides."""
    view = _View(extraction)
    return Facts(
        doc=document.file.rpartition(".")[0] or document.file,
        published=document.published,
        title=document.title,
        holds_post=tuple(view.tenures()),
        events=tuple(view.occurrences()),
        meets=tuple(view.contacts()),
    )


class _View:
    """An extraction by what the facts ask for."""

    def __init__(self, extraction: Extraction) -> None:
        self.passages = {each.id: each for each in extraction.passages}
        self.names = {each.id: each.name for each in extraction.mentions}
        self.by_relation: dict[Relation, list[Claim]] = defaultdict(list)
        self.of_event: dict[str, list[Claim]] = defaultdict(list)
        for claim in extraction.claims:
            self.by_relation[claim.relation].append(claim)
            about = claim.object if claim.relation is Relation.TOOK_PART else claim.subject
            self.of_event[about or ""].append(claim)

    def _stated(self, claim: Claim, context: Iterable[str] = ()) -> dict[str, object]:
        core = self.passages[claim.core]
        others = [each for each in dict.fromkeys((*claim.context, *context)) if each != claim.core]
        return {
            **_quote(core).model_dump(),
            "context": tuple(_quote(self.passages[each]) for each in others),
            "page": core.page,
            "status": claim.status.value,
            "confidence": claim.confidence,
            "rule": claim.rule,
        }

    def tenures(self) -> Iterable[Tenure]:
        """One for each person, post and organisation: the first claim that states it."""
        bodies = {claim.subject: claim.object for claim in self.by_relation[Relation.POST_IN]}
        seen: set[tuple[object, ...]] = set()
        for claim in self.by_relation[Relation.HOLDS_POST]:
            key = (claim.subject, claim.object, claim.former, claim.status)
            if key in seen:
                continue
            seen.add(key)
            body = bodies.get(claim.object or "")
            yield Tenure.model_validate(
                self._stated(claim)
                | {
                    "person": self.names[claim.subject],
                    "post": self.names[claim.object or ""],
                    "organisation": self.names[body] if body else None,
                    "former": claim.former,
                    "acting": claim.acting,
                    "observed": claim.observed,
                }
            )

    def occurrences(self) -> Iterable[Occurrence]:
        """One for each event."""
        for claim in self.by_relation[Relation.EVENT_TYPE]:
            told = self.of_event[claim.subject]
            parts = [each for each in told if each.relation is Relation.TOOK_PART]
            context = [passage for each in told for passage in (each.core, *each.context)]
            there = [each for each in parts if each.role is not Role.ABSENT]
            yield Occurrence.model_validate(
                self._stated(claim, context)
                | {
                    "type": claim.event_type.value if claim.event_type else "other",
                    "date": next((e.date for e in told if e.relation is Relation.ON_DATE), None),
                    "place": self._object(told, Relation.AT_PLACE),
                    "topic": self._object(told, Relation.ABOUT),
                    "organiser_or_chair": self._who(e for e in parts if e.role in _LEADING),
                    "participants": self._who(there),
                    "non_participants": self._who(e for e in parts if e.role is Role.ABSENT),
                    "count": claim.count,
                }
            )

    def _object(self, told: Iterable[Claim], relation: Relation) -> str | None:
        return next(
            (self.names[e.object] for e in told if e.relation is relation and e.object), None
        )

    def _who(self, parts: Iterable[Claim]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.names[each.subject] for each in parts))

    def contacts(self) -> Iterable[Contact]:
        """One for each pair and event."""
        seen: set[tuple[object, ...]] = set()
        for claim in self.by_relation[Relation.MET]:
            pair = (*sorted((claim.subject, claim.object or "")), claim.event)
            if pair in seen:
                continue
            seen.add(pair)
            yield Contact.model_validate(
                self._stated(claim)
                | {
                    "a": self.names[claim.subject],
                    "b": self.names[claim.object or ""],
                    "date": claim.date,
                    "kind": "phone" if claim.by_phone else "in_person",
                }
            )


def _quote(passage: Passage) -> Quote:
    return Quote(quote=passage.quote, start=passage.start, end=passage.end)
