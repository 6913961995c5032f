"""The name index, made from the graph."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.asking.entry import Entry
from graph.asking.index import NameIndex
from graph.catalogue import statement
from graph.store import Row, Store, Transaction
from ontology.edtf import bounds
from ontology.terms import NodeKind


def load_index(store: Store) -> NameIndex:
    """All names of the graph as it is now."""
    return NameIndex(_entries(store), _latest(store))


def _entries(store: Store) -> Iterator[Entry]:
    for row in store.read(statement("ask_names")):
        yield _named(row)
    for row in store.read(statement("ask_topics")):
        yield Entry(
            id=_text(row["id"]),
            kind=NodeKind.TOPIC,
            name=_text(row["name"]),
            aliases=texts(row["aliases"]),
            broader=texts(row["broader"]),
        )
    for row in store.read(statement("ask_post_names")):
        yield _post(row)
    yield from store.reading(_events, seconds=None)


def _named(row: Row) -> Entry:
    return Entry(
        id=_text(row["id"]),
        kind=NodeKind(_text(row["kind"])),
        name=_text(row["name"]),
        aliases=texts(row["aliases"]),
        countries=tuple(dict.fromkeys((*texts(row["countries"]), *texts(row["within"])))),
    )


def _post(row: Row) -> Entry:
    countries = row["countries"]
    held_by = countries if isinstance(countries, list | tuple) else ()
    return Entry(
        id=_text(row["id"]),
        kind=NodeKind.POST,
        name=_text(row["name"]),
        aliases=texts(row["aliases"]),
        bodies=texts(row["bodies"]),
        holders=texts(row["holders"]),
        countries=tuple(dict.fromkeys(code for codes in held_by for code in texts(codes))),
    )


class _Event(NamedTuple):
    """What is gathered of an event: its name, what its claims name, and the quotes that say its kind."""

    name: str
    words: dict[str, None]
    quoted: dict[str, None]


def _events(transaction: Transaction) -> list[Entry]:
    """All events; gathered here from single rows, since the embedded server would gather them all in its memory."""
    found: dict[str, _Event] = {}
    for row in transaction.stream(statement("ask_event_names")):
        event = found.setdefault(_text(row["id"]), _Event(_text(row["name"]), {}, {}))
        event.words.update(dict.fromkeys(texts([row["word"]])))
        event.quoted.update(dict.fromkeys(texts([row["quoted"]])))
    return [
        Entry(
            id=each,
            kind=NodeKind.EVENT,
            name=event.name,
            words=tuple(event.words),
            quoted=tuple(event.quoted),
        )
        for each, event in found.items()
    ]


def _latest(store: Store) -> str | None:
    """The last day of the newest report, or of the last event where no report is dated."""
    for row in store.read(statement("ask_latest")):
        if published := row["published"]:
            return bounds(_text(published))[1].isoformat()
        if latest := row["latest"]:
            return _text(latest)
    return None


def _text(value: object) -> str:
    return str(value)


def texts(values: object) -> tuple[str, ...]:
    """The texts of a list from the store, nulls and empty ones left out."""
    listed: Iterable[object] = values if isinstance(values, list | tuple) else ()
    return tuple(str(value) for value in listed if value)
