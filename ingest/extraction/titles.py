"""The title grammar: reads the words of a post, its body or country, outwards from its head.

A title is: tenure words ("former", "acting"), country or body, grades and portfolio, HEAD,
complement ("of Foreign Affairs", "of the … Committee", "to Moldova").
"""

import re
from typing import NamedTuple

from ingest.extraction.bodies import body_at
from ingest.extraction.complements import (
    ABROAD,
    OF_FIELD,
    Complement,
    between,
    complement,
    of_portfolio,
    portfolio_end,
    suffix_flags,
    workplace,
)
from ingest.extraction.leading import Leading, leading
from ingest.extraction.lexicon import words
from ingest.extraction.marks import OWNERS, Marks
from ingest.extraction.triggers import type_of
from ontology.countries import find_countries
from ontology.posts import FORMER, GRADES, singular

_STAFF = re.compile(r"\b(?:aide|adviser|assistant|secretary|counsellor|spokesman)$")


class Title(NamedTuple):
    """A post as written at the tokens [start, end); `post` is its text without body and country."""

    start: int
    end: int
    post: str
    head: str
    body: str | None = None
    country: str | None = None
    former: bool = False
    acting: bool = False
    nominee: bool = False
    plural: bool = False
    definite: bool = False
    owned: bool = False
    """Does a possessor or a country stand before it: "Chile's …", "the Chilean …"?"""
    countries: tuple[str, ...] = ()
    """Of a plural title: the countries that it lists."""
    posts: tuple[str, ...] = ()
    """Of a plural title: the posts that it lists ("Ministers of Health and Education")."""

    @property
    def lands(self) -> frozenset[str]:
        """The code of its country, else those of the countries in its body's name."""
        named = find_countries(self.body or "")
        return frozenset({self.country} if self.country else {each.code for each in named})

    @property
    def is_weak(self) -> bool:
        """Is it a word like "member" or "chief" that is a post only with something beside it?"""
        bare = self.is_bare and not self.posts
        return bare and self.head in words("weak_heads") and " " not in self.post

    @property
    def is_of_occasion(self) -> bool:
        """Is it no post but a part in an event: "the chairman of the conference"?"""
        return bool(self.body and self.body.islower() and type_of(self.body))

    @property
    def is_bare(self) -> bool:
        """Does it name neither body nor country?"""
        return self.body is None and self.country is None and not self.countries


def title_at(marks: Marks, position: int) -> Title | None:
    """The title whose head begins there; None where there is none."""
    head = marks.head(position)
    if head is None or marks.within_land(position) or not _is_title(marks, position, head[0]):
        return None
    end, name, plural = head
    if _owns_title(marks, end):
        return None
    right = _right(marks, end, name, plural=plural)
    left = leading(marks, position, name, placed=right.body is not None)
    own = marks.words(left.post_start, position)
    short = marks.words(position, end).endswith(".")
    said = tuple(token.text for token in marks.tokens[position:end])
    whole = name.title() if short else marks.words(position, end)  # "Gov."
    post = f"{own} {singular(said) if plural else whole}".strip()
    body = right.body or left.body
    if left.body and right.body and right.body.islower():
        # "the Union's head of delegation": a common noun behind "of" is part of the post.
        post, body = marks.words(left.post_start, right.end), left.body
    if body and re.match(r"(?:that|this|such|these|those)\b", body):
        body = None  # named before
    lands, start = _lands_before(marks, left) if plural else ((), left.start)
    if left.country and right.countries and left.country not in right.countries:
        # "in Utopia Prime Minister of Ruritania Ann Lee spoke": the first belongs to the words before.
        left = left._replace(start=left.post_start, country=None)
    lands = lands or right.countries
    if len(lands) > 1:
        left = left._replace(start=start, country=None)
    country = left.country or (right.countries[0] if len(right.countries) == 1 else None)
    flags = left.flags | right.flags
    return Title(
        left.start, right.end, post + right.tail, name, body, country,
        "former" in flags, "acting" in flags, "nominee" in flags, plural, "the" in flags,
        left.country is not None or left.body is not None or len(lands) > 1 or "owned" in flags,
        lands if len(lands) > 1 else (),
        tuple(f"{post} of {field}" for field in right.fields) if plural else (),
    )  # fmt: skip


def _lands_before(marks: Marks, left: Leading) -> tuple[tuple[str, ...], int]:
    """ "the Utopian and Ruritanian foreign ministers": all countries before a plural title, and where they begin."""
    if left.country is None:
        return (), left.start
    codes, position = [left.country], left.start
    while marks.says(position - 1, "and", ","):
        at = position - 1 - (marks.says(position - 1, "and") and marks.says(position - 2, ","))
        land = marks.land_ends.get(at)
        if land is None or land.form not in ("name", "demonym"):
            break
        codes.insert(0, land.code)
        position = land.start
    return (tuple(codes), position) if len(codes) > 1 else ((), left.start)


