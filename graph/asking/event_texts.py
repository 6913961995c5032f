"""Events found by the words that tell of them: name, topics, places, and the sentences that state them."""

from collections.abc import Iterable, Mapping

from graph.asking.entry import Entry, Ids, all_of, inverted
from graph.asking.words import name_runs, stems


class EventTexts:
    """The words of all events; a run is a sequence of stems that stand one after the other."""

    def __init__(self, events: Iterable[Entry]) -> None:
        self._events: Mapping[str, Entry] = {event.id: event for event in events}
        self._titles = {i: _runs((_parted(e.name)[0], *e.words)) for i, e in self._events.items()}
        self._present = {i: _runs((_parted(e.name)[1],)) for i, e in self._events.items()}
        self._quotes = {i: _runs(e.quoted) for i, e in self._events.items()}
        self._names = {i: _names((e.name, *e.words, *e.quoted)) for i, e in self._events.items()}
        self._by_title_stem = _table(self._titles)
        self._by_present_stem = _table(self._present)
        self._by_quoted_stem = _table(self._quotes)
        self._by_name_stem = _table(self._names)

    def entitled(self, run: tuple[str, ...]) -> tuple[Entry, ...]:
        """The events that have the run in their name, a topic or a place."""
        found = all_of(self._by_title_stem, run)
        return self._sorted(i for i in found if _has(self._titles[i], run))

    def titled(self, words: Iterable[str]) -> tuple[Entry, ...]:
        """The events whose name, topics and places hold all the stems."""
        return self._sorted(all_of(self._by_title_stem, words))

    def attended(self, run: tuple[str, ...]) -> tuple[Entry, ...]:
        """The events that have the run in the list of those present: a "Council against Corruption" is about that."""
        found = all_of(self._by_present_stem, run)
        return self._sorted(i for i in found if _has(self._present[i], run))

    def stating(self, run: tuple[str, ...]) -> tuple[Entry, ...]:
        """The events that have the run in a sentence that states them."""
        found = all_of(self._by_quoted_stem, run)
        return self._sorted(i for i in found if _has(self._quotes[i], run))

    def named(self, run: tuple[str, ...]) -> tuple[Entry, ...]:
        """The events whose texts write the run as a name; those that have it in name, topics or places, if any do."""
        found = all_of(self._by_name_stem, run)
        written = self._sorted(i for i in found if _has(self._names[i], run))
        return tuple(e for e in written if _has(self._titles[e.id], run)) or written

    def quoting(self, words: Iterable[str]) -> tuple[Entry, ...]:
        """The events whose stating sentences hold all the stems."""
        return self._sorted(all_of(self._by_quoted_stem, words))

    def telling(self, words: Iterable[str]) -> tuple[Entry, ...]:
        """The events of which name, topics, places and stating sentences together hold all the stems."""
        none = frozenset[str]()
        wanted = [
            self._by_title_stem.get(word, none) | self._by_quoted_stem.get(word, none)
            for word in words
        ]
        return self._sorted(frozenset.intersection(*wanted) if wanted else none)

    def holds_word(self, word: str) -> bool:
        """Does any stating sentence hold all the stems of this word?"""
        wanted = stems(word)
        return bool(wanted) and all(part in self._by_quoted_stem for part in wanted)

    def _sorted(self, ids: Iterable[str]) -> tuple[Entry, ...]:
        return tuple(self._events[i] for i in sorted(ids))


def _runs(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {' '.join(stems(text))} " for text in texts)


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {' '.join(run)} " for text in texts for run in name_runs(text))


def _table(runs: Mapping[str, tuple[str, ...]]) -> Ids:
    return inverted((word, i) for i, texts in runs.items() for t in texts for word in t.split())


def _parted(name: str) -> tuple[str, str]:
    """The name of an event, and the list of those present that a description ends with."""
    at = name.rfind(" (") if name.endswith(")") else -1
    return (name[:at], name[at:]) if at >= 0 else (name, "")


def _has(texts: Iterable[str], run: tuple[str, ...]) -> bool:
    wanted = f" {' '.join(run)} "
    return any(wanted in text for text in texts)
