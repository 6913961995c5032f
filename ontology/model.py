"""The types that travel between the rooms: what a report says, and where it says it.

`ingest` makes an `Extraction` of each report; `graph` keeps it and derives the world from it. All
are frozen and checked when made. Identifiers are made from content, so that reading the same report
twice gives the same ones.
"""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from itertools import pairwise
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    NonNegativeInt,
    PositiveInt,
    field_serializer,
    field_validator,
    model_validator,
)

from ontology.edtf import Edtf
from ontology.errors import InvalidClaim
from ontology.terms import (
    RELATIONS,
    Attribution,
    EventType,
    Modality,
    NodeKind,
    Polarity,
    Relation,
    Role,
    Status,
    Verdict,
)

Text = Annotated[str, Field(min_length=1)]


def content_id(kind: str, *parts: object) -> str:
    """An identifier `kind-…` of 20 hexadecimal digits, the same for the same parts."""
    digest = sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{kind.lower()}-{digest[:20]}"


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Report(Record):
    """One document; `id` is `content_id("report", file_sha256)`."""

    id: Text
    file: Text
    """The file name as given, without folders."""
    title: str | None = None
    published: Edtf | None = None
    source: str | None = None
    """Where it was taken from, as its sidecar says."""
    pages: NonNegativeInt
    text_sha256: Text
    """Of the canonical text in UTF-8."""
    file_sha256: Text
    """Of the file's bytes."""
    extractor: Text
    """Name and version of what made the claims."""


class Box(Record):
    """A rectangle on a page, in points from its upper left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


class Segment(Record):
    """The part of a passage that stands on one page: [start, end) in the canonical text, and its lines' boxes."""

    page: PositiveInt
    start: NonNegativeInt
    end: PositiveInt
    boxes: tuple[Box, ...] = ()

    @model_validator(mode="after")
    def _holds_something(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"a segment must end after its start {self.start}, not at {self.end}")
        return self


class Passage(Record):
    """Words quoted from the canonical text: `text[start:end] == quote`, offsets in code points.

    Its segments follow each other without gap or overlap, from its start to its end.
    """

    id: Text
    report: Text
    quote: Text
    start: NonNegativeInt
    end: PositiveInt
    segments: Annotated[tuple[Segment, ...], Field(min_length=1)]

    @property
    def page(self) -> int:
        """The page on which it begins, from 1."""
        return self.segments[0].page

    @model_validator(mode="after")
    def _spans_its_quote(self) -> Self:
        if self.end - self.start != len(self.quote):
            raise ValueError("a passage's quote must be as long as its span")
        return self

    @model_validator(mode="after")
    def _is_made_of_its_segments(self) -> Self:
        whole = self.segments[0].start == self.start and self.segments[-1].end == self.end
        if not whole or any(one.end != next_.start for one, next_ in pairwise(self.segments)):
            raise ValueError(
                f"a passage's segments must cover its span from {self.start} to {self.end}, one after the other"
            )
        return self


class Form(Record):
    """One place where a mention is named: the words and their span [start, end) in the canonical text."""

    text: Text
    start: NonNegativeInt
    end: PositiveInt

    @model_validator(mode="after")
    def _spans_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError("a form's text must be as long as its span")
        return self


