"""One graph, opened: questions, and look-ups by name whose results say which words state them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Self

from pydantic import JsonValue

from actorgraph.answered import Answered
from actorgraph.found import Found
from actorgraph.rows import Rows
from api import lookup
from api.asking import answer
from api.library import Library
from graph.browsing import ActorPage, ActorRow, ClaimPage, EventTold, Proof, Tenure, actor, claim
from graph.knowledge import ReportRow
from ontology.terms import EventType, NodeKind, Status

if TYPE_CHECKING:
    from graph.rdf import Dataset


class Graph:
    """The graph of one data folder and its store; every method raises StoreUnavailable where no store answers.

    Used with `with`, it is closed at the end. An embedded store goes on for a while, for the next use.
    """

    def __init__(self, library: Library) -> None:
        """Takes the library as its own."""
        self._library = library

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections."""
        self._library.close()

    def ask(self, question: str) -> Answered:
        """The answer to a question in English; a refusal is an answer without lines."""
        return Answered(answer(self._library.asker, question))

    def reports(self) -> Rows[ReportRow]:
        """The reports that were read, by date and file name."""
        return Rows(ReportRow, self._library.graph.reports())

    def actors(self, name: str = "", kind: NodeKind | None = None) -> Rows[ActorRow]:
        """The persons, organisations and countries whose name has these words, in any spelling; all without words."""
        return Rows(ActorRow, lookup.actors(self._library, name, kind))

    def actor(self, name: str) -> ActorPage:
        """One actor, by name or id, with posts, events and meetings; raises NotKnown, and InvalidInput for several."""
        return actor(self._library.store, lookup.actor_called(self._library, name).id)

    def posts(self, actor: str, date: str | None = None) -> Rows[Tenure]:
        """The posts of an actor, by name or id; of a body those in it; at a date those that a report saw held then.

        Raises NotKnown, InvalidInput and InvalidDate.
        """
        return Rows(Tenure, lookup.posts_of(self._library, actor, date))

    def events(
        self,
        *,
        topic: str | None = None,
        actor: str | None = None,
        place: str | None = None,
        types: Iterable[EventType | str] = (),
        first: str | None = None,
        last: str | None = None,
        statuses: Iterable[Status | str] = (Status.HAPPENED,),
        limit: int = 1_000,
    ) -> Rows[EventTold]:
        """The events that pass all filters and share a day with the period, the latest first.

        Raises NotKnown, InvalidInput and InvalidDate; ValueError where there is no such type or status.
        """
        found = lookup.events(
            self._library,
            topic=topic,
            actor=actor,
            place=place,
            types=[EventType(each) for each in types],
            first=first,
            last=last,
            statuses=[Status(each) for each in statuses],
            limit=limit,
        )
        return Rows(EventTold, found.events, found.total)

    def claims(self, actor: str) -> Rows[Proof]:
        """The claims that state what is known to have happened of an actor; raises NotKnown and InvalidInput."""
        page = self.actor(actor)
        facts = (*page.posts, *page.events, *page.meetings)
        proofs = {proof.claim: proof for each in facts for proof in each.evidence}
        return Rows(Proof, tuple(proofs.values()))

    def claim(self, identifier: str) -> ClaimPage:
        """One claim: how it was stated, and the passages that state it with page and position; raises NotKnown."""
        return claim(self._library.store, identifier)

    @property
    def rdf(self) -> "Dataset":
        """All of it as a dataset of rdflib, in memory, as it is now; its default graph is the union of all."""
        from graph import rdf  # rdflib takes long to load, and few want it

        return rdf.dataset(self._library.store)

    def cypher(self, statement: str, **parameters: JsonValue) -> Found:
        """The rows of one statement of Cypher that only reads; raises InvalidInput and StatementStopped."""
        return Found(self._library.statements.ask(statement, parameters))
