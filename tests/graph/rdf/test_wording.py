"""What is wrong with a query, in words; and the order in which one names its variables."""

import pytest
from pyoxigraph import Store

from graph.rdf.wording import reason, starred


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("", "it is no SPARQL at line 1, column 1, where it ends"),
        ("SELECT ?x {\n ?x <urn:a> }", "it is no SPARQL at line 2, column 13, before '}'"),
        ("SELECT ?x { ?x a ?y", "it is no SPARQL at line 1, column 20, where it ends"),
        ("SELECT ?x { ?x salt:of ?y }", "the prefix salt: is not declared, at line 1"),
        ("SELECT ?x ?y { ?x a ?z } GROUP BY ?x", "neither grouped by nor counted, at line 1"),
        ("SELECT ?x { ?x a <salt> }", "an IRI is broken or not written in full, at line 1"),
        ("# new\nPREFIX a: <urn:a> INSERT DATA { a:b a:c 1 }", "nothing can be changed here"),
        ("DROP ALL", "nothing can be changed here, only asked"),
    ],
)
def test_what_is_wrong_is_said_in_words(query: str, why: str) -> None:
    with pytest.raises((SyntaxError, ValueError)) as error:
        Store().query(query)
    assert isinstance(error.value, SyntaxError | ValueError)
    told = reason(query, error.value)
    assert why in told
    assert "[" not in told


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("SELECT * { ?c ?b ?a }", "cba"),
        ("select distinct * { $b <urn:?a> 'a ?a' . ?b ?c ?a } # ?x", "bca"),
        ("# SELECT ?a\nPREFIX : <urn:SELECT/> SELECT REDUCED * { ?b ?a ?c }", "bac"),
        ("SELECT * { ?cc ?b ?c . ?c ?b ?a }", "bca"),
        ("SELECT ?b ?a { ?c ?b ?a }", None),
        ("SELECT (COUNT(*) AS ?a) { ?c ?b ?a }", None),
        ("SELECT ?c { { SELECT * { ?c ?b ?a } } }", None),
    ],
)
def test_variables_come_in_the_order_in_which_a_query_names_them(
    query: str, order: str | None
) -> None:
    found = starred(query, "abc")
    assert found == (None if order is None else ["abc".index(each) for each in order])
