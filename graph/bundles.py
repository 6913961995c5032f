"""Mentions counted together: those of one kind, key and contexts, between which nothing decides.

A name that every report gives would otherwise be decided on mention by mention, and each new report
would cost more than the one before. A mention without contexts, or one that a judgement is about, is
a bundle of its own.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from graph.catalogue import statement
from graph.derive import End
from graph.resolve import Named, World, pair, resolve
from graph.store import Row, Transaction, Value
from ontology.model import Judgement, content_id
from ontology.terms import NodeKind, Verdict


class Said(NamedTuple):
    """One thing that a mention says about what it names: `what` is name, form, country or facts."""

    what: str
    value: str


Told = Counter[Said]
"""What mentions say, with the number of mentions that say so."""


@dataclass(frozen=True)
class Bundle:
    """Mentions that are decided on together, with what they say and the world node they have at present."""

    named: Named
    told: Told = field(default_factory=Told)
    world: World | None = None


class Member(NamedTuple):
    """A mention in the store with its report and the bundle that it is counted in."""

    mention: str
    report: str
    bundle: str


def bundle_of(mention: Named, judged: Collection[str]) -> Named:
    """The bundle of a mention: its own where it has no context or a judgement is about it."""
    if not mention.contexts:
        return mention._replace(key=mention.id)
    if mention.id in judged:
        return mention
    identifier = content_id("bundle", mention.kind, mention.key, sorted(mention.contexts))
    return mention._replace(id=identifier)


def judged_mentions(judgements: Iterable[Judgement]) -> set[str]:
    """The mentions that judgements on identity are about."""
    return {
        mention for one in judgements if one.verdict is not Verdict.REJECT for mention in pair(one)
    }


class Ledger:
    """The bundles that one change touches, before and after it; reads, writes nothing."""

    def __init__(
        self,
        transaction: Transaction,
        was_judged: Iterable[Judgement],
        judged: Iterable[Judgement],
    ) -> None:
        """`was_judged` and `judged` are the judgements before and after the change."""
        self._transaction = transaction
        self._judgements = [each for each in judged if each.verdict is not Verdict.REJECT]
        partners: dict[str, set[str]] = defaultdict(set)
        for one in (*was_judged, *self._judgements):
            if one.verdict is not Verdict.REJECT:
                for mention in pair(one):
                    partners[mention].update(pair(one))
        self._partners = partners
        self._change: dict[str, Told] = defaultdict(Told)
        self._coming: dict[str, Named] = {}
        self.before: dict[str, Bundle] = {}
        self.after: dict[str, Bundle] = {}

    def take(self, bundle: str, said: Iterable[Said]) -> None:
        """A mention of this bundle goes."""
        self._change[bundle].subtract(said)

    def put(self, bundle: Named, said: Iterable[Said]) -> None:
        """A mention of this bundle comes."""
        self._change[bundle.id].update(said)
        self._coming[bundle.id] = bundle

    def settle(self) -> None:
        """Decides anew on all that came or went, and on all that shares a name or a judgement with it."""
        self._load()
        # A bundle of one mention may come back with other contexts than it went with.
        named = {name: each.named for name, each in self.before.items()} | self._coming
        told = {name: self._told(name) for name in named}
        worlds = resolve((named[name] for name in named if told[name]), self._judgements)
        self.after = {
            name: Bundle(named[name], told[name], world) for name, world in worlds.items()
        }

    def _told(self, name: str) -> Told:
        """What the mentions of a bundle will say, without what none says any more."""
        told = Told(self.before[name].told if name in self.before else ())
        told.update(self._change.get(name, ()))
        return +told

    def changed(self) -> list[Bundle]:
        """The bundles that are new or not as before."""
        return [each for name, each in sorted(self.after.items()) if each != self.before.get(name)]

    def ended(self) -> list[str]:
        """The bundles of which no mention is left."""
        return sorted(set(self.before) - set(self.after))

    def moved(self) -> list[str]:
        """The bundles that are decided on differently than before."""
        return [
            name
            for name, each in sorted(self.after.items())
            if name in self.before and each.world != self.before[name].world
        ]

    def members(self, bundles: Iterable[str]) -> list[Member]:
        """The mentions that these bundles have in the store."""
        ids = sorted(bundles)
        rows = self._transaction.run(statement("mentions_of_bundles"), bundles=ids) if ids else []
        return [Member(*(str(row[name]) for name in Member._fields)) for row in rows]

    @staticmethod
    def worlds(bundles: Mapping[str, Bundle]) -> dict[End, Told]:
        """What these bundles tell of each world node."""
        told: dict[End, Told] = defaultdict(Told)
        for bundle in bundles.values():
            if bundle.world:
                told[End(bundle.named.kind, bundle.world.id)].update(bundle.told)
        return dict(told)

    def _load(self) -> None:
        """Reads the bundles that were named, then those that share a key or a judgement with a known one."""
        ids, keys = set(self._change), {each.key for each in self._coming.values()}
        seen_ids: set[str] = set()
        seen_keys: set[str] = set()
        while ids or keys:
            seen_ids |= ids
            seen_keys |= keys
            rows = [
                *(
                    self._transaction.run(statement("bundles_by_id"), ids=sorted(ids))
                    if ids
                    else ()
                ),
                *(
                    self._transaction.run(statement("bundles_by_key"), keys=sorted(keys))
                    if keys
                    else ()
                ),
            ]
            self.before |= {each.named.id: each for each in map(bundle_row, rows)}
            known = {*self.before, *self._coming}
            ids = {other for each in known for other in self._partners.get(each, ())} - seen_ids
            keys = {each.named.key for each in self.before.values()} - seen_keys


def bundle_row(row: Row) -> Bundle:
    """A bundle as the store has it."""
    has = cast("Mapping[str, Any]", row["properties"])
    told = Told(
        {
            Said(what, value): count
            for what, counts in json.loads(has["told"]).items()
            for value, count in counts.items()
        }
    )
    contexts = frozenset(has.get("contexts") or ())
    named = Named(has["id"], NodeKind(has["kind"]), has["key"], contexts)
    return Bundle(named, told, World(has["world"], has["rule"]))


def bundle_properties(bundle: Bundle) -> dict[str, Value]:
    """The properties of a bundle's node."""
    told: dict[str, dict[str, int]] = defaultdict(dict)
    for said, count in sorted(bundle.told.items()):
        told[said.what][said.value] = count
    named = bundle.named
    made: dict[str, Value] = {
        "id": named.id,
        "kind": named.kind.value,
        "key": named.key,
        "contexts": sorted(named.contexts),
        "told": json.dumps(told, ensure_ascii=False, separators=(",", ":")),
    }
    if bundle.world:
        made |= {"world": bundle.world.id, "rule": bundle.world.rule}
    return made
