"""Whether the words of all statements and of the grammar of questions are known: `python -m graph.spelling`."""

import re
import sys
from collections.abc import Iterator, Set

from graph.asking.grammar import grammar
from graph.browsing.listing import Sort
from graph.catalogue import Link, names, statement
from ontology.terms import RELATIONS, NodeKind, Relation, Role, Status

_LABELS = {*NodeKind, "Bundle", "Graph", "__Label__", "__Start__", "__End__"}
_EDGES = {*Link, *(ends.edge for ends in RELATIONS.values()), "__Type__"}
_VALUES: dict[str, Set[str]] = {
    "relation": set(Relation),
    "status": set(Status),
    "statuses": set(Status),
    "role": set(Role),
    "roles": set(Role),
    "kind": set(NodeKind),
    "sort": set(Sort),
}
"""What a word can be, by the name of what holds it."""
_OTHERS = {"graph", "taken", "in-office", "stated", "", " ", "/", "-99-99"}
"""What words can be that something else holds, and what joins and parts texts."""

_COMMENT = re.compile(r"//[^\n]*")
_LABELLED = re.compile(r"\(\w*:(\w+(?:\|\w+)*)")
_TYPED = re.compile(r"\[\w*:(\w+(?:\|\w+)*)")
_QUOTED = re.compile(
    r"(?:(\w+)(?:\s*(?:=|<>)\s*|:\s*))?'([^']*)'(?:\s+(?:AS|IN)\s+(?:\$\w+\[\w+\]\.|\w+\.|\$)?(\w+))?"
)
_LISTED = re.compile(r"(\w+)\s+IN\s+\[([^\]]*)\]")
_WORD = re.compile(r"'([^']*)'")


def misspelt(statement: str) -> Iterator[str]:
    """The labels, types of edge and values in the text of a statement that there are not."""
    text = _COMMENT.sub("", statement)
    for pattern, known, what in ((_LABELLED, _LABELS, "label"), (_TYPED, _EDGES, "type of edge")):
        words = {word for listed in pattern.findall(text) for word in listed.split("|")}
        yield from (f"{word!r} is no {what}" for word in sorted(words - known))
    listed = [(h, word, "") for h, words in _LISTED.findall(text) for word in _WORD.findall(words)]
    for before, word, after in (*listed, *_QUOTED.findall(_LISTED.sub("", text))):
        holder = before or after
        if word not in _VALUES.get(holder, _OTHERS):
            yield f"{word!r} is no value of {holder or 'anything'}"


def main() -> int:
    """Says which words of which statements are not known, and the first of the grammar."""
    found = [
        f"{name}.cypher: {fault}" for name in names() for fault in misspelt(statement(name).text)
    ]
    try:
        grammar()
    except ValueError as error:
        found.append(str(error))
    sys.stderr.writelines(f"{each}\n" for each in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
