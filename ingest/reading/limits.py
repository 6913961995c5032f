"""What reading one file may cost at most."""

from dataclasses import dataclass

from ontology.errors import OversizedReport


@dataclass(frozen=True)
class Limits:
    """Bounds on one file; beyond them reading ends with OversizedReport or ReadingTimedOut."""

    file_bytes: int = 100_000_000
    text_chars: int = 5_000_000
    """Of the canonical text, in code points."""
    pages: int = 2_000
    seconds: float = 120.0
    """Wall-clock time for one file."""
    memory_bytes: int = 2_000_000_000
    """Address space that the reading process may add to what it starts with."""


def oversized_text(name: str, limits: Limits) -> OversizedReport:
    """The error of a text that is too long."""
    return OversizedReport(
        f"The text of {name} is longer than {limits.text_chars:,} characters", "Cut it into parts"
    )
