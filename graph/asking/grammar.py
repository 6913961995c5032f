"""The grammar of questions, read from `grammar.toml` and from the labels of the ontology."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

from pydantic import ConfigDict, Field

from graph.asking.matching import State, start_of
from graph.asking.patterns import Choice, Needs, needs_of, parse, words_of
from graph.asking.query import PRESENT, Edge, Kind, Often, Tenure
from graph.asking.words import Token, stems
from ontology.model import Record
from ontology.tables import made
from ontology.terms import EVENT_TYPES, TOPICS, EventType, Role, Status, TopicConcept

Words = tuple[str, ...]


class Saying:
    """One way of putting a question, and sets of words of each of which it has one."""

    def __init__(self, text: str, macros: Mapping[str, Choice]) -> None:
        self.pattern = parse(text, macros)
        self.needs: Needs = needs_of((self.pattern,))

    @cached_property
    def start(self) -> State:
        """Where a match of the pattern begins."""
        return start_of(self.pattern)

    def may_match(self, words: frozenset[str]) -> bool:
        """Does a question of these words have what it needs?"""
        return not any(need.isdisjoint(words) for need in self.needs)


class Form(Record):
    """Ways of putting one kind of question, and what they say besides the words in their slots."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    kind: Kind
    says: tuple[Saying, ...]
    roles: tuple[Role, ...] = PRESENT
    else_roles: tuple[Role, ...] = ()
    """Roles that answer where nobody had one of `roles`."""
    often: Often | None = None
    statuses: tuple[Status, ...] = (Status.HAPPENED,)
    tenure: Tenure = Tenure.NOW
    edge: Edge | None = None
    dated: bool = False
    """Whether of posts is asked when they were held, too."""
    types: tuple[EventType, ...] = ()
    by_phone: bool | None = None
    together: bool = False
    """Whether the named actor was among those asked for and does not answer."""
    contact: bool = False
    """Whether it asks of the contacts of two actors, not of events as such."""
    countries: bool = False
    """Whether the countries of places are asked for, not the places."""


class Phrases(Record):
    """The words that phrases are built with, as stems."""

    determiners: frozenset[Words]
    events: frozenset[Words]
    first: frozenset[Words]
    last: frozenset[Words]
    neutral: frozenset[Words]
    fillers: frozenset[Words]
    sides: frozenset[Words]
    regions: frozenset[Words]
    around: frozenset[Words]
    openers: frozenset[Words]
    negations: frozenset[Words]
    every: frozenset[Words]
    next: frozenset[Words]
    others: frozenset[Words]
    documents: frozenset[Words]
    pairs: frozenset[Words]
    soft: frozenset[Words]
    joining: frozenset[Words]
    naming: frozenset[Words]
    plain: frozenset[Words]


class Titles(Record):
    """Words in the titles of posts, as stems."""

    heads: frozenset[Words]
    heads_of_state: frozenset[Words]
    under: frozenset[Words]
    general: frozenset[Words]
    head_of_state: frozenset[Words]
    civil: frozenset[Words]
    offices: dict[str, str]
    """The title of whoever heads an office, by the word for the office; empty where the rest is the title."""


class Leading(Record):
    """How reports say who led a delegation."""

    nouns: frozenset[str]
    led: tuple[str, ...]
    """What stands before "by"."""
    leads: tuple[str, ...]
    """What whoever leads it does, or did."""
    to_lead: tuple[str, ...]
    """What whoever is to lead it does."""
    titles: tuple[str, ...]
    """Words without a capital in the titles before a name."""
    links: tuple[str, ...]
    """Words without a capital between the noun and "led by"."""
    prepositions: tuple[str, ...]
    """Words that begin another phrase: "led a meeting with the delegation" is none of it."""


class Papers(Record):
    """What is signed and can be counted."""

    nouns: frozenset[str]
    plurals: dict[str, str]
    """By plural that no stem tells the singular."""


