"""Words such as "not", past which no phrase of a question is read."""

from graph.asking.actors import Tokens
from graph.asking.failures import Beyond
from graph.asking.grammar import grammar, low
from graph.asking.index import NameIndex
from graph.asking.words import said, stems


def affirmed(words: Tokens, index: NameIndex) -> Tokens:
    """The words, if none of them is negated but a clause such as "that X did not attend"; raises Beyond."""
    clauses = (verb for verbs in grammar().relatives.values() for verb in verbs)
    clause = max((len(c) for c in clauses if low(words[-len(c) :]) == c), default=0)
    for at, word in enumerate(words[: len(words) - clause]):
        negated = (word.low,) in grammar().phrases.negations and not word.quoted
        if negated and not _in_a_name(words[max(at - 1, 0) : at + 2], index):
            reason = f"With {word.text!r} only who did not attend which events can be asked"
            raise Beyond((word.text,), reason)
    return words


def _in_a_name(words: Tokens, index: NameIndex) -> bool:
    """Is it between two words of a name that reports write so: "Business without Bribes"?"""
    return len(words) > 2 and bool(index.events.named(stems(said(words))))
