"""A question put in words of its own, as the questions that the grammar knows for it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice

from graph.asking.actors import Tokens
from graph.asking.grammar import Saying, grammar, low, named_patterns, patterns_of
from graph.asking.matching import match
from graph.asking.patterns import Choice, PatternError, parse, slots_of, words_of
from graph.asking.words import tokens_of, written
from ontology.model import Record
from ontology.tables import made

_FILE = "rewordings.toml"
_SLOT = re.compile(r"\{(\w+)\}")
_DEEPEST, _MOST = 3, 40
_TWICE = re.compile(
    r"\b(did|was|were|is|are) (did|does|do|was|were|is|are|has|have|had|will)\b", re.I
)
"""Two auxiliaries, of which no question is made."""
_IT = "it"
_QUESTION, _CLAUSE = "q", "x"
_JOINING = frozenset({"and", "or", "'s"})
_POINTING = frozenset({"the", "a", "an", "of", "his", "her", "its", "their"})


class Source(Record):
    """An entry of the table; `<it>` stands for the same one of `it` wherever it is written."""

    says: tuple[str, ...]
    put: tuple[str, ...]
    it: tuple[str, ...] = ("",)
    inverts: bool = False
    """Whether it gives an auxiliary to a question that has none: "where X met Y"."""


class _Table(Record):
    """The table as it is written."""

    auxiliaries: frozenset[str]
    opening: frozenset[str]
    macros: dict[str, str]
    rewording: tuple[Source, ...]


class Rewording:
    """Ways of putting a question, and what it may be put as instead."""

    def __init__(self, source: Source, it: str, known: Mapping[str, Choice]) -> None:
        macros = {**known, _IT: parse(it, {})}
        self.says = tuple(Saying(text, macros) for text in source.says)
        self.inverts = source.inverts
        self.put = tuple(text.replace(f"<{_IT}>", it) for text in source.put)
        for text in self.put:
            _refuse_loss(text, self.says)


def _refuse_loss(put: str, says: tuple[Saying, ...]) -> None:
    """Raises PatternError where words of the question would be left out of what it is put as."""
    kept = frozenset(_SLOT.findall(put))
    for slots in (each for saying in says for each in slots_of(saying.pattern)):
        if slots - kept:
            raise PatternError(f"{put!r} leaves out {sorted(slots - kept)}")


@cache
def _table() -> _Table:
    data = tomllib.loads(files("graph.asking").joinpath(_FILE).read_text(encoding="utf-8"))
    return made(_Table, _FILE, data)


@cache
def _rewordings() -> tuple[Rewording, ...]:
    table = _table()
    known = patterns_of(table.macros, named_patterns())
    return tuple(Rewording(each, it, known) for each in table.rewording for it in each.it)


@cache
def wording() -> frozenset[str]:
    """Every word that the rewordings are made of."""
    says = (saying.pattern for each in _rewordings() for saying in each.says)
    return frozenset[str]().union(*map(words_of, says))


def reworded(tokens: Tokens) -> Iterator[str]:
    """The question in other words, the nearest first; those put in other words again come last."""
    seen, layer = {written(tokens)}, [tokens]
    for _ in range(_DEEPEST):
        following = list(islice(_once(layer, seen), _MOST))
        yield from following
        layer = [tokens_of(text) for text in following]


def _once(layer: list[Tokens], seen: set[str]) -> Iterator[str]:
    for tokens in layer:
        words = frozenset(low(tokens))
        asked = words & _table().auxiliaries
        for rewording in (each for each in _rewordings() if not (each.inverts and asked)):
            for text in _of(rewording, tokens, words):
                if text not in seen:
                    seen.add(text)
                    yield text


def _of(rewording: Rewording, tokens: Tokens, words: frozenset[str]) -> Iterator[str]:
    for saying in rewording.says:
        if saying.may_match(words):
            for bindings in match(saying.start, tokens):
                if not all(_is_whole(name, tokens[start:end]) for name, start, end in bindings):
                    continue
                slots = {name: written(tokens[start:end]) for name, start, end in bindings}
                texts = (_filled(text, slots) for text in rewording.put)
                yield from (text for text in texts if not _TWICE.search(text))


def _is_whole(name: str, words: Tokens) -> bool:
    """Can the words be a phrase: do they neither begin with what only joins, nor end with what only points?

    In {q} is a question, in any other slot none; in {x} may be one that lacks its first word: "did X meet Y".
    """
    if {words[0].low, words[-1].low} & _JOINING or words[-1].low in _POINTING:
        return False
    if len(words) == 1 and words[0].low in grammar().stands_for_subject:
        return False
    if name == _QUESTION:
        return True
    verbs = _table().auxiliaries if name != _CLAUSE else frozenset[str]()
    return words[0].low not in _table().opening | verbs


def _filled(text: str, slots: Mapping[str, str]) -> str:
    filled = _SLOT.sub(lambda found: slots.get(found[1], ""), text)
    return " ".join(filled.replace(" 's", "'s").split())
