"""How much an exported file holds. A file that is read back ends with it, so that one that was cut is known."""

from typing import NamedTuple

CUT = "it does not end as an export in trig, nquads or jsonl does: it was cut, or is something else"
"""What is wrong with a file that does not say how much it holds."""
LONGEST = 1 << 24
"""The longest line or literal of a file that is read back, in bytes; Oxigraph's own bound."""


class Contents(NamedTuple):
    """How many of each."""

    reports: int
    claims: int
    judgements: int

    def __str__(self) -> str:
        return f"{self.reports} reports, {self.claims} claims and {self.judgements} judgements"
