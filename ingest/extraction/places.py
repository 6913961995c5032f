"""The place of an event: a goal, or what "in" and "at" lead to near its words."""

import calendar
import re

from spacy.tokens import Token

from ingest.extraction.lexicon import words
from ingest.extraction.nearness import caption_of, of_a_topic, of_another_event, steps
from ingest.extraction.syntax import Tree, preposition
from ingest.extraction.tagging import plain
from ingest.extraction.triggers import JOURNEYS, type_of

_GOING = frozenset({"visit", "trip", "tour", "travel", "fly", "arrive", "lead"})
_SEEING = frozenset({"visit", "tour", "inspect"})
_IN = ("in", "at", "on", "aboard", "near", "outside", "inside")
_TOPICAL = 12


def place_of(
    tree: Tree,
    trigger: Token,
    verb: Token,
    given: Token | None,
    matter: frozenset[int] = frozenset(),
) -> str | None:
    """Where the sentence says that an event was: a goal, or what "in" and "at" lead to near its verb or noun."""
    if given is not None:
        named = tree.kind(given) == "O"
        return tree.spans[given.i].text if named else place_name(tree, given)
    if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.children):
        return place_name(tree, verb.head)  # "Riga, where he met X"
    candidates = [
        (_BEFORE_NOUN, child.i, tree.spans[child.i].text)
        for child in trigger.children
        if child.dep_ == "compound" and tree.kind(child) in ("K", "L")
    ]
    for token in tree.doc:
        link = _link_of(tree, token)
        if link is None or token.i in matter or not _may_lead(tree, token, link, trigger, verb):
            continue
        name = place_name(tree, token)
        if name and not of_another_event(token, trigger, verb):
            topical = _TOPICAL if of_a_topic(token, trigger, verb) else 0
            distance = min(steps(link, trigger), steps(link, verb) + 0.5) + topical
            if distance > _NEAR_ENOUGH and tree.kind(token) == "C":
                continue  # far from its verb, a country is what was spoken about
            candidates.append((distance, token.i, name))
    near = [each for each in candidates if each[0] <= _NEAR_ENOUGH]
    near = near or (candidates if len({name for *_, name in candidates}) == 1 else [])
    if near:
        return min(near)[2]
    caption, _ = caption_of(tree)
    return caption.text if caption and not (candidates or matter) else None


def _may_lead(tree: Tree, token: Token, link: Token, trigger: Token, verb: Token) -> bool:
    """May the word behind the preposition be the place, by its kind and by the clause that it stands in?"""
    going = trigger.lemma_.lower() in _GOING
    narrow = going or link.lower_ in ("on", "near")
    town = link.lower_ == "near" and token.lemma_.lower() in words("sites")
    if narrow and not town and tree.kind(token) not in (("K", "L", "C") if going else ("L",)):
        return False
    if _is_matter(link.head, trigger):
        return False
    # "The talks, which were held twice, focused on peace in the region" were not held there.
    return verb.dep_ != "relcl" or link.head is trigger or verb in token.ancestors


def _is_matter(noun: Token, trigger: Token) -> bool:
    """ "the situation in Utopia": is it something that is somewhere as what was spoken of?"""
    return noun is not trigger and noun.lemma_.lower() in words("matters")


def _link_of(tree: Tree, token: Token) -> Token | None:
    """The "in" or "at" that leads to a word: "in Riga", "in Riga last month"."""
    link = token.head
    if token.dep_ == "compound" and tree.kind(token) in ("K", "L") and tree.kind(link) == "D":
        link = link.head
    elif token.dep_ != "pobj":
        return None
    return link if link.lower_ in _IN else None


_NEAR_ENOUGH, _BEFORE_NOUN = 4.5, 1.5


def place_name(tree: Tree, token: Token) -> str | None:
    """The place that a word behind "in" or "at" names, None where it names none."""
    kind, text = tree.kind(token), tree.spans[token.i].text if token.i in tree.spans else ""
    if kind == "O":
        return text if is_site(text) else None
    if kind:
        return text if kind in "KLCS" and text[0].isupper() else None
    if token.lemma_.lower() in words("sites"):
        return _site_name(tree, token)
    return _unknown_place(tree, token) if token.i and token.is_alpha else None


def _site_name(tree: Tree, site: Token) -> str | None:
    """ "the Five Hills training area", "the military base in Riga": a site with a name, or the town it is in."""
    left = min(child.i for child in site.subtree)
    inside = [each for each in tree.doc[left : site.i + 1] if each.dep_ != "det" or each.i > left]
    named = (
        tree.kind(e) not in ("", "A") or (e.i not in tree.spans and e.text[0].isupper())
        for e in inside[:-1]
    )
    if not any(named):
        towns = preposition(site, "of", "in")
        return next((tree.spans[t.i].text for t in towns if tree.kind(t) in tuple("KLC")), None)
    phrase = tree.tagged.text[tree.position(inside[0]) : tree.position(site) + len(site.text)]
    if re.search(r"[(),;]", phrase):
        return None  # more than one place, or one explained
    return re.sub(r"^(?:the|a|an|his|her|their)\s+", "", plain(tree.tagged, phrase, named=False))


_CALENDAR = frozenset({*calendar.month_name, *calendar.day_name})


def _unknown_place(tree: Tree, token: Token) -> str | None:
    """A capitalised name that only its preposition or verb makes a place: "in Cholpon-Ata", "visited the Alpha"."""
    visited = token.dep_ == "dobj" and token.head.lemma_ in _SEEING
    article = any(child.dep_ == "det" for child in token.children) and not visited
    known = article or token.text in _CALENDAR or type_of(token.text) or not token.text[0].isupper()
    link = token.head
    journey = link.lower_ == "to" and link.head.lemma_ in JOURNEYS
    if known or not (link.lower_ in ("in", "at") or journey or visited):
        return None
    first = token
    while (
        first.i > 0
        and tree.doc[first.i - 1].dep_ in ("compound", "punct")
        and tree.doc[first.i - 1].head.i <= token.i
        and tree.doc[first.i - 1].text[0].isalpha()
        and tree.doc[first.i - 1].text[0].isupper()
    ):
        first = tree.doc[first.i - 1]
    start, end = tree.position(first), tree.position(token) + len(token.text)
    name = re.sub(r"^\W+", "", tree.tagged.text[start:end])
    hyphen = re.search(r"[\w’'-]+-$", tree.tagged.text[:start])
    name = (hyphen[0] if hyphen else "") + name
    return name if re.fullmatch(r"[^\W\d_][\w’'. -]{2,40}", name) and name[0].isupper() else None


def is_site(name: str) -> bool:
    """Is it a building or site, not a town or country?"""
    return any(word in words("sites") for word in name.lower().split())
