"""A misspelt word in a statement is told."""

import pytest

from graph.catalogue import names, statement
from graph.spelling import main, misspelt


def test_the_statements_and_the_grammar_are_spelt_right() -> None:
    assert main() == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("MATCH (a:Person|Orgnisation {id: 1})", "'Orgnisation' is no label"),
        ("MATCH (:Mention)<-[:SUBJECT|OBJCT]-(c:Claim)", "'OBJCT' is no type of edge"),
        ("MATCH (n)-[:PRT_OF*1..3]->(c)", "'PRT_OF' is no type of edge"),
        ("WHERE c.relation = 'tookPrt'", "'tookPrt' is no value of relation"),
        ("WHERE c.role = 'met'", "'met' is no value of role"),
        ("MATCH (e:Event {status: 'hapened'})", "'hapened' is no value of status"),
        ("WHERE 'hapened' IN $statuses", "'hapened' is no value of statuses"),
        ("WHERE 'tookPart' IN facet.roles", "'tookPart' is no value of roles"),
        ("WHERE 'tookPart' IN $facets[number].roles", "'tookPart' is no value of roles"),
        ("RETURN 'Plce' AS kind", "'Plce' is no value of kind"),
        (
            "SET r.rule = CASE WHEN size(r.stated) = 0 THEN 'in-ofice'",
            "'in-ofice' is no value of anything",
        ),
    ],
)
def test_a_word_that_there_is_not_is_told(text: str, told: str) -> None:
    assert list(misspelt(text)) == [told]


@pytest.mark.parametrize("name", names())
def test_no_label_and_no_type_of_edge_escapes(name: str) -> None:
    text = statement(name).text.replace(":Mention", ":Mension").replace("'met'", "'mett'")
    changed = text != statement(name).text
    assert bool(list(misspelt(text))) is changed
