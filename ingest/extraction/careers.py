"""Posts told with a verb: "in 2009 she became Chairwoman of …", "X, who heads …", "his Utopian counterpart"."""

import re
from collections.abc import Iterator

from ingest.extraction.actors import Actor, Reading, Roll, Tenure
from ingest.extraction.bodies import bodies_in, body_at
from ingest.extraction.knownnames import Known, known_names
from ingest.extraction.marks import Marks
from ingest.extraction.people import Named
from ingest.extraction.status import Stated, stated
from ingest.extraction.titles import Title
from ontology.anchors import Anchor
from ontology.dates import find_dates

_DET = r"(?:\s+(?:the|a|an|its|his|her|their|to the post of|to be))?\s*$"
_TAKES = re.compile(
    r"\b(?:bec(?:ame|omes?|oming)|(?:was|were|has been|been|is) (?:re-?)?(?:elected|appointed|named"
    r"|installed|confirmed|chosen|inaugurated)(?:(?: (?:this|last|earlier|on|in) [\w ]{2,20}?)? as)?"
    r"|(?:was|has been) sworn in as|t(?:ook|akes|aken) (?:over|office) as|promoted to"
    r"|assum(?:ed|es) the (?:post|office|position) of)" + _DET
)  # fmt: skip
_HOLDS = re.compile(
    r"\b(?:is|has been|serv(?:es|ing) as|has served as|works? as|remains|continues as"
    r"|acts as)(?: (?:now|currently|also))?" + _DET
)
_HELD = re.compile(
    r"\b(?:served as|worked as|had been|was|acted as|had served as)(?: (?:then|also))?" + _DET
)
_PUTS = re.compile(
    r"\b(?:appoint(?:ed|s)|nam(?:ed|es)|elect(?:ed|s)|made)\s+(?P<who>him|her|[^,;.]{3,60}?)(?:\s+as)?"
    + _DET
)
_AS = (
    r"\s+(?P<who>[^,;]{3,60}?)\s+(?:as|in the (?:post|office|position) of)(?:\s+(?:the|a|an))?\s*$"
)
_SUCCEEDS = re.compile(r"\b(?:succeed(?:s|ed)?|replac(?:es?|ed)|t(?:ook|akes?) over from)" + _AS)
_SUCCEEDED = re.compile(
    r"\b(?:was|were|is|has been|had been|will be)\s+(?:succeeded|replaced|followed)\s+by" + _AS
)
_RELATED = re.compile(
    r"\b(?:[Hh]is|[Hh]er)\s+(?P<what>predecessor|successor)(?:\s+in (?:the|that) (?:post|office))?,?\s+(?=[A-Z])"
)
_LEADS = re.compile(
    r"^,?\s*(?:an?\s+[a-z][a-z -]{2,40}?,?\s+)?(?:,?\s*who\s+)"
    r"(?:now |currently |also )?(?P<verb>heads|leads|chairs|runs|commands|directs)\s+(?:the\s+)?$"
)
_LED_BY = re.compile(
    r"^,?\s*(?:which is |is |currently )?(?P<verb>headed|led|chaired|run|commanded"
    r"|directed)(?: since \d{4})? by\s+(?:[A-Z]\w+\.?\s+)?$"
)
_POSTS_OF_VERBS = {
    "chairs": "chairman",
    "chaired": "chairman",
    "commands": "commander",
    "commanded": "commander",
    "directs": "director",
    "directed": "director",
}
_PASSING = re.compile(r"\b(?:delegation|mission|meeting|talks|session|team|group)\b", re.IGNORECASE)
_LEFT = re.compile(
    r"\ba (?:post|position|job|seat) (?:that |which )?(?:he|she) (?:left|gave up|held until|resigned from)\b"
)
_PRONOUN = re.compile(r"\b(?:he|she|He|She)\b")


_LONGEST_NAME = 5


