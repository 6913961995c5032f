"""Ways of writing one question that ask the same."""

from collections.abc import Iterator

from graph.asking.index import NameIndex
from graph.asking.query import Query
from graph.asking.understand import understand


def spellings(question: str, index: NameIndex) -> Iterator[str]:
    """The question in other letter case, and with the events it asks for in quotation marks."""
    yield question.lower()
    yield question.upper()
    yield question.title().replace("'S", "'s").replace("’S", "’s")
    query = understand(question, index)
    events = query.selection.said if isinstance(query, Query) else ""
    if events and events in question:
        yield question.replace(events, f"“{events}”")
        yield question.replace(events, events.title())
