"""What a language model did for a report, in words."""

from typing import TYPE_CHECKING

from api.console import counted

if TYPE_CHECKING:
    from ingest.assisting.assistance import Assistance


def told(assistance: "Assistance") -> str:
    """How many claims it made or bore out, what was not taken of it, and where it did not answer and why."""
    parts = [
        f"the language model {assistance.model} made or bore out {counted(assistance.claims, 'claim')}"
    ]
    if assistance.dropped:
        parts.append(
            f"{counted(assistance.dropped, 'thing')} it said not taken: not in the words of the report"
        )
    if missing := sum(assistance.unanswered.values()):
        why = "; ".join(f"{reason} ({times})" for reason, times in assistance.unanswered.items())
        parts.append(
            f"{missing} of {counted(assistance.paragraphs, 'paragraph')} without its answer: {why}"
        )
    return ", ".join(parts)