class Clauses(Record):
    """What opens a clause of a question, as it is written."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    during: tuple[str, ...]
    without: tuple[str, ...]
    fronted: tuple[str, ...]

    def how(self, lead: str) -> Literal["before", "after", "during", "without"]:
        """What a clause with this opening says."""
        if lead in self.without:
            return "without"
        if lead in self.during:
            return "during"
        return "before" if lead in self.before else "after"


class Grammar(Record):
    """All that is known of how questions are put."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    politeness: tuple[Words, ...]
    afterwords: tuple[Words, ...]
    contractions: dict[str, str]
    clauses: Clauses
    comparisons: dict[Literal["nor", "also"], tuple[Saying, ...]]
    tellings: tuple[Saying, ...]
    """Questions after what somebody says."""
    stands_for: dict[str, str]
    """By word that stands for events already spoken of, the noun that it stands for."""
    stands_for_subject: dict[str, tuple[str, ...]]
    """By pronoun, the endings with which the subject that is set off before it stands there."""
    forms: tuple[Form, ...]
    phrases: Phrases
    posts: Titles
    papers: Papers
    leading: Leading
    people: dict[str, frozenset[Words]]
    prepositions: dict[str, frozenset[Words]] = Field(repr=False)
    relatives: dict[str, frozenset[Words]]
    synonyms: dict[str, frozenset[str]]
    """By stem, the stems that mean the same where events are about it."""


def low(tokens: Iterable[Token]) -> Words:
    """The folded words."""
    return tuple(token.low for token in tokens)


def _phrases(texts: Iterable[str]) -> frozenset[Words]:
    return frozenset(tuple(text.split()) for text in texts)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("graph.asking").joinpath(_FILE).read_text(encoding="utf-8"))


@cache
def named_patterns() -> Mapping[str, Choice]:
    """The patterns that others name, by name; raises PatternError."""
    return patterns_of(_data()["macros"], {})


def patterns_of(texts: Mapping[str, str], known: Mapping[str, Choice]) -> dict[str, Choice]:
    """Those known and those of the texts, each of which may name the ones before it; raises PatternError."""
    found = dict(known)
    for name, text in texts.items():
        found[name] = parse(text, found)
    return found


@cache
def grammar() -> Grammar:
    """The grammar; raises PatternError where a pattern is malformed, ValueError where a word is none it can have."""
    data, macros = _data(), named_patterns()
    posts = {name: _phrases(texts) for name, texts in data["posts"].items() if name != "offices"}
    return Grammar(
        politeness=tuple(sorted(_phrases(data["politeness"]), key=len, reverse=True)),
        afterwords=tuple(sorted(_phrases(data["afterwords"]), key=len, reverse=True)),
        contractions=_without_apostrophes(data["contractions"]) | data["contractions"],
        clauses=made(Clauses, _FILE, data["clauses"]),
        comparisons={
            how: tuple(Saying(text, macros) for text in texts)
            for how, texts in data["comparisons"].items()
        },
        tellings=tuple(Saying(text, macros) for text in data["tellings"]["says"]),
        stands_for=data["stands_for"],
        stands_for_subject=data["stands_for_subject"],
        forms=tuple(form for entry in data["question"] for form in _forms(entry, macros)),
        phrases=made(
            Phrases, _FILE, {name: _phrases(each) for name, each in data["phrases"].items()}
        ),
        posts=made(Titles, _FILE, {**posts, "offices": data["posts"]["offices"]}),
        papers=made(Papers, _FILE, data["papers"]),
        leading=made(Leading, _FILE, data["leading"]),
        people={name: _phrases(texts) for name, texts in data["people"].items()},
        prepositions={name: _phrases(texts) for name, texts in data["prepositions"].items()},
        relatives={name: _phrases(texts) for name, texts in data["relatives"].items()},
        synonyms=_synonyms(data["synonyms"]["groups"]),
    )


