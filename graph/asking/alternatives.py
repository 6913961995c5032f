"""Two questions in one: "Who met Sowa or Holt?" asks who met Sowa, and who met Holt."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from graph.asking.actors import Tokens
from graph.asking.grammar import grammar
from graph.asking.query import Either, Kind, NotNamed, Query, Refusal
from graph.asking.words import Token
from ontology.terms import Role

Reader = Callable[[Tokens], Query | NotNamed | Refusal]

_LONGEST = 12
"""Words of one alternative."""
_COUNTS = frozenset({Kind.COUNT_EVENTS, Kind.COUNT_ACTORS, Kind.COUNT_DOCUMENTS})


def joins_alternatives(token: Token) -> bool:
    """Is it an "or" outside of quotation marks?"""
    return token.low == "or" and not token.quoted


def alternatives(tokens: Tokens, read: Reader) -> Either | Refusal:
    """Both questions, alike in shape, with the fewest words left out; a refusal where there are no such two."""
    words = tuple(token for token in tokens if token.low != "either" or token.quoted)
    places = [at for at, word in enumerate(words) if joins_alternatives(word)]
    if len(places) == 1:
        before, after = words[: places[0]], words[places[0] + 1 :]
        ones = _queries(read, ((end, before + after[end:]) for end in _ends(after)))
        others = _queries(read, ((left, before[:-left] + after) for left in _ends(before[::-1])))
        for _, one, other in sorted(_pairs(ones, others), key=lambda pair: pair[0]):
            return Either(queries=(one, other))
    return Refusal(
        words=("or",), reason="What 'or' joins can only be asked for in a question of its own each"
    )


def _ends(words: Tokens) -> Iterator[int]:
    """How many words may be the alternative: no name is cut through."""
    for end in range(1, min(_LONGEST, len(words)) + 1):
        if not all(map(_in_a_name, words[end - 1 : end + 1])) or end == len(words):
            yield end


def _in_a_name(token: Token) -> bool:
    return token.looks_like_a_name and (token.low,) not in grammar().phrases.openers


def _queries(read: Reader, ways: Iterable[tuple[int, Tokens]]) -> dict[int, Query]:
    """The queries whose answers may be put together with others, by the number of words left out."""
    found = {left_out: read(way) for left_out, way in ways}
    return {n: query for n, query in found.items() if isinstance(query, Query) and _adds_up(query)}


def _pairs(
    ones: Mapping[int, Query], others: Mapping[int, Query]
) -> Iterator[tuple[int, Query, Query]]:
    for n, one in ones.items():
        for m, other in others.items():
            if _shape(one) == _shape(other):
                yield n + m, one, other


def _shape(query: Query) -> tuple[object, ...]:
    """What two questions have in common that are asked in one."""
    named = [each is None for each in (query.one, query.other, query.posts)]
    return (query.kind, len(query.selection.facets), *named)


def _adds_up(query: Query) -> bool:
    """Do its answers and those of another make the answer? Not a number, the last of all, nor whoever is left out."""
    left_out = query.without or Role.ABSENT in query.roles
    return not (query.kind in _COUNTS or query.selection.pick or left_out)
