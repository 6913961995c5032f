"""How far a language model helped with one document, as the user is told."""

from collections.abc import Mapping

from ontology.model import Record


class Assistance(Record):
    """Which model read along, how many paragraphs it left unanswered and why, and what of its answers counts."""

    model: str
    paragraphs: int
    unanswered: Mapping[str, int]
    """How many paragraphs have no answer, by the reason."""
    claims: int
    """Claims that the model made or that it bears out."""
    dropped: int
    """Facts, and parts of facts, whose words do not stand in the paragraph."""