def _synonyms(groups: Iterable[Iterable[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        same = frozenset(word for text in group for word in stems(text))
        found |= {word: found.get(word, frozenset()) | same - {word} for word in same}
    return found


def _without_apostrophes(contractions: Mapping[str, str]) -> dict[str, str]:
    """The contractions as they are typed in haste: "whos", "didnt"."""
    return {short.replace("'", ""): long for short, long in contractions.items() if "'" in short}


_FILE = "grammar.toml"
_Tense = Literal["past", "plan"]
_TENSES: dict[_Tense, Status] = {"past": Status.HAPPENED, "plan": Status.PLANNED}


class _Template(Record):
    """An entry of the grammar that stands for a form of each of its kinds, in each of its tenses."""

    model_config = ConfigDict(extra="allow")

    kind: str | None = None
    kinds: dict[str, str] = Field(default_factory=dict)
    """By kind, how its question begins: what `<ask>` stands for."""
    tenses: tuple[_Tense, ...] = ("past",)
    """For each, the macros `<does>`, `<actor_does>` and `<pair_does>` stand for its own."""
    says: tuple[str, ...]


def _forms(entry: dict[str, object], macros: Mapping[str, Choice]) -> Iterator[Form]:
    template = made(_Template, _FILE, entry)
    kinds = template.kinds or {str(template.kind): ""}
    for tense in template.tenses:
        same = {name: macros[f"{name}_{tense}"] for name in ("does", "actor_does", "pair_does")}
        for kind, opening in kinds.items():
            known = {**macros, **same, "ask": parse(opening, macros)}
            yield made(
                Form,
                _FILE,
                {
                    "statuses": (_TENSES[tense],),
                    **(template.model_extra or {}),
                    "kind": kind,
                    "says": tuple(Saying(text, known) for text in template.says),
                },
            )


@cache
def verbs() -> frozenset[str]:
    """The words that open a question, prepositions left out: never part of a title."""
    single = {word for phrases in grammar().prepositions.values() for word in phrases}
    return frozenset(word for (word,) in grammar().phrases.openers - single)


@cache
def event_labels() -> Mapping[Words, tuple[EventType, ...]]:
    """Each label of an event type, in stems, with that type and all narrower ones."""
    found: dict[Words, tuple[EventType, ...]] = {}
    for kind, concept in EVENT_TYPES.items():
        for label in concept.labels:
            found.setdefault(stems(label), tuple(t for t in EventType if kind in with_broader(t)))
    return found


def with_broader(kind: EventType) -> tuple[EventType, ...]:
    """The type and all broader ones, the nearest first."""
    chain = [kind]
    while (wider := EVENT_TYPES[chain[-1]].broader) is not None:
        chain.append(EventType(wider))
    return tuple(chain)


@cache
def topic_labels() -> Mapping[Words, frozenset[TopicConcept]]:
    """Each label of a topic, in stems, with that concept and all narrower ones."""
    found: dict[Words, frozenset[TopicConcept]] = {}
    for topic, concept in TOPICS.items():
        narrower = frozenset(t for t in TopicConcept if topic in _topics(t))
        for label in concept.labels:
            found.setdefault(stems(label), narrower)
            found.setdefault(stems(label.replace("-", "")), narrower)  # "anticorruption"
    return found


def _topics(topic: TopicConcept) -> tuple[TopicConcept, ...]:
    chain = [topic]
    while (wider := TOPICS[chain[-1]].broader) is not None:
        chain.append(TopicConcept(wider))
    return tuple(chain)


@cache
def spellable() -> frozenset[str]:
    """Every word that a slip may be of: those of the vocabulary, and those in titles of posts."""
    posts = (words for name, words in vars(grammar().posts).items() if name != "offices")
    return vocabulary().union(word for phrases in posts for words in phrases for word in words)


@cache
def vocabulary() -> frozenset[str]:
    """Every word that the patterns, the phrases and the ontology's labels are made of."""
    known = grammar()
    listed = [words for name, words in vars(known.phrases).items() if name != "openers"]
    phrases = [*listed, *known.people.values(), *known.prepositions.values()]
    words = {word for phrase in phrases for text in phrase for word in text}
    words |= {word for label in (*event_labels(), *topic_labels()) for word in label}
    says = (saying.pattern for form in known.forms for saying in form.says)
    return frozenset(words.union(*map(words_of, says)))
