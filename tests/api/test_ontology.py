"""The ontology over HTTP: in every format, with its shapes, and for people."""

import pytest
from doors import refused
from fastapi.testclient import TestClient
from pyoxigraph import (
    NamedNode,
    RdfFormat,
    parse,
)

from ontology.records import PREFIXES

FORMATS = pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", RdfFormat.TURTLE),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/n-triples", RdfFormat.N_TRIPLES),
    ],
)


@FORMATS
def test_the_ontology_is_there_in_every_format(
    web: TestClient, accept: str, form: RdfFormat
) -> None:
    answer = web.get("/ontology", headers={"accept": accept} if accept else {})
    found = set(parse(answer.content, format=form))
    assert found == set(parse(web.get("/ontology").content, format=RdfFormat.TURTLE))
    told = {(str(quad.subject), str(quad.predicate)) for quad in found}
    assert (f"<{PREFIXES['']}holdsPost>", f"<{PREFIXES['skos']}definition>") in told
    head = f"<{PREFIXES[''][:-1]}>"
    assert (head, "<http://www.w3.org/2002/07/owl#versionInfo>") in told
    assert (head, f"<{PREFIXES['dcterms']}license>") in told
    assert answer.headers["link"] == '</ontology/shapes>; rel="describedby"'


@FORMATS
def test_the_shapes_are_there_in_every_format(
    web: TestClient, accept: str, form: RdfFormat
) -> None:
    answer = web.get("/ontology/shapes", headers={"accept": accept} if accept else {})
    found = list(parse(answer.content, format=form))
    expected = list(parse(web.get("/ontology/shapes").content, format=RdfFormat.TURTLE))
    assert len(found) == len(expected)
    named = {str(quad.subject) for quad in found if isinstance(quad.subject, NamedNode)}
    assert {f"<{PREFIXES['']}{name}>" for name in ("ClaimShape", "PassageShape.quoted")} <= named
    image = web.get("/ontology/shapes", headers={"accept": "image/png"})
    assert refused(image) == (406, "not-acceptable")


def test_the_ontology_is_there_for_people(web: TestClient) -> None:
    answer = web.get("/ontology", headers={"accept": "text/html"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert 'id="holdsPost"' in answer.text
    assert refused(web.get("/ontology", headers={"accept": "image/png"})) == (406, "not-acceptable")
