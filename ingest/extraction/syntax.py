"""Tagged sentences parsed: each mark becomes one plain word, so that a long title cannot mislead the parser."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from ingest.extraction.actors import Span
from ingest.extraction.language import model
from ingest.extraction.occasionnames import occasion_noun
from ingest.extraction.tagging import MARK, Tagged

_WORDS = {
    "P": ("Smith", "Jones", "Brown", "Taylor", "Wilson", "Evans", "Thomas", "Johnson", "Roberts", "Walker"),
    "O": ("Unesco", "Interpol", "Nato", "Unicef", "Opec", "Mercosur"),
    "C": ("France", "Spain", "Italy", "Greece", "Chile", "Peru", "Kenya", "Norway"),
    "S": ("Washington",),
    "K": ("London", "Madrid", "Rome", "Athens", "Oslo", "Paris"),
    "L": ("Boston", "Dallas", "Denver", "Chicago", "Oxford", "Naples"),
    "A": ("French", "Spanish", "Italian", "Greek", "Chilean", "Norwegian"),
}  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_MONTHS = ("October", "November", "January", "March", "July", "August")
_UNNAMED = ("officials", "ministers", "representatives")


class Tree:
    """A parsed sentence; `spans` has what stands behind its masked words, by token number."""

    def __init__(self, doc: Doc, mask: "_Mask") -> None:
        self.doc = doc
        self.tagged = mask.tagged
        self.kind_of_block = mask.tagged.block
        self._pieces = mask.pieces
        self.spans: dict[int, Span] = {}
        self.names: dict[int, Span] = {}
        """Proper names of occasions; the parser sees the noun alone."""
        for token in doc:
            at = self.position(token)
            mark = MARK.match(self.tagged.text, at)
            if mark and mark[1] == "E":
                self.names[token.i] = self.tagged.spans[int(mark[2])]
            elif mark and token.is_alpha:
                self.spans[token.i] = mask.groups.get(at) or self.tagged.spans[int(mark[2])]

    def position(self, token: Token) -> int:
        """Where a token begins in the tagged text."""
        at = bisect_right(self._pieces, (token.idx, 1 << 30)) - 1
        begins, there = self._pieces[at]
        return there + (token.idx - begins)

    def kind(self, token: Token) -> str:
        """The kind of the span that a token stands for, or an empty text."""
        span = self.spans.get(token.i)
        return span.kind if span else ""

    def clause(self, token: Token) -> Iterator[Token]:
        """The tokens below one, not going into relative and reported clauses."""
        yield token
        for child in token.children:
            if child.dep_ not in ("relcl", "ccomp", "advcl", "conj", "parataxis"):
                yield from self.clause(child)


def _word(kind: str, number: int, span: Span) -> str:
    """The word that stands for a mark."""
    if kind == "D":
        day = re.fullmatch(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?", span.text)
        return (_WEEKDAYS if day else _MONTHS)[number % len(_MONTHS)]
    if kind == "G":
        return "they"
    if kind == "U":
        return (
            _UNNAMED[number % len(_UNNAMED)]
            if span.title is None or span.title.plural
            else "Official"
        )
    if kind == "E":
        return occasion_noun(span.text)
    if kind == "P" and span.text.lower() in ("he", "she", "i"):
        return span.text
    return _WORDS[kind][number % len(_WORDS[kind])]


class _Mask:
    """The text with plain words for marks, and where its pieces begin there and in the tagged text."""

    def __init__(self, tagged: Tagged) -> None:
        self.tagged = tagged
        self.groups: dict[int, Span] = {}
        """Spans that a coordinated list becomes, by the position of the list in the tagged text."""
        self.pieces: list[tuple[int, int]] = []
        self._parts: list[str] = []
        self._length = 0
        self._write()
        self.text = "".join(self._parts)

    def _put(self, text: str, position: int) -> None:
        self.pieces.append((self._length, position))
        self._parts.append(text)
        self._length += len(text)

    def _write(self) -> None:
        text, position = self.tagged.text, 0
        for match in _PIECE.finditer(text):
            self._put(text[position : match.start()], position)
            if match["aside"]:
                self._put(",", match.start())
            elif match["verb"]:
                self._put(f"{match['lead']}while ", match.start())
                self._put(match["verb"].lower(), match.start("verb"))
            elif match["period"] or match["side"]:
                pass
            elif match["after"]:
                self._put(f"{match['after']},", match.start())
            else:
                self._put(self._mark(match), match.start())
            position = match.end()
        self._put(text[position:], position)

    def _mark(self, match: re.Match[str]) -> str:
        marks = MARK.findall(match[0])
        kind, number = marks[0][0], int(marks[0][1])
        span = self.tagged.spans[number]
        if len(marks) > 1:
            spans = [self.tagged.spans[int(each)] for _, each in marks]
            kind = "P" if any(letter == "P" for letter, _ in marks) else kind
            actors = [actor for each in spans for actor in each.actors]
            span = Span(
                spans[0].start,
                spans[-1].end,
                kind,
                actors,
                text=spans[0].text,
                title=spans[0].title,
            )
            self.groups[match.start()] = span
        word = _word(kind, number, span)
        opens = kind == "D" and re.fullmatch(
            r"(?:(?:In|At)\s+\{[KLCS]\d+\}\s+(?:on|in)\s+|(?:On|In|From|Between|During)\s+)?",
            self.tagged.text[: match.start()],
        )
        return (
            f"{word},"
            if opens and not self.tagged.text[match.end() :].lstrip().startswith(",")
            else word
        )


_ONE = r"\{[POCU]\d+\}"
_AND = (
    r"(?:,?\s+(?:and|as well as|along with|together with|&)\s+(?:also\s+)?(?:(?:by"
    r"|with)\s+)?(?:(?:the|his|her)\s+)?)"
)
_PIECE = re.compile(
    rf"(?P<list>{_ONE}(?:{_AND}{_ONE}|,\s+(?:the\s+)?{_ONE})*{_AND}{_ONE})(?!['’]s)"
    r"|(?P<aside>,\s+(?:under the (?:chairmanship|leadership|presidency|direction) of"
    r"|with the (?:participation|assistance|support|mediation) of"
    r"|at the (?:initiative|invitation|suggestion|request) of)\s+[^,;]{3,120},)"
    r"|(?P<lead>^|,\s+)(?P<verb>[Mm]eeting|[Rr]eceiving|[Vv]isiting|[Aa]ddressing|[Ss]peaking|[Oo]pening|[Cc]hairing|[Aa]ttending|[Hh]osting)(?=\s+(?:with\s+|at\s+|the\s+)?(?:\{|[a-z])[^;]*,)"
    r"|(?P<after>^(?:Following|After|During|At) (?:the|their) [^,;]{0,60}?\b(?:talks|summit|meeting|negotiations"
    r"|consultations)(?: in \{[KLC]\d+\})?)(?= (?:the )?\{[PUG]\d)"
    r"|(?P<side>,\s+(?:(?:second|third|far|top|bottom)\s+(?:from\s+)?)?(?:left|right|cent(?:er|re))\s*,"
    r"|\s+\((?:L|R|C|left|right|cent(?:er|re))\))"
    r"|(?P<period>\b[Ii]n the period (?=from\b))"
    r"|\{[A-Z]\d+\}"
)


def parse(sentences: Iterable[Tagged]) -> list[Tree]:
    """The trees of tagged sentences."""
    tagged = list(sentences)
    masked = [_Mask(each) for each in tagged]
    docs = model().pipe((each.text for each in masked), disable=["ner"])
    return [Tree(doc, mask) for doc, mask in zip(docs, masked, strict=True)]


def conjuncts(token: Token) -> list[Token]:
    """A token and those coordinated with it behind, without what "but not" takes out."""
    found = [token]
    for child in token.rights:
        if child.dep_ == "conj" and not any(each.dep_ == "neg" for each in child.children):
            found += conjuncts(child)
    return found


def preposition(token: Token, *names: str) -> list[Token]:
    """The objects of prepositions below a token, coordinated ones each."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt") and child.lower_ in names:
            for each in child.children:
                together = each.dep_ == "prep" and child.lower_ in ("together", "along", "out")
                again = each.dep_ == "conj" and each.lower_ == child.lower_  # "to X and to Y"
                if each.dep_ in ("pobj", "pcomp"):
                    found += conjuncts(each)
                elif together or again:
                    found += [x for y in each.children if y.dep_ == "pobj" for x in conjuncts(y)]
    return found


