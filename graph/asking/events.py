"""Which events a phrase such as "the anti-corruption meetings in Minsk attended by X" means."""

from collections.abc import Iterator
from contextlib import suppress

from graph.asking.actors import (
    Tokens,
    attempt,
    bare,
    known_actors,
    known_places,
    looks_like_a_name,
    missing,
    without_kind_of_place,
)
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.grammar import grammar, low, vocabulary
from graph.asking.heads import Head, by_name, head_of, is_definite, longest_name
from graph.asking.index import NameIndex
from graph.asking.posts import anybody
from graph.asking.query import PRESENT, Facet, Pick, Selection
from graph.asking.remembering import remembered
from graph.asking.titles import known_country
from graph.asking.topics import anything, ids, is_plain, topics
from graph.asking.words import FUNCTION_WORDS, Token, said, stem, stems
from ontology.terms import NodeKind, Role

_ROLES: dict[str, tuple[Role, ...]] = {
    "chair": (Role.CHAIR,),
    "absent": (Role.ABSENT,),
    "organiser": (Role.ORGANISER, Role.HOST, Role.CHAIR),
}


@remembered
def events(tokens: Tokens, index: NameIndex) -> Selection:
    """The events that a phrase with a kind of event, or with the name of one, means; raises as `conditions` does."""
    words = bare(tokens)
    pick, words = take_pick(words)
    if pick and low(words[:1]) == ("of",):  # "the most recent of all the talks"
        words = bare(words[1:])
    if not words:
        raise Unread(low(tokens))
    head = head_of(words)
    if head is None:
        facets = _named(words, index)
        return Selection(said=said(words), facets=facets, pick=pick, since=index.latest)
    facets = _proper(words, head, index) or (
        *_before(words[: head.start], words[head.end - 1], index),
        *_label_words(head.extra, index),
        *_after(words[head.end :], index, gerund=words == tokens and not head.start),
    )
    definite = is_definite(tokens, len(tokens) - len(words) + head.end)
    telling = tuple(w for w in stems(said(words)) if (w,) not in grammar().phrases.joining)
    narrow = index.events.telling(telling) if definite else ()
    nouns = index.events.stating(stems(said(words[head.start : head.end]))) if definite else ()
    return Selection(
        said=said(words),
        types=head.types,
        facets=facets,
        pick=pick,
        since=index.latest,
        every=_asks_for_every(tokens),
        definite=definite,
        narrow=ids(narrow),
        nouns=ids(nouns),
    )


def _asks_for_every(tokens: Tokens) -> bool:
    every = grammar().phrases.every
    return any(low(tokens[:length]) in every for length in (1, 2, 3))


def take_pick(words: Tokens) -> tuple[Pick | None, Tokens]:
    """Whether the first, last or next is asked for, and the words without that."""
    phrases = grammar().phrases
    picks: dict[Pick, frozenset[tuple[str, ...]]] = {
        "last": phrases.last,
        "first": phrases.first,
        "next": phrases.next,
    }
    for length in (2, 1):
        for pick, known in picks.items():
            if low(words[:length]) in known:
                return pick, words[length:]
    return None, words


def _proper(words: Tokens, head: Head, index: NameIndex) -> tuple[Facet, ...]:
    """The demand of a name that the noun is part of: "the Munich Security Conference"; none where it is not."""
    named = words[: head.end]
    found = by_name(named, index) if head.start and len(stems(said(named))) > 1 else ()
    if not found:
        return ()
    return (Facet(said=said(named), events=ids(found)), *_after(words[head.end :], index))


