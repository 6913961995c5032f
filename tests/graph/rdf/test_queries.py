"""The queries in SPARQL: each asks what its statement asks, of any graph and with values of any characters."""

import ast
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pyoxigraph
import pytest
from alike import cypher_rows, sparql_rows
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Invented, body, person, place, topic
from ornate import ornate
from pyoxigraph import Literal, QueryResultsFormat, QuerySolutions
from resetting import empty
from strategies import Step, histories, judgement

from graph import rdf
from graph.catalogue import Statement, statement
from graph.exporting.elements import Elements
from graph.knowledge import KnowledgeGraph
from graph.rdf.names import is_word, node
from graph.rdf.queries import Parameter, Query, names, query
from graph.store import Store, Value
from ontology.model import Extraction
from ontology.records import PREFIXES
from ontology.terms import EventType, NodeKind, Relation, Role, Status, Verdict

ASKING = Path(__file__).parents[3] / "graph" / "asking"
NODES = Statement("nodes", "MATCH (n) RETURN labels(n)[0] AS kind, n.id AS id", (), ())
ACTORS = (NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.COUNTRY)
STRING = f"{PREFIXES['xsd']}string"
CLASSES = {*NodeKind, "Contact", "Relationship", "Tenure"}


def shown() -> set[str]:
    """The names of the statements whose rows are read to be shown."""
    trees = (ast.parse(module.read_text("utf-8")) for module in ASKING.glob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        ast.literal_eval(call.args[0].args[0])
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "read"
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "desk"
        and isinstance(call.args[0], ast.Call)
    }


def test_each_statement_that_is_shown_has_its_query() -> None:
    assert set(names()) == shown()


@pytest.mark.parametrize("name", names())
def test_a_query_takes_and_gives_what_its_statement_does(name: str) -> None:
    asked, told = query(name), statement(name)
    assert {each.partition(".")[0] for each in asked.parameters} == set(told.parameters)
    assert set(asked.parameters) == set(re.findall(r"\$(\w+(?:\.\w+)?)", asked.text))
    assert asked.columns == told.columns


@pytest.mark.parametrize("name", names())
def test_a_query_has_the_prefixes_that_it_needs_and_the_words_of_the_vocabulary(name: str) -> None:
    text = query(name).text
    declared = dict(re.findall(r"^PREFIX (\w*): <(.+)>$", text, re.M))
    used = set(re.findall(r"[\s(/|^](\w*):(?=\w)", text.partition("SELECT")[2]))
    assert declared == {each: PREFIXES[each] for each in used}
    words = set(re.findall(r"[\s(/|]:(\w+)", text.partition("SELECT")[2]))
    assert [word for word in words if not is_word(word) and word not in CLASSES] == []


def test_a_file_with_another_signature_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        query("no_such_query")


def ids(store: Store, *kinds: str) -> list[str]:
    """The ids of the nodes of some kinds."""
    return sorted(str(row["id"]) for row in store.read(NODES) if row["kind"] in set(kinds))


def values(data: st.DataObject, store: Store) -> dict[str, Value]:
    """A value for each parameter of any statement."""

    def some(of: Sequence[str], least: int = 0) -> list[Value]:
        if not of:
            return []
        return list(data.draw(st.lists(st.sampled_from(list(of)), unique=True, min_size=least)))

    facets: list[Value] = [
        {
            "topics": some(ids(store, NodeKind.TOPIC)),
            "actors": some(ids(store, *ACTORS)),
            "places": some(ids(store, NodeKind.PLACE, NodeKind.COUNTRY)),
            "events": some(ids(store, NodeKind.EVENT)),
            "roles": some(list(Role), 1),
        }
        for _ in range(data.draw(st.integers(1, 2)))
    ]
    first, last = data.draw(st.sampled_from([(None, None), ("2024-09-01", "2024-09-20")]))
    about = [Relation.EVENT_TYPE, Relation.ON_DATE, Relation.AT_PLACE, Relation.ABOUT]
    return {
        "actors": cast("Value", ids(store, *ACTORS)),
        "others": some(ids(store, *ACTORS)),
        "by_phone": data.draw(st.sampled_from([None, True, False])),
        "first": first,
        "last": last,
        "statuses": some(list(Status), 1),
        "events": cast("Value", ids(store, NodeKind.EVENT)),
        "claims": some(ids(store, "Claim")),
        "relation": data.draw(st.sampled_from(about)).value,
        "types": some(list(EventType)),
        "facets": facets,
        "wanted": len(facets),
        "bodies": some(ids(store, NodeKind.ORGANISATION)),
        "posts": cast("Value", ids(store, NodeKind.POST)),
        "persons": some(ids(store, NodeKind.PERSON)),
        "roles": some(list(Role), 1),
    }


