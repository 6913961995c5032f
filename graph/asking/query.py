"""The typed query that an English question is read as, before any Cypher."""

from enum import StrEnum
from typing import Literal, TypeAlias

from ontology.model import Record
from ontology.terms import EventType, NodeKind, Role, Status

PRESENT = (Role.CHAIR, Role.HOST, Role.PARTICIPANT)
"""The roles of those who were there."""


Pick: TypeAlias = Literal["first", "last", "next"]
"""Which one of several events is asked for, in order of time."""


Often: TypeAlias = Literal["repeatedly", "most"]
"""Whom of those who were at several events: all that were at two or more, or those who were at the most."""


Edge: TypeAlias = Literal["since", "until"]
"""Which end of a tenure is asked for."""


class Kind(StrEnum):
    """What can be asked."""

    PARTICIPANTS = "participants"
    CONTACTS = "contacts"
    CONTACTS_OF_BOTH = "contacts_of_both"
    PAIRS = "pairs"
    MOST_CONTACTS = "most_contacts"
    EVENTS = "events"
    COUNT_EVENTS = "count_events"
    COUNT_ACTORS = "count_actors"
    COUNT_DOCUMENTS = "count_documents"
    WHEN = "when"
    DURATIONS = "durations"
    WHERE = "where"
    TOPICS = "topics"
    HOLDERS = "holders"
    POSTS = "posts"
    TENURES = "tenures"
    BODIES = "bodies"
    WHOLES = "wholes"
    IDENTITIES = "identities"
    IN_COMMON = "in_common"
    WHETHER_MET = "whether_met"
    WHETHER_TOOK_PART = "whether_took_part"
    WHETHER_EVENTS = "whether_events"
    WHETHER_HOLDS = "whether_holds"


class Period(Record):
    """Days from `first` to `last`, ISO strings, and the words that gave them."""

    first: str
    last: str
    said: str


class Named(Record):
    """What a name in the question stands for: world nodes that may be one actor."""

    said: str
    ids: tuple[str, ...]
    kinds: frozenset[NodeKind] = frozenset()


class Speaker(Record):
    """Whose words answer: a source as the question names it, and the names that reports give it."""

    said: str
    names: tuple[str, ...]
    kinds: frozenset[NodeKind] = frozenset()


class Pair(Record):
    """Two actors named together."""

    one: Named
    other: Named


class Facet(Record):
    """One demand on an event, met by any of its readings: on a topic, with an actor, in a place, by its name."""

    said: str
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    roles: tuple[Role, ...] = PRESENT
    """The roles in which one of `actors` must have been there."""
    told: tuple[str, ...] = ()
    """Ids of events whose stating sentence has the words: they do where nothing else meets all demands."""

    def or_told(self) -> "Facet":
        """The same, met also by the events whose stating sentence has the words."""
        return self.model_copy(update={"events": tuple(dict.fromkeys((*self.events, *self.told)))})


class Selection(Record):
    """Which events: of these types (none: any), meeting every facet, within the period."""

    said: str = "events"
    types: tuple[EventType, ...] = ()
    facets: tuple[Facet, ...] = ()
    period: Period | None = None
    pick: Pick | None = None
    since: str | None = None
    """The day after which the next one is looked for, ISO: the last that the reports know."""
    every: bool = False
    """Whether what is asked must be true of each of them ("all meetings")."""
    definite: bool = False
    """Whether one event is spoken of as known ("the summit in Oslo"), by whatever type a report calls it."""
    nouns: tuple[str, ...] = ()
    """Ids of events whose stating sentence has the noun of a definite phrase, whatever their type."""
    beside: "Beside | None" = None
    """The event before, after or during which they were."""
    narrow: tuple[str, ...] = ()
    """Ids of events that have all the words of a definite phrase: if one is among the events, only these are."""

    @property
    def names_events(self) -> bool:
        """Does it say what kind of events, or which, beyond the conditions on them?"""
        return self.said != Selection().said

    @property
    def is_one_unsaid(self) -> bool:
        """Does it speak of one event as known, and say nothing of which: "the meeting"?"""
        return self.definite and not (self.facets or self.period or self.pick or self.every)

    def also(self, *facets: Facet) -> "Selection":
        """The same with more facets."""
        return self.model_copy(update={"facets": (*self.facets, *facets)})


class Beside(Record):
    """Before, after or during which event."""

    how: Literal["before", "after", "during"]
    events: Selection


class People(Record):
    """Which actors are wanted: their kinds, and the country they are of."""

    said: str = "people"
    kinds: frozenset[NodeKind] = frozenset({NodeKind.PERSON})
    others: bool = True
    """Whether bodies and countries answer where no person does."""
    countries: tuple[str, ...] = ()
    """Codes; none: of any country."""
    foreign: bool = False
    """Whether those of the countries of the one whom they met do not answer."""
    not_of: tuple[str, ...] = ()
    """The codes of these countries."""
    posts: tuple[str, ...] | None = None
    """Ids of posts of which they hold one; None: whatever they hold."""
    rank: str = ""
    """A rank that a report puts before their names."""
    leading: Literal["led", "to lead"] | None = None
    """Whether a report names them as heads of a delegation, or as those who are to head one."""
    delegation_of: str | None = None
    """The code of the country whose delegation that is."""


class Tenure(StrEnum):
    """Which tenures of a post are asked for."""

    NOW = "now"
    """The latest observation."""
    EVER = "ever"
    FORMER = "former"


class Query(Record):
    """One question, read."""

    kind: Kind
    selection: Selection = Selection()
    people: People = People()
    met: People = People()
    """Of whom those who answer met the most."""
    roles: tuple[Role, ...] = PRESENT
    else_roles: tuple[Role, ...] = ()
    """Roles that answer where nobody had one of `roles`."""
    often: Often | None = None
    statuses: tuple[Status, ...] = (Status.HAPPENED,)
    one: Named | None = None
    other: Named | None = None
    posts: Named | None = None
    tenure: Tenure = Tenure.NOW
    edge: Edge | None = None
    dated: bool = False
    """Whether of posts is asked when they were held, too."""
    acting: bool = False
    """Whether only who acts in the post is asked for."""
    by_phone: bool | None = None
    countries: bool = False
    """Whether the countries of places are asked for, not the places."""
    places: Named | None = None
    """The places one of which is asked for, by a noun in their names: "air base"."""
    papers: Named | None = None
    """The kind of documents that are counted."""
    without: tuple[str, ...] = ()
    """Ids of actors that do not answer: those the question itself names."""
    also: Selection | None = None
    """Events at which those who answer were as well."""
    nor: Selection | None = None
    """Events of which nobody says that those who answer were there."""
    other_than: str = ""
    """Those among them whom it leaves out, as it names them."""
    apart: Selection | None = None
    """Events that do not answer: those the question itself names."""
    by: Speaker | None = None
    """Whose words answer, where the question asks what somebody says."""
    slips: tuple[str, ...] = ()
    """Words of the question that were taken for others, in words."""


class Either(Record):
    """Two questions in one: what answers either is an answer."""

    queries: tuple[Query, Query]


class Refusal(Record):
    """A question that was not read: which words, and why where it is not for want of their meaning."""

    words: tuple[str, ...] = ()
    reason: str = ""


class NotNamed(Record):
    """A question that was read, about something of which no fact was read."""

    said: str
    nearest: tuple[str, ...] = ()
