"""The answers of the API that are not already types of the other rooms."""

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from api.http.resources import LinkedActor, LinkedJob, LinkedPassage, LinkedPost, LinkedTopic
from ingest.document import BlockKind
from ontology.model import Judgement
from ontology.terms import Verdict

Item = TypeVar("Item")
Identifier = Annotated[str, Field(min_length=1, max_length=100)]


class _Answer(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Listed(_Answer, Generic[Item]):
    """A part of a list, and how long the whole is."""

    total: int
    offset: int
    limit: int
    next: str | None
    """Where the list goes on; null at its end."""
    items: list[Item]


class JobList(_Answer):
    """Uploads, the latest first."""

    items: list[LinkedJob]


class Hits(_Answer, Generic[Item]):
    """The best of what was found, and how much there is."""

    total: int
    more: str
    """The list of all of it."""
    items: list[Item]


class Found(_Answer):
    """What has some words in its names or in its text."""

    q: str
    actors: Hits[LinkedActor]
    posts: Hits[LinkedPost]
    topics: Hits[LinkedTopic]
    passages: Hits[LinkedPassage]


class Piece(_Answer):
    """A paragraph, heading or bullet, or the part of it that stands on one page."""

    kind: BlockKind
    start: int
    end: int
    """The span in the canonical text, in code points."""
    text: str


class TextPage(_Answer):
    """The canonical text of one page."""

    number: int
    pieces: list[Piece]


class ReportPages(_Answer):
    """The canonical text of a report by page."""

    id: str
    file: str
    title: str | None
    published: str | None
    pages: list[TextPage]


class Question(_Answer):
    """A question in English."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(examples=["Who attended anti-corruption meetings?"])


class CypherStatement(_Answer):
    """One statement of Cypher, and the values of its parameters."""

    model_config = ConfigDict(extra="forbid")

    statement: str = Field(
        examples=["MATCH (p:Person)-[:HOLDS_POST]->(x:Post) WHERE x.name = $post RETURN p.name"]
    )
    parameters: dict[str, JsonValue] = Field({}, examples=[{"post": "Prosecutor General"}])
    """By name, without the dollar sign."""


class Decision(_Answer):
    """A decision to be kept."""

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict
    about: tuple[Identifier, ...] = Field(min_length=1, max_length=2)
    """The id of one claim (`reject`), or of two mentions (`same`, `different`)."""
    by: str = Field(min_length=1, max_length=200)
    """Who decides."""
    reason: str = Field(min_length=1, max_length=2_000)


class JudgementList(_Answer):
    """Decisions, the oldest first."""

    items: list[Judgement]


class StoreHealth(_Answer):
    """Whether the store answers."""

    ok: bool
    kind: str
    """`embedded`, or the address of the store."""
    says: str


class Health(_Answer):
    """Whether the server can do its work; 503 where it cannot."""

    ok: bool
    version: str
    store: StoreHealth
    changes: int | None
    """A number that rises with each change of the graph."""
    waiting: int
    """Uploads that are not finished."""


class About(_Answer):
    """What this server takes."""

    version: str
    upload_bytes: int
    """The largest file that is taken."""
    kinds: list[str]
    """The endings of the files that can be read."""
    key_needed: bool
    """Does writing need the API key?"""
    can_write: bool
    """False where a key is needed and the server has none."""
    llm: str | None
    """The language model that paragraphs of uploads and questions that nothing else can read are sent to, if any."""
