"""The media types of RDF and of the results of SPARQL, each with the name that Oxigraph has for its format."""

RESULTS = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
    "text/xml": "XML",
}
"""Formats of rows and of yes or no; the first is what a caller gets who has no wish."""
TRIPLES = {
    "text/turtle": "TURTLE",
    "application/ld+json": "JSON_LD",
    "application/n-triples": "N_TRIPLES",
    "application/rdf+xml": "RDF_XML",
    "application/trig": "TRIG",
    "application/n-quads": "N_QUADS",
    "application/json": "JSON_LD",
    "application/xml": "RDF_XML",
    "text/xml": "RDF_XML",
}
"""Formats of triples, likewise; the last ones are what some callers call them."""


def named(form: str, among: dict[str, str]) -> str:
    """The media type of a format; raises StopIteration where it is none of these."""
    return next(media for media, each in among.items() if each == form)
