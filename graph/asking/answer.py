"""What a question gets back: answers with their evidence, or a refusal that says what was not read."""

from pydantic import Field, JsonValue

from ontology.edtf import Edtf
from ontology.model import Record
from ontology.terms import Status


class Evidence(Record):
    """One claim that supports one answer, with the words that state it."""

    answer: str
    quote: str
    report: str
    page: int
    status: Status
    claim: str
    """Id of the claim."""
    file: str
    title: str
    """The report's title, else its file name."""
    published: Edtf | None
    start: int
    end: int
    """The span of the quote in the report's canonical text."""
    event: str | None = None
    """The event that it is about, by name; of a tenure none."""
    date: Edtf | None = None
    """When the event was; of a tenure when it was seen to hold."""
    context: tuple[str, ...] = ()
    """Quotes of the passages that the claim needs besides."""


class Answer(Record):
    """The answer to one question: distinct answers, evidence for each, and what was run, in Cypher and in SPARQL."""

    question: str
    understood: str
    answers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    cypher: str = ""
    parameters: dict[str, JsonValue] = Field(default_factory=dict)
    sparql: str = ""
    """The same asked of the graph as RDF, with its values; several queries are told apart by lines as `# 1 of 2`."""
    refused: str | None = None
