"""Which mentions are the same actor: a pure decision beside the data, which judgements can change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ontology.model import Judgement, content_id
from ontology.terms import NodeKind, Verdict


class Named(NamedTuple):
    """What decides the identity of one mention, or of a bundle of mentions that nothing tells apart."""

    id: str
    kind: NodeKind
    key: str
    contexts: frozenset[str]


class World(NamedTuple):
    """The world node that a bundle resolves to, and the rule that says so."""

    id: str
    rule: str


class _Components:
    """Union-find over ids that refuses to join what is judged different."""

    def __init__(self, ids: Iterable[str], different: Iterable[tuple[str, str]]) -> None:
        self._parent = {each: each for each in ids}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in different:
            if one in self._parent and other in self._parent:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def root(self, each: str) -> str:
        while self._parent[each] != each:
            self._parent[each] = self._parent[self._parent[each]]
            each = self._parent[each]
        return each

    def join(self, one: str, other: str) -> bool:
        first, second = sorted((self.root(one), self.root(other)))
        if first == second:
            return True
        if second in self._apart[first]:
            return False
        self._parent[second] = first
        for foe in self._apart.pop(second, set()):
            self._apart[foe].discard(second)
            self._apart[foe].add(first)
            self._apart[first].add(foe)
        return True


def resolve(named: Iterable[Named], judgements: Iterable[Judgement]) -> dict[str, World]:
    """The world node of each, by id.

    Those of one kind are one when their keys are equal and they share a context, or when a judgement
    says `same`; never across a judgement `different`. The answer does not depend on the order given.
    """
    found = {each.id: each for each in named}
    judged = sorted(judgements, key=lambda each: each.id)
    different = [pair(each) for each in judged if each.verdict is Verdict.DIFFERENT]
    components = _Components(found, different)
    same = [pair(each) for each in judged if each.verdict is Verdict.SAME]
    by_hand = {
        mention
        for one, other in same
        if _same_kind(found, one, other) and components.join(one, other)
        for mention in (one, other)
    }
    for group in _sharing(found.values()):
        _join_all(components, group)
    return _worlds(found, components, by_hand)


def pair(judgement: Judgement) -> tuple[str, str]:
    """The two mentions that a judgement on identity is about."""
    one, other = judgement.about
    return one, other


def _same_kind(found: Mapping[str, Named], one: str, other: str) -> bool:
    return one in found and other in found and found[one].kind is found[other].kind


def _sharing(named: Iterable[Named]) -> list[list[str]]:
    """Groups of those that share kind, key and a context, in a fixed order."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for each in named:
        for context in each.contexts:
            groups[each.kind, each.key, context].append(each.id)
    return [sorted(groups[each]) for each in sorted(groups)]


def _join_all(components: _Components, group: Sequence[str]) -> None:
    """Joins each of a group with the first component of the group that may take it."""
    roots: list[str] = []
    for each in group:
        if not any(components.join(root, each) for root in roots):
            roots.append(each)


def _worlds(
    found: Mapping[str, Named], components: _Components, by_hand: set[str]
) -> dict[str, World]:
    members: dict[str, list[Named]] = defaultdict(list)
    for each in sorted(found):
        members[components.root(each)].append(found[each])
    wanted = sorted((_identifier(group), group[0].id, root) for root, group in members.items())
    resolved: dict[str, World] = {}
    for identifier, rivals in groupby(wanted, key=lambda each: each[0]):
        # A judgement split one name in two: the part with the first id keeps the name's own.
        for position, (_, first, root) in enumerate(rivals):
            kind = found[first].kind
            world = content_id(kind, "part", identifier, first) if position else identifier
            for member in members[root]:
                rule = "judgement" if member.id in by_hand else "same-name-and-context"
                resolved[member.id] = World(world, rule)
    return resolved


def _identifier(group: Iterable[Named]) -> str:
    """The id of a world node, made from a name and context that its mentions have.

    Of several contexts it takes the last: "country:…", on which reports agree, sorts after "body:…".
    """
    contexts: dict[tuple[NodeKind, str], set[str]] = defaultdict(set)
    for each in group:
        contexts[each.kind, each.key] |= each.contexts
    return min(
        content_id(kind, key, max(shared, default="")) for (kind, key), shared in contexts.items()
    )
