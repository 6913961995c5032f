"""Topics as a list, one by one, and by the words that people use for them."""

from collections.abc import Sequence

from graph.browsing import proofs
from graph.browsing.listing import Part, Window, filled, listed, within
from graph.browsing.records import Named, TopicPage, TopicRow
from graph.catalogue import statement
from graph.store import Row, Store
from graph.world import broader, concepts_in
from ontology.errors import NotKnown
from ontology.model import Record
from ontology.names import fold
from ontology.terms import NodeKind, TopicConcept


class TopicFilter(Record):
    """Which topics; an empty field lets all pass."""

    concept: bool | None = None
    called: str | None = None
    """Words of it, or any label of a concept that it belongs to."""


def topics(store: Store, wanted: TopicFilter, window: Window) -> Part[TopicRow]:
    """A part of the topics, by name or by the number of their events."""
    called = topics_called(store, wanted.called) if wanted.called else None
    part = listed(store, "list_topics", window, concept=wanted.concept, within=within(called))
    return filled(part, _rows(store, part.items))


def topic(store: Store, identifier: str) -> TopicPage:
    """The topic of this id, or the one that the mention of this id is; raises NotKnown."""
    found = store.read(statement("browse_topic"), id=identifier)
    if not found:
        raise NotKnown(f"No topic {identifier!r} is in the graph", "GET /topics lists them")
    (row,) = _rows(store, [str(found[0]["id"])])
    near = store.read(statement("browse_broader"), topic=row.id)
    return TopicPage(
        **dict(row), broader=_near(near, narrower=False), narrower=_near(near, narrower=True)
    )


def _near(rows: Sequence[Row], *, narrower: bool) -> tuple[Named, ...]:
    wanted = [row for row in rows if row["narrower"] is narrower]
    named = (Named(id=str(row["id"]), kind=NodeKind.TOPIC, name=str(row["name"])) for row in wanted)
    return tuple(sorted(named, key=lambda each: (fold(each.name), each.id)))


def _rows(store: Store, ids: Sequence[str]) -> Sequence[TopicRow]:
    return [
        TopicRow(
            id=str(row["id"]),
            kind=NodeKind.TOPIC,
            name=str(row["name"]),
            aliases=proofs.texts(row["aliases"]),
            concept=bool(row["concept"]),
            events=int(str(row["events"])),
        )
        for row in store.read(statement("browse_topic_rows"), ids=list(ids))
    ]


def topics_called(store: Store, said: str) -> set[str]:
    """Ids of the topics that hold all the words, or that belong to a concept of which one label is said.

    No topic is called by no word.
    """
    words, concepts = set(fold(said).split()), set(concepts_in(said))
    return {
        str(row["id"])
        for row in store.read(statement("browse_topics"))
        for name in (str(row["name"]), *proofs.texts(row["aliases"]))
        if (words and words <= set(fold(name).split())) or concepts & _concepts(name)
    }


def _concepts(name: str) -> set[TopicConcept]:
    return {each for concept in concepts_in(name) for each in (concept, *broader(concept))}