class Careers:
    """Reads the posts that the sentences of a document tell with a verb, in order."""

    def __init__(self, roll: Roll, text: str, anchor: Anchor) -> None:
        self.roll = roll
        self.text = text
        self.anchor = anchor
        self._block = -1
        self._subject: Actor | None = None

    def read(self, readings: list[Reading]) -> None:
        """Adds the tenures to the actors."""
        for reading in readings:
            if reading.sentence.block != self._block:
                self._block, self._subject = reading.sentence.block, None
            known = known_names(reading, self.roll)
            for title in reading.roles:
                self._told(reading, title, known)
            self._led(reading, known)
            self._related(reading, known)
            for named in reading.people:
                self._counterpart(reading, named, known)
            opening = self.text[reading.sentence.start : known[0].start] if known else ""
            if known and not (self._subject and _PRONOUN.search(opening)):
                self._subject = known[0].actor

    # ------------------------------------------------------------- "became", "was", "appointed him"

    def _told(self, reading: Reading, title: Title, known: list[Known]) -> None:
        marks = reading.marks
        if title.plural or title.start == 0:
            return
        begin, at = reading.sentence.start, marks.span(title.start, title.start + 1)[0]
        before = self.text[begin:at]
        if self._handed_over(reading, title, known, before):
            return
        for kind, pattern in (
            ("takes", _TAKES),
            ("puts", _PUTS),
            ("holds", _HOLDS),
            ("held", _HELD),
        ):
            match = pattern.search(before)
            if not match or (kind in ("holds", "held") and title.definite and title.is_bare):
                continue
            actor = (
                self._object(match, marks, known)
                if kind == "puts"
                else self._subject_of(match, marks, known)
            )
            if actor is None:
                return
            self._add(reading, actor, title, kind, (match.start(), at - begin))
            return

    # ------------------------------------------------------------- "succeeded X as", "her predecessor, Y"

    def _handed_over(self, reading: Reading, title: Title, known: list[Known], before: str) -> bool:
        """Gives the post to the one and its past to the other; False where nothing was handed over."""
        found = _SUCCEEDED.search(before)
        match = found or _SUCCEEDS.search(before)
        if match is None:
            return False
        pair = (
            self._subject_of(match, reading.marks, known),
            self._object(match, reading.marks, known),
        )
        new, old = reversed(pair) if found else pair
        if new:
            self._add(reading, new, title, "takes", (match.start(), len(before)))
        if old and old is not new and new and new.tenures[-1].stated == Stated():
            self._add(
                reading, old, title._replace(former=True), "held", (match.start(), len(before))
            )
        return True

    def _related(self, reading: Reading, known: list[Known]) -> None:
        """ "her predecessor, Y": the post that was told of her last, held before or after."""
        marks, begin = reading.marks, reading.sentence.start
        for match in _RELATED.finditer(self.text[begin : reading.sentence.end]):
            at = begin + match.end()
            before = [each.actor for each in known if each.end <= begin + match.start()]
            whose = before[-1] if before else self._subject
            told = [t for t in whose.tenures if t.start < at] if whose else []
            position = next((n for n, t in enumerate(marks.tokens) if t.start == at), None)
            if not told or position is None:
                continue
            start = marks.after_ranks(position)
            end = marks.name_end(start)
            if end == start or whose is self.roll.person(marks.words(start, end)):
                continue
            former = match["what"] == "predecessor"
            model = told[-1]
            self.roll.add_person(marks.words(start, end)).tenures.append(
                Tenure(
                    model.title._replace(former=former), model.country, *marks.span(start, end),
                    reading.sentence.index, f"career/{match['what']}",
                    contexts=[(model.start, model.end)],
                )
            )  # fmt: skip

    def _subject_of(self, match: re.Match[str], marks: Marks, known: list[Known]) -> Actor | None:
        """The person named last before the verb with no other clause between, or whom "he" stands for."""
        begin = marks.sentence.start
        before = self.text[begin : begin + match.start()]
        pronouns = list(_PRONOUN.finditer(before))
        named = [each for each in known if each.start < begin + match.start()]
        nearest = named[-1] if named else None
        if pronouns and (nearest is None or begin + pronouns[-1].start() > nearest.start):
            return named[0].actor if named else self._subject
        if nearest is None:
            return self._unknown(marks, begin + match.start())
        gap = self.text[nearest.end : begin + match.start()]
        return (
            nearest.actor
            if re.fullmatch(
                r"\s*(?:,[^,;]{0,120},)?\s*,?\s*(?:(?:who|\w+ly|then|also|later|may|might|will|would|could|should|has|had|have|is|was|did|not|never|expected|set|to|likely)\s+)*",
                gap,
            )
            else None
        )

    def _unknown(self, marks: Marks, at: int) -> Actor | None:
        """A person of two names or more just before the verb, whom nothing else in the document told of."""
        end = next((n for n, token in enumerate(marks.tokens) if token.start >= at), len(marks))
        while end > 0 and marks.is_lower_word(end - 1):
            end -= 1
        end -= marks.says(end, "who") and marks.says(end - 1, ",")
        for start in range(max(0, end - _LONGEST_NAME), end - 1):
            if marks.name_end(start) == end and not any(
                marks.is_sure(n) for n in range(start, end)
            ):
                return self.roll.add_person(marks.words(start, end))
        return None

    def _object(self, match: re.Match[str], marks: Marks, known: list[Known]) -> Actor | None:
        """Whom somebody puts in a post."""
        begin = marks.sentence.start
        low, high = begin + match.start("who"), begin + match.end("who")
        if match["who"] in ("him", "her"):
            return self._subject
        inside = [each for each in known if low <= each.start < high]
        return inside[-1].actor if inside else self._unknown(marks, high)

    def _add(
        self, reading: Reading, actor: Actor, title: Title, kind: str, verb: tuple[int, int]
    ) -> None:
        sentence = reading.sentence
        text = self.text[sentence.start : sentence.end]
        said = stated(text, *verb)
        start, end = reading.marks.span(title.start, title.end)
        since, until = self._span_of(text, kind)
        left = _LEFT.search(text, verb[1])
        former = (
            title.former
            or (left is not None)
            or (kind == "held" and (until is not None or "served" in text[verb[0] : verb[1]]))
        )
        actor.tenures.append(
            Tenure(
                title._replace(former=former), title.country, start, end, sentence.index, f"career/{kind}",
                stated=said, since=since, until=until,
            )
        )  # fmt: skip

    def _span_of(self, text: str, kind: str) -> tuple[str | None, str | None]:
        """Since when, and until when, as far as the sentence says it at its head or behind the verb."""
        for each in find_dates(text, self.anchor):
            lead = text[: each.start].lower()
            if re.search(r"\bsince\s+$", lead):
                return each.edtf, None
            if "/" in each.edtf and re.search(r"(?:\bfrom|\bbetween)\s+$|^$", lead):
                first, last = each.edtf.split("/")
                return first, last
            if kind in ("takes", "puts") and re.search(r"(?:^|\b)(?:in|on)?\s*$", lead):
                return each.edtf, None
        return None, None

    # ------------------------------------------------------------- "who heads", "headed by"

    def _led(self, reading: Reading, known: list[Known]) -> None:
        marks = reading.marks
        for first, end in (*bodies_in(marks, self.roll.has_body), *_led_by_name(marks)):
            start, stop = marks.span(first, end)
            if _PASSING.search(self.text[start:stop]):
                continue
            for each in known:
                match = (
                    _LEADS.match(self.text[each.end : start])
                    if each.end <= start
                    else _LED_BY.match(self.text[stop : each.start])
                )
                if match:
                    post = _POSTS_OF_VERBS.get(match["verb"], "head")
                    title = Title(first, end, post, post, body=marks.words(first, end))
                    each.actor.tenures.append(
                        Tenure(
                            title,
                            None,
                            min(start, each.start),
                            max(stop, each.end),
                            reading.sentence.index,
                            "career/leads",
                        )
                    )

    # ------------------------------------------------------------- counterparts

    def _counterpart(self, reading: Reading, named: Named, known: list[Known]) -> None:
        """Gives "his Utopian counterpart Lee" the post of whom the sentence named before, in the other country."""
        if named.counterpart is None:
            return
        start = reading.marks.span(named.left, named.left + 1)[0]
        before = [each.actor for each in known if each.end <= start]
        for actor in [*reversed(before), *([self._subject] if self._subject else [])]:
            model = next(
                (
                    t
                    for t in actor.tenures
                    if not t.title.former
                    and t.title.body is None
                    and t.country != named.counterpart
                ),
                None,
            )
            other = self.roll.person(named.name)
            if model and other and other is not actor:
                title = model.title._replace(country=named.counterpart, body=None, owned=True)
                span = reading.marks.span(named.left, named.right)
                other.tenures.append(
                    Tenure(
                        title,
                        named.counterpart,
                        *span,
                        reading.sentence.index,
                        "counterpart",
                        contexts=[(model.start, model.end)]
                        if model.sentence != reading.sentence.index
                        else [],
                    )
                )
                return


def _led_by_name(marks: Marks) -> Iterator[tuple[int, int]]:
    """ "who heads Blue Line Capital": what somebody leads, though no word of its name says that it is a body."""
    for verb in range(1, len(marks) - 1):
        if not (marks.says(verb - 1, "who") and marks.says(verb, *_LEADING)):
            continue
        first, end = body_at(marks, verb + 1 + marks.says(verb + 1, "the"))
        named = marks.is_capital(first) and not marks.is_body_between(first, end)
        while marks.is_capital(end):
            end += 1
        if end > first and named and not marks.within_land(first):
            yield first, end


_LEADING = ("heads", "chairs", "runs", "directs")
