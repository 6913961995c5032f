"""The noun in a phrase that says of which kind an event is, or the proper name that an event has."""

from typing import NamedTuple

from graph.asking.actors import Tokens, attempt, known_actors, known_places
from graph.asking.entry import Entry
from graph.asking.grammar import event_labels, grammar, low, vocabulary
from graph.asking.index import NameIndex
from graph.asking.titles import known_country
from graph.asking.words import FUNCTION_WORDS, said, stem, stems
from ontology.terms import EVENT_TYPES, EventType, NodeKind

_LABEL_WORDS = 3


class Head(NamedTuple):
    """The words [start, end) that are the noun, its types, and what its label says beyond the type."""

    start: int
    end: int
    types: tuple[EventType, ...]
    extra: tuple[str, ...]


def head_of(words: Tokens) -> Head | None:
    """The first noun for a kind of event, with those joined to it; of adjacent ones ("training exercise") the last."""
    found = [hit for at in range(len(words)) if (hit := _label_at(words, at))]
    if not found:
        return None
    last = found[0]
    for hit in found[1:]:
        if hit.start == last.end:
            last = hit
        elif hit.start == last.end + 1 and words[last.end].low == "and":
            last = Head(last.start, hit.end, _either(last.types, hit.types), ())
    return last


def _either(one: tuple[EventType, ...], other: tuple[EventType, ...]) -> tuple[EventType, ...]:
    """The types of both of two nouns: "meetings and visits"; none where one of them is any event."""
    return tuple(dict.fromkeys((*one, *other))) if one and other else ()


def _label_at(words: Tokens, at: int) -> Head | None:
    if words[at].quoted:
        return None
    labels = event_labels()
    for end in range(min(at + _LABEL_WORDS, len(words)), at, -1):
        key = stems(said(words[at:end]))
        if key in labels and len(key) == end - at:
            return Head(at, end, labels[key], _beyond(key))
    if (stem(words[at].low),) in grammar().phrases.events:
        return Head(at, at + 1, (), ())
    return None


def _beyond(key: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a longer label that narrow a type of one word: 'coordination' of 'coordination meeting'."""
    preferred = {stems(concept.labels[0]) for concept in EVENT_TYPES.values()}
    narrowed = len(key) > 1 and (key[-1:] in preferred) and key not in preferred
    return key if narrowed else ()


def by_name(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The events that reports call by this proper name, however the question writes it.

    In the events' own names or topics, else in the sentences that state them.
    """
    run = stems(said(words))
    if not run or {words[0].low, words[-1].low} & FUNCTION_WORDS or _are_common(words, index):
        return ()
    actors = attempt(known_actors, words, index)
    if known_places(words, index) or any(e.kind is not NodeKind.ORGANISATION for e in actors):
        return ()
    found = index.events.named(run)
    return tuple(e for e in found if e in index.events.entitled(run)) if actors else found


def _are_common(words: Tokens, index: NameIndex) -> bool:
    """Are they one word of the grammar, or words of titles and countries, which capitals make no name?"""
    known = index.posts.title_stems | (vocabulary() if len(words) == 1 else frozenset())
    return all(known.issuperset(stems(word.text)) or known_country((word,)) for word in words)


def longest_name(words: Tokens, index: NameIndex) -> tuple[tuple[Entry, ...], int]:
    """The events of the longest proper name that the words begin with, and its length; (), 0 for none."""
    skipped = 1 if words and (words[0].low,) in grammar().phrases.naming else 0
    for end in range(len(words), skipped, -1):
        if found := by_name(words[skipped:end], index):
            return found, end
    return (), 0


def is_definite(words: Tokens, end: int) -> bool:
    """Is one event spoken of as known: "the summit", "the talks"?"""
    last = words[end - 1].low
    return low(words[:1]) in (("the",), ("this",), ("that",)) and (
        last == stem(last) or last in ("talks", "negotiations", "consultations")
    )
