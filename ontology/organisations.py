"""What kind of body an organisation is, as its name says by the nouns of the vocabulary."""

import re
from functools import cache

from ontology.names import fold
from ontology.terms import ORGANISATION_TYPES, OrganisationType

_COMPLEMENT = re.compile(r"\s(?:of|for|on|in|to|and)\s")
"""What follows says with what a body is concerned."""
_OF_THE_STATE = re.compile(r"^(?:the )?state (?!of\b)")
"""A body whose name begins so is a part of the state, whatever its noun: a committee, a service, an office."""


def organisation_type(name: str) -> OrganisationType | None:
    """The type that the name of an organisation says, None where it says none.

    A company of the state is a company; a ministry of companies is none.
    """
    folded = fold(name)
    return _said(_COMPLEMENT.split(folded)[0]) or _said(folded)


def _said(words: str) -> OrganisationType | None:
    found = [each for each in ORGANISATION_TYPES if _nouns(each).search(words)]
    if OrganisationType.COMPANY in found:
        return OrganisationType.COMPANY
    return OrganisationType.PUBLIC_BODY if found or _OF_THE_STATE.match(words) else None


@cache
def _nouns(kind: OrganisationType) -> re.Pattern[str]:
    labels = sorted(map(fold, ORGANISATION_TYPES[kind].labels), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, labels))})s?\b")
