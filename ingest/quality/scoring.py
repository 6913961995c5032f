"""One report compared with its gold."""

from typing import NamedTuple

from ingest.facts import Facts
from ingest.quality.contacts import Contacts
from ingest.quality.events import Events
from ingest.quality.faults import Fault
from ingest.quality.figures import Figures, Rate
from ingest.quality.gold import Gold
from ingest.quality.happenings import Happenings
from ingest.quality.identities import Identities
from ingest.quality.posts import Posts


class Marks(NamedTuple):
    """How one report was read: the figures, and what is wrong."""

    figures: Figures
    faults: list[Fault]


def marks(gold: Gold, facts: Facts, text: str | None = None) -> Marks:
    """The facts compared with the gold, and with the canonical text where that is given."""
    identities, figures = Identities(gold), Figures()
    posts = Posts(gold, facts.holds_post, identities)
    events = Happenings(Events(gold, facts.events, identities), identities)
    contacts = Contacts(gold, facts.meets, facts.holds_post, identities)
    for each in (posts, events, contacts):
        each.count(figures)
    for fact in (*facts.holds_post, *facts.events, *facts.meets):
        if text is not None:
            figures.share(Rate.QUOTES, text[fact.start : fact.end] == fact.quote)
    return Marks(figures, [*posts.faults(), *events.faults(), *contacts.faults()])


def nothing_found() -> Facts:
    """The facts of a report of which nothing could be read."""
    return Facts(doc="", published=None, title=None, holds_post=(), events=(), meets=())
