"""An extraction with what a language model adds to it; where it does not answer, the extraction as it was."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

from ingest.assisting.assistance import Assistance
from ingest.assisting.merging import merged
from ingest.assisting.paragraphs import paragraphs
from ingest.assisting.reading import Reader
from ingest.assisting.told import Told
from ingest.document import Document
from ontology.errors import NoModelAnswer
from ontology.model import Extraction

Ask: TypeAlias = Callable[[Sequence[str]], Sequence[Told | NoModelAnswer]]
"""What asks a model for each text, and gives for each what it told or why it told nothing."""


def assist(
    document: Document, extraction: Extraction, model: str, ask: Ask
) -> tuple[Extraction, Assistance]:
    """The extraction with what the model of this name adds, each claim saying which made it."""
    sent = paragraphs(document)
    answers = ask([each.text for each in sent])
    rule = f"model {model}"
    reader = Reader(document, extraction, rule)
    missing: Counter[str] = Counter()
    for paragraph, answer in zip(sent, answers, strict=True):
        if isinstance(answer, Told):
            reader.take(paragraph, answer)
        else:
            missing[answer.message] += 1
    found = merged(extraction, reader.extraction())
    claims = sum(rule in claim.rule for claim in found.claims)
    told = Assistance(
        model=model,
        paragraphs=len(sent),
        unanswered=dict(sorted(missing.items())),
        claims=claims,
        dropped=reader.dropped,
    )
    if found.claims != extraction.claims:
        extractor = f"{extraction.report.extractor} and {rule}"
        report = extraction.report.model_copy(update={"extractor": extractor})
        found = found.model_copy(update={"report": report})
    return found, told
