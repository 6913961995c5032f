"""What is in the graph, looked up one by one or as lists, each fact with the words that state it."""

from graph.browsing.actors import ActorFilter, actor, actors, country_called
from graph.browsing.claims import ClaimFilter, claim, claims
from graph.browsing.directory import Directory
from graph.browsing.events import LATEST, EventFilter, event, events
from graph.browsing.listing import Part, Place, Sort, Window, days
from graph.browsing.passages import PassageFilter, passage, passages
from graph.browsing.posts import PostFilter, post, posts
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
    PassageRow,
    PostPage,
    PostRow,
    Proof,
    Quoted,
    Tenure,
    TopicPage,
    TopicRow,
)
from graph.browsing.reports import ReportFilter, reports
from graph.browsing.told import told
from graph.browsing.topics import TopicFilter, topic, topics

__all__ = [
    "LATEST",
    "ActorFilter",
    "ActorPage",
    "ActorRow",
    "Attendance",
    "ClaimFilter",
    "ClaimPage",
    "Contact",
    "Directory",
    "EventFilter",
    "EventPage",
    "EventRow",
    "EventTold",
    "Named",
    "Part",
    "Participation",
    "PassageFilter",
    "PassageRow",
    "Place",
    "PostFilter",
    "PostPage",
    "PostRow",
    "Proof",
    "Quoted",
    "ReportFilter",
    "Sort",
    "Tenure",
    "TopicFilter",
    "TopicPage",
    "TopicRow",
    "Window",
    "actor",
    "actors",
    "claim",
    "claims",
    "country_called",
    "days",
    "event",
    "events",
    "passage",
    "passages",
    "post",
    "posts",
    "reports",
    "told",
    "topic",
    "topics",
]
