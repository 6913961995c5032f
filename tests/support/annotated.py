"""The annotated reports of the project, and facts that say just what an annotation says."""

from collections.abc import Sequence
from pathlib import Path

from ingest.facts import Contact, Facts, Occurrence, Tenure
from ingest.quality.gold import SUFFIX, Gold, gold_of

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "tests" / "reports" / "texts"
EXAMPLES = ROOT / "examples" / "reports"
EXAMPLE_GOLD = ROOT / "examples" / "gold"
GOLD = (*sorted(TEXTS.glob(f"*{SUFFIX}")), *sorted(EXAMPLE_GOLD.glob(f"*{SUFFIX}")))
STATED = {"quote": "–", "start": 0, "end": 1, "page": 1, "confidence": 1.0, "rule": "by hand"}


def tenures(gold: Gold) -> tuple[Tenure, ...]:
    """The posts as if they had been found."""
    names = ("person", "post", "organisation", "former", "acting")
    return tuple(
        Tenure.model_validate(
            STATED
            | {"status": "happened", "observed": None}
            | {name: getattr(post, name) for name in names}
        )
        for post in gold.holds_post
    )


def occurrences(gold: Gold) -> tuple[Occurrence, ...]:
    """The events as if they had been found."""
    names = ("type", "date", "place", "topic", "organiser_or_chair", "participants")
    more = ("non_participants", "count", "status")
    return tuple(
        Occurrence.model_validate(STATED | {name: getattr(event, name) for name in (*names, *more)})
        for event in gold.events
    )


def contacts(gold: Gold) -> tuple[Contact, ...]:
    """The meetings as if they had been found."""
    names = ("a", "b", "date", "kind", "status")
    return tuple(
        Contact.model_validate(STATED | {name: getattr(meeting, name) for name in names})
        for meeting in gold.meets
    )


def facts_as_annotated(gold: Gold) -> Facts:
    """All that an annotation says, as if it had been found."""
    return facts_with(tenures(gold), occurrences(gold), contacts(gold))


def facts_with(
    posts: Sequence[Tenure] = (), events: Sequence[Occurrence] = (), meets: Sequence[Contact] = ()
) -> Facts:
    """Facts of a report without date and title."""
    return Facts(
        doc="report",
        published=None,
        title=None,
        holds_post=tuple(posts),
        events=tuple(events),
        meets=tuple(meets),
    )


def gold_named(name: str) -> Gold:
    """The gold of one of our texts."""
    return gold_of(TEXTS / f"{name}{SUFFIX}")
