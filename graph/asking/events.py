"""Which events a phrase such as "the anti-corruption meetings in Minsk attended by X" means."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from graph.asking.actors import (
    Tokens,
    bare,
    known_actors,
    known_country,
    known_places,
    looks_like_a_name,
    missing,
)
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.grammar import event_labels, grammar, low, topic_labels
from graph.asking.index import Entry, NameIndex
from graph.asking.posts import anybody
from graph.asking.query import PRESENT, Facet, Selection
from graph.asking.words import Token, said, stem, stems
from ontology.terms import EVENT_TYPES, TOPICS, EventType, NodeKind, Role

_LABEL_WORDS = 3
_ROLES: dict[str, tuple[Role, ...]] = {
    "chair": (Role.CHAIR,),
    "absent": (Role.ABSENT,),
    "organiser": (Role.ORGANISER, Role.HOST, Role.CHAIR),
}


def events(tokens: Tokens, index: NameIndex) -> Selection:
    """The events that a phrase with a kind of event in it means; raises as `conditions` does."""
    words = bare(tokens)
    pick, words = _pick(words)
    head = _head(words)
    if head is None:
        return Selection(said=said(words), facets=(_by_name(words, index),), pick=pick)
    start, end, types, extra = head
    facets = (
        *_before(words[:start], index),
        *_label_words(extra, index),
        *conditions(words[end:], index),
    )
    singular = words[end - 1].low == stem(words[end - 1].low) or words[end - 1].low == "talks"
    definite = singular and tokens[0].low in ("the", "this", "that")
    return Selection(said=said(words), types=types, facets=facets, pick=pick, definite=definite)


def _pick(words: Tokens) -> tuple[Literal["first", "last"] | None, Tokens]:
    phrases = grammar().phrases
    for length in (2, 1):
        start = low(words[:length])
        if start in phrases.last:
            return "last", words[length:]
        if start in phrases.first:
            return "first", words[length:]
    return None, words


def _head(words: Tokens) -> tuple[int, int, tuple[EventType, ...], tuple[str, ...]] | None:
    """Where the noun for the kind of event is, its types, and what its label says beyond the type."""
    found = [hit for at in range(len(words)) if (hit := _label_at(words, at))]
    if not found:
        return None
    last = found[0]
    for hit in found[1:]:
        if hit[0] == last[1]:  # "training exercise": the last of adjacent nouns is the head
            last = hit
    return last


def _label_at(
    words: Tokens, at: int
) -> tuple[int, int, tuple[EventType, ...], tuple[str, ...]] | None:
    labels = event_labels()
    for end in range(min(at + _LABEL_WORDS, len(words)), at, -1):
        key = stems(said(words[at:end]))
        if key in labels and len(key) == end - at:
            return at, end, labels[key], _beyond(key)
    if (stem(words[at].low),) in grammar().phrases.events:
        return at, at + 1, (), ()
    return None


def _beyond(key: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a longer label that narrow a type of one word: 'coordination' of 'coordination meeting'."""
    preferred = {stems(concept.labels[0]) for concept in EVENT_TYPES.values()}
    narrowed = len(key) > 1 and (key[-1:] in preferred) and key not in preferred
    return key[:-1] if narrowed else ()


def _label_words(extra: tuple[str, ...], index: NameIndex) -> tuple[Facet, ...]:
    found = index.holding(extra, NodeKind.EVENT) if extra else ()
    return (Facet(said=" ".join(extra), events=_ids(found)),) if found else ()


def _by_name(words: Tokens, index: NameIndex) -> Facet:
    """The events of a proper name without a noun for their kind: "EDEX-2018"."""
    proper = looks_like_a_name(words) and not known_places(words, index)
    found = index.holding(stems(said(words)), NodeKind.EVENT) if proper else ()
    if not found:
        raise missing(words, index)
    return Facet(said=said(words), events=_ids(found))


