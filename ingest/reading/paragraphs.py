"""Where paragraphs end: the cheapest way to cut a run of lines, by what a typesetter does.

Each pair of lines has a price for going on and a price for breaking, from punctuation, white space,
indentation and type. The price for going on also depends on how full the first line is: a line that
ends early although the next word would have fitted ends a paragraph. Where the indentation of first
lines has been lost, they look narrower than the others; the cut then allows for it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.reading.datelines import is_date, is_place_and_date
from ingest.reading.entries import with_entries
from ingest.reading.lexicon import lexicon
from ingest.reading.lines import TextLine
from ingest.reading.measures import Measure, by_count, by_page, by_type
from ingest.reading.signs import Sign, begins_sentence, ends_sentence, number_of, sign_of
from ontology.dates import find_dates

Paragraph = tuple[TextLine, ...]
_NEVER = 1000.0
_WIDE_GAP = 0.15
_FRONT = 6
"""Among so many lines title and dateline stand."""
_SET_IN = 0.5
"""By how much of its height a line is set in at least."""
_CUT = re.compile(r"[^\W\d_][-\u00ad]$")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two lines that follow each other, and what breaking and going on between them cost without their measure."""

    one: TextLine
    two: TextLine
    stop: bool
    fresh: bool
    """Does the second begin as a sentence can?"""
    sign: Sign | None
    dated: bool
    """Does the second begin with a date?"""
    dateline: bool
    """Is the second a line of date and place under a title?"""

    @property
    def goes_on(self) -> bool:
        """Does the sentence surely go on?"""
        begun = self.is_cut or self.two.text[:1].islower()
        return not self.stop and self.sign is None and begun

    @property
    def is_cut(self) -> bool:
        """Is a word cut in two between them? No paragraph ends so, however short the line is."""
        return _CUT.search(self.one.text) is not None


@dataclass(frozen=True, slots=True)
class _Style:
    """How a document parts its paragraphs."""

    gaps: bool
    indents: bool
    body: float
    """The size of most of the type; 0 in plain text."""
    hangs: bool
    """Does the text of items stand further in than their signs?"""


def paragraphs(lines: Sequence[TextLine]) -> list[Paragraph]:
    """Cuts lines, in reading order, into paragraphs, headings and items."""
    if len(lines) < 2:
        return [tuple(lines)] if lines else []
    lines = with_entries(lines)
    pairs = _pairs(lines)
    measure, indent = _best(lines, pairs)
    breaks, _ = _cut(pairs, measure, indent, _style(pairs, measure))
    cut: list[Paragraph] = []
    start = 0
    for index, broken in enumerate((*breaks, True)):
        if broken:
            cut.append(tuple(lines[start : index + 1]))
            start = index + 1
    return cut


def _pairs(lines: Sequence[TextLine]) -> list[_Pair]:
    pairs: list[_Pair] = []
    signs: list[Sign] = [sign] if (sign := sign_of(lines[0].text)) else []
    for index, (one, two) in enumerate(pairwise(lines), 1):
        stop = ends_sentence(one.text)
        sign = sign_of(two.text)
        if sign and not _is_item(one, two, sign, signs, stop=stop):
            sign = None
        if sign:
            signs.append(sign)
        fresh = begins_sentence(two.text)
        dated = stop and fresh and _begins_with_date(two.text[:40])
        dateline = _is_dateline(lines, index)
        pairs.append(_Pair(one, two, stop, fresh, sign, dated, dateline))
    return pairs


def _begins_with_date(text: str) -> bool:
    return any(map(str.isdigit, text)) and any(each.start < 4 for each in find_dates(text))


def _is_dateline(lines: Sequence[TextLine], index: int) -> bool:
    """Is a line at the top nothing but date and place, apart from what follows, under words that are whole?"""
    if index >= _FRONT or _is_unfinished(lines[index - 1].text):
        return False
    text = lines[index].text.strip()
    apart = all(line.gap is None or line.gap > _WIDE_GAP for line in lines[index + 1 : index + 2])
    return apart and (is_date(text) or is_place_and_date(text))


