"""Where the vocabulary stands, the single source of every word of the product, and what is made of it."""

from pathlib import Path

VOCABULARY = Path(__file__).with_name("vocabulary.ttl")
LINKED_VOCABULARY = VOCABULARY.with_suffix(".jsonld")
SHAPES = VOCABULARY.with_name("shapes.ttl")
