"""From a document to its claims: who holds which post, what happened when and where, who met whom."""

from ingest.document import Document
from ontology.model import Extraction


def extract(document: Document) -> Extraction:
    """All that a document says, each claim with the passages that state it."""
    from ingest.extraction.extractor import extraction_of

    return extraction_of(document)
