"""What a name in a question stands for: persons, bodies, countries, places, or the holders of a post."""

from collections.abc import Callable, Iterable, Iterator

from graph.asking.entry import Entry
from graph.asking.failures import Ambiguous, Unnamed, Unread
from graph.asking.grammar import grammar, low, topic_labels, verbs, vocabulary
from graph.asking.index import ACTORS, NameIndex
from graph.asking.misspelling import misspelt_persons, nearest
from graph.asking.query import Named
from graph.asking.titles import known_country, without_countries
from graph.asking.words import FUNCTION_WORDS, Token, said, stem, stems
from ontology.countries import country_by_code
from ontology.names import HONORIFICS, RANKS, name_key, person_key, similar_person, strip_titles
from ontology.terms import NodeKind

Tokens = tuple[Token, ...]
_CAPITAL = "capital"
_TURNING = frozenset({"before", "after", "since", "until", "than"})
"""Words of no name: "the minister before Sowa" is not Sowa."""


def bare(tokens: Tokens) -> Tokens:
    """The words without articles and the like in front."""
    determiners = grammar().phrases.determiners
    while tokens and (tokens[0].low,) in determiners:
        tokens = tokens[1:]
    return tokens


def named(said_as: str, entries: Iterable[Entry]) -> Named:
    """The entries as what the words stand for."""
    found = {entry.id: entry for entry in entries}
    return Named(said=said_as, ids=tuple(found), kinds=frozenset(e.kind for e in found.values()))


def actor(tokens: Tokens, index: NameIndex) -> Named:
    """The person, body or country of this name; raises Unread, Unnamed or Ambiguous."""
    words = bare(tokens)
    text = said(words)
    if not words:
        raise Unread(low(tokens))
    if found := known_actors(words, index):
        return named(text, found)
    if known_country(words):
        raise Unnamed(text)
    if meant := _misspelt(words, index):
        return named(f"{meant[0].name} (for {text!r})", meant)
    raise missing(words, index)


