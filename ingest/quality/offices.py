"""When a post found is the post of the gold: its title and its body, wherever the border between the two is drawn."""

from collections.abc import Iterable

from ingest.quality.lexicon import listed
from ingest.quality.wording import Words, countries, country_alone, words


class Office:
    """A post as the gold tells it: its accepted titles, and every form of its body."""

    def __init__(self, titles: Iterable[str], bodies: Iterable[str], home: str | None) -> None:
        self._titles = [_title(each) for each in titles if each]
        self._home = countries(words(home))
        first = next(iter(self._titles), frozenset())
        forms = [form for body in bodies for form in self._forms(first, body)]
        self._bodies = [form for form in dict.fromkeys(forms) if form]
        self._allowed = self._home.union(*self._bodies, *self._titles)

    def _forms(self, title: Words, body: str) -> Iterable[Words]:
        """The body; a country's ministry for the country; without its country; with it where the gold names that."""
        named = words(body)
        yield named
        if nation := country_alone(body):
            yield from _ministries(title, nation)
            return
        yield named - countries(named)
        if self._home and not countries(named):
            yield named | {min(self._home)}

    def is_of(self, title: str | None, body: str | None) -> bool:
        """Is it of the same body? Where none was found, the title must hold it."""
        if named := words(body):
            return named in self._bodies
        return any(form < words(title) for form in self._bodies)

    def is_called(self, title: str | None, body: str | None) -> bool:
        """Is it the same title, given that it is of the same body?"""
        found = _title(title)
        if not found or not countries(found) <= self._allowed:
            return False
        whole = _joined(found, words(body))
        return any(
            self._core(found) == self._core(gold)
            or any(whole == _joined(gold, form) for form in self._bodies)
            for gold in self._titles
        )

    def _core(self, title: Words) -> Words:
        """The title without the longest form of the body that it holds."""
        held = [form for form in self._bodies if form < title]
        return title - max(held, key=len) if held else title


def _title(text: str | None) -> Words:
    return words(text) - listed("tenure")


def _joined(title: Words, body: Words) -> Words:
    both = title | body
    return both - countries(both) - listed("between")


def _ministries(title: Words, nation: str) -> Iterable[Words]:
    """The bodies that stand for a country of which somebody is minister, with and without its name."""
    if {"prime", "minister"} <= title:
        yield frozenset({"government", nation})
        return
    portfolio = title - listed("portfolio_not") - countries(title)
    body: Words = frozenset()
    if "minister" in title and portfolio:
        body = portfolio | {"ministry"}
    elif "secretary" in title and nation == _the_states() and portfolio:
        body = portfolio | {"department"}
    elif {"prosecutor", "general"} <= title:
        body = frozenset({"prosecutor", "general", "office"})
    if body:
        yield from (body, body | {nation})


def _the_states() -> str | None:
    """The country whose ministers are secretaries of departments."""
    return country_alone("United States")
