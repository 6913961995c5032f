"""The tools: each a function over the library, whose docstring and parameters are what a model reads of it."""

from collections.abc import Callable
from typing import Annotated

from pydantic import Field, JsonValue

from api import lookup
from api.asking import LONGEST, answer
from api.cypher import CypherAnswer
from api.library import Library
from api.mcp.shapes import Actors, Answered, ClaimShown, Events, Posts
from ontology.terms import EventType, NodeKind, Status

_Limit = Annotated[int, Field(ge=1, le=200, description="How many at most.")]
_Date = Annotated[str | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD.")]
_Actor = Field(
    max_length=200, description="A name in any spelling, or an id as find_actor gives it."
)


class Tools:
    """The tools over one library; what they raise, the server tells."""

    def __init__(self, library: Library) -> None:
        """Reaches no store yet."""
        self._library = library

    def every(self) -> tuple[Callable[..., object], ...]:
        """All tools, as the server offers them; another is a method that is named here."""
        return self.ask, self.find_actor, self.posts_of, self.events, self.evidence, self.cypher

    def ask(
        self,
        question: Annotated[
            str,
            Field(
                max_length=LONGEST,
                description="In English, for instance: Who attended anti-corruption meetings?",
            ),
        ],
    ) -> Answered:
        """Answers a question in English from the reports that were read.

        Each answer has the quotes that say so. An empty list means that the reports do not say. Where `refused`
        says what was not understood, ask in other words; nothing was answered.
        """
        return Answered.of(answer(self._library.asker, question))

    def find_actor(
        self,
        name: Annotated[
            str,
            Field(
                max_length=200, description="Words of a name, or how they begin, in any spelling."
            ),
        ],
        kind: Annotated[
            NodeKind | None, Field(description="Person, Organisation or Country; else any.")
        ] = None,
        limit: _Limit = 20,
    ) -> Actors:
        """Finds persons, organisations and countries by name, with their other names and ids."""
        return Actors.of(lookup.actors(self._library, name, kind), limit)

    def posts_of(
        self,
        actor: Annotated[str, _Actor],
        date: Annotated[
            str | None,
            Field(description="Only posts that a report saw held then: YYYY, YYYY-MM, YYYY-MM-DD."),
        ] = None,
    ) -> Posts:
        """Lists the posts that a person holds or held, or those in an organisation or country and who holds them."""
        return Posts.of(lookup.posts_of(self._library, actor, date))

    def events(
        self,
        topic: Annotated[
            str | None, Field(max_length=200, description="For instance: anti-corruption.")
        ] = None,
        actor: Annotated[str | None, _Actor] = None,
        place: Annotated[
            str | None, Field(max_length=200, description="A place or country, in any spelling.")
        ] = None,
        type: EventType | None = None,  # noqa: A002 - it is the name that a model reads
        first: _Date = None,
        last: _Date = None,
        status: Annotated[
            Status, Field(description="Only happened is a fact; the others are what is said.")
        ] = Status.HAPPENED,
        limit: _Limit = 20,
    ) -> Events:
        """Lists events that pass all filters and share a day with the period from `first` to `last`, the latest first.

        A topic is any label of a topic of the vocabulary, or words of a report. Not each event has one: where none is
        found, `ask` looks at the sentences too. Who stayed away is no participant.
        """
        found = lookup.events(
            self._library,
            topic=topic,
            actor=actor,
            place=place,
            types=(type,) if type else (),
            first=first,
            last=last,
            statuses=(status,),
            limit=limit,
        )
        return Events.of(found)

    def evidence(
        self,
        claim: Annotated[
            str, Field(max_length=100, description="An id as the other tools name it.")
        ],
    ) -> ClaimShown:
        """Shows the words that state a claim, and those it needs besides, with report, page and position."""
        return ClaimShown.of(lookup.shown(self._library, claim))

    def cypher(
        self,
        statement: Annotated[
            str, Field(description="For instance: MATCH (p:Person) RETURN p.name ORDER BY p.name")
        ],
        parameters: Annotated[
            dict[str, JsonValue] | None, Field(description="Values of $name in the statement.")
        ] = None,
    ) -> CypherAnswer:
        """Runs one statement of Cypher that only reads, where the other tools do not suffice.

        (:Person)-[:HOLDS_POST]->(:Post)-[:POST_IN]->(:Organisation|Country|Place);
        (:Person|Organisation|Country)-[:TOOK_PART {role}]->(:Event)-[:ON]->(:Day), -[:AT]->(:Place|Country),
        -[:ABOUT]->(:Topic); (:Person)-[:MET {on}]-(:Person), countries too. Nodes have `id` and `name`; events `type`,
        `status`, `earliest`, `latest` as ISO texts; these edges have `claims`, ids for the tool `evidence`. It is
        stopped after a few seconds; `truncated` says that there are more rows.
        """
        return self._library.statements.ask(statement, parameters)
