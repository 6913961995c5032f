"""A sentence with its actors, dates and places put in the place of their words, for the event frames."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.document import BlockKind
from ingest.extraction.actors import Actor, Area, Reading, Roll, Span, holders, holds_of_state
from ingest.extraction.bodies import bodies_in
from ingest.extraction.knownnames import known_at
from ingest.extraction.language import Entity
from ingest.extraction.lexicon import words
from ingest.extraction.occasionnames import occasion_names
from ingest.extraction.titles import Title
from ontology.anchors import Anchor
from ontology.countries import country_by_code
from ontology.dates import FoundDate, find_dates, with_year
from ontology.edtf import is_day
from ontology.names import fold

_GROUP = re.compile(
    r"\b(?:[Tt]he|[Bb]oth)\s+(?:two\s+)?(?:leaders|sides|parties|presidents|ministers|officials"
    r"|interlocutors|foreign ministers|heads of state|prime ministers"
    r"|statesmen|diplomats|men|delegations|two(?!\s+[a-z]+s\b))\b(?!\s+of\b|['’]|\s+(?:and\s+)?[A-Z])"
    r"|^They\b|^The two\b(?!\s+[a-z]+s\b)"
)
_OF_BOTH = re.compile(
    r"\b(?:[Tt]he\s+)?(?:leaders|presidents|heads(?:\s+of\s+state)?|(?:prime\s+|foreign\s+)?ministers)"
    r"\s+of\s+(?:the\s+two|both)\s+(?:countries|states|nations)\b"
)
_HONORIFIC = re.compile(
    r"(?:\b(?:(?:Vice|Rear|Lieutenant|Major|Brigadier|Colonel|Lt|Maj|Brig)\.?\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Gen|Sir|Lord|Lady|General|President|Minister|Secretary|Chancellor|King|Colonel|Admiral|Premier|Senator|Ambassador)\.?\s+)$"
)
_AND = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?")
_MEMBERS = re.compile(
    r"\s+(?:member\s+|participating\s+)?(?:countries|states|nations)\b"
    r"|\s+(?:to|of|from|in)\s+(?:(?:the|all|several|other|\d+)\s+){0,2}(?:[a-z]+\s+)?(?:districts|regions|provinces"
    r"|territories|entities|municipalities|agencies|ministries|committees|departments)\b"
)
_AS = re.compile(r"(?:As|While|When|Before|After|Since|Although)\s+(?:he|she)\b")
_PAIR, _BESIDE = 2, 3
_ONE_IN_PLURAL = frozenset({"forces", "services", "affairs", "headquarters", "armed forces"})
"""Bodies that the plural means one of: not "the heads of ministries"."""


MARK = re.compile(r"\{([A-Z])(\d+)\}")
"""What stands for a span in a tagged sentence: its kind and its number."""


@dataclass
class Tagged:
    """The sentence as the frames see it: `{P0}` for a person and so on; `spans[n]` is what stands there."""

    text: str
    spans: list[Span]
    block: BlockKind = BlockKind.PARAGRAPH
    """The kind of block that the sentence stands in."""


def plain(tagged: Tagged, text: str, *, named: bool = True) -> str:
    """The words behind the marks of a piece of a tagged sentence; persons under their names, if `named`."""

    def words_of(mark: re.Match[str]) -> str:
        span = tagged.spans[int(mark[2])]
        return span.actors[0].name if named and span.kind == "P" and span.actors else span.text

    return re.sub(r"\s+", " ", MARK.sub(words_of, text)).strip(" ,")


def tag(reading: Reading, spans: list[Span], text: str) -> Tagged:
    """Puts marks in the place of the spans; longer spans win over those inside them."""
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda s: (_RANK[s.kind], -(s.end - s.start), s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    chosen.sort(key=lambda s: s.start)
    parts, position = [], reading.sentence.start
    for number, span in enumerate(chosen):
        parts += [text[position : span.start], f"{{{span.kind}{number}}}"]
        position = span.end
    parts.append(text[position : reading.sentence.end])
    return Tagged("".join(parts).replace("\n", " "), chosen, reading.sentence.kind)


_RANK = {"D": 0, "P": 1, "U": 2, "G": 3, "E": 3, "O": 4, "C": 5, "S": 5, "K": 6, "A": 6, "L": 7}


class Tagger:
    """Finds all spans of a document's sentences, in order, with what was named before in mind."""

    def __init__(
        self, roll: Roll, text: str, found: list[Entity], anchor: Anchor, home: str | None
    ) -> None:
        self.roll = roll
        self.text = text
        self.found = found
        self.anchor = anchor
        self.home = home
        self._in_block: list[Actor] = []
        self._block = -1
        self._subject: Actor | None = None

    def spans(self, reading: Reading) -> list[Span]:
        """Everything that can stand in an event frame."""
        if reading.sentence.block != self._block:
            self._in_block = []
        marks = reading.marks
        bodies = [marks.span(*each) for each in bodies_in(marks, self.roll.has_body)]
        spans = [*self._dates(reading), *self._people(reading), *self._names(reading, bodies)]
        spans += [*self._roles(reading, bodies), *self._lands(reading), *self._groups(reading)]
        spans += self._occasions(reading)
        spans += self._bodies(bodies, spans)
        spans += self._places(reading)
        spans += self._pronouns(reading, [span for span in spans if span.kind == "P"])
        self._remember(reading, spans)
        return spans

    def _pronouns(self, reading: Reading, people: list[Span]) -> list[Span]:
        """ "He" and "she" before any name of a sentence: whom the sentence before is about, in one paragraph."""
        if reading.sentence.block != self._block or self._subject is None:
            return []
        base = reading.sentence.start
        match = re.search(r"\b(?:He|She|he|she)\b", self.text[base : reading.sentence.end])
        first = min((span.start for span in people), default=reading.sentence.end)
        if not match or base + match.start() > first:
            return []
        if _AS.match(self.text, base):
            return []  # "As she opened the meeting, Ann Lee …" need not be whom the sentence before is about
        return [Span(base + match.start(), base + match.end(), "P", [self._subject], text=match[0])]

    def _remember(self, reading: Reading, spans: list[Span]) -> None:
        people = sorted(
            (s for s in spans if s.kind == "P" and len(s.actors) == 1), key=lambda s: s.start
        )
        same = reading.sentence.block == self._block
        self._block = reading.sentence.block
        if people and (
            len({id(s.actors[0]) for s in people}) == 1
            or people[0].start - reading.sentence.start < 40
        ):
            self._subject = people[0].actors[0]
        elif people or not same:
            self._subject = None

    def _dates(self, reading: Reading) -> list[Span]:
        """Dates; what counts from another date counts from the one named last in the paragraph."""
        base = reading.sentence.start
        if reading.sentence.block != self._block:
            self.anchor = self.anchor.model_copy(update={"reference": None})
        text = self.text[base : reading.sentence.end]
        self.anchor = with_year(text, self.anchor)
        dates = find_dates(text, self.anchor)
        own = [each for each in dates if not each.relative and is_day(each.edtf)]
        found = _exact_first(dates)
        if own:
            self.anchor = self.anchor.model_copy(update={"reference": own[-1].edtf})
        return [Span(base + d.start, base + d.end, "D", text=d.edtf) for d in found]

    def _people(self, reading: Reading) -> list[Span]:
        spans = []
        for each in reading.people:
            actor = self.roll.person(each.name)
            if actor is None:
                continue
            start = reading.marks.span(each.left, each.left + 1)[0]
            end = reading.marks.span(each.right - 1, each.right)[1]
            name = reading.marks.span(each.start, each.end)
            actor.forms.append(name)
            self._in_block.append(actor)
            spans.append(Span(start, end, "P", [actor], text=each.name))
        return spans

    def _names(self, reading: Reading, bodies: list[Area]) -> list[Span]:
        """Names without title: known persons by full name or surname, but not "the Lee Institute"."""
        spans, marks, position = [], reading.marks, 0
        while position < len(marks):
            end, actor = known_at(marks, position, self.roll)
            if actor is None:
                position += 1
                continue
            start, stop = marks.span(position, end)
            if any(b <= start and stop < e for b, e in bodies):
                position = end
                continue
            actor.forms.append((start, stop))
            lead = _HONORIFIC.search(self.text[reading.sentence.start : start]) or _calling(
                self.text[reading.sentence.start : start]
            )
            spans.append(
                Span(
                    start - (len(lead[0]) if lead else 0),
                    stop,
                    "P",
                    [actor],
                    text=self.text[start:stop],
                )
            )
            self._in_block.append(actor)
            position = end
        return spans

    def _roles(self, reading: Reading, bodies: list[Area]) -> list[Span]:
        """Titles without a name: the holder if the document makes it clear, else the officials of a country.

        What is part of a body's name is no title: "the Council of Foreign Ministers".
        """
        spans = []
        for title in reading.roles:
            start, end = reading.marks.span(title.start, max(title.end, title.start + 1))
            states = _MEMBERS.match(self.text, end) if title.plural else None
            end = states.end() if states else end
            within = any(b < end <= e and (b < start or end < e) for b, e in bodies)
            if (
                within
                or _is_council(title, (start, end), bodies)
                or _OF_BOTH.match(self.text, start)
            ):
                continue
            actors = self._holders(title)
            kind = "P" if actors else "U"
            if kind == "P":
                spans.append(Span(start, end, kind, actors, text=self.text[start:end]))
            else:
                lands = [code for code in (title.country, *title.countries) if code]
                named = [self._country(code) for code in lands]
                any_body = not title.body or self._is_any(title.body, start, end)
                whose = None if any_body else title.body
                body = [self.roll.add_body(whose)] if whose and not named else []
                end, more = self._more_of(end, bodies) if title.plural and body else (end, [])
                body += more
                spans.append(
                    Span(
                        start,
                        end,
                        kind,
                        [*named, *body],
                        title=title,
                        text=self.text[start:end],
                        country=lands[0] if lands else None,
                    )
                )
        return spans

    def _more_of(self, end: int, bodies: list[Area]) -> tuple[int, list[Actor]]:
        """ "the leaders of the Utopian Academy and Riga University": the bodies behind the first, and their end."""
        more = []
        for start, stop in bodies:
            if start > end and _AND.fullmatch(self.text[end:start]):
                end = stop
                more.append(self.roll.add_body(self.text[start:stop]))
        return end, more

    def _is_any(self, body: str, start: int, end: int) -> bool:
        """Is it just any body, as in "the owner of a mining company", "heads of states"?"""
        last = body.split()[-1]
        several = body.islower() and last.endswith("s") and last not in _ONE_IN_PLURAL
        if (
            several
            or fold(body) in words("continental_adjectives")
            or last in ("delegation", "group", "mission", "side", "team")
        ):
            return True
        known = rf"\b(?:[Tt]he|its|their|our|his|her)\s+{re.escape(body)}\b"
        return body.islower() and not re.search(known, self.text[start:end])

    def _holders(self, title: Title) -> list[Actor]:
        """Who is meant by a title without a name, as far as the document makes it clear."""
        if title.former or title.nominee:
            return []
        found = holders(self.roll, title, title.country)
        if title.plural:
            return self._all_holders(title, found)
        if not (title.definite or title.country or title.body):
            return []
        if title.country:
            found = [
                a for a in found if any(t.country == title.country for t in a.tenures)
            ] or found
        if title.is_bare and title.definite:
            found = [a for a in found if holds_of_state(a, title)] or found
        if len(found) == 1:
            return found
        return self._nearest(found) if title.is_bare and title.definite else []

    @staticmethod
    def _all_holders(title: Title, found: list[Actor]) -> list[Actor]:
        """ "the Foreign Ministers of Utopia and Ruritania", "the two presidents"."""
        lands = [code for code in (title.country, *title.countries) if code]
        exact = [a for a in found if any(t.country in lands for t in a.tenures)]
        if len(lands) > 1:
            return exact if len(exact) == len(lands) else []
        if lands:
            return exact if len(exact) == _PAIR and title.definite else []
        return found if title.body is None and len(found) == _PAIR and title.definite else []

    def _nearest(self, found: list[Actor]) -> list[Actor]:
        """Of several holders the one named in the paragraph, else the one of the report's own country."""
        here = [a for a in self._in_block if a in found]
        home = [a for a in found if self.home and any(t.country == self.home for t in a.tenures)]
        if len(home) == 1 and (not here or home[0] in here):
            return home
        if here:
            return here[-1:] if len(set(here)) == 1 else []
        return []

    def _country(self, code: str) -> Actor:
        return self.roll.country(code, country_by_code(code).name)

    def _lands(self, reading: Reading) -> list[Span]:
        spans = []
        for land in reading.marks.lands.values():
            start, end = reading.marks.span(land.start, land.end)
            kind = {"name": "C", "demonym": "A", "capital": "K", "seat": "S"}[land.form]
            actor = self._country(land.code)
            if land.form == "demonym":
                side = re.match(
                    r"(?:\s+and\s+\{?\w+)?\s+(?:delegations?|side|leadership|authorities|government|party|representatives|officials)\b",
                    self.text[end : reading.sentence.end],
                )
                if side:
                    kind, end = "C", end + side.end()
            else:
                actor.forms.append((start, end))
            official = re.search(r"\b[Oo]fficial\s+$", self.text[reading.sentence.start : start])
            if land.form == "capital" and official:
                kind = "C"
            spans.append(
                Span(start, end, kind, [actor], country=land.code, text=self.text[start:end])
            )
        return spans

    def _occasions(self, reading: Reading) -> list[Span]:
        base, stop = reading.sentence.start, reading.sentence.end
        found = occasion_names(self.text[base:stop])
        return [
            Span(base + start, base + end, "E", text=self.text[base + start : base + end])
            for start, end in found
        ]

    def _bodies(self, found: list[Area], taken: list[Span]) -> list[Span]:
        """Organisations outside of titles: known acronyms, and names with the head of a body in them."""
        titles = [span for span in taken if span.kind in ("P", "U", "E")]
        return [
            self._body(*each)
            for each in found
            if all(each[1] <= t.start or t.end <= each[0] for t in titles)
        ]

    def _body(self, start: int, end: int) -> Span:
        name = re.sub(r"['’]s?$", "", self.text[start:end])
        actor = self.roll.add_body(name)
        shift = len(name) - len(re.sub(r"^[Tt]he\s+", "", name))
        actor.forms.append((start + shift, start + len(name)))
        return Span(start, start + len(name), "O", [actor], text=name)

    def _groups(self, reading: Reading) -> list[Span]:
        base = reading.sentence.start
        text = self.text[base : reading.sentence.end]
        found = (*_GROUP.finditer(text), *_OF_BOTH.finditer(text))
        return [Span(base + m.start(), base + m.end(), "G", text=m.group()) for m in found]

    def _places(self, reading: Reading) -> list[Span]:
        base, stop = reading.sentence.start, reading.sentence.end
        spans = []
        for entity in self.found:
            if (
                entity.label in ("GPE", "LOC", "FAC")
                and base <= entity.start
                and entity.end <= stop
            ):
                name = self.text[entity.start : entity.end]
                if fold(name.split()[-1]) in words("continental_adjectives"):
                    continue  # "the East European and Central Asian regions"
                shift = len(name) - len(re.sub(r"^[Tt]he\s+", "", name))
                spans.append(Span(entity.start + shift, entity.end, "L", text=name[shift:]))
        return spans


def _calling(before: str) -> re.Match[str] | None:
    """ "ice hockey player Ann Lee": what somebody does, just before the name."""
    found = re.search(r"(?:\b[a-z]+ )?\b(?P<calling>[a-z]+) $", before)
    return found if found and found["calling"] in words("callings") else None


def _is_council(title: Title, span: Area, bodies: list[Area]) -> bool:
    """ "the Council of Coastal Heads of State": does a body's name end with the title and begin before it?"""
    of_them = bool(title.body and re.search(r"\bof \S+$", title.body))
    begin = span[0] + len("the ") * title.definite
    return title.plural and of_them and any(b <= begin and e == span[1] for b, e in bodies)


def _exact_first(found: Sequence[FoundDate]) -> list[FoundDate]:
    """Without a weekday or "today" that an exact date explains at once: "on Thursday (1 June 2017)"."""
    kept = []
    for each, following in zip_longest(found, found[1:]):
        explained = (
            following is not None
            and not following.relative
            and following.start - each.end <= _BESIDE
        )
        if not (each.relative and explained):
            kept.append(each)
    return kept
