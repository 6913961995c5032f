"""Actors and events looked up one by one or as lists, each fact with the words that state it."""

from graph.browsing.actors import actor
from graph.browsing.claims import claim
from graph.browsing.directory import Directory
from graph.browsing.events import EventFilter, event, events
from graph.browsing.records import (
    ActorPage,
    ActorRow,
    Attendance,
    ClaimPage,
    Contact,
    EventPage,
    EventRow,
    EventTold,
    Named,
    Participation,
    Proof,
    Quoted,
    Tenure,
)
from graph.browsing.told import told

__all__ = [
    "ActorPage",
    "ActorRow",
    "Attendance",
    "ClaimPage",
    "Contact",
    "Directory",
    "EventFilter",
    "EventPage",
    "EventRow",
    "EventTold",
    "Named",
    "Participation",
    "Proof",
    "Quoted",
    "Tenure",
    "actor",
    "claim",
    "event",
    "events",
    "told",
]
