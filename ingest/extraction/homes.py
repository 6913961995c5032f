"""Whose post it is, where the title alone does not say: "President Lee" is of the country that the text makes clear.

Each rule looks at one kind of evidence and gives a country with the passages that show it; the first
that finds one wins. Where none does, a national post stays without country, other bare titles
("Bishop", "Ambassador") are not taken for posts at all.
"""

import re
from typing import TYPE_CHECKING

from ingest.document import Document
from ingest.extraction.actors import Actor, Area, Reading, Roll, Tenure
from ingest.extraction.lexicon import pairs, words
from ingest.extraction.maincountry import (
    Home,
    MainCountries,
    countries_in,
    marked,
    unmarked,
    without_countries,
)
from ingest.extraction.offices import may_have
from ingest.extraction.remaining import Remaining
from ontology.countries import find_countries
from ontology.posts import post_key

if TYPE_CHECKING:
    from collections.abc import Callable

    Rule = Callable[[Actor, Tenure], Home | None]

_REPRESENT = re.compile(
    r"(?:^|[.;:]\s*|\b)(?:(?:Representing|On behalf of|For|Present for"
    r"|From)\s+(?:the\s+)?(?P<a>@)(?:\s+(?:side|delegation))?[^.;]{0,40}?(?:\bwere|\bwas|:)"
    r"|(?P<b>@)(?:\s+side)?\s+(?:was|were)\s+(?:also\s+)?represented\b[^.;]{0,40}?\bby\b"
    r"|(?:[Oo]n|[Ff]rom) (?:the )?(?P<c>@)(?:['’]s)? side\b|(?:[Ff]or|[Oo]n behalf of) the (?P<d>@) side\b"
    r"|[Tt]he (?P<e>@) delegation (?:was|is|included|includes|consisted|comprised)\b)"
)


_FRONTED = re.compile(r"In (?:the )?@,\s*(?:(?:the|a spokes(?:man|woman|person) for)\s+)?")
_INVITED = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|trip|arriv\w+|travel\w+|came|flew)\b[^.;@]*(?P<land>@)[^.;@]*"
    r"\bat the invitation of\s+(?:the\s+)?$"
)