def _named(words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """The events of a proper name without a noun for their kind: "EDEX-2018"; raises as `missing`."""
    found, length = longest_name(words, index)
    if not found or known_places(words[:length], index):
        raise missing(words, index)
    return (
        Facet(said=said(words[:length]), events=ids(found)),
        *conditions(words[length:], index),
    )


def _label_words(extra: tuple[str, ...], index: NameIndex) -> tuple[Facet, ...]:
    """What a longer label demands, if a report uses it: "coordination meeting"."""
    if not extra:
        return ()
    found = (*index.events.entitled(extra), *index.events.stating(extra))
    return (Facet(said=" ".join(extra), events=ids(found)),) if found else ()


@remembered
def _before(words: Tokens, noun: Token, index: NameIndex) -> tuple[Facet, ...]:
    """What stands before the noun: topics, names, demonyms, each of which narrows."""
    words = _without_neutral(words)
    if not words:
        return ()
    failures: list[Unreadable] = []
    for end in range(len(words), 0, -1):
        try:
            first = _premodifier(words[:end], noun, index)
            return (*first, *_before(words[end:], noun, index))
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


def _premodifier(words: Tokens, noun: Token, index: NameIndex) -> tuple[Facet, ...]:
    """What the words demand of the noun behind them; raises Unread where they only lead to it: "the result of"."""
    if {words[0].low, words[-1].low} & FUNCTION_WORDS:
        raise Unread(tuple(word.text for word in words))
    parts = tuple(Token(piece, piece.lower()) for w in words for piece in w.text.split("-"))
    if len(words) == 1 and len(parts) > 1 and all(_is_an_actor(part, index) for part in parts):
        return tuple(_actor_facet((part,), index) for part in parts)
    named = len(words) > 1 or any(word.quoted for word in words)
    if found := by_name(words, index) if named else ():
        return (Facet(said=said(words), events=ids(found)),)
    told = index.events.quoting((*stems(said(words)), *stems(noun.text)))
    plain = is_plain(words) and not any(word.low in FUNCTION_WORDS for word in words)
    adjective = (Facet(said=said(words), events=ids(told)),) if told and plain else ()
    if all((word.low,) in grammar().phrases.soft for word in words):
        return adjective  # where no report has it: reports leave it out as often as not
    try:
        return (anything(words, index),)
    except (Unread, Unnamed):
        if not adjective or index.events.named(stems(said(words))):
            raise
        return adjective


def _is_an_actor(word: Token, index: NameIndex) -> bool:
    """May the word be a country, or somebody, in "the Polish-Latvian talks" and "the Sowa-Holt call"?"""
    named = word.text[:1].isupper() and attempt(known_actors, (word,), index)
    return bool(known_country((word,)) or named)


def _after(words: Tokens, index: NameIndex, *, gerund: bool = False) -> tuple[Facet, ...]:
    """What stands after the noun: a proper name, then conditions; after "meeting" as a verb, whom somebody met."""
    found, length = longest_name(words, index)
    if found:
        facet = Facet(said=said(words[:length]), events=ids(found))
        return (facet, *conditions(words[length:], index))
    try:
        return conditions(words, index)
    except Unread:
        if gerund:
            with suppress(Unreadable):
                return _actors(words, index, PRESENT)
        if words and (words[0].quoted or _begins_a_name(words)):
            raise Unnamed(said(words)) from None
        raise


def _begins_a_name(words: Tokens) -> bool:
    """Do the words name something that stands beside the noun: "exercise Northern Light"?"""
    named = words[0].looks_like_a_name and looks_like_a_name(words)
    return named and not known_country(words)


@remembered
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
            if kind == "topic" and _ends_with_place(words[length:end], index):
                continue
            try:
                read = _read(kind, _without_joining(words[length:end], words[end:]), index)
                return (*read, *conditions(words[end:], index))
            except Unreadable as failure:
                failures.append(failure)
    raise worst_left(failures)


def _without_joining(words: Tokens, rest: Tokens) -> Tokens:
    """The words without the "and" that joins them to another demand."""
    return words[:-1] if rest and words[-1].low == "and" else words


def _ends_with_place(words: Tokens, index: NameIndex) -> bool:
    """Is the last of it where the event was: "corruption in Riga", which no report has as one topic?"""
    places = grammar().prepositions["place"]
    at = next((at for at in range(1, len(words) - 1) if (words[at].low,) in places), None)
    if at is None or index.events.entitled(stems(said(words))):
        return False
    return bool(known_places(bare(words[at + 1 :]), index))


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
    if any(length > 1 for _, length in _prepositions(words)):  # "organised by" says who did
        return words
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
        return (_any_place_facet(words, index),)
    if kind == "topic":
        return topics(words, index)
    if kind == "any":
        return _anything(words, index)
    return _actors(words, index, _ROLES.get(kind, PRESENT))


def _anything(words: Tokens, index: NameIndex) -> tuple[Facet, ...]:
    """Whatever the words are; where they name several actors, all of them: "the meeting of Sowa and Holt"."""
    try:
        return (anything(words, index),)
    except Unreadable:
        with suppress(Unreadable):
            return _actors(words, index, PRESENT)
        raise


def _any_place_facet(words: Tokens, index: NameIndex) -> Facet:
    """Where it was, or in any of the places that "and" joins: no event is in two."""
    try:
        return _place_facet(words, index)
    except Unreadable:
        parts = [_without_preposition(part) for part in _split_at_and(words)]
        found = [known_places(bare(part), index) for part in parts]
        if len(parts) == 1 or not all(found):
            raise
        names = " or ".join(said(bare(part)) for part in parts)
        return Facet(said=f"in {names}", places=ids(place for each in found for place in each))


def _split_at_and(words: Tokens) -> list[Tokens]:
    at = next((at for at, word in enumerate(words) if word.low == "and"), len(words))
    return [words[:at], *(_split_at_and(words[at + 1 :]) if at < len(words) else ())]


def _without_preposition(words: Tokens) -> Tokens:
    places = grammar().prepositions["place"]
    return words[1:] if words and (words[0].low,) in places else words


def _place_facet(words: Tokens, index: NameIndex) -> Facet:
    """Where it was, or at which named occasion or body."""
    words = bare(words)
    if not words:
        raise Unread(())
    if places := known_places(words, index):
        return Facet(said=f"in {said(words)}", places=ids(places))
    found = index.events.named(stems(said(words)))
    bodies = [e for e in attempt(known_actors, words, index) if e.kind is NodeKind.ORGANISATION]
    if not (found or bodies):
        raise _no_place(words, index)
    return Facet(
        said=f"in {said(words)}",
        events=ids(found),
        actors=ids(bodies),
        roles=(*PRESENT, Role.ORGANISER),
    )


def _no_place(words: Tokens, index: NameIndex) -> Unreadable:
    """That no report has such a place, with the names in which its own stands: a region's council, not the region."""
    name = without_kind_of_place(words)
    near = index.alike(said(name)) if name and not vocabulary() & set(low(name)) else ()
    return Unnamed(said(words), near) if near else missing(words, index)


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
    try:
        found = anybody(words, index)
    except Unreadable:
        if facet := _of_place(words, index):
            return facet
        raise
    return Facet(said=f"with {found.said}", actors=found.ids, roles=roles)


def _of_place(words: Tokens, index: NameIndex) -> Facet | None:
    """Those of a place: "with the Riga officials" are events there, or of whose sentence the words are."""
    named = bare(words)
    a_side = len(named) > 1 and (stem(named[-1].low),) in grammar().phrases.sides
    places = known_places(named[:-1], index) if a_side else ()
    told = index.events.stating(stems(said(named[:-1]))) if places else ()
    return Facet(said=f"with {said(named)}", places=ids(places), told=ids(told)) if places else None


def worst_left(failures: list[Unreadable]) -> Unreadable:
    """The failure that tells most: an ambiguous or unknown name, else the fewest words not understood."""
    for kind in (Ambiguous, Unnamed):
        if told := [failure for failure in failures if isinstance(failure, kind)]:
            return max(told, key=lambda failure: len(str(failure)))
    return min(failures, key=lambda failure: (not str(failure), len(str(failure))))