def _is_item(one: TextLine, two: TextLine, sign: Sign, before: list[Sign], *, stop: bool) -> bool:
    """Is the sign at the head of a line the sign of an item, not a dash or number of running text?"""
    apart = stop or (two.gap or 0) > 0.4 or one.text.rstrip()[-1:] in ",;"
    if sign.kind == "strong":
        return True
    if sign.kind == "dash":
        return apart or any(each.mark == sign.mark for each in before[-1:])
    number = number_of(sign.mark)
    last = next((number_of(each.mark) for each in reversed(before) if each.kind == "number"), None)
    if number is None or not (apart or (len(one.text) < 40 and sign.mark[0].isdigit())):
        return False
    return number == 1 or (last is not None and last < number <= last + 2)


def _style(pairs: Sequence[_Pair], measure: Measure) -> _Style:
    """Looks at the places that surely part two paragraphs: a stop far from the edge, and a new sentence."""
    body, hangs = _body_size(pairs), _hangs(pairs)
    ends = [
        pair
        for pair, slack in zip(pairs, measure.slack, strict=True)
        if pair.stop and pair.fresh and slack > 6 and pair.sign is None and pair.two.gap is not None
    ]
    if not ends:
        return _Style(gaps=False, indents=False, body=body, hangs=hangs)
    gaps = sum((pair.two.gap or 0) > _WIDE_GAP for pair in ends)
    indents = sum(_is_indented(pair.two) for pair in ends)
    return _Style(
        gaps=gaps > 0.6 * len(ends), indents=indents > 0.6 * len(ends), body=body, hangs=hangs
    )


def _hangs(pairs: Sequence[_Pair]) -> bool:
    """Are all second lines of items, where they surely are some, set in?"""
    shifts = [_shift(pair) for pair in pairs if pair.goes_on and sign_of(pair.one.text)]
    return bool(shifts) and min(shifts) > _SET_IN


def _shift(pair: _Pair) -> float:
    """How much further in than the first the second line stands in its column."""
    one, two = pair.one, pair.two
    return ((two.x0 - two.left) - (one.x0 - one.left)) / _em(two)


def _body_size(pairs: Sequence[_Pair]) -> float:
    sizes: Counter[float] = Counter()
    for pair in pairs:
        sizes[pair.two.size] += len(pair.two.text)
    return sizes.most_common(1)[0][0]


def _em(line: TextLine) -> float:
    return line.size or 2.0


def _is_indented(line: TextLine) -> bool:
    return _SET_IN < (line.x0 - line.left) / _em(line) < 8


def _best(lines: Sequence[TextLine], pairs: Sequence[_Pair]) -> tuple[Measure, float]:
    """The measure, and the indentation that was lost, by which the lines make most sense."""
    sure = [pair.goes_on for pair in pairs]
    if any(line.size for line in lines):
        measures = [by_page(lines, sure), by_type(lines, sure)]
    else:
        measures = [by_count(lines, sure), by_type(lines, sure)]
    tried = []
    for order, measure in enumerate(measures):
        for indent in dict.fromkeys((0.0, _lost_indent(lines, pairs, measure))):
            cost = _cut(pairs, measure, indent, _style(pairs, measure))[1]
            tried.append((cost + order * 5 + (indent > 0) * 8, order, measure, indent))
    _, _, measure, indent = min(tried, key=lambda each: each[:2])
    return measure, indent


def _lost_indent(lines: Sequence[TextLine], pairs: Sequence[_Pair], measure: Measure) -> float:
    """How much narrower some lines are that surely go on, in average characters, if all lines begin at the edge."""
    if any(_is_indented(line) for line in lines if not sign_of(line.text)):
        return 0.0
    short = sorted(
        slack
        for pair, slack in zip(pairs, measure.slack, strict=True)
        if pair.goes_on and measure.tolerance < slack < 15
    )
    return short[int(len(short) * 0.95)] if len(short) > 2 else 0.0


def _cut(
    pairs: Sequence[_Pair], measure: Measure, indent: float, style: _Style
) -> tuple[list[bool], float]:
    """Where to break, and what it costs, by dynamic programming over "is the line the first of its paragraph"."""
    wrapped = _is_wrapped(pairs)
    best: dict[bool, float] = {True: 0.0}
    trail: list[dict[bool, bool]] = []
    for pair, slack, free in zip(pairs, measure.slack, measure.free[1:], strict=True):
        following: dict[bool, tuple[float, bool]] = {}
        narrow = 5.0 if indent and free + measure.tolerance < indent else 0.0
        for first, cost in best.items():
            room = slack - indent * first - measure.tolerance
            going = cost + _going_on(pair, room, first=first, style=style, wrapped=wrapped)
            breaking = cost + _breaking(pair, room, style) + narrow
            for broken, total in ((False, going), (True, breaking)):
                if broken not in following or total < following[broken][0]:
                    following[broken] = (total, first)
        trail.append({broken: first for broken, (_, first) in following.items()})
        best = {broken: total for broken, (total, _) in following.items()}
    state = min(best, key=lambda each: best[each])
    cost = best[state]
    breaks: list[bool] = []
    for step in reversed(trail):
        breaks.append(state)
        state = step[state]
    return breaks[::-1], cost


