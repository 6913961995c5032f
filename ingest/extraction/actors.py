"""The actors of a document: who is named where, and which names are one actor."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ingest.document import BlockKind, Document
from ingest.extraction.language import Entity, PersonHints, entities
from ingest.extraction.lexicon import pairs, words
from ingest.extraction.marks import Marks
from ingest.extraction.people import Named, TitleReader
from ingest.extraction.sentences import Sentence, sentences_of
from ingest.extraction.status import Stated
from ingest.extraction.titles import Title
from ontology.countries import find_countries
from ontology.names import fold, name_key, person_key, strip_titles, surname
from ontology.posts import ORGANISATION_HEADS, head_key, post_key

Area = tuple[int, int]
"""Characters [start, end) of the document."""


@dataclass
class Tenure:
    """A post that a person holds, and where the text says so."""

    title: Title
    country: str | None
    start: int
    end: int
    sentence: int
    rule: str
    stated: Stated | None = None
    since: str | None = None
    until: str | None = None
    contexts: list[Area] = field(default_factory=list)
    """Where else the text shows whose post it is."""


@dataclass(eq=False)
class Actor:
    """A person, organisation or country of the document, with the places where it is named."""

    kind: str
    name: str
    key: str
    country: str | None = None
    forms: list[tuple[int, int]] = field(default_factory=list)
    tenures: list[Tenure] = field(default_factory=list)


@dataclass
class Span:
    """An actor, date, place or group at the characters [start, end) of a sentence."""

    start: int
    end: int
    kind: str
    actors: list[Actor] = field(default_factory=list)
    country: str | None = None
    text: str = ""
    title: Title | None = None


_SHORT_NAME = 3
_IN_BRACKETS = re.compile(r"\s*\(([A-Z][A-Za-z]*[A-Z])\)")


class Roll:
    """The actors of one document, found by name."""

    def __init__(self) -> None:
        self.people: list[Actor] = []
        self.bodies: dict[str, Actor] = {}
        self.countries: dict[str, Actor] = {}
        self._acronyms: dict[str, str] = {}

    def person(self, name: str) -> Actor | None:
        """The known person of that name: the same, or the one last named with that surname."""
        name = strip_titles(name)
        key = person_key(name)
        if not key:
            return None
        for actor in self.people:
            if actor.key == key:
                return actor
        if len(name.split()) == 1 or len(key.split()) == 1:
            near = [a for a in self.people if _same_surname(key, a)]
            return near[-1] if len({a.key for a in near}) == 1 else None
        found = [a for a in self.people if _contains(a.key, key)]
        return found[0] if len(found) == 1 else None

    def of_one_name(self, word: str) -> Actor | None:
        """The one person with that word in the name, where no other name has it."""
        key = person_key(word)
        near = [actor for actor in self.people if key in actor.key.split()]
        return near[0] if len(near) == 1 and len(key) > _SHORT_NAME else None

    def add_person(self, name: str) -> Actor:
        """The person of that name, new if there is none; a fuller form becomes the name."""
        name = strip_titles(name)
        actor = self.person(name)
        if actor is None:
            actor = Actor("Person", name, person_key(name))
            self.people.append(actor)
        elif len(person_key(name).split()) > len(actor.key.split()):
            actor.name, actor.key = name, person_key(name)
        return actor

    def full_name(self, name: str) -> tuple[str, str | None]:
        """The name that a body's name or acronym stands for, and the acronym if the document gives one."""
        name = re.sub(r"^(?:the|The|a|its)\s+", "", name)
        inside = _IN_BRACKETS.search(name)
        if inside:
            whole = (name[: inside.start()] + name[inside.end() :]).strip()
            self._acronyms.setdefault(inside[1], whole)
            return whole, inside[1]
        if name in self._acronyms:
            return self._acronyms[name], name
        return name, next((short for short, long in self._acronyms.items() if long == name), None)

    def add_body(self, name: str) -> Actor:
        """The organisation of that name; an acronym given in brackets stands for it."""
        name, _ = self.full_name(name)
        key = name_key(name) or fold(name)
        actor = self.bodies.get(key)
        if actor is None:
            actor = self.bodies[key] = Actor("Organisation", name, key)
        return actor

    def explain(self, text: str) -> None:
        """Notes the acronyms that stand in brackets behind the name they stand for."""
        for match in re.finditer(r"\(([A-Z]{2,8})\)", text):
            before = re.findall(
                r"[A-Za-z][\w'’-]*|[,.;:()]", text[max(0, match.start() - 120) : match.start()]
            )
            name = _spelled(before, match[1])
            if name:
                self._acronyms[match[1]] = name
        for acronym, name in pairs("acronym_names").items():
            written = re.search(_in_either_spelling(name), text)
            if written and re.search(rf"\b{acronym}\b", text):
                self._acronyms.setdefault(acronym, written[0])

    def is_same_body(self, one: str, other: str) -> bool:
        """Do two names say the same, one perhaps by its acronym?"""
        first, second = (name_key(self.full_name(each)[0]) for each in (one, other))
        return first == second

    def has_body(self, name: str) -> bool:
        """Is it an acronym that the document explains?"""
        return name in self._acronyms

    def country(self, code: str, name: str) -> Actor:
        """The country of a code."""
        if code not in self.countries:
            self.countries[code] = Actor("Country", name, code.lower(), code)
        return self.countries[code]


