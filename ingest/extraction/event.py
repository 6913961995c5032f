"""The event as it is being put together from what a document tells of it."""

from dataclasses import dataclass, field

from ingest.extraction.actors import Actor, Area
from ingest.extraction.status import Stated
from ontology.model import status_of
from ontology.terms import EventType, Role, Status

_FAMILIES = (
    frozenset({EventType.MEETING, EventType.TALKS, EventType.SESSION}),
    frozenset({EventType.SUMMIT, EventType.CONFERENCE, EventType.SESSION, EventType.MEETING}),
    frozenset({EventType.TALKS, EventType.SUMMIT}),
    frozenset({EventType.PHONE_CALL, EventType.TALKS}),
)
CONTACTS = frozenset(
    {EventType.MEETING, EventType.TALKS, EventType.SESSION, EventType.SUMMIT, EventType.PHONE_CALL}
)


Pair = tuple[Actor, Actor, Area]
"""Two who were in contact with each other, and where the text says so."""


@dataclass
class Part:
    """An actor in an event: role, where the text says so."""

    actor: Actor
    role: Role
    areas: list[Area]
    rule: str


@dataclass(eq=False)
class Event:
    """An event as it is being put together."""

    type: EventType
    area: Area
    sentence: int
    block: int
    rule: str
    stated: Stated
    parts: list[Part] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    date: str | None = None
    date_areas: list[Area] = field(default_factory=list)
    dated_here: bool = False
    in_title: bool = False
    another_day: bool = False
    """Is it told as of another day than the report's: in the pluperfect, "earlier this month", in printed speech?"""
    recalled: bool = False
    """Is it an earlier contact that somebody tells of: "informed them about his recent talks with X"?"""
    earlier: bool = False
    """Is its date told as "earlier this month", so that it was before what the text is about?"""
    place: str | None = None
    place_area: Area | None = None
    wider: tuple[str, Area] | None = None
    """The country that an earlier telling has for its place: "met in Utopia", and then "at Riga Arena, they met"."""
    title: str | None = None
    """The proper name that it has in quotes."""
    called: str = ""
    """The noun that tells of it with what narrows it: "closing ceremony"."""
    sort: str = ""
    """Of which sort a ceremony is, where its noun says so."""
    occasion: str = ""
    """What a ceremony is for by the words just behind its noun: "marking Teachers' Day", "of a bridge"."""
    topic: str | None = None
    topic_area: Area | None = None
    count: int | None = None
    several: bool = False
    """Is it told as several without a number ("bilateral meetings")?"""
    days: int = 1
    """How long it took, where the text says so ("a two-day visit")."""
    contexts: list[Area] = field(default_factory=list)
    last_told: int = -1
    """The last sentence that tells of it, where several do."""
    again: bool = False
    """Is it told as one more: "also signed a protocol"?"""
    definite: bool = False
    noun: bool = False
    """Is it told by a noun ("a meeting"), not by a verb?"""

    @property
    def status(self) -> Status:
        """What its statement is good for."""
        return status_of(self.stated.polarity, self.stated.modality, self.stated.attribution)

    def actors(self) -> list[Actor]:
        """Who was there."""
        return [part.actor for part in self.parts if part.role is not Role.ABSENT]

    def called_as(self, other: "Event") -> None:
        """Takes over what the other is called where that says more."""
        self.sort = self.sort or other.sort
        if len(other.called.split()) > len(self.called.split()):
            self.called = other.called

    def miss(self, actor: Actor) -> None:
        """Notes that somebody who seemed to be there is said not to have been."""
        for part in self.parts:
            if part.actor is actor:
                part.role = Role.ABSENT
        self.pairs = [pair for pair in self.pairs if actor not in pair[:2]]

    def add(self, actor: Actor, role: Role, areas: list[Area], rule: str) -> None:
        """Takes an actor in; a role of more weight replaces "participant"."""
        for part in self.parts:
            if part.actor is actor:
                if part.role is Role.PARTICIPANT and role in (Role.CHAIR, Role.HOST):
                    part.role, part.areas, part.rule = role, areas, rule
                return
        self.parts.append(Part(actor, role, areas, rule))


def same_family(one: EventType, other: EventType) -> bool:
    """May two types be told of one event?"""
    return one is other or any(one in family and other in family for family in _FAMILIES)
