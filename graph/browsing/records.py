"""What browsing gives: actors and events as rows of a list, or whole with their claims and evidence."""

from pydantic import ConfigDict

from ontology.edtf import Edtf
from ontology.model import Record
from ontology.terms import (
    Attribution,
    EventType,
    Modality,
    NodeKind,
    Polarity,
    Relation,
    Role,
    Status,
)


class _Row(Record):
    model_config = ConfigDict(use_attribute_docstrings=True)  # its schema says what its fields are


class Named(_Row):
    """A node of the world."""

    id: str
    kind: NodeKind
    name: str


class Proof(_Row):
    """One claim with the words that state it."""

    claim: str
    quote: str
    status: Status
    report: str
    file: str
    title: str
    """The report's title, else its file name."""
    published: Edtf | None
    page: int
    start: int
    end: int
    """The span of the quote in the report's canonical text, in code points."""
    context: tuple[str, ...] = ()
    """Quotes of the passages that the claim needs besides."""


class _Stated(_Row):
    """A fact that claims state."""

    claims: tuple[str, ...]
    evidence: tuple[Proof, ...]


class Called(Named):
    """A node of the world with its other names."""

    aliases: tuple[str, ...] = ()


class ActorRow(Called):
    """A person, organisation or country in a list."""

    countries: tuple[str, ...] = ()
    """Codes: of a country its own."""


class EventRow(Named):
    """An event in a list; `kind` is always `Event`."""

    type: EventType | None
    status: Status
    date: Edtf | None
    count: int | None
    """How many events like this a report tells as one."""
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


class EventTold(EventRow):
    """An event in a list with who was there and the words that say so."""

    participants: tuple[str, ...]
    """By name, those who stayed away left out."""
    evidence: tuple[Proof, ...]


class Tenure(_Stated):
    """A person holds or held a post."""

    person: Named
    post: Named
    body: Named | None
    former: bool
    acting: bool
    observed: Edtf | None
    """When it was seen to hold."""
    since: Edtf | None
    until: Edtf | None


class Attendance(_Stated):
    """An actor took part in an event."""

    event: EventRow
    role: Role


class Contact(_Stated):
    """An actor was in contact with another one."""

    other: Named
    event: Named | None
    date: Edtf | None
    by_phone: bool
    rule: str
    """`stated`, or `in-office` where two countries met in their representatives."""


class ActorPage(ActorRow):
    """An actor with all that is known to have happened."""

    posts: tuple[Tenure, ...]
    """Held by the person; of an organisation or country, those in it with whoever holds them."""
    events: tuple[Attendance, ...]
    """The latest first."""
    meetings: tuple[Contact, ...]
    """The latest first."""


class Participation(_Stated):
    """An actor's part in an event, with what it is good for."""

    actor: Named
    role: Role
    capacity: str | None
    status: Status


class _Detail(_Stated):
    status: Status


class DatedDetail(_Detail):
    """A date that claims give to an event."""

    date: Edtf


class NamedDetail(_Detail):
    """A place or topic that claims give to an event."""

    what: Named


class EventPage(EventRow):
    """An event with all that is claimed of it; each claim says by its status whether it is a fact."""

    evidence: tuple[Proof, ...]
    """Of the event as such."""
    dates: tuple[DatedDetail, ...]
    at: tuple[NamedDetail, ...]
    about: tuple[NamedDetail, ...]
    participants: tuple[Participation, ...]


class Quoted(_Row):
    """Words of a report: the page on which they begin, and their span in the canonical text."""

    quote: str
    page: int
    start: int
    end: int


class ClaimPage(_Row):
    """One claim with whom and what it is about, how it was stated, and where."""

    id: str
    report: str
    relation: Relation
    status: Status
    rejected: bool
    """Did a person decide that the report does not say so?"""
    subject: Named
    object: Named | None
    polarity: Polarity
    modality: Modality
    attribution: Attribution
    speaker: str | None = None
    confidence: float
    rule: str
    date: Edtf | None = None
    event_type: EventType | None = None
    count: int | None = None
    role: Role | None = None
    capacity: str | None = None
    former: bool = False
    acting: bool = False
    observed: Edtf | None = None
    since: Edtf | None = None
    until: Edtf | None = None
    by_phone: bool = False
    core: Quoted
    context: tuple[Quoted, ...]
    """The passages that it needs besides."""


class PassageRow(_Row):
    """Words of a report on which claims rest."""

    id: str
    report: str
    quote: str
    page: int
    """On which it begins."""
    pages: tuple[int, ...]
    start: int
    end: int
    """Its span in the report's canonical text, in code points."""
    claims: tuple[str, ...]
    """The claims that it states, or that need it besides."""


class PostRow(Called):
    """A post in a list; `kind` is always `Post`."""

    body: Named | None
    """What it is a post of."""


class PostPage(PostRow):
    """A post with all who are known to hold or have held it."""

    holders: tuple[Tenure, ...]


class TopicRow(Called):
    """A topic in a list; `kind` is always `Topic`."""

    concept: bool
    """Is it a concept of the vocabulary, and not in a report's own words?"""
    events: int
    """How many events are about it, or about a narrower topic."""


class TopicPage(TopicRow):
    """A topic with those next to it."""

    broader: tuple[Named, ...]
    narrower: tuple[Named, ...]


class Node(Named):
    """A node of a drawing; an event with its date."""

    date: Edtf | None


class Edge(_Row):
    """An edge of the world, or a claim that would be one if it were a fact."""

    start: str
    end: str
    """The ids of its ends."""
    relation: Relation
    status: Status
    role: Role | None
    former: bool
    acting: bool
    date: Edtf | None
    """Of a contact; of a post held, when it was seen to be."""
    since: Edtf | None
    until: Edtf | None
    by_phone: bool
    rule: str | None
    """Of a contact: `stated`, or `in-office` where two countries met in their representatives."""
    claims: tuple[str, ...]


class Neighbourhood(_Row):
    """What lies around an actor."""

    centre: str
    """The id of the actor."""
    nodes: tuple[Node, ...]
    """The nearest first, the centre itself before them."""
    edges: tuple[Edge, ...]
    """All between these nodes."""
    truncated: bool
    """Are there more nodes than were asked for?"""


class ProvenEdge(Edge):
    """An edge with the words that state it."""

    evidence: tuple[Proof, ...]


class Step(_Row):
    """Two nodes that follow each other, with all edges between them, whichever way these point."""

    start: str
    end: str
    edges: tuple[ProvenEdge, ...]


class Path(_Row):
    """One way from an actor to another."""

    length: int
    """The number of its steps."""
    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]


class Paths(_Row):
    """The shortest ways from an actor to another, all of the same length."""

    start: Node
    end: Node
    paths: tuple[Path, ...]
    complete: bool
    """False where there are more, or where the search was given up because too much lies in between."""
