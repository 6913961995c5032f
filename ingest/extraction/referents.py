"""Who the words of a parsed sentence stand for: names, pronouns, "the two leaders", "Utopian officials"."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

from ingest.extraction.actors import Actor, Roll, Span, Tenure
from ingest.extraction.event import CONTACTS, Event
from ingest.extraction.lexicon import words
from ingest.extraction.occasions import verb_above
from ingest.extraction.setting import Setting
from ingest.extraction.syntax import Tree, conjuncts, preposition, subjects
from ingest.extraction.tagging import Tagged
from ingest.extraction.telling import is_definite, pair_of
from ingest.extraction.titles import Title
from ingest.extraction.triggers import lemmas
from ingest.extraction.writer import without_quotes
from ontology.countries import country_by_code
from ontology.dateforms import NUMBERS
from ontology.terms import EventType, Status

_GOES_ON = re.compile(r"\{[A-Z]\d+\}\s+(?:of|from|for|in)\b")
_BARE = ("det", "relcl", "acl", "punct")
"""What may stand beside "the delegation" without saying whose it is."""
_DEEPEST, _RECENT, _NEAR_VISIT, _NEXT, _TWO, _NEAR_TALKS = 3, 12, 3, 2, 2, 8


_ANY_LEADERS = ("leader", "head of state", "head of government")


def _home(tenure: Tenure) -> str | None:
    """The country of a post, as it is or as the body's name has it."""
    lands = tenure.title.lands
    return tenure.country or (next(iter(lands)) if len(lands) == 1 else None)


def _hold(people: list[Actor], title: Title | None) -> bool:
    """Does each hold a post of that kind, as far as the text gives any?"""
    return (
        title is None
        or title.head in _ANY_LEADERS
        or all(_may_hold(actor, title) for actor in people)
    )


def _may_hold(actor: Actor, title: Title) -> bool:
    """Does somebody hold a post of that kind, or none that the text gives?"""
    kind = title.head.split()[-1]
    return not actor.tenures or any(t.title.head.split()[-1] == kind for t in actor.tenures)


def lands_of(actors: Iterable[Actor]) -> list[str]:
    """The codes of the countries that the actors are, or hold posts of."""
    actors = list(actors)
    lands = [each.country for each in actors if each.kind == "Country"]
    lands += [_home(t) for each in actors for t in each.tenures if not t.title.former]
    return list(dict.fromkeys(code for code in lands if code))


def _number_of(token: Token) -> int | None:
    """How many "the three presidents" are, from three on."""
    found = (NUMBERS.get(child.lower_, 0) for child in token.children)
    return next((number for number in found if number > _TWO), None)