def subjects(verb: Token, *, seen: int = 0) -> list[Token]:
    """The subject of a verb: its own, its antecedent's, or that of the verb it depends on."""
    own = next(
        (child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "csubj")), None
    )
    if own is not None:
        relative = own.tag_ in ("WDT", "WP") or own.lower_ in ("who", "which", "that")
        return conjuncts(verb.head if relative else own)
    if seen > _DEEPEST or verb.head == verb:
        return []
    if controller := _controller(verb) or _blamed(verb):
        return conjuncts(controller)
    if verb.dep_ in ("acl", "relcl"):
        # A participle on the word that heads the sentence is its verb: "The delegation negotiated with X".
        alone = verb.head.dep_ == "ROOT" and verb.head.pos_ in ("NOUN", "PROPN")
        return conjuncts(verb.head) if verb.tag_ in ("VBG", "VB") or alone else []
    if verb.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "dep", "prep", "pcomp"):
        return []
    head = verb.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    return subjects(head, seen=seen + 1) if head != verb else []


def _controller(verb: Token) -> Token | None:
    """ "invited X to visit": who is to do what somebody is asked to do."""
    if (
        verb.dep_ not in ("xcomp", "ccomp")
        or verb.tag_ != "VB"
        or verb.head.lemma_ not in _OBJECT_CONTROL
    ):
        return None
    return next(
        (child for child in verb.head.children if child.dep_ in ("dobj", "nsubjpass")), None
    )


def _blamed(verb: Token) -> Token | None:
    """ "criticised X for holding talks", "kept X from meeting Y": who does what is named behind a preposition."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("for", "of", "from", "against"):
        return None
    named = [child for child in verb.head.head.children if child.dep_ == "dobj"]
    return next((each for each in named if each.pos_ == "PROPN"), None)


_DEEPEST = 4
_OBJECT_CONTROL = frozenset(
    {
        "invite",
        "ask",
        "urge",
        "tell",
        "allow",
        "order",
        "instruct",
        "advise",
        "enable",
        "persuade",
        "send",
        "appoint",
    }
)


def is_passive(verb: Token) -> bool:
    """Is the verb in the passive voice, as a participle behind a noun too?"""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB":
        return not any(child.dep_ in ("nsubj", "aux") for child in verb.children) and is_passive(
            verb.head
        )
    participle = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return participle and not any(child.dep_ in ("nsubj", "aux") for child in verb.children)
