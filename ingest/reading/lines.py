"""The lines of a page as they are set, before they are joined to paragraphs."""

from dataclasses import dataclass

from ontology.model import Box


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a column: its words and where they stand, in points (plain text: in characters)."""

    text: str
    """Cleaned, not yet collapsed: a soft hyphen may stand at its end."""
    page: int
    x0: float
    x1: float
    head: float
    """Width of its first word."""
    column: str = ""
    """A name for its column, the same on every page."""
    left: float = 0.0
    right: float = 0.0
    """The edges of its column."""
    gap: float | None = None
    """White space above it beyond the usual, in line heights; None at the top of a column."""
    size: float = 0.0
    """Of the type; 0 where the format has none."""
    bold: bool = False
    bold_head: int = 0
    """How many characters at its beginning are bold, where the rest is not."""
    box: Box | None = None
    spread: bool = False
    """Is it in pieces far apart, as a running header is?"""
    alone: bool = False
    """Is it a row of a table, not to be joined with others?"""