class Homes:
    """Finds the countries of the bare posts of one document."""

    def __init__(self, document: Document, readings: list[Reading], roll: Roll) -> None:
        self.document = document
        self.readings = readings
        self.roll = roll
        self._whole = MainCountries(document, readings, roll)
        self._remaining = Remaining(document, readings, roll)

    @property
    def _is_message(self) -> bool:
        """Does the title say that the text tells what somebody wrote to others: "Condolences over …"?"""
        first = (self.document.title or "").split(maxsplit=1)[:1]
        return bool(first) and first[0].lower() in words("messages")

    @property
    def main(self) -> str | None:
        """The code of the country that the document is about, if there is one."""
        home = self._whole.title or self._whole.dominant
        return home.code if home else None

    def settle(self) -> None:
        """Gives bare tenures their country; drops what is said fuller elsewhere and what is no post.

        What is said of the person comes first for all; only then does the document as a whole count.
        """
        self._settle_by(
            ("role-elsewhere", self._role_elsewhere),
            ("side", self._side),
            ("where-he-speaks", self._there),
            ("who-invited", self._inviter),
            ("at-the-seat", self._at_seat),
            ("in-a-list", self._in_list),
            ("owner", self._owner),
            ("nationality", self._nationality),
            ("own-posts", self._own_posts),
            ("section", self._section),
            ("national-post", self._only_there),
        )
        self._settle_by(
            ("report-title", self._by_title),
            ("main-country", self._by_dominant),
            ("seat", self._by_seat),
            ("other-side", self._other_side),
            ("left-over", self._left_over),
            ("dateline", self._by_newsroom),
        )
        for actor in self.roll.people:
            actor.tenures = [each for each in actor.tenures if self._is_kept(actor, each)]

    def _settle_by(self, *rules: "tuple[str, Rule]") -> None:
        """Gives each tenure that is still open the country of the first rule that finds one."""
        for actor in self.roll.people:
            for tenure in actor.tenures:
                if not _is_open(tenure) or self._fuller(actor, tenure):
                    continue
                found = next(
                    (
                        (name, home)
                        for name, rule in rules
                        if (home := rule(actor, tenure)) and may_have(home.code, tenure.title.head)
                    ),
                    None,
                )
                if found:
                    name, home = found
                    tenure.country, tenure.rule = home.code, f"{tenure.rule}/{name}"
                    tenure.contexts += [area for area in home.areas if area != self._area(tenure)]

    def _is_kept(self, actor: Actor, tenure: Tenure) -> bool:
        if not _is_open(tenure):
            return not tenure.title.is_of_occasion
        local = set(tenure.title.post.lower().split()) & words("territory_heads")
        national = tenure.title.head in words("national_posts") and not local
        return national and not self._fuller(actor, tenure)

    def _fuller(self, actor: Actor, tenure: Tenure) -> bool:
        """Is the same post of the same person told with its country or body?"""
        return any(
            each.title.head == tenure.title.head
            and not _is_open(each)
            and (each.title.former or not tenure.title.former)
            for each in actor.tenures
        )

    def _area(self, tenure: Tenure) -> Area:
        return self.readings[tenure.sentence].area

    # ------------------------------------------------------------- rules

    def _role_elsewhere(self, actor: Actor, tenure: Tenure) -> Home | None:
        """ "President Lee" where the text speaks of "the Utopian President" and names no other holder."""
        head = tenure.title.head
        if self._rivals(actor, tenure):
            return None
        taken = {
            t.country
            for a in self.roll.people
            for t in a.tenures
            if t.title.head == head and t.country
        }
        homes: dict[str, Area] = {}
        for reading in self.readings:
            for role in reading.roles:
                if (
                    role.head == head
                    and role.country
                    and role.country not in taken
                    and not role.plural
                    and not role.former
                    and not reading.marks.says(role.start - 1, "as")  # "elected X as President of"
                ):
                    homes.setdefault(role.country, reading.area)
        if len(homes) != 1:
            return None
        ((code, area),) = homes.items()
        named = [each for each in find_countries(self.document.text) if each.code == code]
        # Named in passing once, a country is not the one that goes without saying, but where the text was written.
        goes = len(named) > 1 or code in self._whole.scenes
        return Home(code, (area,)) if goes else None

    def _side(self, _: Actor, tenure: Tenure) -> Home | None:
        """ "Representing Utopia were Foreign Minister Lee and …"."""
        start, end = self._area(tenure)
        lands = find_countries(self.document.text[start:end])
        text = marked(self.document.text[start:end], lands)
        found: Home | None = None
        for match in _REPRESENT.finditer(text):
            number = text.count("@", 0, next(match.start(g) for g in "abcde" if match[g]))
            behind = start + unmarked(match.end(), lands)
            if tenure.start >= behind or match["c"]:
                found = Home(lands[number].code, ())
        return found

    def _there(self, _: Actor, tenure: Tenure) -> Home | None:
        """ "In Utopia, President Lee said …": at the head of a sentence, with nothing between."""
        start, _end = self._area(tenure)
        lead = self.document.text[start : tenure.start]
        lands = find_countries(lead)
        named = len(lands) == 1 and lands[0].form in ("name", "capital")
        if not named or not _FRONTED.fullmatch(marked(lead, lands)):
            return None
        return Home(lands[0].code, ())

    def _inviter(self, _: Actor, tenure: Tenure) -> Home | None:
        """ "paid a visit to Utopia at the invitation of President Lee"."""
        start, _end = self._area(tenure)
        lead = self.document.text[start : tenure.start]
        lands = find_countries(lead)
        shown = marked(lead, lands)
        visit = _INVITED.search(shown)
        if not visit:
            return None
        land = lands[shown[: visit.end("land")].count("@") - 1]
        return Home(land.code, ()) if land.form == "name" else None

    def _at_seat(self, actor: Actor, tenure: Tenure) -> Home | None:
        """ "President Lee spoke at the White House": the one country whose seat of power the sentence names."""
        area = self._area(tenure)
        text = self.document.text[slice(*area)]
        codes = {each.code for each in find_countries(text) if each.form == "seat"}
        if len(codes) != 1 or tenure.title.head not in words("heads_of_state"):
            return None
        code = codes.pop()
        beside = any(
            each.title.head == tenure.title.head
            and _is_open(each)
            and each.sentence == tenure.sentence
            for other in self.roll.people
            if other is not actor
            for each in other.tenures
        )
        return Home(code, ()) if self._is_free(code, actor, tenure) and not beside else None

    def _in_list(self, _: Actor, tenure: Tenure) -> Home | None:
        """The country of the bodies that others in a list of officials belong to."""
        code = self._remaining.of_list(tenure)
        return Home(code, ()) if code else None

    def _owner(self, _: Actor, tenure: Tenure) -> Home | None:
        """ "Our High Commissioner" in what a country's own minister says."""
        start, _end = self._area(tenure)
        owned = re.search(
            r"\b(?:[Oo]ur|[Mm]y)\s+$",
            self.document.text[max(start, tenure.start - 4) : tenure.start],
        )
        owned = owned or re.match(
            r"(?:[Oo]ur|[Mm]y)\s", self.document.text[tenure.start : tenure.start + 4]
        )
        return self._whole.title if owned else None

    def _nationality(self, actor: Actor, _: Tenure) -> Home | None:
        """ "Ann Lee is a Utopian lawyer": of persons whose life is told."""
        return self._whole.nationalities.get(id(actor))

    def _own_posts(self, actor: Actor, tenure: Tenure) -> Home | None:
        """The one country of all other posts that the text says a person held."""
        codes = {code for each in actor.tenures if each is not tenure for code in each.title.lands}
        national = tenure.title.head in words("national_posts")
        return Home(codes.pop(), ()) if len(codes) == 1 and national else None

    def _section(self, _: Actor, tenure: Tenure) -> Home | None:
        """The country in the heading above."""
        if not _may_be_local(tenure):
            return None
        block = self.document.blocks[self.readings[tenure.sentence].sentence.block]
        if block.heading is None:
            return None
        heading = self.document.blocks[block.heading]
        text = self.document.text[heading.start : heading.end]
        codes = countries_in(text)
        alone = len(codes) == 1 and not without_countries(text)
        return Home(codes[0], ((heading.start, heading.end),)) if alone else None

    def _by_title(self, _: Actor, tenure: Tenure) -> Home | None:
        home = self._whole.title
        if home is None or not _may_be_local(tenure):
            return None
        beside = self._remaining.acting_in(self._area(tenure))
        return home if home.code in beside or not beside else None

    def _only_there(self, _: Actor, tenure: Tenure) -> Home | None:
        """A post that one country alone calls so: "Secretary of State", "Foreign Secretary"."""
        code = pairs("posts_of_one_country").get(tenure.title.post.lower(), "").upper()
        return Home(code, ()) if code else None

    def _by_dominant(self, actor: Actor, tenure: Tenure) -> Home | None:
        home = self._whole.dominant
        if home is None or not self._is_free(home.code, actor, tenure):
            return None
        if tenure.rule == "protagonist" and self._is_message:
            return None  # condolences go to another country
        if self._is_put_into(home.code, tenure.title.head):
            return None
        its_own = self._whole.goes_without_saying(actor)
        return home if its_own and not self._is_told_apart(home.code, actor, tenure) else None

    def _is_put_into(self, code: str, head: str) -> bool:
        """Does the text speak of somebody else's becoming it: "his election as President of Utopia"?"""
        return any(
            role.head == head and role.country == code and reading.marks.says(role.start - 1, "as")
            for reading in self.readings
            for role in reading.roles
        )

    def _is_told_apart(self, code: str, actor: Actor, tenure: Tenure) -> bool:
        """Does the sentence say of somebody else that he is of that country, as if this one were not?"""
        return any(
            each.country == code and each.title.country == code
            for other in self.roll.people
            if other is not actor
            for each in other.tenures
            if each.sentence == tenure.sentence
        )

    def _by_seat(self, actor: Actor, tenure: Tenure) -> Home | None:
        """The country whose seat of power the dateline has; else whose seats alone are named: "the State Duma"."""
        there = self._whole.seat_of_dateline
        if (
            there
            and tenure.title.head in words("heads_of_state")
            and not self._rivals(actor, tenure)
        ):
            return there if self._is_free(there.code, actor, tenure) else None
        home = self._whole.seat
        return home if home and self._is_free(home.code, actor, tenure) else None

    def _by_newsroom(self, actor: Actor, tenure: Tenure) -> Home | None:
        """ "RIGA — Prime Minister Lee said …": news says of foreigners of which country they are."""
        home = self._whole.newsroom
        leads = words("heads_of_state") | words("heads_of_government")
        if home is None or tenure.title.head not in leads or self._rivals(actor, tenure):
            return None
        free = self._is_free(home.code, actor, tenure)
        return home if free and not self._is_put_into(home.code, tenure.title.head) else None

    def _rivals(self, actor: Actor, tenure: Tenure) -> bool:
        """Does another person hold a post of that kind, of which the text does not say where either?"""
        return any(
            each.title.head == tenure.title.head
            and _is_open(each)
            and not self._fuller(other, each)
            for other in self.roll.people
            if other is not actor
            for each in other.tenures
        )

    def _is_free(self, code: str, actor: Actor, tenure: Tenure) -> bool:
        """Is it a national post that nobody else holds in that country?"""
        head = tenure.title.head
        others = [t for a in self.roll.people if a is not actor for t in a.tenures]
        several = bool(words("posts_of_several") & set(head.split()))
        held = not several and any(
            t.title.head == head
            and t.country == code
            and t.title.body is None
            and post_key(t.title.post) == post_key(tenure.title.post)
            for t in others
        )
        return head in words("national_posts") and not held

    def _other_side(self, actor: Actor, tenure: Tenure) -> Home | None:
        """Of the two countries that a read-out is about, the one that the partner is not of."""
        if len(self._whole.two) != 2 or not self._is_free("", actor, tenure):
            return None
        here = {
            t.country
            for a in self.roll.people
            if a is not actor
            for t in a.tenures
            if t.sentence == tenure.sentence
        }
        others = set(self._whole.two) - here
        return Home(others.pop(), ()) if len(others) == 1 and here & set(self._whole.two) else None

    def _left_over(self, actor: Actor, tenure: Tenure) -> Home | None:
        """The country that the posts of others leave over."""
        code = self._remaining.country(actor, tenure)
        free = code and self._is_free(code, actor, tenure)
        return (
            Home(code, ())
            if code and free and not self._is_put_into(code, tenure.title.head)
            else None
        )


def _is_open(tenure: Tenure) -> bool:
    """Does it lack both body and country?"""
    return tenure.title.body is None and tenure.country is None


def _may_be_local(tenure: Tenure) -> bool:
    return tenure.title.head in words("national_posts") | words("local_posts")