def _spelled(before: list[str], acronym: str) -> str | None:
    """The last words before an acronym whose capitals spell it, small words between them."""
    taken, letters = [], list(acronym.upper())
    for word in reversed(before):
        if not letters or not word[0].isalpha():
            break
        taken.append(word)
        if word[0].isupper():
            if word[0] != letters[-1]:
                return None
            letters.pop()
        elif word.lower() not in ("of", "the", "and", "for", "on", "in", "to", "against"):
            return None
    return " ".join(reversed(taken)) if not letters and len(taken) > 1 else None


def _same_surname(key: str, actor: Actor) -> bool:
    words_of = actor.key.split()
    tail = person_key(surname(actor.name))
    return key in (words_of[-1], tail, tail.split()[-1] if tail else "")


def _contains(known: str, key: str) -> bool:
    """Are the words of the one name those of the other with some left out?"""
    first, second = known.split(), key.split()
    short, long = sorted((first, second), key=len)
    if len(short) < 2:
        return False
    return short[-1] == long[-1] and set(short) <= set(long)


@dataclass
class Reading:
    """A sentence with all that was found in it."""

    sentence: Sentence
    marks: Marks
    people: list[Named]
    roles: list[Title]

    @property
    def area(self) -> Area:
        """The characters of the sentence."""
        return self.sentence.start, self.sentence.end


def read_sentences(document: Document, hints: PersonHints) -> list[Reading]:
    """The sentences with their titles and titled names."""
    found = []
    for sentence in sentences_of(document):
        marks = Marks(document.text, sentence, hints)
        reader = TitleReader(marks)
        reader.read()
        people = reader.people
        if _is_headline(marks):
            people = [p for p in people if p.rule == "name-set-off" or marks.says(p.left - 1, "by")]
        found.append(Reading(sentence, marks, people, reader.roles))
    return found


_SMALL_WORD = 3


def _is_headline(marks: Marks) -> bool:
    """Is it a title with capitals throughout, in which names and verbs look alike?"""
    if marks.sentence.kind not in (BlockKind.TITLE, BlockKind.HEADING):
        return False
    long = [t for t in marks.tokens if t.is_word and len(t.text) > _SMALL_WORD]
    small = [t for t in long if not t.is_capital]
    return len(small) * 8 < len(long) and all(
        token.is_capital or not token.is_word or token.folded in words("headline_small")
        for token in marks.tokens
    )


def block_entities(document: Document) -> list[Entity]:
    """The names that the language model finds, at their offsets in the document."""
    texts = [document.text[block.start : block.end] for block in document.blocks]
    found = [
        Entity(each.start + block.start, each.end + block.start, each.label)
        for block, found in zip(document.blocks, entities(texts), strict=True)
        for each in found
        if block.kind is not BlockKind.DATELINE or each.label != "PERSON"
    ]
    beside = {each for pair in pairwise(found) for each in _two_people(*pair, document.text)}
    return [each._replace(label="PERSON") if each in beside else each for each in found]


def _two_people(one: Entity, other: Entity, text: str) -> tuple[Entity, ...]:
    """ "Ann Lee and Bo Moss" as two persons, where the model takes only one of them for a person."""
    joined = text[one.end : other.start] == " and " and "PERSON" in (one.label, other.label)
    pair = one._replace(label="PERSON"), other._replace(label="PERSON")
    return (one, other) if joined and all(_model_name(each, text) for each in pair) else ()


def fill_people(roll: Roll, readings: list[Reading], found: list[Entity], text: str) -> None:
    """Notes all persons: those with titles, then those that the model sees with two names or more."""
    named = [(reading, each) for reading in readings for each in reading.people]
    # Fuller names first, so that a surname finds its person wherever it stands.
    names = [each.name for _, each in named]
    titled = tuple(f" {strip_titles(name)}" for name in names if " " in strip_titles(name))
    for entity in found:
        name = _model_name(entity, text)
        # "Premier of Bavaria Ann Lee": with "of" before, the model takes the land into the name.
        if name and not (text[: entity.start].endswith(" of ") and name.endswith(titled)):
            names.append(name)
    names += [name for reading in readings for name in _addressed(reading.marks)]
    for name in sorted(names, key=lambda each: -len(strip_titles(each).split())):
        roll.add_person(name)
    for reading, each in named:
        actor = roll.person(each.name)
        if actor is not None:
            _add_tenures(actor, reading, each)