class Referents:
    """Finds the actors of words, with the events told before in mind."""

    def __init__(self, events: list[Event], setting: Setting, roll: Roll) -> None:
        """`events` grows while the document is read."""
        self._events = events
        self._roll = roll
        self._setting = setting
        self._last: list[Actor] = []
        self._couple: tuple[int, list[Actor]] | None = None

    def next_sentence(self, index: int) -> None:
        """Keeps the two persons of the sentence before, where it named just two."""
        couple = list(dict.fromkeys(self._last))
        if len(couple) == _TWO:
            self._couple = index - 1, couple

    def remember(self, tagged: Tagged) -> None:
        """Keeps the persons of a sentence that was read."""
        self._last = [s.actors[0] for s in tagged.spans if s.kind == "P" and len(s.actors) == 1]

    def actors(self, tree: Tree, tokens: Iterable[Token], index: int) -> list[Actor]:
        """The actors of words, each once; `index` is the number of the sentence."""
        found: list[Actor] = []
        for token in tokens:
            for actor in self._of_token(tree, token, index):
                if actor not in found:
                    found.append(actor)
        return found

    def _of_token(self, tree: Tree, token: Token, index: int) -> list[Actor]:
        span = tree.spans.get(token.i)
        if span is not None:
            if span.kind == "G":
                return self._pair(index)
            if number := _number_of(token):
                return self._several(index, number, span.title)
            if self._is_the_two(tree, token):
                return self._pair(index, span.title)
            if span.kind == "U" and not span.actors:
                return self._leader(span) or self._stands_for(tree, token)
            return list(span.actors) if span.kind in "POCUSA" else []
        if token.pos_ not in ("NOUN", "PROPN"):
            return self._of_pronoun(tree, token, index)
        return self._of_noun(tree, token, index)

    def _leader(self, span: Span) -> list[Actor]:
        """ "The President" in a dated text that begins with whom it is about and gives nobody that post."""
        title, about = span.title, self._setting.protagonist
        if about is None or title is None or self._setting.date_area is None:
            return []
        heads = words("heads_of_state") | words("heads_of_government") | {"head of state"}
        bare = title.is_bare and title.definite and not title.plural
        return [about] if bare and title.head in heads and title.post.lower() == title.head else []

    @staticmethod
    def _is_the_two(tree: Tree, token: Token) -> bool:
        """ "The ministers" without name, body or country: those of the last contact; not "the heads of …"."""
        span = tree.spans[token.i]
        title = span.title
        if span.kind != "U" or span.actors or title is None or not title.plural:
            return False
        if not (title.definite or any(child.lower_ == "two" for child in token.children)):
            return False
        return title.is_bare and not _GOES_ON.match(tree.tagged.text, tree.position(token))

    def _of_pronoun(self, tree: Tree, token: Token, index: int) -> list[Actor]:
        word = token.lower_
        if word in ("i", "me", "my"):
            return self._writer(tree, token)
        if word in ("we", "us", "our"):
            return self._setting.transcript.both
        if word in ("you", "your"):
            listener = self._setting.transcript.listener
            return [listener] if listener else []
        if word in ("he", "she", "his", "her", "him"):
            named = self._who(tree, token) or self._who_follows(tree, token)
            return named[-1:] if token.dep_ in ("pobj", "dobj") else named[:1]
        if word == "it":
            return self._who_says(tree, token)
        if word not in ("they", "their", "them", "both"):
            return []
        before = [
            span
            for number, span in sorted(tree.spans.items())
            if number < token.i
            and span.kind in tuple("CO")
            and tree.doc[number].dep_ in ("nsubj", "nsubjpass", "conj")
        ]
        if before and not any(s.kind == "P" for n, s in tree.spans.items() if n < token.i):
            return list(before[0].actors)  # "Utopia began drills, but they …"
        return self._pair(index)

    def _writer(self, tree: Tree, pronoun: Token) -> list[Actor]:
        """Whom "I" stands for outside of quotes: who writes the document."""
        if speaker := self._setting.transcript.speaker:
            return [speaker]
        before = tree.tagged.text[: tree.position(pronoun)]
        quoted = not without_quotes(f"{before}I").endswith("I")
        return [self._setting.writer] if self._setting.writer and not quoted else []

    def _of_noun(self, tree: Tree, token: Token, index: int) -> list[Actor]:
        lemma = token.lemma_.lower()
        if lemma in ("delegation", "mission") and (led := self._leaders(tree, token)):
            return led
        if lemma == "delegation" and all(c.dep_ in _BARE for c in token.children):
            return self._delegation(token, index)
        if lemma in ("guest", "visitor"):
            return self._guest(index)
        named = [each for each in token.subtree if each.dep_ == "appos" and tree.kind(each) == "P"]
        if token.dep_ == "appos" and tree.kind(token.head) == "P":
            named = [token.head]  # "Ann Lee, a painter who visited"
        if named:
            return [actor for child in named for actor in tree.spans[child.i].actors]
        return self._stands_for(tree, token) if lemma in lemmas("standins", "lemmas") else []

    def _stands_for(self, tree: Tree, noun: Token, depth: int = 0) -> list[Actor]:
        """The countries and bodies beside a noun of people: "Utopian officials", "the heads of … of the Council"."""
        if noun.lemma_.lower() in lemmas("private", "lemmas"):
            return []
        beside = [
            child
            for child in noun.children
            if child.dep_ in ("amod", "compound", "poss", "nmod")
            and tree.kind(child) in tuple("ACO")
        ]
        beside = [
            each for child in beside for each in (*pair_of(tree, child), *conjuncts(child)[1:])
        ]
        below = preposition(noun, "of", "from")
        named = beside or [each for each in below if tree.kind(each) in tuple("CO")]
        if named:
            return list(
                dict.fromkeys(
                    a for each in named if each.i in tree.spans for a in tree.spans[each.i].actors
                )
            )
        for each in below:
            if (
                depth < _DEEPEST
                and each.pos_ == "NOUN"
                and (found := self._stands_for(tree, each, depth + 1))
            ):
                return found
        return []

    def _who(self, tree: Tree, pronoun: Token) -> list[Actor]:
        """The persons named before a pronoun inside a sentence: the subject is the first, an object the last."""
        before = [span for number, span in sorted(tree.spans.items()) if number < pronoun.i]
        named = (self._leader(s) if s.kind == "U" and not s.actors else s.actors for s in before)
        return [
            actors[0]
            for span, actors in zip(before, named, strict=True)
            if span.kind in ("P", "U") and len(actors) == 1 and actors[0].kind == "Person"
        ]

    @staticmethod
    def _who_says(tree: Tree, pronoun: Token) -> list[Actor]:
        """ "Utopia announced that it will host talks": the country or body that says so."""
        verb = pronoun.head
        says = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in words("saying_verbs")
        return [
            actor
            for each in (subjects(verb.head) if says and pronoun.dep_ == "nsubj" else [])
            if tree.kind(each) in tuple("CO")
            for actor in tree.spans[each.i].actors
        ]

    @staticmethod
    def _who_follows(tree: Tree, pronoun: Token) -> list[Actor]:
        """ "During his visit to Utopia, X opened …": the person whose clause the pronoun's words lead up to."""
        verb = verb_above(pronoun) if pronoun.dep_ == "poss" else None
        behind = [each for each in subjects(verb) if each.i > pronoun.i] if verb else []
        return [
            actor
            for each in behind[:1]
            if tree.kind(each) == "P"
            for actor in tree.spans[each.i].actors
        ]

    @staticmethod
    def _leaders(tree: Tree, delegation: Token) -> list[Actor]:
        """ "The delegation, led by X": it is X who meets, visits and signs."""
        verbs = [child for child in delegation.children if child.dep_ in ("acl", "relcl")]
        led = [
            each
            for verb in verbs
            if verb.lemma_ in ("lead", "head")
            for each in preposition(verb, "by")
        ]
        return [
            actor for each in led if tree.kind(each) == "P" for actor in tree.spans[each.i].actors
        ]

    def _delegation(self, noun: Token, index: int) -> list[Actor]:
        """Whose "the delegation" is that came on the last visit: the visitor's country."""
        if not is_definite(noun):
            return []
        for event in reversed(self._events):
            if event.type is EventType.VISIT and index - event.sentence <= _NEAR_VISIT:
                homes = {home for a in event.actors() for t in a.tenures if (home := _home(t))}
                lands = {a.country for a in event.actors() if a.kind == "Country" and a.country}
                codes = lands or homes
                return [self._country(code) for code in codes] if len(codes) == 1 else []
        return []

    def _country(self, code: str) -> Actor:
        return self._roll.country(code, country_by_code(code).name)

    def _guest(self, index: int) -> list[Actor]:
        """Whom "the guest" stands for: who came on the last visit."""
        for event in reversed(self._events):
            if event.type is EventType.VISIT and index - event.sentence <= _RECENT:
                return [actor for actor in event.actors() if actor.kind == "Person"][:1]
        return []

    def _pair(self, index: int, title: Title | None = None) -> list[Actor]:
        """Whom "the two leaders" stands for: the pair of the last contact, else of the title; both hold `title`."""
        for event in reversed(self._events):
            people = [a for a in event.actors() if a.kind == "Person"]
            if (
                self._couple
                and event.sentence < self._couple[0]
                and index - self._couple[0] <= _NEXT
                and _hold(self._couple[1], title)
            ):
                break
            if len(people) == _TWO and index - event.sentence <= _RECENT and _hold(people, title):
                return people
        if self._couple and index - self._couple[0] <= _NEXT and _hold(self._couple[1], title):
            return self._couple[1]
        pair = list(self._setting.pair) or self._only_two()
        return pair if _hold(pair, title) else []

    def _several(self, index: int, number: int, title: Title | None) -> list[Actor]:
        """Whom "the three leaders" stands for: those of the last event with so many persons."""
        for event in reversed(self._events):
            people = [a for a in event.actors() if a.kind == "Person"]
            if len(people) == number and index - event.sentence <= _RECENT and _hold(people, title):
                return people
        return []

    def sides(self, index: int, *, anywhere: bool = False) -> list[Actor]:
        """For whom documents are signed: the two countries whose people were in contact just before, or `anywhere`."""
        for event in reversed(self._events):
            if event.type not in CONTACTS or event.status is not Status.HAPPENED:
                continue
            if index - event.sentence > _NEAR_TALKS and not anywhere:
                break
            there = [a for pair in event.pairs[:1] for a in pair[:2]] or event.actors()
            codes = lands_of(there)
            if len(codes) == _TWO:
                return [self._country(code) for code in codes]
        return []

    def _only_two(self) -> list[Actor]:
        """The two persons of a document that names no others."""
        return list(self._roll.people) if len(self._roll.people) == _TWO else []

    def before(self, tree: Tree, verb: Token, index: int) -> list[Actor]:
        """The actors just before a verb to which the parser gave no subject."""
        for token in reversed(list(tree.doc[: verb.i])):
            if token.i in tree.spans and tree.kind(token) in tuple("POCGU"):
                return self.actors(tree, [token], index)
            if token.pos_ not in ("ADV", "AUX", "PUNCT"):
                return []
        return []
