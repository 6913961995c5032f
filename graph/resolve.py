"""Which mentions are the same actor: a pure decision beside the data, which judgements can change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from ontology.model import Judgement, content_id
from ontology.terms import NodeKind, Verdict


class Named(NamedTuple):
    """What decides the identity of a mention."""

    id: str
    report: str
    kind: NodeKind
    key: str
    contexts: frozenset[str]


class World(NamedTuple):
    """The world node that a mention resolves to, and the rule that says so."""

    id: str
    rule: str


class _Components:
    """Union-find over mention ids that refuses to join what is judged different."""

    def __init__(self, ids: Iterable[str], different: Iterable[tuple[str, str]]) -> None:
        self._parent = {each: each for each in ids}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in different:
            if one in self._parent and other in self._parent:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def root(self, mention: str) -> str:
        while self._parent[mention] != mention:
            self._parent[mention] = self._parent[self._parent[mention]]
            mention = self._parent[mention]
        return mention

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


def resolve(mentions: Iterable[Named], judgements: Iterable[Judgement]) -> dict[str, World]:
    """The world node of each mention, by mention id.

    Mentions of one kind are one when their keys are equal and they share a context, or when a judgement
    says `same`; never across a judgement `different`. The answer does not depend on the order given.
    """
    found = {mention.id: mention for mention in mentions}
    judged = sorted(judgements, key=lambda each: (each.verdict, each.id))
    different = [pair(each) for each in judged if each.verdict is Verdict.DIFFERENT]
    components = _Components(sorted(found), different)
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


def _sharing(mentions: Iterable[Named]) -> list[list[str]]:
    """Groups of mentions that share kind, key and a context, in a fixed order."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for mention in mentions:
        for context in mention.contexts:
            groups[mention.kind, mention.key, context].append(mention.id)
    return [sorted(groups[each]) for each in sorted(groups)]


def _join_all(components: _Components, group: Sequence[str]) -> None:
    """Joins each mention of a group with the first component of the group that may take it."""
    roots: list[str] = []
    for mention in group:
        if not any(components.join(root, mention) for root in roots):
            roots.append(mention)


def _worlds(
    found: Mapping[str, Named], components: _Components, by_hand: set[str]
) -> dict[str, World]:
    members: dict[str, list[Named]] = defaultdict(list)
    for mention in sorted(found.values()):
        members[components.root(mention.id)].append(mention)
    wanted = sorted((_identifier(group), group[0].id, root) for root, group in members.items())
    resolved: dict[str, World] = {}
    for identifier, rivals in groupby(wanted, key=lambda each: each[0]):
        # A judgement split one name in two: the part with the first mention keeps the name's id.
        for position, (_, first, root) in enumerate(rivals):
            world = identifier if position == 0 else content_id("split", identifier, first)
            for mention in members[root]:
                rule = "judgement" if mention.id in by_hand else "same-name-and-context"
                resolved[mention.id] = World(world, rule)
    return resolved


def _identifier(group: Sequence[Named]) -> str:
    """The id of a world node: of its smallest name and context, or of its first mention if it has none."""
    contexts: dict[str, set[str]] = defaultdict(set)
    for mention in group:
        contexts[mention.key] |= mention.contexts
    return min(
        content_id(group[0].kind, key, min(shared)) if shared else _alone(group, key)
        for key, shared in contexts.items()
    )


def _alone(group: Sequence[Named], key: str) -> str:
    return content_id(
        group[0].kind, key, "alone", min(each.id for each in group if each.key == key)
    )