def _addressed(marks: Marks) -> list[str]:
    """Those named with "Mr" or "Ms" before the surname, or with what they do ("pianist") before the full name."""
    found = []
    for position in range(len(marks) - 1):
        start, end = position + 1, marks.name_end(position + 1)
        called = marks.is_("salutations", position) and marks.is_capital(position)
        if (called and end > start) or (marks.is_("callings", position) and end - start in _FULL):
            found.append(marks.words(start, end))
    return found


_FULL = (2, 3)
"""Words of a full name."""


def _model_name(entity: Entity, text: str) -> str | None:
    name = re.sub(r"['’]s?$", "", text[entity.start : entity.end].strip())
    parts = strip_titles(name).split()
    if entity.label != "PERSON" or not 2 <= len(parts) <= 5:
        return None
    behind = re.match(r"\s+([a-z]+)", text[entity.end : entity.end + 20])
    if behind and behind[1] in ORGANISATION_HEADS:
        return None  # "the Blue List party"
    banned = words("not_name") | ORGANISATION_HEADS | words("portfolios")
    if any(fold(part).strip(".") in banned or head_key((part,)) for part in parts):
        return None
    if find_countries(" ".join(parts[:1])) or len(find_countries(" ".join(parts))) > 1:
        return None
    lower = [p for p in parts if not p[0].isupper()]
    if any(
        fold(p) not in words("particles") and not re.match(r"[a-z]{1,3}-[A-Z]", p) for p in lower
    ):
        return None
    return " ".join(parts) if all(re.match(r"[\w.'’ʼ-]+$", p) for p in parts) else None


def _add_tenures(actor: Actor, reading: Reading, named: Named) -> None:
    marks = reading.marks
    start, _ = marks.span(named.left, named.left + 1)
    end = marks.span(named.right - 1, named.right)[1]
    for title in named.titles:
        living = title.body is None and title.head in words("professions")
        if not (title.nominee or living or title.head in words("no_posts")):
            actor.tenures.append(
                Tenure(title, title.country, start, end, reading.sentence.index, named.rule)
            )


def _meant_by(head: str) -> frozenset[str]:
    """The heads of the posts that a title may stand for: "head of state" for president and king."""
    state, government = words("heads_of_state"), words("heads_of_government")
    others = {
        "head of state": state,
        "head of government": government,
        "leader": state | government,
    }
    return others.get(head, frozenset()) | {head}


def _leading(roll: Roll, country: str) -> list[Actor]:
    """Whom "the leader" of a country stands for: who heads state or government, else its one official."""
    own = [a for a in roll.people if any(_is_held(t, country) for t in a.tenures)]
    heads = words("heads_of_state") | words("heads_of_government")
    first = [
        a for a in own if any(_is_held(t, country) and t.title.head in heads for t in a.tenures)
    ]
    return first or (own if len(own) == 1 else [])


def _is_held(tenure: Tenure, country: str) -> bool:
    return country in (tenure.country, *tenure.title.lands) and not tenure.title.former


def _in_either_spelling(name: str) -> str:
    """A pattern for a name of the table, written with "s" or "z", with or without a hyphen."""
    loose = re.escape(name).replace("sation", "[sz]ation").replace(re.escape("Co-op"), "Co-?op")
    return rf"\b{loose}\b"


def holders(roll: Roll, title: Title, country: str | None) -> list[Actor]:
    """The persons who hold the post of a title, as far as the document says."""
    if title.head == "leader" and country and not title.body:
        return _leading(roll, country)
    wanted, meant = post_key(title.post), _meant_by(title.head)
    found = []
    for actor in roll.people:
        for tenure in actor.tenures:
            same = post_key(tenure.title.post) == wanted or tenure.title.head in meant
            unsaid = tenure.country is None and (tenure.title.body is None or title.body)
            lands = country is None or tenure.country == country or bool(unsaid)
            body = (
                title.body is None
                or tenure.title.body is None
                or roll.is_same_body(title.body, tenure.title.body)
            )
            if same and lands and body and not tenure.title.former and actor not in found:
                found.append(actor)
    return found


def holds_of_state(actor: Actor, title: Title) -> bool:
    """Is the post of that kind that somebody holds no body's: "the President" is not that of a union?"""
    meant = _meant_by(title.head)
    return any(t.title.head in meant and t.title.body is None for t in actor.tenures)