def check(store: Store, data: st.DataObject) -> None:
    held = pyoxigraph.Store()
    held.bulk_extend(rdf.quads(Elements(store)))
    given_ = values(data, store)
    for name in names():
        text = query(name).with_values(given_)
        found = cast("QuerySolutions", held.query(text, use_default_graph_as_union=True))
        rows = sparql_rows(json.loads(found.serialize(format=QueryResultsFormat.JSON) or b""))
        assert rows == cypher_rows(store, statement(name).text, given_), text


@settings(max_examples=25)
@given(history=histories(longest=0), data=st.data())
def test_a_query_gives_the_rows_of_its_statement_whatever_was_judged(
    embedded: Store, history: list[Step], data: st.DataObject
) -> None:
    empty(embedded)
    graph = KnowledgeGraph(embedded)
    for step in history:
        if step.judgement:
            graph.judge(step.judgement)
        elif step.extraction:
            graph.add(step.extraction)
    check(embedded, data)


@settings(max_examples=5)
@given(data=st.data())
def test_a_query_gives_no_rows_from_claims_that_are_rejected(
    embedded: Store, data: st.DataObject
) -> None:
    empty(embedded)
    graph = KnowledgeGraph(embedded)
    made = Invented("one")
    salt, someone = body("Ministry of Salt", "QA"), person("Ilze Kalnina")
    event = made.event(
        EventType.MEETING, "2024-09-04", place("Riga"), [someone], topic("salt"), Status.HAPPENED
    )
    made.met(someone, salt, event, Status.HAPPENED)
    graph.add(made.extraction())
    for claim in made.claims:
        graph.judge(judgement(Verdict.REJECT, claim.id))
    check(embedded, data)


@settings(max_examples=5)
@given(report=ornate("one"), data=st.data())
def test_a_query_gives_the_rows_of_its_statement_with_words_of_any_characters(
    embedded: Store, report: Extraction, data: st.DataObject
) -> None:
    empty(embedded)
    KnowledgeGraph(embedded).add(report)
    check(embedded, data)


STRANGE = st.text(st.sampled_from("aé中\U0001f600'\"\\\n\r\t{}<>$?# @^%/.:-"), min_size=1)


@given(texts=st.lists(STRANGE, min_size=1, unique=True))
def test_a_value_of_any_characters_is_just_that_value(texts: list[str]) -> None:
    values: dict[str, Value] = {"texts": cast("Value", texts)}
    for holds, made in ((STRING, Literal), ("node", node)):
        asked = Query(
            "strange",
            "SELECT ?each { VALUES ?each { $texts } FILTER (?each IN ($texts)) }",
            {"texts": Parameter(holds, optional=False)},
            ("each",),
        )
        found = cast("QuerySolutions", pyoxigraph.Store().query(asked.with_values(values)))
        assert [row["each"] for row in found] == [made(text) for text in texts]


def test_a_line_is_left_out_where_what_it_names_is_not_given() -> None:
    asked = Query(
        "few",
        "SELECT ?id {\n    VALUES ?id { $ids }\n    FILTER (?id IN ($others))\n}\n",
        {"ids": Parameter("node", optional=False), "others": Parameter("node", optional=True)},
        ("id",),
    )
    assert "FILTER" in asked.with_values({"ids": [], "others": ["a"]})
    absent: list[Value] = [None, []]
    for others in absent:
        assert asked.with_values({"ids": [], "others": others}).splitlines() == [
            "SELECT ?id {",
            "    VALUES ?id {  }",
            "}",
        ]


def test_what_is_no_word_is_refused() -> None:
    with pytest.raises(ValueError, match="IRI"):
        query("ask_details").with_values(
            {"events": [], "relation": "about> } #", "statuses": ["happened"]}
        )
