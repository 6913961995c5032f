"""The things of the graph as the API tells them: as browsing does, with links that lead on."""

from pydantic import BaseModel, computed_field

from api.http.linking import Links, links_of
from api.jobs import Job
from graph import browsing
from graph.knowledge import ReportRow
from ontology.edtf import bounds


class _Linked(BaseModel):
    @computed_field  # type: ignore[prop-decorator]
    @property
    def links(self) -> Links:
        """Where it leads on."""
        return links_of(self)


class LinkedReport(ReportRow, _Linked):
    """A report in the graph, with the number of its claims."""


class LinkedPassage(browsing.PassageRow, _Linked):
    """Words of a report on which claims rest."""


class LinkedActor(browsing.ActorRow, _Linked):
    """A person, organisation or country in a list."""


class LinkedActorPage(browsing.ActorPage, _Linked):
    """An actor with all that is known to have happened."""


class LinkedPost(browsing.PostRow, _Linked):
    """A post in a list; `kind` is always `Post`."""


class LinkedPostPage(browsing.PostPage, _Linked):
    """A post with all who are known to hold or have held it."""


class LinkedEvent(browsing.EventRow, _Linked):
    """An event in a list; `kind` is always `Event`."""


class LinkedEventPage(browsing.EventPage, _Linked):
    """An event with all that is claimed of it; each claim says by its status whether it is a fact."""


class LinkedMoment(browsing.EventTold, _Linked):
    """An event of a timeline, with who was there and the words that say so."""

    @computed_field  # type: ignore[prop-decorator]
    @property
    def earliest(self) -> str:
        """The first day that its date covers."""
        return bounds(self.date or "")[0].isoformat()

    @computed_field  # type: ignore[prop-decorator]
    @property
    def latest(self) -> str:
        """The last day that its date covers."""
        return bounds(self.date or "")[1].isoformat()


class LinkedTopic(browsing.TopicRow, _Linked):
    """A topic in a list; `kind` is always `Topic`."""


class LinkedTopicPage(browsing.TopicPage, _Linked):
    """A topic with those next to it."""


class LinkedClaim(browsing.ClaimPage, _Linked):
    """One claim with whom and what it is about, how it was stated, and where."""


class LinkedJob(Job, _Linked):
    """One uploaded file; its id is made from bytes, name and date, so that the same upload is the same job."""