def _is_title(marks: Marks, position: int, end: int) -> bool:
    """Is it not the verb or noun that a title may also be: "chairs", "heads", "member states"?"""
    if end - position > 1:
        return True
    if marks.is_("surname_heads", position) and _ends_name(marks, position):
        return False  # "Martin Luther King"
    return _may_head(marks, position)


def _may_head(marks: Marks, position: int) -> bool:
    """Is one word the head of a title, by the words around it?"""
    folded = marks.folded[position]
    if marks.says(position + 1, *OWNERS) and marks.is_body(position + 2):
        return False
    if folded == "speakers" and not marks.says(position + 1, "of"):
        return False
    if folded == "member" and marks.says(position + 1, "states", "state", "countries", "-"):
        return False
    if (
        marks.is_body(position + 1)
        and not marks.is_capital(position)
        and not marks.says(position + 1, "general")
    ):
        return False
    if folded not in words("ambiguous_heads") or marks.is_capital(position):
        return True
    if marks.says(position - 1, "to", "will", "who", "which", "and") and not marks.says(
        position + 1, "of"
    ):
        return False
    return (
        marks.says(position + 1, "of")
        or marks.says(position - 1, "the", "its", "his", "her", "their", "as", "deputy", "former")
        or (
            position > 0
            and (
                marks.folded[position - 1] in GRADES
                or marks.land_ends.get(position) is not None
                or marks.is_capital(position - 1)
                or marks.says(position - 1, *OWNERS, "’s", ",", "policy")
            )
        )
    )


def _ends_name(marks: Marks, position: int) -> bool:
    """Do two words of a name stand directly before, or one, or is it known as a surname by itself?"""
    before = (position - 2, position - 1)
    if marks.is_capital(position) and not marks.says(position + 1, "of"):
        if marks.is_surname(position):
            return True
        start, end = marks.span(position - 1, position + 1) if position else (0, 0)
        if marks.hints.ends.get(start) == end and marks.is_name_word(position - 1):
            return True
    return position > 1 and all(
        marks.is_name_word(each) and marks.folded[each] not in FORMER | GRADES for each in before
    )


def _owns_title(marks: Marks, end: int) -> bool:
    """ "the President's Envoy": does another title belong to it?"""
    if not marks.says(end, *OWNERS):
        return False
    step = end + 1
    while step < end + _TITLE_WORDS and (
        marks.is_capital(step) or marks.is_("portfolios", step) or marks.is_("fields", step)
    ):
        if marks.head(step):
            return True
        step += 1
    return False


_TITLE_WORDS = 4


def _right(marks: Marks, end: int, name: str, *, plural: bool) -> Complement:
    """What follows the head: "of Foreign Affairs of Egypt", "of the KGB", "to Moldova", "-designate"."""
    flags = suffix_flags(marks, end)
    end += marks.says(end, "[") and marks.says(
        end + 1, "of", "for"
    )  # "the Head [of the Office Ann Lee]"
    links = (
        ("of", "for", "to", "at", "in", "on", "with")
        if ABROAD.search(name) or _STAFF.search(name)
        else ("of", "for")
    )
    at, works = workplace(marks, end)
    if at < works:
        links = (*links, "at", "with", "in")
    if not marks.says(end, *links):
        return Complement(end, flags=flags)
    small = not marks.is_capital(end + 1)  # "head of A New Day"
    start = (
        end + 1 + (small and marks.says(end + 1, "the", "a", "its", "his", "their", "our", "my"))
    )
    start += 2 * (marks.is_lower_word(start) and marks.says(start + 1, *OWNERS))
    nested = title_at(marks, start) if marks.head(start) and not marks.is_body(start + 1) else None
    if nested and nested.start <= start and _STAFF.search(name):
        tail = between(marks, end, start) + nested.post
        stop = nested.end
        if start == end + 1 and (named := marks.name_end(marks.after_ranks(stop))) > stop:
            tail, stop = between(marks, end, start) + marks.words(start, named), named
        lands = (nested.country,) if nested.country else ()
        return Complement(stop, nested.body, lands, tail, flags=flags)
    if (
        OF_FIELD.search(name)
        and marks.says(end, "of", "for")
        and (stop := portfolio_end(marks, start)) > start
    ):
        return of_portfolio(marks, end, start, stop, plural=plural)
    first, stop = body_at(marks, start, place=True)
    if stop == first:
        return Complement(end, flags=flags)
    return complement(marks, end, (start, first, stop), name)