class Mention(Record):
    """An actor, place, post, topic or event as one report names it.

    Two mentions of one kind resolve to the same world node when their `key` is equal and their
    `contexts` share a member, unless a judgement says otherwise: `key` is the normalised name,
    `contexts` the posts, countries and bodies that make the name unambiguous. A mention whose name
    says all there is to know (a country, a topic) has the one context `"*"`. Without context a
    mention stays alone.
    """

    id: Text
    report: Text
    kind: NodeKind
    name: Text
    """The fullest form in the report; for an event a short description of it."""
    key: Text
    contexts: frozenset[str] = frozenset()
    forms: tuple[Form, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2 code (or one of ours, see ontology.countries), where it is a country or known to be of one."""

    @field_serializer("contexts")
    def _in_order(self, contexts: frozenset[str]) -> list[str]:
        """Equal mentions are written as equal bytes: the order of a set is another in each process."""
        return sorted(contexts)

    @model_validator(mode="after")
    def _is_of_the_world(self) -> Self:
        layer = {"Person", "Organisation", "Country", "Place", "Post", "Event", "Topic"}
        if self.kind not in layer:
            raise ValueError(f"a {self.kind} cannot be mentioned")
        return self


def status_of(polarity: Polarity, modality: Modality, attribution: Attribution) -> Status:
    """What a statement is good for, by the table of the design."""
    if polarity is Polarity.NEGATED:
        return Status.DENIED
    if modality is not Modality.ACTUAL:
        return Status.PLANNED
    said = attribution in (Attribution.SOURCE, Attribution.RUMOUR)
    return Status.CLAIMED if said else Status.HAPPENED


_QUALIFIERS: dict[Relation, frozenset[str]] = {
    Relation.EVENT_TYPE: frozenset({"event_type", "count", "several"}),
    Relation.ON_DATE: frozenset({"date"}),
    Relation.TOOK_PART: frozenset({"role", "capacity"}),
    Relation.MET: frozenset({"date", "event", "by_phone"}),
    Relation.HOLDS_POST: frozenset({"former", "acting", "observed", "since", "until"}),
}
"""What only claims of these relations say."""
_NO_PLACE = {
    relation: sorted(frozenset().union(*_QUALIFIERS.values()) - _QUALIFIERS.get(relation, set()))
    for relation in Relation
}


class Claim(Record):
    """One proposition from one place in one report: subject, relation, object or value, qualifiers.

    `subject` and `object` are ids of mentions of the same report. `onDate` has a `date` and
    `eventType` an `event_type` instead of an object.
    """

    id: Text
    report: Text
    subject: Text
    relation: Relation
    object: Text | None = None
    core: Text
    """Id of the passage that states it."""
    context: tuple[Text, ...] = ()
    """Ids of the passages that it needs besides: the lead-in of a bullet, the sentence that names "he"."""
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attribution: Attribution = Attribution.AUTHOR
    speaker: str | None = None
    """Who says so, in the words of the report, where it is not the author."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    rule: Text
    """The rule or model that made it."""
    event_type: EventType | None = None
    count: PositiveInt | None = None
    """How many events like this the report tells as one (of `eventType`)."""
    several: bool = False
    """Whether the report tells several as one without saying how many (of `eventType`)."""
    date: Edtf | None = None
    """When: of `onDate` the value, of `met` the date of contact."""
    role: Role | None = None
    capacity: str | None = None
    """In which capacity somebody took part, in the words of the report."""
    former: bool = False
    acting: bool = False
    observed: Edtf | None = None
    """The date at which a tenure was seen to hold."""
    since: Edtf | None = None
    until: Edtf | None = None
    event: str | None = None
    """Id of the event mention in which a contact took place (of `met`)."""
    by_phone: bool = False

    @property
    def status(self) -> Status:
        """What the claim is good for."""
        return status_of(self.polarity, self.modality, self.attribution)

    @model_validator(mode="after")
    def _fits_its_relation(self) -> Self:
        """A relation to a thing has an object, the others their value; what else it says stands where it belongs."""
        wanted = {
            Relation.ON_DATE: self.date is not None and self.object is None,
            Relation.EVENT_TYPE: self.event_type is not None and self.object is None,
            Relation.TOOK_PART: self.object is not None and self.role is not None,
            Relation.MET: self.object is not None and self.event is not None,
        }
        if not wanted.get(self.relation, self.object is not None):
            raise ValueError(f"a {self.relation} claim lacks its object or value")
        for name in _NO_PLACE[self.relation]:
            if getattr(self, name):
                raise ValueError(f"a {self.relation} claim has no {name}")
        return self


class Judgement(Record):
    """A person's decision: a claim is rejected, or two mentions are the same or different."""

    id: Text
    verdict: Verdict
    about: Annotated[tuple[Text, ...], Field(min_length=1, max_length=2)]
    """The id of one claim (`reject`), or of two mentions (`same`, `different`)."""
    by: Text
    at: Text
    """ISO 8601 time with zone, as Python writes it."""
    reason: Text

    @field_validator("about")
    @classmethod
    def _in_order(cls, about: tuple[str, ...]) -> tuple[str, ...]:
        """Equal decisions are equal: neither of two mentions comes first."""
        return tuple(sorted(about))

    @field_validator("at")
    @classmethod
    def _in_one_form(cls, at: str) -> str:
        time = datetime.fromisoformat(at)
        if time.tzinfo is None:
            raise ValueError(f"{at!r} is a time without zone")
        return time.isoformat()

    @model_validator(mode="after")
    def _names_what_it_decides(self) -> Self:
        if len(set(self.about)) != (1 if self.verdict is Verdict.REJECT else 2):
            raise ValueError(
                "a rejection is about one claim, the other verdicts about two mentions"
            )
        return self


class Extraction(Record):
    """All that one report says: complete in itself, every id that is used is in it."""

    report: Report
    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        parts: tuple[Passage | Mention | Claim, ...] = (
            *self.passages,
            *self.mentions,
            *self.claims,
        )
        if strays := [each.id for each in parts if each.report != self.report.id]:
            raise ValueError(f"{strays[0]} is of another report")
        kinds = {mention.id: mention.kind for mention in self.mentions}
        passages = {passage.id for passage in self.passages}
        for claim in self.claims:
            _check_ends(claim, kinds)
            if missing := {claim.core, *claim.context} - passages:
                raise ValueError(f"claim {claim.id} names unknown passages {sorted(missing)}")
        for kind, ids in (
            ("passage", [p.id for p in self.passages]),
            ("mention", [m.id for m in self.mentions]),
            ("claim", [c.id for c in self.claims]),
        ):
            _check_unique(kind, ids)
        return self

    def check(self, text: str) -> None:
        """Raises InvalidClaim where a quote, or a form of a mention, does not stand in the canonical text."""
        file = self.report.file
        if sha256(text.encode()).hexdigest() != self.report.text_sha256:
            raise InvalidClaim(f"The text of {file} is not the one that was read", _AGAIN)
        quotes = [(each.start, each.end, each.quote) for each in self.passages]
        forms = [(form.start, form.end, form.text) for each in self.mentions for form in each.forms]
        for start, end, words in (*quotes, *forms):
            if text[start:end] != words:
                raise InvalidClaim(f"{file} does not say {words!r} at {start}", _AGAIN)


_AGAIN = "Read the report again"


def _check_unique(kind: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for identifier in ids:
        if identifier in seen:
            raise ValueError(f"two {kind}s have the id {identifier}")
        seen.add(identifier)


def _check_ends(claim: Claim, kinds: dict[str, NodeKind]) -> None:
    """Raises ValueError where a claim links kinds that its relation does not allow."""
    ends = RELATIONS[claim.relation]
    if kinds.get(claim.subject) not in ends.domain:
        raise ValueError(f"{claim.relation} cannot begin at {kinds.get(claim.subject)}")
    if claim.object is not None and kinds.get(claim.object) not in ends.range:
        raise ValueError(f"{claim.relation} cannot end at {kinds.get(claim.object)}")
    if claim.event is not None and kinds.get(claim.event) is not NodeKind.EVENT:
        raise ValueError(f"claim {claim.id} names no known event")
