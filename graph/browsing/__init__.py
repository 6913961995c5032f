"""What is in the graph, looked up one by one or as lists, each fact with the words that state it."""

from graph.browsing.actors import ActorFilter, actor, actors, country_called
from graph.browsing.claims import ClaimFilter, claim, claims
from graph.browsing.directory import Directory
from graph.browsing.events import LATEST, EventFilter, event, events
from graph.browsing.listing import Part, Place, Sort, Window, days
from graph.browsing.neighbourhood import neighbourhood
from graph.browsing.passages import PassageFilter, passage, passage_rows, passages
from graph.browsing.paths import paths
from graph.browsing.posts import PostFilter, post, post_rows, posts
from graph.browsing.records import (
    ActorPage,
    ActorRow,
    Attendance,
    Called,
    ClaimPage,
    Contact,
    EventPage,
    EventRow,
    EventTold,
    Named,
    Neighbourhood,
    Participation,
    PassageRow,
    Paths,
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
from graph.browsing.walking import Walk

__all__ = [
    "LATEST",
    "ActorFilter",
    "ActorPage",
    "ActorRow",
    "Attendance",
    "Called",
    "ClaimFilter",
    "ClaimPage",
    "Contact",
    "Directory",
    "EventFilter",
    "EventPage",
    "EventRow",
    "EventTold",
    "Named",
    "Neighbourhood",
    "Part",
    "Participation",
    "PassageFilter",
    "PassageRow",
    "Paths",
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
    "Walk",
    "Window",
    "actor",
    "actors",
    "claim",
    "claims",
    "country_called",
    "days",
    "event",
    "events",
    "neighbourhood",
    "passage",
    "passage_rows",
    "passages",
    "paths",
    "post",
    "post_rows",
    "posts",
    "reports",
    "told",
    "topic",
    "topics",
]
