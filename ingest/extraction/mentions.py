"""The mentions of a report: what its actors, posts, places, topics and events are called, and known by."""

import re
from collections.abc import Iterable

from ingest.document import Document
from ingest.extraction.actors import Actor, Roll, Tenure
from ontology.countries import country_by_code, country_named, find_countries
from ontology.model import Form, Mention, content_id
from ontology.names import fold, name_key, person_key
from ontology.posts import post_key
from ontology.terms import NodeKind

ANYWHERE = frozenset({"*"})
"""The context of a name that says all there is to know."""
_WORLDWIDE = re.compile(
    r"\b(?:[A-Z]{2,}|international|united nations|european|eurasian|world|nations|collective security"
    r"|commonwealth of|shanghai|north atlantic|arab|african|asian|american|red cross|red crescent)\b",
)


class Mentions:
    """The mentions of one document, each made once."""

    def __init__(
        self, document: Document, roll: Roll, home: str | None, known: Iterable[Mention] = ()
    ) -> None:
        """`home` is the code of the country that the whole report is about, if there is one."""
        self._document = document
        self._home = home
        self._roll = roll
        self._made = {mention.id: mention for mention in known}

    def all(self) -> tuple[Mention, ...]:
        """All of them, in the order in which they were made."""
        return tuple(self._made.values())

    def country(self, code: str) -> Mention:
        """The country of a code."""
        return self._make(
            NodeKind.COUNTRY, country_by_code(code).name, code.lower(), ANYWHERE, country=code
        )

    def person(self, actor: Actor) -> Mention:
        """A person, known across reports by name together with a post or a country."""
        contexts = {context for tenure in actor.tenures for context in self._held(tenure)}
        country = next((t.country for t in actor.tenures if t.country), None) or actor.country
        if country:
            contexts.add(f"country:{country}")
        named = len(actor.key.split()) > 1
        return self._make(
            NodeKind.PERSON, actor.name, person_key(actor.name),
            frozenset(contexts) if named else frozenset(), actor.forms, country,
        )  # fmt: skip

    def _held(self, tenure: Tenure) -> set[str]:
        body = tenure.title.body
        if not body:
            return set()
        name, acronym = self._roll.full_name(body)
        return {f"body:{name_key(each)}" for each in (name, acronym) if each}

    def organisation(
        self, name: str, country: str | None = None, forms: list[tuple[int, int]] | None = None
    ) -> Mention:
        """A body, known across reports by its name alone where that says whose body it is."""
        name, _ = self._roll.full_name(name)
        code = self.country_of_body(name) or country
        whole = bool(
            _WORLDWIDE.search(name) or _WORLDWIDE.search(name.lower()) or self.country_of_body(name)
        )
        contexts = (
            ANYWHERE if whole else frozenset({f"country:{code or self._home}"} - {"country:None"})
        )
        return self._make(
            NodeKind.ORGANISATION, name, name_key(name) or fold(name), contexts, forms or [],
            code or (None if whole else self._home),
        )  # fmt: skip

    @staticmethod
    def country_of_body(name: str) -> str | None:
        """The country that a body's name names: "Security Council of Belarus"."""
        found = {each.code for each in find_countries(name) if each.form in ("name", "demonym")}
        return found.pop() if len(found) == 1 else None

    def actor(self, actor: Actor) -> Mention:
        """The mention of a person, body or country."""
        if actor.kind == "Person":
            return self.person(actor)
        if actor.kind == "Country" and actor.country:
            return self.country(actor.country)
        return self.organisation(actor.name, actor.country, actor.forms)

    def post(self, name: str, within: Mention | None) -> Mention:
        """A post: one for each body or country whose it is."""
        place = within.key if within else ""
        contexts = (
            {f"{within.kind}:{within.key}:{each}" for each in within.contexts} if within else set()
        )
        return self._make(NodeKind.POST, name, post_key(name), frozenset(contexts), apart=place)

    def place(self, name: str) -> Mention:
        """A place; the country where the name is one."""
        land = country_named(name)
        if land:
            return self.country(land.code)
        return self._make(NodeKind.PLACE, name, name_key(name) or fold(name), ANYWHERE)

    def topic(self, words: str) -> Mention:
        """A topic in the words of the report."""
        return self._make(NodeKind.TOPIC, words, fold(words), ANYWHERE)

    def event(self, name: str, number: int) -> Mention:
        """An event, which is known by what is told of it, not by its name."""
        return self._make(NodeKind.EVENT, name, f"event {number}", frozenset(), apart=str(number))

    def _make(
        self, kind: NodeKind, name: str, key: str, contexts: frozenset[str],
        forms: list[tuple[int, int]] | None = None, country: str | None = None, apart: str = "",
    ) -> Mention:  # fmt: skip
        identifier = content_id("mention", self._document.id, kind, key, apart)
        if identifier not in self._made:
            text = self._document.text
            places = tuple(
                Form(text=text[start:end], start=start, end=end)
                for start, end in sorted(set(forms or ()))
                if end > start
            )
            self._made[identifier] = Mention(
                id=identifier, report=self._document.id, kind=kind, name=name, key=key,
                contexts=contexts, forms=places, country=country,
            )  # fmt: skip
        return self._made[identifier]