def _is_wrapped(pairs: Sequence[_Pair]) -> bool:
    """Are there lines at all that go on in the next? (Else each line is a paragraph.)"""
    if pairs[0].one.size:
        return True  # on a page they always are
    if sum(pair.goes_on for pair in pairs) > 0.04 * len(pairs):
        return True
    unfinished = sum(not pair.stop and len(pair.one.text) > 45 for pair in pairs[2:])
    return unfinished > max(1, 0.25 * len(pairs))


def _going_on(pair: _Pair, room: float, *, first: bool, style: _Style, wrapped: bool) -> float:
    if pair.sign or pair.dateline or pair.one.alone or pair.two.alone or _is_set_otherwise(pair):
        return _NEVER
    if _is_display(pair, style):
        return 0.0 if (pair.two.gap or 0) < 0.4 else 12.0
    cost = 1.0 if pair.stop else 0.0
    if not wrapped and not pair.goes_on:
        cost += 20
    if room > 0 and not pair.is_cut:
        cost += min(2 + room * 0.7, 20)
    if pair.two.gap is not None and pair.two.gap > _WIDE_GAP:
        cost += 3 if pair.goes_on else 12
    return cost + _indentation(pair, first=first, style=style)


def _is_display(pair: _Pair, style: _Style) -> bool:
    """Are both lines of a title or heading in large type? These are broken by sense, or centred."""
    one, two = pair.one, pair.two
    return (
        one.size == two.size > 1.1 * style.body > 0
        and one.bold == two.bold
        and one.page == two.page
    )


def _is_set_otherwise(pair: _Pair) -> bool:
    """Are the two set in different type, as a heading and its text are?"""
    if not pair.one.size or pair.goes_on or pair.one.text.endswith("-"):
        return False
    ratio = pair.two.size / pair.one.size if pair.one.size else 1
    return not 0.93 < ratio < 1.07 or pair.one.bold != pair.two.bold


def _indentation(pair: _Pair, *, first: bool, style: _Style) -> float:
    """What it costs to go on although the second line stands further in, or further out, than it should."""
    shift = (pair.two.x0 - pair.one.x0) / _em(pair.two)
    same_column = pair.two.gap is not None
    if first and sign_of(pair.one.text):
        return _behind_sign(pair, style)
    if not same_column:
        return 6.0 if style.indents and _is_indented(pair.two) and not first else 0.0
    if shift > 0.5:
        return 1.0 if first and not pair.stop else 8.0
    if shift < -0.5:
        return 0.0 if first else 8.0
    return 4.0 if first and style.indents and _is_indented(pair.two) else 0.0


def _behind_sign(pair: _Pair, style: _Style) -> float:
    """What it costs to go on in the second line of an item."""
    shift = _shift(pair)
    if shift >= 4:
        return 4.0
    return 8.0 if style.hangs and shift <= _SET_IN else 0.0


def _breaking(pair: _Pair, room: float, style: _Style) -> float:
    if pair.sign or pair.one.alone or pair.two.alone:
        return 0.0
    cost = _sense(pair)
    if room <= 0:
        cost += 2
    if style.gaps and pair.two.gap is not None and pair.two.gap <= _WIDE_GAP:
        cost += 5
    if style.indents and not _is_indented(pair.two):
        cost += 4
    if pair.dated:
        cost -= 1  # reports like to begin a paragraph with its date
    return cost


def _sense(pair: _Pair) -> float:
    """What it costs to break between the two by their words alone."""
    if pair.stop:
        return 0.0 if pair.fresh else 5.0
    if _is_unfinished(pair.one.text):
        return 10.0 + (0 if pair.fresh else 5)
    return 6.0 if pair.fresh else 12.0


def _is_unfinished(text: str) -> bool:
    """Does it end amid a word, or with one that more must follow?"""
    last = text.rsplit(" ", 1)[-1]
    return last.endswith(("-", "\u00ad", ",")) or last in lexicon().unfinished
