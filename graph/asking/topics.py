"""What events are about: topics of the reports, under any label, or the words that tell of them."""

from collections.abc import Iterable, Iterator

from graph.asking.actors import (
    Tokens,
    attempt,
    bare,
    known_actors,
    known_places,
    missing,
)
from graph.asking.entry import Entry
from graph.asking.failures import Unnamed, Unread
from graph.asking.grammar import grammar, topic_labels, verbs
from graph.asking.index import NameIndex
from graph.asking.posts import holder
from graph.asking.query import PRESENT, Facet
from graph.asking.remembering import remembered
from graph.asking.titles import known_country
from graph.asking.words import said, stem, stems
from ontology.terms import TOPICS, NodeKind, Role


@remembered
def topics(tokens: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """What it was about; "crime and corruption" demands both."""
    words = bare(tokens)
    if facet := topic(words, index):
        return (facet,)
    for at, word in enumerate(words):
        if word.low == "and" and 0 < at < len(words) - 1:
            left, right = words[:at], words[at + 1 :]
            return (*topics(left, index), *topics(right, index))
    raise missing(words, index) if words else Unread(())


def documents(tokens: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """What was signed; "an agreement" alone demands it where a report says so; raises as `topics` does."""
    words = bare(tokens)
    if words and all((stem(word.low),) in grammar().phrases.documents for word in words):
        told = index.events.quoting(stems(said(words)))
        return (Facet(said=said(words), events=ids(told)),) if told else ()
    try:
        return topics(words, index)
    except (Unread, Unnamed):
        about = next((at for at, word in enumerate(words) if word.low in ("on", "about")), None)
        if about:
            return topics(words[about + 1 :], index)
        if told := index.events.stating(stems(said(words))):
            return (Facet(said=said(words), events=ids(told)),)
        raise


@remembered
def topic(words: Tokens, index: NameIndex) -> Facet | None:
    """The topics, and the events with the words in their name; None where the words tell of nothing.

    Words that tell of nothing are read as others for the same thing: the judiciary's reform is judicial reform.
    """
    wanted = stems(said(words))
    ways = (wanted, *_in_other_words(wanted))
    return next((found for way in ways if (found := _told_by(way, words, index))), None)


def _in_other_words(wanted: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The stems with one of them put as another word for it."""
    for at, word in enumerate(wanted):
        for other in sorted(grammar().synonyms.get(word, ())):
            yield (*wanted[:at], other, *wanted[at + 1 :])


def _told_by(wanted: tuple[str, ...], words: Tokens, index: NameIndex) -> Facet | None:
    core = tuple(w for w in wanted if (w,) not in grammar().phrases.around) or wanted
    if names_an_office(words) and wanted not in topic_labels():
        return None
    concepts = topic_labels().get(wanted) or topic_labels().get(core) or frozenset()
    found = [*_under(concepts, index), *index.holding(core, NodeKind.TOPIC)]
    named = (*index.events.titled(core), *index.events.attended(core))
    told = index.events.quoting(core)
    if not (found or named or concepts or (told and index.loose and is_plain(words))):
        return None
    return Facet(said=f"on {said(words)}", topics=ids(found), events=ids(named), told=ids(told))


def is_plain(words: Tokens) -> bool:
    """Are there no verbs and the like among them, which would make a clause of a topic?"""
    clauses = grammar().relatives.values()
    others = grammar().phrases.fillers.union(*clauses)
    clause = any(word.low in verbs() or (word.low,) in others for word in words)
    return not clause and not names_an_office(words)


def names_an_office(words: Tokens) -> bool:
    """Is what they name a post or an office of state: "Georgian prime minister", "the mayor of Riga"?"""
    while words and (words[0].low in _OF or words[0].low in ("the", "a", "an")):
        words = words[1:]
    at = next((at for at, word in enumerate(words) if word.low in _OF), len(words))
    noun = stem(words[at - 1].low) if at else ""
    titles = grammar().posts
    return (noun,) in titles.heads | titles.heads_of_state | titles.under or noun in titles.offices


_OF = frozenset({"of", "in", "for", "at"})


def _under(concepts: Iterable[str], index: NameIndex) -> list[Entry]:
    """The topics of the reports that belong to one of the concepts, and the concepts themselves."""
    labels = {TOPICS[concept].labels[0] for concept in concepts} | set(concepts)  # type: ignore[index]
    return [e for e in index.of_kind(NodeKind.TOPIC) if labels & {e.name, *e.broader}]


def is_a_topic(words: Tokens) -> bool:
    """Is it a topic of the vocabulary, whether or not a report is about it?"""
    return stems(said(words)) in topic_labels()


@remembered
def anything(tokens: Tokens, index: NameIndex) -> Facet:
    """Whatever the words name: actor, place, topic, event; at last, words of the sentence that states an event.

    Raises Unread and Unnamed.
    """
    words = bare(tokens)
    if not words:
        raise Unread(())
    run = stems(said(words))
    actors = attempt(known_actors, words, index)
    places = known_places(words, index)
    named = bool(actors or places)
    proper = bool(index.events.named(run))
    about = topic(words, index) if not named or is_a_topic(words) else None
    facet = Facet(
        said=said(words),
        topics=about.topics if about else (),
        events=ids((*index.events.entitled(run), *_of(about, index))),
        actors=ids(actors),
        places=ids(places),
        roles=(*PRESENT, Role.ORGANISER),
        told=ids(index.events.stating(run)) if named or proper else about.told if about else (),
    )
    if any((facet.topics, facet.events, facet.actors, facet.places)) or is_a_topic(words):
        return facet
    if known_country(words):
        raise Unnamed(said(words))
    enough = index.loose or (proper and len(run) > 1)
    if not (facet.told and enough and (proper or is_plain(words))):
        return _of_holder(words, index)
    return facet


def _of_holder(words: Tokens, index: NameIndex) -> Facet:
    """The one who holds the post that the words name: "the visit of the Turkish defence minister"."""
    try:
        return Facet(said=said(words), actors=holder(words, index).ids)
    except (Unread, Unnamed):
        raise missing(words, index) from None


def _of(about: Facet | None, index: NameIndex) -> Iterable[Entry]:
    return (index.entries[i] for i in about.events) if about else ()


def ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Their ids, each once."""
    return tuple(dict.fromkeys(entry.id for entry in entries))
