"""What to tell where a question cannot be read."""

from graph.asking.actors import Tokens, attempt, known_actors, known_places
from graph.asking.failures import Ambiguous, Beyond, Unnamed, Unread, Unreadable
from graph.asking.grammar import grammar, vocabulary
from graph.asking.index import NameIndex
from graph.asking.query import NotNamed, Refusal
from graph.asking.titles import known_country
from graph.asking.words import FUNCTION_WORDS, Token, stem, tokens_of
from ontology.names import HONORIFICS
from ontology.terms import NodeKind


def refusal_of(
    failures: list[tuple[int, Unreadable]], tokens: Tokens, index: NameIndex
) -> NotNamed | Refusal:
    """What to tell: what is never answered, a name that several or none have, or the words not understood.

    Each failure comes with the number of words that were read besides: the more, the more it tells.
    """
    if beyond := next((f for _, f in failures if isinstance(f, Beyond)), None):
        return Refusal(words=beyond.words, reason=beyond.reason)
    strange = strangers(tokens, index)
    named = [(read, f) for read, f in failures if isinstance(f, Ambiguous | Unnamed)]
    _, telling = max(named, key=lambda each: (each[0], len(each[1].said)), default=(0, None))
    if isinstance(telling, Ambiguous):
        names = ", ".join(telling.names)
        reason = f"{telling.said!r} may be {names}; ask with the full name"
        return Refusal(words=(telling.said,), reason=reason)
    if telling and _names_several(telling, index):
        reason = f"{telling.said!r} names several, and only one can be asked after there"
        return Refusal(words=(telling.said,), reason=reason)
    if telling and all(token.looks_like_a_name for token in strange):
        return NotNamed(said=telling.said, nearest=telling.nearest)
    words = tuple(token.text for token in strange) or _left(failures)
    return Refusal(words=tuple(dict.fromkeys(words)))


def _names_several(unnamed: Unnamed, index: NameIndex) -> bool:
    """Does "and" join names in it, one of which is known?"""
    words = tokens_of(unnamed.said)
    joined = (at for at, word in enumerate(words) if word.low == "and")
    parts = (part for at in joined for part in (words[:at], words[at + 1 :]) if part)
    return any(attempt(known_actors, part, index) or known_places(part, index) for part in parts)


def _left(failures: list[tuple[int, Unreadable]]) -> tuple[str, ...]:
    """The fewest words that a way of reading the rest leaves over, those left out that only join others."""
    left = [(-read, f.words) for read, f in failures if isinstance(f, Unread) and f.words]
    _, words = min(left, key=lambda each: (each[0], len(each[1])), default=(0, ()))
    openers = grammar().phrases.openers
    return tuple(
        w for w in words if (w.lower(),) not in openers and w.lower() not in FUNCTION_WORDS
    )


def strangers(tokens: Tokens, index: NameIndex) -> Tokens:
    """The words that neither the grammar nor the graph has."""
    known = vocabulary()
    return tuple(
        t for t in tokens if known.isdisjoint((t.low, stem(t.low))) and not _known(t, index)
    )


def _known(token: Token, index: NameIndex) -> bool:
    of_person = token.looks_like_a_name and index.spells_person(token.text)
    told = index.holds_word(token.text) or index.events.holds_word(token.text)
    named = known_country((token,)) or index.called(token.text, *NodeKind)
    return token.low in HONORIFICS or of_person or told or bool(named)
