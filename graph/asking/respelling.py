"""Words of a question that are slips of the grammar's own."""

from collections.abc import Iterator
from itertools import islice, product

from graph.asking.actors import Tokens
from graph.asking.grammar import grammar, spellable
from graph.asking.index import NameIndex
from graph.asking.misspelling import misspelt_word, near_words
from graph.asking.rewording import wording
from graph.asking.titles import known_country
from graph.asking.words import Token, stem

_MOST_GUESSES = 12


def respelt(tokens: Tokens) -> Tokens:
    """The words with each that is a slip of just one of the grammar's, but no name, put right."""
    return tuple(_right(token, first=at == 0) for at, token in enumerate(tokens))


def _right(token: Token, *, first: bool) -> Token:
    if first and not _in_grammar(token) and (opener := _opener(token.low)):
        return Token(opener.capitalize(), opener)
    known = token.looks_like_a_name or _in_grammar(token)
    meant = None if known else _meant_word(token.low)
    return Token(meant, meant) if meant else token


def _meant_word(word: str) -> str | None:
    """The word of the grammar, or else the plural for people or the word of the rewordings, of which it is a slip."""
    if word in wording():
        return None
    people = frozenset(f"{text}s" for nouns in grammar().people.values() for (*_, text) in nouns)
    tried = (spellable(), people, wording())
    return next((meant for known in tried if (meant := misspelt_word(word, known))), None)


def _opener(word: str) -> str | None:
    """The one question word that lacks a letter here or has two swapped: "wich", "hwo"."""
    openers = frozenset(only for (only, *more) in grammar().phrases.openers if not more)
    near = near_words(word, openers)
    return near[0] if len(near) == 1 else None


def _in_grammar(token: Token) -> bool:
    return not spellable().isdisjoint((token.low, stem(token.low)))


def slips_of(tokens: Tokens, changed: Tokens) -> tuple[str, ...]:
    """In words, what was taken for what; nothing where they are not the same words put right."""
    if len(tokens) != len(changed):
        return ()
    return tuple(
        f"{a.text!r} read as {b.text!r}" for a, b in zip(tokens, changed, strict=True) if a != b
    )


def guesses(tokens: Tokens, index: NameIndex) -> Iterator[Tokens]:
    """The words with those that neither grammar nor graph has put right, in each way there is, if these are few."""
    ways = [_meant(token, first=at == 0, index=index) for at, token in enumerate(tokens)]
    changed = (guess for guess in product(*ways) if guess != tokens)
    return islice(changed, _MOST_GUESSES)


def _meant(token: Token, *, first: bool, index: NameIndex) -> Tokens:
    """What the word may be: itself where it is known, or is a name; the capital of the first word makes none."""
    a_name = token.looks_like_a_name and not (first and token.text[1:].islower())
    if a_name or token.quoted or _in_grammar(token) or _in_graph(token, index):
        return (token,)
    return tuple(Token(word, word) for word in near_words(token.low, spellable())) or (token,)


def _in_graph(token: Token, index: NameIndex) -> bool:
    told = index.holds_word(token.text) or index.events.holds_word(token.text)
    return told or bool(known_country((token,)))
