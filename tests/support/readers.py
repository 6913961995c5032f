"""How tests read what they have just written."""

from collections.abc import Callable

from ingest.document import Document

Reader = Callable[..., Document]
"""Reads a text, given as characters or bytes, from a file of a name, published on a date."""