def _before(words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """What stands before the noun: topics, names, demonyms, each of which narrows."""
    words = _without_neutral(words)
    if not words:
        return ()
    failures: list[Unreadable] = []
    for end in range(len(words), 0, -1):
        try:
            return (*_premodifier(words[:end], index), *_before(words[end:], index))
        except Unreadable as failure:
            failures.append(failure)
    raise worst_left(failures)


def _without_neutral(words: Tokens) -> Tokens:
    words = tuple(w for w in words if w.low != "'s")
    phrases = grammar().phrases
    for length in (2, 1):
        if words and low(words[:length]) in phrases.neutral | phrases.determiners:
            return _without_neutral(words[length:])
    return words


def _premodifier(words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    parts = tuple(Token(piece, piece.lower()) for w in words for piece in w.text.split("-"))
    if len(words) == 1 and len(parts) > 1 and all(known_country((part,)) for part in parts):
        return tuple(_actor_facet((part,), index) for part in parts)
    return (anything(words, index),)


def conditions(tokens: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """What the words after the noun or verb demand; raises Unread, Unnamed or Ambiguous for the words that fail."""
    words = _without_fillers(tokens)
    if not words:
        return ()
    if relative := _relative(words, index):
        return relative
    failures: list[Unreadable] = [Unread(tuple(word.text for word in words))]
    for kind, length in _prepositions(words):
        for end in range(len(words), length, -1):
            try:
                return (*_read(kind, words[length:end], index), *conditions(words[end:], index))
            except Unreadable as failure:
                failures.append(failure)
    raise worst_left(failures)


def _relative(words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """The demand of a clause such as "that X attended"; none where the words are no such clause."""
    start = 1 if words[0].low in ("that", "which") else 0
    for kind, verbs in grammar().relatives.items():
        for verb in verbs:
            if low(words[-len(verb) :]) == verb and len(words) > start + len(verb):
                name = words[start : -len(verb)]
                return _attempted(name, index, _ROLES.get(kind, PRESENT))
    return ()


def _attempted(name: Tokens, index: NameIndex, roles: tuple[Role, ...]) -> tuple[Facet, ...]:
    try:
        return (_actor_facet(name, index, roles),)
    except (Unread, Unnamed):
        return ()


def _without_fillers(words: Tokens) -> Tokens:
    phrases = grammar().phrases
    for length in (4, 3, 2, 1):
        if words and low(words[:length]) in phrases.fillers | phrases.neutral:
            return _without_fillers(words[length:])
    return words


def _prepositions(words: Tokens) -> Iterator[tuple[str, int]]:
    """The readings of the preposition that the words begin with, the longest first."""
    for length in (5, 4, 3, 2, 1):
        for kind, phrases in grammar().prepositions.items():
            if len(words) > length and low(words[:length]) in phrases:
                yield kind, length


def _read(kind: str, words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    if kind == "place":
        return (_place_facet(words, index),)
    if kind == "topic":
        return topics(words, index)
    if kind == "any":
        return (anything(words, index, quoted=True),)
    return _actors(words, index, _ROLES.get(kind, PRESENT))


def _place_facet(words: Tokens, index: NameIndex) -> Facet:
    """Where it was, or at which named occasion or body."""
    words = bare(words)
    places = known_places(words, index)
    found = () if places else index.holding(stems(said(words)), NodeKind.EVENT)
    if not places and not (found and looks_like_a_name(words)):
        raise missing(words, index) if words else Unread(())
    return Facet(said=f"in {said(words)}", places=_ids(places), events=_ids(found))


def _actors(words: Tokens, index: NameIndex, roles: tuple[Role, ...]) -> tuple[Facet, ...]:
    try:
        return (_actor_facet(words, index, roles),)
    except Unreadable:
        for at, word in enumerate(words):
            if word.low == "and" and 0 < at < len(words) - 1:
                first = _actor_facet(words[:at], index, roles)
                return (first, *_actors(words[at + 1 :], index, roles))
        raise


def _actor_facet(words: Tokens, index: NameIndex, roles: tuple[Role, ...] = PRESENT) -> Facet:
    found = anybody(words, index)
    return Facet(said=f"with {found.said}", actors=found.ids, roles=roles)


def topics(words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """What it was about; "crime and corruption" demands both."""
    words = bare(words)
    if facet := _topic(words, index):
        return (facet,)
    for at, word in enumerate(words):
        if word.low == "and" and 0 < at < len(words) - 1:
            return (*topics(words[:at], index), *topics(words[at + 1 :], index))
    raise missing(words, index) if words else Unread(())


def _topic(words: Tokens, index: NameIndex) -> Facet | None:
    wanted = stems(said(words))
    core = tuple(w for w in wanted if (w,) not in _around()) or wanted
    concepts = topic_labels().get(wanted) or topic_labels().get(core) or frozenset()
    found = [*_under(concepts, index), *index.holding(core, NodeKind.TOPIC)]
    told = index.holding(core, NodeKind.EVENT)
    if not (found or told or concepts):
        return None
    return Facet(said=f"on {said(words)}", topics=_ids(found), events=_ids(told))


def _around() -> frozenset[tuple[str, ...]]:
    return grammar().phrases.around


def _under(concepts: Iterable[str], index: NameIndex) -> list[Entry]:
    """The topics of the reports that belong to one of the concepts, and the concepts themselves."""
    labels = {TOPICS[concept].labels[0] for concept in concepts} | set(concepts)  # type: ignore[index]
    return [e for e in index.of_kind(NodeKind.TOPIC) if labels & {e.name, *e.broader}]


def anything(words: Tokens, index: NameIndex, *, quoted: bool = False) -> Facet:
    """Whatever the words name: topic, actor, place, event; if `quoted`, words of the sentence that states an event."""
    words = bare(words)
    if not words:
        raise Unread(())
    topic = _topic(words, index) or Facet(said=said(words))
    actors = _attempt(known_actors, words, index)
    places = known_places(words, index)
    facet = Facet(
        said=said(words),
        topics=topic.topics,
        events=topic.events,
        actors=_ids(actors),
        places=_ids(places),
        roles=(*PRESENT, Role.ORGANISER),
    )
    if any((facet.topics, facet.events, facet.actors, facet.places)) or _is_a_topic(words):
        return facet
    if known_country(words):
        raise Unnamed(said(words))
    told = index.quoting(stems(said(words))) if quoted and not looks_like_a_name(words) else ()
    if not told:
        raise missing(words, index)
    return Facet(said=said(words), events=_ids(told))


def _is_a_topic(words: Tokens) -> bool:
    """Is it a topic of the vocabulary, whether or not a report is about it?"""
    return stems(said(words)) in topic_labels()


def _attempt(
    reading: Callable[[Tokens, NameIndex], tuple[Entry, ...]], words: Tokens, index: NameIndex
) -> tuple[Entry, ...]:
    """What the reading finds; nothing where the words are ambiguous."""
    try:
        return reading(words, index)
    except Ambiguous:
        return ()


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.id for entry in entries))


def worst_left(failures: list[Unreadable]) -> Unreadable:
    """The failure that tells most: an ambiguous or unknown name, else the fewest words not understood."""
    for kind in (Ambiguous, Unnamed):
        if told := [failure for failure in failures if isinstance(failure, kind)]:
            return max(told, key=lambda failure: len(str(failure)))
    return min(failures, key=lambda failure: (not str(failure), len(str(failure))))
