"""Names of bodies in running words: where they begin and end, and where a person's name begins behind them.

"Chairman of the State Committee for Security Ann Lee" has no sign between body and name. The split
rule: a body ends behind its last sure word (head of a body, acronym, country, portfolio) where two
or more words of a name follow; a single word behind it is a name only if the document knows it as a
surname.
"""

from collections.abc import Callable

from ingest.extraction.lexicon import words
from ingest.extraction.marks import OWNERS, Marks

_NP_LINKS = ("of", "for", "on", "against", "under", "to")
"""Nouns behind which the proper name of a body follows: "the opposition party Blue List"."""
_LOWER_REACH = 6
_LONGEST_SEAT = 4
_LONGEST_LOWER, _LONGEST_TAIL = 16, 3
_TAIL_ENDS = ("and", "in", "at", "who")
_FULL_NAME = 2
_NO_END = ("the", "a", "an", "among", "with", "from", "by", *_NP_LINKS)


def bodies_in(marks: Marks, is_known: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The tokens [start, end) of all bodies named in a sentence; `is_known` tells the document's own acronyms."""
    found, position = list[tuple[int, int]](), 0
    while position < len(marks):
        end = _named_body(marks, position, is_known)
        if end > position:
            found.append((position, end))
        position = max(end, position + 1)
    return found


def _named_body(marks: Marks, position: int, is_known: Callable[[str], bool]) -> int:
    """The end of the body named there; `position` where there is none."""
    if not marks.is_capital(position) or marks.is_("not_name", position):
        return _office(marks, position)
    land = marks.lands.get(position)
    if land and land.form == "demonym" and marks.is_lower_word(land.end):
        return position  # "a Utopian company" is no name
    if marks.is_("occasions", position) and marks.says(position + 1, "of"):
        return position  # "the Session of the Coastal Committee"
    first, end = body_at(marks, position)
    while end - first > 1 and marks.is_("occasions", end - 1):
        end -= 1  # "the Coastal Organisation Summit"
    if first != position or end == first:
        return position
    if end - first == 1:
        word = marks.tokens[first].text
        known = is_known(word) or word in words("acronyms") or marks.is_("single_bodies", first)
        return end if known else position
    kind_behind = marks.is_body(end) and marks.is_lower_word(end)  # "the Blue List party"
    named = marks.is_body_between(first, end) or marks.is_acronym(first) or kind_behind
    if not named and marks.tokens[first].text in words("acronyms"):
        return first + 1  # "the G7 Riga Summit"
    return _with_rest(marks, end) if named else position


def _with_rest(marks: Marks, end: int) -> int:
    """ "the Academy of Arts for Special Needs Students": no person's name stands right behind a body without title."""
    rest = end
    while marks.is_name_word(rest) and marks.after_ranks(rest) == rest:
        rest += 1
    known = any(marks.is_surname(n) for n in range(end, rest))
    return end if known or marks.person_from(end, rest) is not None else rest


def _office(marks: Marks, position: int) -> int:
    """ "the prosecutor's office": the end of an office named in lower case by whose it is."""
    head = marks.head(position)
    if head is None or marks.is_capital(position) or not marks.says(head[0], *OWNERS):
        return position
    return head[0] + 2 if marks.says(head[0] + 1, "office", "administration") else position


def body_at(marks: Marks, start: int, *, place: bool = False) -> tuple[int, int]:
    """The tokens [first, end) of the body or place whose name begins there; empty where there is none.

    With `place`, "in Moscow" belongs to it where a person's name follows directly.
    """
    start = _behind_seat(marks, start)
    land = marks.lands.get(start)
    mixed = "-" in marks.tokens[start].text if start < len(marks) else False
    if land and land.form == "demonym" and marks.is_lower_word(land.end) and not mixed:
        first, end = _lower(marks, land.end)
        # "the Utopian embassy", but "the Utopian rail company Blue Line"
        return (first if first > land.end else start, end) if end > first else (start, start)
    if marks.is_acronym(start) and marks.is_lower_word(start + 1):
        first, end = _lower(marks, start + 1)
        if marks.is_capital(first) and marks.is_("named_kinds", first - 1):
            return first, end  # "the ABC activist group Blue Line"
    if marks.is_capital(start) or marks.says(start, "“", '"'):
        return start, _end(marks, start, place=place)
    return _lower(marks, start)


def _behind_seat(marks: Marks, start: int) -> int:
    """ "the Riga-based Coastal Institute": where the name begins behind words that say where the body sits."""
    for position in range(start, min(start + _LONGEST_SEAT, len(marks))):
        if marks.folded[position].endswith("based") and "-" in marks.words(start, position + 1):
            return position + 1
        if not (marks.is_capital(position) or marks.says(position, ",", "-")):
            break
    return start


def _end(marks: Marks, start: int, *, place: bool) -> int:
    position = end = start
    while True:
        run = _run(marks, position, titled=position > start and marks.says(end, "under"))
        if run == position:
            return end
        end = _split(marks, start, position, run)
        if end < run:
            return end
        end = _bracketed(marks, end)
        follow = _link(marks, start, end) or (place and _place_link(marks, start, end)) or end
        if follow == end:
            return end
        position = follow


def _run(marks: Marks, start: int, *, titled: bool) -> int:
    """The end of the capitalised words from here that may belong to a body; with a post in front, if `titled`."""
    end = start
    while marks.is_capital(end) and marks.tokens[end].is_word:
        if (
            end > start
            and marks.is_capital(marks.after_ranks(end))
            and marks.after_ranks(end) > end
        ):
            break
        if end > start and marks.says(end, *_NP_LINKS):
            break
        if (marks.is_("peoples", end) and marks.says(end + 1, *OWNERS)) or _is_joined(
            marks, end + 1
        ):
            end += 2  # "the People's Assembly", "the Utopian-Ruritanian Council"
            continue
        head = marks.head(end)
        if head and not (titled and end == start) and not marks.is_body(end) and not head[2]:
            office = head[0] + marks.says(head[0], *OWNERS)
            if not (marks.is_body(office) and marks.is_capital(office)):
                break
            end = office  # "the Prosecutor General Office"
        end += 1
    if marks.says(end, "”", '"', "»"):
        end += 1
    return end


def _is_joined(marks: Marks, hyphen: int) -> bool:
    """Is there a hyphen between the names of two countries, without spaces, and more of a name behind them?"""
    before, behind = marks.land_ends.get(hyphen), marks.lands.get(hyphen + 1)
    if before is None or behind is None or not marks.says(hyphen, "-", "–"):
        return False
    return (
        marks.is_capital(behind.end) and marks.tokens[hyphen].start == marks.tokens[hyphen - 1].end
    )


def _split(marks: Marks, start: int, begin: int, end: int) -> int:
    """The end of the body in the capitalised words [begin, end)."""
    explained = marks.says(end, "(") and marks.is_acronym(end + 1) and marks.says(end + 2, ")")
    if explained or (marks.is_body(end) and marks.is_lower_word(end)):
        return end  # "the Union of Coastal Clubs (UCC)", "the Blue Lives movement"
    sure = _last_sure(marks, begin, end)
    land = marks.lands.get(begin) or marks.land_ends.get(sure)
    if land and land.end == sure and end - sure > 1 and marks.name_end(sure) == end:
        if land.form != "demonym":
            return sure  # "President of Utopia Ann Mary Lee"
        return marks.person_from(sure + 1, end) or (sure if end - sure == _FULL_NAME else sure + 1)
    hinted = marks.person_from(max(sure, begin + 1), end)
    if hinted is not None:
        return hinted
    return _without_name(marks, start, (begin, sure, end))


def _last_sure(marks: Marks, begin: int, end: int) -> int:
    """Behind the last word that is surely part of a body's name; `begin` where none is."""
    sure = begin
    for position in range(begin, end):
        if position > begin and marks.is_within_name(position):
            continue
        land = marks.lands.get(position)
        if land or marks.within_land(position) or marks.is_sure(position):
            sure = position + 1
    return sure


def _without_name(marks: Marks, start: int, span: tuple[int, int, int]) -> int:
    """The end of the body in the words [begin, end), sure up to `sure`, where the model sees no name."""
    begin, sure, end = span
    rest = end - sure
    if sure > begin:
        if rest == 1:
            # "King of Utopia Salim bin Rashid": the name goes on in small words.
            return sure if marks.is_surname(sure) or marks.name_end(sure) > end else end
        return sure if rest > 1 and marks.name_end(sure) == end else end
    if (
        begin == start
        and end - begin == 2
        and marks.is_surname(end - 1)
        and marks.is_surname(begin)
    ):
        return end
    return end - 2 if rest > 2 and marks.name_end(end - 2) == end else end


def _bracketed(marks: Marks, end: int) -> int:
    """Behind an acronym in brackets that follows a body's name."""
    if marks.says(end, "(") and marks.is_acronym(end + 1) and marks.says(end + 2, ")"):
        return end + 3
    return end


def _link(marks: Marks, start: int, end: int) -> int | None:
    """The position at which a body's name goes on behind small words."""
    if marks.says(end, "with") and marks.is_("shared", end - 1) and marks.is_capital(end + 1):
        return end + 1  # "Commission for Cooperation with Foreign States"
    if marks.says(end, *_NP_LINKS):
        follow = end + 1 + marks.says(end + 1, "the", "its")
        if not marks.is_capital(follow):
            return None
        if marks.says(end, "to") and (marks.lands.get(follow) or not marks.is_body(end - 1)):
            return None
        head = marks.head(follow)
        if head and marks.says(end, "under"):
            return follow if marks.is_body(end - 1) else None
        starts_title = head is not None and not marks.is_body(follow) and not head[2]
        return None if starts_title else follow
    if marks.says(end, "and", "&", ","):
        return _joined(marks, start, end)
    return None


def _joined(marks: Marks, start: int, end: int) -> int | None:
    """ "Natural Resources and Energy Agency", "Ministry of Economy, Trade and Industry": the part behind the sign."""
    follow = end + 1 + (marks.says(end, ",") and marks.says(end + 1, "and"))
    if not marks.is_capital(follow) or marks.lands.get(follow):
        return None
    if marks.says(end, ","):
        listed = _portfolio_list(marks, end, follow) or _aims(marks, start, end)
        return follow if listed else None
    if marks.is_body(end - 1) or marks.is_acronym(end - 1) or marks.is_body(follow):
        return None
    if _name_behind(marks, follow) or _are_people(marks, end - 1, follow):
        return follow
    stop = _run(marks, follow, titled=False)
    # "the Academy of Sciences and Research Centre" names two, "the Committee on Health and Local Government" one.
    fields = any(marks.says(n, "on", "for") for n in range(start, end))
    two = marks.is_body_between(start, end) and marks.is_body(stop - 1) and not fields
    return None if two else _sure_soon(marks, follow)


def _are_people(marks: Marks, before: int, position: int) -> bool:
    """ "the Union of Leather Workers and Shoemakers": are both those who do something?"""
    return all(marks.folded[each].endswith(_DOERS) for each in (before, position))


_DOERS = ("ers", "ors", "ists", "men")


def _aims(marks: Marks, start: int, comma: int) -> bool:
    """ "Corporation for Development, Manufacture, and Export of Tools": is it a list of what a body is for?"""
    if not marks.is_body_between(start, comma) or not marks.says(comma - 2, "the", ",", *_NP_LINKS):
        return False
    position = comma
    while marks.says(position, ",") and marks.is_capital(position + 1):
        position += 2
    position += marks.says(position, ",")
    return (
        marks.says(position, "and")
        and marks.is_capital(position + 1)
        and marks.says(position + 2, "of")
    )


def _sure_soon(marks: Marks, follow: int) -> int | None:
    """The position, where a word that is surely part of a body's name stands there or just behind."""
    reach = follow
    while marks.is_capital(reach) and reach - follow < 4:
        if marks.head(reach) and not marks.is_body(reach):
            return None
        if marks.is_sure(reach):
            return follow
        reach += 1
    return None


def _name_behind(marks: Marks, follow: int) -> bool:
    """ "the Union of Weavers and Dyers Ann Lee": is there a person's name at the end of these words, not at once?"""
    stop = _run(marks, follow, titled=False)
    hint = marks.person_from(follow, stop)
    return hint is not None and hint > follow


def _portfolio_list(marks: Marks, comma: int, follow: int) -> bool:
    """Is it the inside of a list of portfolios that ends with "and"?"""
    if not (marks.is_("portfolios", comma - 1) and marks.is_("portfolios", follow)):
        return False
    reach = follow + 1
    while marks.is_("portfolios", reach):
        reach += 1
    return marks.says(reach, "and", "&", ",") and marks.is_("portfolios", reach + 1)


def _place_link(marks: Marks, start: int, end: int) -> int | None:
    """ "… Office in Bishkek Ann Lee": the place, where a name follows it at once."""
    if not marks.says(end, "in", "at") or not marks.is_sure(end - 1):
        return None
    land = marks.lands.get(end + 1)
    follow = land.end if land else end + 2
    named = marks.name_end(marks.after_ranks(follow)) - follow >= 2
    return end + 1 if named and marks.is_capital(end + 1) and start < end else None


def _lower(marks: Marks, start: int) -> tuple[int, int]:
    """A body in lower case: "the transitional council of Mali", "the opposition party Blue List"."""
    position = start
    while position < start + _LOWER_REACH and marks.is_lower_word(position):
        if marks.is_body(position) and not marks.is_body(position + 1):
            if marks.is_("named_kinds", position) and marks.is_capital(position + 1):
                return position + 1, _end(marks, position + 1, place=False)
            return start, _lower_end(marks, start, position + 1)
        position += 1
    if position > start and marks.is_capital(position) and position - start <= 3:
        end = _end(marks, position, place=False)
        if any(marks.is_body(n) for n in range(position, end)):
            return position, end
    return start, start


def _lower_end(marks: Marks, start: int, end: int) -> int:
    """What belongs to a lower-case body behind its noun."""
    reach = end
    while marks.is_lower_word(reach) and reach - start < _LONGEST_LOWER:
        reach += 1
    if reach > end and marks.person_from(reach, min(reach + 2, len(marks))) == reach:
        return reach
    return _before_name(marks, end, reach) or _plain_tail(marks, end)


def _before_name(marks: Marks, end: int, reach: int) -> int | None:
    """ "the department for … of the Office Ann Lee": the end of the body that a name follows."""
    if reach == end or not marks.is_capital(reach) or not marks.says(reach - 1, "the", "of"):
        return None
    stop = _end(marks, reach, place=False)
    named = marks.name_end(marks.after_ranks(stop)) > stop
    return stop if named and marks.is_body_between(reach, stop) else None


def _plain_tail(marks: Marks, end: int) -> int:
    """ "… council of Mali", "… network of prosecutors": the words behind "of" and the like."""
    while marks.says(end, *_NP_LINKS):
        follow = end + 1 + marks.says(end + 1, "the")
        if marks.is_capital(follow):
            return _end(marks, follow, place=False)
        step = follow
        while (
            marks.is_lower_word(step)
            and step - follow < _LONGEST_TAIL
            and not marks.says(step, *_TAIL_ENDS)
        ):
            step += 1
        if step == follow:
            break
        end = step
    while marks.says(end - 1, *_NO_END):
        end -= 1
    return end
