"""Other wordings of a question, tried where it cannot be read as it is put."""

import re
from collections.abc import Iterator

from graph.asking.actors import Tokens
from graph.asking.alternatives import joins_alternatives
from graph.asking.grammar import grammar
from graph.asking.index import NameIndex
from graph.asking.reading import bare_question, evenly_cased, spelt_out
from graph.asking.refusing import strangers
from graph.asking.respelling import respelt, slips_of
from graph.asking.rewording import reworded, wording
from graph.asking.words import tokens_of, unquoted, written

_RANGE = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_SET_OFF = re.compile(r"^\s*(?P<about>[^:?,]+?)(?::|\s[-–—]|,)\s+(?P<rest>.+)$", re.S)
_LISTED = re.compile(r"\d,\s*\d{1,2}(?!\d)")
_LINKS = ("during", "at", "of", "in")
_RELATIVE = ("that", "this")
_MOST_WORK = 7_000
"""Words of all wordings, those of each squared: to read a long one takes as long as to read many short ones."""


def wordings(question: str, index: NameIndex) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The question in other words, with what was taken for what in it.

    There are none where commas join its dates, or "or" joins two questions.
    """
    text = _RANGE.sub("-", evenly_cased(question))
    if _LISTED.search(text) or any(map(joins_alternatives, bare_question(tokens_of(text)))):
        return
    tried: set[str] = set()
    left = _MOST_WORK
    for start in (*_with_its_subject(text), text):
        tokens = bare_question(tokens_of(spelt_out(start)))
        right = respelt(tokens)
        for each, slips in ((tokens, ()), (right, slips_of(tokens, right))):
            if _has_strange_words(each, index):
                continue
            for other in (written(each), *reworded(each)):
                if other not in tried and left > 0:
                    tried.add(other)
                    left -= (other.count(" ") + 1) ** 2
                    yield other, slips


def _has_strange_words(tokens: Tokens, index: NameIndex) -> bool:
    """Is there a word of no meaning at all, which no wording gives one?"""
    return any(
        not word.looks_like_a_name and word.low not in wording()
        for word in strangers(unquoted(tokens), index)
    )


def _with_its_subject(text: str) -> Iterator[str]:
    """What is said of a subject that is set off before it, with the subject in its place."""
    found = _SET_OFF.match(text)
    if found is None or _begins_a_question(found["about"]):
        return
    about = written(bare_question(tokens_of(found["about"])))
    words = tokens_of(re.sub(r"\s*,\s*", " ", found["rest"]))
    stands_for = grammar().stands_for_subject
    at = next((at for at, word in enumerate(words) if word.low in stands_for), None)
    if at is None or (words[at].low in _RELATIVE and at < len(words) - 1):
        yield from _joined(about, words)
        return
    before, after = written(words[:at]), written(words[at + 1 :])
    yield from (f"{before} {about}{ending} {after}".strip() for ending in stands_for[words[at].low])


def _begins_a_question(text: str) -> bool:
    return any((word.low,) in grammar().phrases.openers for word in tokens_of(text)[:1])


def _joined(about: str, words: Tokens) -> Iterator[str]:
    """What is said of an event, and the event: "Riga talks: who attended?", "Riga talks: participants"."""
    asks = _begins_a_question(words[0].text)
    yield from (f"{written(words)} {link} {about}" for link in (*([""] if asks else []), *_LINKS))
    if not asks:
        yield f"{about} at {written(words)}"
