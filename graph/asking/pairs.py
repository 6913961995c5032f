"""Two actors named together: "A and B", "the foreign ministers of A and B", "the Armenian and Georgian presidents"."""

from collections.abc import Iterator

from graph.asking.actors import Tokens, bare
from graph.asking.failures import Unread, Unreadable
from graph.asking.grammar import grammar
from graph.asking.index import NameIndex
from graph.asking.posts import anybody, holder
from graph.asking.query import Named, Pair
from graph.asking.remembering import remembered
from graph.asking.words import Token

_TITLE_WORDS = 5
_OF = Token("of", "of")


@remembered
def pair(tokens: Tokens, index: NameIndex) -> Pair:
    """The two; raises Unread where there are not two, else as `anybody` does."""
    words = _without_number(bare(tokens))
    failure: Unreadable = Unread(tuple(word.text for word in words))
    for at, word in enumerate(words):
        if word.low in ("and", "with") and 0 < at < len(words) - 1:
            try:
                return _pair(words[:at], words[at + 1 :], index)
            except Unreadable as error:
                failure = error
    raise failure


def _without_number(words: Tokens) -> Tokens:
    while words and (words[0].low,) in grammar().phrases.pairs:
        words = bare(words[1:])
    return words


def _pair(left: Tokens, right: Tokens, index: NameIndex) -> Pair:
    """Either side as it stands, else each with the title that is said of both."""
    for one, other in _with_title(left, right):
        try:
            return Pair(one=holder(one, index), other=holder(other, index))
        except Unreadable:
            continue
    return Pair(one=_one(left, index), other=_one(right, index))


def _one(words: Tokens, index: NameIndex) -> Named:
    return anybody(_without_number(bare(words)), index)


def _with_title(left: Tokens, right: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    for at, word in enumerate(left):
        if word.low in ("of", "from") and at and left[at + 1 :]:
            yield left, (*left[:at], _OF, *right)
    for length in range(1, min(_TITLE_WORDS, len(right) - 1) + 1):
        yield (*left, *right[-length:]), right