def known_actors(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The actors of this name, empty if none; raises Ambiguous."""
    if not words or {words[0].low, words[-1].low} & FUNCTION_WORDS or _is_a_question(words):
        return ()
    readings: tuple[Callable[[Tokens, NameIndex], tuple[Entry, ...]], ...] = (
        _country,
        _called,
        _person,
        _holding,
        _of_country,
    )
    for reading in readings:
        if found := reading(words, index):
            return found
    return ()


def _is_a_question(words: Tokens) -> bool:
    """Is one of its words none of a name: "did", "before", or a "When" before more than one other word?"""
    if any(word.low in _TURNING and word.text.islower() for word in words):
        return True
    asking = [at for at, word in enumerate(words) if word.low in verbs() and not word.quoted]
    return any(words[at].text.islower() or len(words) > 2 for at in asking)


def _country(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    code = known_country(words)
    entry = index.country(code) if code else None
    return (entry,) if entry else ()


def _called(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    found = index.called(said(words), *ACTORS)
    people = bool(found) and all(entry.kind is NodeKind.PERSON for entry in found)
    if not people:
        return found
    # Not all reports call whoever has a surname by it alone, and some do who has a full name elsewhere.
    return () if len(words) == 1 else index.persons(said(words))


def _person(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The person of this name, a post before it left out: "Defence Minister Sowa"."""
    for start in _after_titles(words, index):
        if found := _person_called(said(words[start:]), index):
            return _the_one(words, words[:start], found, index)
    return ()


def _after_titles(words: Tokens, index: NameIndex) -> Iterator[int]:
    """Where a name may begin, a post before it: not after "of", which makes it another's post."""
    for start in range(len(words)):
        if start and not _titles(words[start - 1], index):
            return
        if not start or words[start - 1].low not in FUNCTION_WORDS:
            yield start


def _titles(word: Token, index: NameIndex) -> bool:
    """May the word stand before a name as part of a post: a title, a rank, a country, "of"?"""
    rank = stem(word.low) in RANKS | HONORIFICS
    return rank or set(stems(word.text)) <= index.posts.title_stems or bool(known_country((word,)))


def _person_called(text: str, index: NameIndex) -> tuple[Entry, ...]:
    found = index.persons(text)
    given = strip_titles(text).casefold().split()[:-1]
    if not found and given and not _has_words_of_questions(given):
        surnamed = index.surnamed(text)
        found = tuple(e for e in surnamed if any(similar_person(text, n) for n in _fullest(e)))
        if not any(map(_has_given_name, found)) and any(map(_has_given_name, surnamed)):
            found = ()  # the Sowa that a report calls so is Maria Sowa, and not Marek
    if not found and " " not in text and stem(text.casefold()) not in RANKS:
        found = tuple(index.holding(stems(text), NodeKind.PERSON))  # by a given name alone
    return found


def _has_words_of_questions(words: Iterable[str]) -> bool:
    """Is one of them a word of the grammar, and so no given name: "events of Sowa"?"""
    return any(word in vocabulary() or word in FUNCTION_WORDS for word in words)


def _has_given_name(entry: Entry) -> bool:
    """Does any report call the person by more than a surname?"""
    return any(len(person_key(name).split()) > 1 for name in entry.names)


def _fullest(entry: Entry) -> tuple[str, ...]:
    """Its names of more than a surname, if it has any: Maria Sowa is not Marek Sowa, whom a report calls Sowa too."""
    return tuple(n for n in entry.names if len(person_key(n).split()) > 1) or entry.names


def _the_one(
    words: Tokens, before: Tokens, found: tuple[Entry, ...], index: NameIndex
) -> tuple[Entry, ...]:
    """The persons found if they may be one; else those of them who hold the post before the name; raises Ambiguous."""
    if _one_person(found):
        return found
    held = index.posts.entitled(stems(said(before))) if before else ()
    holders = {holder for post in held for holder in post.holders}
    fitting = tuple(entry for entry in found if entry.id in holders)
    if fitting and _one_person(fitting):
        return fitting
    raise Ambiguous(said(words), tuple(sorted(entry.name for entry in found)))


def _misspelt(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The one person whose name is almost this, a post before it left out."""
    for start in _after_titles(words, index):
        known = any(word.low in vocabulary() for word in words[start:])
        found = () if known else misspelt_persons(said(words[start:]), index)
        if found and _one_person(found):
            return found
    return ()


def _one_person(entries: tuple[Entry, ...]) -> bool:
    """May all of them be one person under fuller and shorter names?"""
    names = sorted({entry.name for entry in entries})
    if len({person_key(name) for name in names}) == 1:
        return True
    return all(similar_person(a, b) for at, a in enumerate(names) for b in names[at + 1 :])


def _holding(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The bodies whose name holds all the words, if these are enough to tell one."""
    wanted = stems(said(words))
    if (len(wanted) == 1 and wanted[0] in vocabulary()) or wanted in topic_labels():
        return ()
    if all(_titles(word, index) or word.low in FUNCTION_WORDS for word in words):
        return ()  # "the President of Kenya" is no council under him
    found = tuple(
        e
        for e in index.holding(wanted, NodeKind.ORGANISATION)
        if _keys(wanted) <= _keys(stems(" ".join(e.names)))
    )
    if len(found) > 1:
        raise Ambiguous(said(words), tuple(sorted(entry.name for entry in found)))
    return found


def _keys(words: Iterable[str]) -> frozenset[str]:
    return frozenset(name_key(word) or word for word in words)


def attempt(
    reading: Callable[[Tokens, NameIndex], tuple[Entry, ...]], words: Tokens, index: NameIndex
) -> tuple[Entry, ...]:
    """What the reading finds; nothing where the words are ambiguous."""
    try:
        return reading(words, index)
    except Ambiguous:
        return ()


def _of_country(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The body that is of a country which the words name besides: "the Kenyan Supreme Court"."""
    codes, rest = without_countries(words)
    while rest and rest[-1].low in FUNCTION_WORDS:
        rest = rest[:-1]
    rest = bare(rest)
    if not codes or not rest:
        return ()
    found = index.called(said(rest), NodeKind.ORGANISATION) or _holding(rest, index)
    return tuple(entry for entry in found if codes <= set(entry.countries))


def missing(words: Tokens, index: NameIndex) -> Unnamed | Unread:
    """The failure for words that name nothing known: a name not in the reports, or words not understood."""
    whole = words[-1].low not in FUNCTION_WORDS
    if whole and looks_like_a_name(words) and not _known(words, index):
        return Unnamed(said(words), nearest(said(words), index))
    return Unread(tuple(token.text for token in words))


def _known(words: Tokens, index: NameIndex) -> bool:
    """Is it the name of something, though not of what is asked for here?"""
    return bool(known_places(words, index) or attempt(known_actors, words, index)) or (
        index.called(said(words), NodeKind.TOPIC) != ()
    )


def looks_like_a_name(words: Tokens) -> bool:
    """Are all its words of weight written as in a name?"""
    openers = grammar().phrases.openers
    weighty = [w for w in words if stems(w.text)]
    if any((word.low,) in openers for word in words[:1]):
        return False
    return bool(weighty) and all(w.looks_like_a_name for w in weighty)


def place(tokens: Tokens, index: NameIndex) -> Named:
    """The place or country of this name; raises Unread or Unnamed."""
    words = bare(tokens)
    if not words:
        raise Unread(low(tokens))
    if found := known_places(words, index):
        return named(said(words), found)
    if known_country(words):
        raise Unnamed(said(words))
    raise missing(words, index)


def known_places(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The places and countries of this name, or whose name begins so: Gomel is in the Gomel region too."""
    if country := _whose_capital(words):
        return tuple(_capital(country, index))
    wanted = stems(said(words))
    found = dict.fromkeys(_country_and_capital(words, index))
    found |= dict.fromkeys(index.called(said(words), NodeKind.PLACE))
    if not found and wanted:
        found |= dict.fromkeys(e for e in index.holding(wanted, NodeKind.PLACE))
    name = without_kind_of_place(words)
    if not found and name and name != words:
        found |= dict.fromkeys(known_places(name, index))
    return tuple(found)


def _country_and_capital(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The country of the name, and its capital, which is in it."""
    code = known_country(words)
    return (*_country(words, index), *_capital(code, index)) if code else ()


def _capital(code: str, index: NameIndex) -> tuple[Entry, ...]:
    name = country_by_code(code).capital
    return index.called(name, NodeKind.PLACE) if name else ()


def _whose_capital(words: Tokens) -> str | None:
    """The country of which the words are the capital: "the Kenyan capital", "the capital of Kenya"."""
    at = next((at for at, word in enumerate(words) if word.low == _CAPITAL), None)
    if at is None:
        return None
    rest = (*words[:at], *words[at + 1 :])
    return known_country(bare(tuple(word for word in rest if word.low not in ("of", "'s"))))


def kind_of_place(tokens: Tokens, index: NameIndex) -> Named:
    """The places in whose names the words are: "air base"; raises Unread where they are in none."""
    words = bare(tokens)
    wanted = stems(said(words))
    found = index.holding(wanted, NodeKind.PLACE) if wanted else ()
    if not found or any(word.looks_like_a_name for word in words):
        raise Unread(tuple(word.text for word in tokens))
    return named(said(words), found)


def without_kind_of_place(words: Tokens) -> Tokens:
    """The name without 'region' or 'city of', which reports leave out as often as not."""
    regions = grammar().phrases.regions
    for cut in (1, 2):
        if low(words[:cut]) in regions and words[cut:]:
            return words[cut:]
    return words[:-1] if words and (stem(words[-1].low),) in regions else words
