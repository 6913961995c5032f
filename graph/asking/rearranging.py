"""A question whose words stand in an order of their own, put into the orders that the grammar knows."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice, permutations
from typing import NamedTuple

from graph.asking.actors import Tokens, bare
from graph.asking.index import NameIndex
from graph.asking.misspelling import misspelt_persons
from graph.asking.patterns import parse, spelt_out
from graph.asking.refusing import strangers
from graph.asking.words import Token
from ontology.model import Record
from ontology.tables import made

_FILE = "orders.toml"
_MOST_PARTS = 4
_MOST_ORDERS = 60
_BLANK = re.compile(r"\{(noun|1|2|\*)\}")
_LIGHT, _NONE = "light", "none"

Words = tuple[str, ...]


class _Reading(Record):
    """How a question for `focus` is put, by what was done."""

    focus: str
    says: dict[str, tuple[str, ...]]


class _Source(Record):
    """The tables as they are written."""

    bound: frozenset[str]
    inverting: frozenset[str]
    supporting: frozenset[str]
    light: tuple[str, ...]
    focus: dict[str, tuple[str, ...]]
    opening: dict[str, tuple[str, ...]]
    relation: dict[str, tuple[str, ...]]
    reading: tuple[_Reading, ...]


class Orders(NamedTuple):
    """The words that are looked for anywhere, and the questions that are made of what is left."""

    bound: frozenset[str]
    inverting: frozenset[str]
    supporting: frozenset[str]
    light: Mapping[Words, tuple[str, ...]]
    focus: Mapping[Words, tuple[str, ...]]
    opening: Mapping[Words, tuple[str, ...]]
    relation: Mapping[Words, tuple[str, ...]]
    says: Mapping[tuple[str, str], tuple[str, ...]]
    longest: int
    vocabulary: frozenset[str]


class _Found(NamedTuple):
    """The words [start, end) that say what is asked for or what was done, and that."""

    start: int
    end: int
    name: str


@cache
def orders() -> Orders:
    """The tables; raises PatternError and ValueError where they are malformed."""
    source = made(
        _Source, _FILE, tomllib.loads(files("graph.asking").joinpath(_FILE).read_text("utf-8"))
    )
    light = _by_words({_LIGHT: source.light})
    focus, relation = _by_words(source.focus), _by_words(source.relation)
    return Orders(
        bound=source.bound,
        inverting=source.inverting,
        supporting=source.supporting,
        light=light,
        focus=focus,
        opening=_by_words(source.opening),
        relation=relation,
        says={(r.focus, name): texts for r in source.reading for name, texts in r.says.items()},
        longest=max(map(len, (*light, *focus, *relation))),
        vocabulary=frozenset(word for words in (*light, *focus, *relation) for word in words),
    )


def _by_words(table: Mapping[str, Iterable[str]]) -> Mapping[Words, tuple[str, ...]]:
    found: dict[Words, tuple[str, ...]] = {}
    for name, texts in table.items():
        for words in (run for text in texts for run in spelt_out(parse(text, {})) if run):
            found[words] = (*found.get(words, ()), name)
    return found


def can_be_rearranged(tokens: Tokens, index: NameIndex) -> bool:
    """Is each word known, or a name that may be misspelt, and none bound to its place?"""
    known = orders()
    bound = any(token.low in known.bound and not token.quoted for token in tokens)
    strange = (t for t in strangers(tokens, index) if t.low not in known.vocabulary)
    return not bound and all(
        t.looks_like_a_name and misspelt_persons(t.text, index) for t in strange
    )


def rearranged(tokens: Tokens) -> Iterator[Tokens]:
    """The question in each order that the grammar may know, the likeliest first."""
    known = orders()
    tried = dict.fromkeys(
        order
        for focus in (*_opening(tokens), *_found(tokens, known.focus))
        for relation in (*_found(tokens, known.relation), *_unsaid(tokens, focus))
        if relation is None or relation.start >= focus.end or relation.end <= focus.start
        for order in _orders(tokens, focus, relation)
    )
    yield from islice((order for order in tried if order != tokens), _MOST_ORDERS)


def _unsaid(tokens: Tokens, focus: _Found) -> Iterator[None]:
    """None, where what was done may be left unsaid: not behind an auxiliary that has no other verb."""
    if not any(token.low in orders().supporting for token in tokens[focus.end :]):
        yield None


def _found(tokens: Tokens, table: Mapping[Words, tuple[str, ...]]) -> Iterator[_Found]:
    """Where words of the table stand, the longest first; words of names left out."""
    spans = (
        (start, start + length)
        for length in range(orders().longest, 0, -1)
        for start in range(len(tokens) - length + 1)
    )
    for start, end in spans:
        run = tokens[start:end]
        names = table.get(tuple(token.low for token in run), ())
        if names and not any(_is_of_a_name(token, start + at) for at, token in enumerate(run)):
            yield from (_Found(start, end, name) for name in names)


def _opening(tokens: Tokens) -> Iterator[_Found]:
    return (found for found in _found(tokens, orders().opening) if found.start == 0)


def _is_of_a_name(token: Token, at: int) -> bool:
    return token.looks_like_a_name and (token.quoted or at > 0)


def _orders(tokens: Tokens, focus: _Found, relation: _Found | None) -> Iterator[Tokens]:
    says = orders().says.get((focus.name, relation.name if relation else _NONE), ())
    parts = _parts(tokens, focus, relation)
    if says and 0 < len(parts) <= _MOST_PARTS:
        noun = parts[0] if tokens[focus.end : focus.end + 1] == parts[0][:1] else None
        inverted = relation is not None and _is_inverted(tokens, focus, relation)
        for text in says:
            if not (inverted and _asks_for_who_did_it(text)):
                yield from _filled(text, parts, noun)


def _is_inverted(tokens: Tokens, focus: _Found, relation: _Found) -> bool:
    """ "whom did X visit": does who did it stand between an auxiliary and the verb, so that it is not asked for?"""
    before = [at for at in range(focus.end, relation.start) if tokens[at].low in orders().inverting]
    return any(at + 1 < relation.start for at in before)


def _asks_for_who_did_it(text: str) -> bool:
    """ "who visited …", "which {noun} visited …": not "who did {1} meet …"."""
    opening, *rest = text.split()
    verb = rest[1] if rest[0] == "{noun}" else rest[0]
    return opening in ("who", "which") and verb not in orders().inverting


def _parts(tokens: Tokens, focus: _Found, relation: _Found | None) -> list[Tokens]:
    """What stands between the words that were found and those that say nothing."""
    taken = {at for each in (focus, relation) if each for at in range(each.start, each.end)}
    for light in _found(tokens, orders().light):
        taken.update(range(light.start, light.end))
    parts: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        if at in taken:
            parts.append([])
        else:
            parts[-1].append(token)
    return [tuple(part) for part in parts if _tells(part)]


def _tells(part: Iterable[Token]) -> bool:
    return bool(bare(tuple(part)))


def _filled(text: str, parts: list[Tokens], noun: Tokens | None) -> Iterator[Tokens]:
    """The question with the parts in its blanks, in each order, all of them used."""
    blanks = _BLANK.findall(text)
    rest = list(parts)
    if "noun" in blanks:
        if noun is None:
            return
        rest.remove(noun)
    numbered = [blank for blank in blanks if blank.isdigit()]
    for order in permutations(rest):
        given = {"noun": noun or (), **dict(zip(numbered, order, strict=False))}
        left = order[len(numbered) :]
        if len(order) < len(numbered) or (left and "*" not in blanks):
            continue
        given["*"] = tuple(token for part in left for token in part)
        yield tuple(_tokens(text, given))


def _tokens(text: str, given: Mapping[str, Tokens]) -> Iterator[Token]:
    for at, piece in enumerate(text.split()):
        blank = _BLANK.fullmatch(piece)
        if blank:
            yield from given[blank[1]]
        else:  # the first has its capital, as in any question
            yield Token(piece if at else piece.capitalize(), piece)
