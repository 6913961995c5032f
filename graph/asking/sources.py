"""What somebody says: the answers that rest on claims in his words, which no report makes its own."""

from collections.abc import Iterable, Iterator

from graph.asking.actors import Tokens, bare, looks_like_a_name
from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Unnamed, Unread
from graph.asking.index import NameIndex
from graph.asking.posts import anybody
from graph.asking.query import Kind, Query, Refusal, Speaker
from graph.asking.words import said
from graph.catalogue import statement
from ontology.names import name_key, similar_person
from ontology.terms import NodeKind, Status

_TOLD = frozenset(
    {
        Kind.PARTICIPANTS,
        Kind.CONTACTS,
        Kind.EVENTS,
        Kind.WHEN,
        Kind.DURATIONS,
        Kind.WHERE,
        Kind.TOPICS,
        Kind.WHETHER_MET,
        Kind.WHETHER_TOOK_PART,
        Kind.WHETHER_EVENTS,
    }
)
"""Kinds each of whose answers rests on claims of its own."""
_ONLY = (
    "Of what somebody says only who was where, when and about what can be asked, and who met whom"
)


def speaker(tokens: Tokens, index: NameIndex) -> Speaker:
    """The actor whose words are asked for, or whoever else has this name; raises as `anybody` does."""
    try:
        found = anybody(tokens, index)
    except (Unread, Unnamed):
        words = bare(tokens)
        if not looks_like_a_name(tuple(word for word in words if word.low != "'s")):
            raise
        return Speaker(said=said(words), names=(said(words),))
    names = dict.fromkeys(name for each in found.ids for name in index.entries[each].names)
    return Speaker(said=found.said, names=tuple(names), kinds=found.kinds)


def as_told(asked: Query, by: Speaker) -> Query | Refusal:
    """The query that what the speaker says answers; a refusal where his words alone make no answer of it."""
    compared = asked.often or asked.selection.pick or asked.also or asked.nor or asked.apart
    if asked.kind not in _TOLD or compared or asked.selection.beside:
        return Refusal(reason=_ONLY)
    statuses = dict.fromkeys((*asked.statuses, Status.CLAIMED))
    return asked.model_copy(update={"by": by, "statuses": tuple(statuses)})


def in_words_of(desk: Desk, by: Speaker, lines: Iterable[Line]) -> Iterator[Line]:
    """The answers that the speaker's own words support, with just these claims."""
    lines = tuple(lines)
    claims = sorted({claim for line in lines for claim in line.claims})
    rows = desk.read(statement("ask_speakers"), claims=strings(claims)) if claims else ()
    his = {str(row["claim"]) for row in rows if _is(by, str(row["speaker"]))}
    for line in lines:
        if kept := tuple(claim for claim in line.claims if claim in his):
            yield line.model_copy(update={"claims": kept})


def _is(by: Speaker, name: str) -> bool:
    if by.kinds == {NodeKind.PERSON}:
        return any(similar_person(name, each) for each in by.names)
    return any(name_key(name) == name_key(each) for each in by.names)
