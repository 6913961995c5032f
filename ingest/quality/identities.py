"""Who is who in one report: the forms of a name that its gold accepts as one."""

from collections.abc import Iterable

from ingest.quality.gold import Gold
from ingest.quality.wording import person_key, words


class Identities:
    """Names of one report, those in one list of aliases the same."""

    def __init__(self, gold: Gold) -> None:
        self._same: dict[str, set[str]] = {}
        for name in gold.named():
            self._join([name])
        for name, others in gold.aliases.items():
            self._join([name, *others])
        self._identity = {key: min(same) for key, same in self._same.items()}

    def _join(self, names: list[str]) -> None:
        together: set[str] = set()
        for key in (each for name in names for each in _keys(name)):
            together |= self._same.get(key, {key})
        for key in together:
            self._same[key] = together

    def of(self, name: str) -> str:
        """The same for every accepted form of a name."""
        for key in _keys(name):
            if key in self._identity:
                return self._identity[key]
        return f"unknown:{person_key(name)}"

    def of_all(self, names: Iterable[str | None]) -> frozenset[str]:
        """The identities of several names; empty ones are left out."""
        return frozenset(self.of(name) for name in names if name and name.strip())


def _keys(name: str) -> list[str]:
    """A name as a person's, in which order counts, and as another's."""
    person, other = person_key(name), " ".join(sorted(words(name)))
    return [f"{kind}:{key}" for kind, key in (("person", person), ("other", other)) if key]
