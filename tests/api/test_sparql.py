"""The SPARQL 1.1 Protocol over each of the two real stores, which hold the harbour review."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from doors import BRIEF, client, refused, settings
from fastapi.testclient import TestClient
from httpx2 import Response
from pyoxigraph import (
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

from ontology.records import PREFIXES

if TYPE_CHECKING:
    from api.library import Library

HELD = "SELECT ?name { ?person :holdsPost ?post ; rdfs:label ?name }"
MET = "CONSTRUCT { ?a :met ?b } { ?a :met ?b }"
TSV = "text/tab-separated-values; charset=utf-8"
NAMES = {"Ilze Kalnina", "Jonas Holt", "Marek Sowa"}
PAIRS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
"""A query that would take years."""


@pytest.fixture(scope="module")
def hasty(data: Path) -> Iterator[TestClient]:
    """A client of an API that gives queries little."""
    with client(settings(data, sparql_seconds=1.5, sparql_rows=5)) as opened:
        yield opened


def ask(web: TestClient, query: str, accept: str = "", **parameters: object) -> Response:
    headers = {"accept": accept} if accept else {}
    return web.get("/sparql", params={"query": query, **parameters}, headers=headers)  # type: ignore[dict-item]


def names(answer: Response) -> set[str]:
    assert answer.status_code == 200, answer.text
    return {row["name"]["value"] for row in answer.json()["results"]["bindings"]}


# ---------------------------------------------------------------- the three ways to send a query


def test_a_query_comes_by_get_as_a_form_and_bare(web: TestClient) -> None:
    assert names(ask(web, HELD)) == NAMES
    assert names(web.post("/sparql", data={"query": HELD})) == NAMES
    bare = {"content-type": "application/sparql-query; charset=utf-8"}
    assert names(web.post("/sparql", content=HELD, headers=bare)) == NAMES


def test_the_graphs_of_a_bare_query_stand_in_the_address(web: TestClient) -> None:
    bare = {"content-type": "application/sparql-query"}
    derived = {"default-graph-uri": f"{PREFIXES['graph']}derived"}
    query = "SELECT ?name { ?person :holdsPost ?name }"
    assert len(names(web.post("/sparql", content=query, headers=bare, params=derived))) == 3
    assert names(web.post("/sparql", content=HELD, headers=bare, params=derived)) == NAMES
    world = {"default-graph-uri": f"{PREFIXES['graph']}world"}
    assert names(web.post("/sparql", content=HELD, headers=bare, params=world)) == set()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(web: TestClient, method: str) -> None:
    assert web.request(method, "/sparql").status_code == 405


def test_what_is_no_query_is_refused_with_what_is_wrong(web: TestClient) -> None:
    assert refused(web.get("/sparql?query=")) == (400, "invalid-statement")
    assert refused(web.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D")) == (400, "invalid-input")
    assert refused(web.post("/sparql", data={"other": "x"})) == (400, "invalid-input")
    assert refused(web.post("/sparql", content="ASK {}")) == (415, "unknown-format")
    bare = {"content-type": "application/sparql-query"}
    assert refused(web.post("/sparql", content=b"ASK {\xff}", headers=bare)) == (
        400,
        "invalid-input",
    )
    broken = ask(web, "SELECT ?x {\n ?x :holdsPost }")
    assert refused(broken) == (400, "invalid-statement")
    told = broken.json()["detail"]
    assert "it is no SPARQL at line 2, column 16, before '}'" in told


def test_a_query_that_is_too_long_is_refused(web: TestClient) -> None:
    long = "ASK {} #" + "x" * 70_000
    assert refused(web.post("/sparql", data={"query": long})) == (413, "oversized-request")


def test_parameters_that_clients_add_say_nothing(web: TestClient) -> None:
    assert names(ask(web, HELD, format="json", output="json", results="json")) == NAMES


# ---------------------------------------------------------------- formats


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("", "application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/json", "application/sparql-results+json", QueryResultsFormat.JSON),
        (
            "application/sparql-results+xml",
            "application/sparql-results+xml",
            QueryResultsFormat.XML,
        ),
        ("text/csv;q=0.1, text/tab-separated-values", TSV, QueryResultsFormat.TSV),
    ],
)
def test_rows_in_every_format_are_the_same(
    web: TestClient, accept: str, media: str, form: QueryResultsFormat
) -> None:
    answer = ask(web, HELD, accept)
    assert answer.headers["content-type"] == media
    assert "Accept" in answer.headers["vary"]
    found = parse_query_results(answer.content, form)
    assert isinstance(found, QuerySolutions)
    assert {str(row["name"].value) for row in found} == NAMES


def test_rows_in_csv_have_a_head(web: TestClient) -> None:
    answer = ask(web, HELD, "text/csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.splitlines()[0] == "name"
    assert set(answer.text.splitlines()[1:]) == NAMES


@pytest.mark.parametrize("accept", ["text/csv", "text/tab-separated-values", "application/json"])
def test_columns_come_in_the_order_in_which_the_query_names_them(
    web: TestClient, accept: str
) -> None:
    answer = ask(web, "SELECT * { ?person :holdsPost ?a ; rdfs:label ?name }", accept)
    head = (
        answer.json()["head"]["vars"]
        if accept == "application/json"
        else answer.text.splitlines()[0].replace("?", "").replace("\t", ",").split(",")
    )
    assert head == ["person", "a", "name"]
    if accept == "text/csv":
        assert {line.split(",")[2] for line in answer.text.splitlines()[1:]} == NAMES


def test_yes_and_no_in_every_format(web: TestClient) -> None:
    yes, no = "ASK { ?a :met ?b }", 'ASK { ?a rdfs:label "Nobody" }'
    assert (ask(web, yes).json()["boolean"], ask(web, no).json()["boolean"]) == (True, False)
    for accept in ("application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        assert "true" in ask(web, yes, accept).text
        assert "false" in ask(web, no, accept).text


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("", "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/trig", "application/trig", RdfFormat.TRIG),
        ("application/n-quads", "application/n-quads", RdfFormat.N_QUADS),
    ],
)
def test_triples_in_every_format_are_the_same(
    web: TestClient, accept: str, media: str, form: RdfFormat
) -> None:
    answer = ask(web, MET, accept)
    assert answer.headers["content-type"] == media
    found = {quad.triple for quad in parse(answer.content, format=form)}
    expected = ask(web, MET, "application/n-triples").content
    assert found == {quad.triple for quad in parse(expected, format=RdfFormat.N_TRIPLES)}
    assert len(found) == 4  # two people and two countries, both ways


def test_a_thing_is_described(web: TestClient) -> None:
    (row, *_) = ask(
        web, 'SELECT ?p { ?p a :Person ; rdfs:label "Jonas Holt" }'
    ).json()["results"]["bindings"]  # fmt: skip
    found = ask(web, f"DESCRIBE <{row['p']['value']}>", "text/turtle").text
    assert "Jonas Holt" in found
    assert ":tookPart" in found


def test_what_is_accepted_is_that_of_the_kind_of_query(web: TestClient) -> None:
    assert refused(ask(web, HELD, "text/turtle")) == (406, "not-acceptable")
    assert refused(ask(web, MET, "text/csv")) == (406, "not-acceptable")
    assert refused(ask(web, HELD, "image/png")) == (406, "not-acceptable")


# ---------------------------------------------------------------- graphs


def test_the_default_graph_is_the_union_and_can_be_chosen(web: TestClient) -> None:
    count = "SELECT (COUNT(*) AS ?name) {} { ?s ?p ?o }"
    everything = "SELECT (COUNT(*) AS ?name) { ?s ?p ?o }"
    (of_all,) = names(ask(web, everything))
    derived = everything.replace("{", "FROM graph:derived {", 1)
    (of_derived,) = names(ask(web, derived))
    given = f"{PREFIXES['graph']}derived"
    assert names(ask(web, everything, **{"default-graph-uri": given})) == {of_derived}
    assert int(of_all) > int(of_derived) > 0
    named = "SELECT DISTINCT ?name { GRAPH ?name { ?s ?p ?o } }"
    assert names(ask(web, named, **{"named-graph-uri": given})) == {given}
    assert len(names(ask(web, named))) >= 4
    assert refused(ask(web, count)) == (400, "invalid-statement")


def test_no_graph_is_fetched_from_anywhere(web: TestClient) -> None:
    elsewhere = "http://127.0.0.1:1/graph"
    asked = HELD.replace("{", f"FROM <{elsewhere}> {{", 1)
    assert names(ask(web, asked)) == set()
    answer = ask(web, HELD, **{"default-graph-uri": elsewhere})
    assert refused(answer) == (400, "invalid-statement")


def test_labels_of_words_come_from_the_vocabulary(web: TestClient) -> None:
    query = "SELECT ?name { ?e a :Event ; :status :happened ; sem:eventType/skos:prefLabel ?name }"
    assert names(ask(web, query)) == {"meeting"}


# ---------------------------------------------------------------- the description and the page


def test_without_a_query_the_service_is_described(web: TestClient) -> None:
    answer = web.get("/sparql")
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    found = {str(quad.object) for quad in parse(answer.content, format=RdfFormat.TURTLE)}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert {f"<{sd}Service>", f"<{sd}SPARQL11Query>", f"<{sd}UnionDefaultGraph>"} <= found
    assert "<http://127.0.0.1:8000/sparql>" in found
    assert f"<{PREFIXES['graph']}derived>" in found
    linked = web.get("/sparql", headers={"accept": "application/ld+json"})
    assert len(list(parse(linked.content, format=RdfFormat.JSON_LD))) > 10


def test_in_a_browser_it_is_a_page(web: TestClient) -> None:
    answer = web.get("/sparql", headers={"accept": "text/html,*/*;q=0.8"})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


# ---------------------------------------------------------------- in step


def test_a_query_before_does_not_keep_what_is_forgotten(web: TestClient, tmp_path: Path) -> None:
    """The order matters: the child that answers has the state of the first query open when it is dropped."""
    library: Library = web.app.state.library  # type: ignore[attr-defined]
    file = tmp_path / "brief.txt"
    file.write_text(BRIEF, "utf-8")
    (read,) = library.ingest([file])
    assert read.report
    web.delete(f"/reports/{read.report.id}")
    (read,) = library.ingest([file])
    assert read.report
    assert names(ask(web, HELD)) == NAMES | {"Aino Tamm", "Timo Laine"}
    web.delete(f"/reports/{read.report.id}")
    assert names(ask(web, HELD)) == NAMES


def test_what_is_read_is_there_at_once_and_what_is_forgotten_is_gone(
    web: TestClient, tmp_path: Path
) -> None:
    file = tmp_path / "brief.txt"
    file.write_text(BRIEF, "utf-8")
    before = ask(web, HELD).headers["actorgraph-version"]
    library: Library = web.app.state.library  # type: ignore[attr-defined]
    (read,) = library.ingest([file])
    assert read.report
    answer = ask(web, HELD)
    assert names(answer) == NAMES | {"Aino Tamm", "Timo Laine"}
    assert answer.headers["actorgraph-version"] > before
    assert int(answer.headers["actorgraph-version"]) == web.get("/health").json()["changes"]
    web.delete(f"/reports/{read.report.id}")
    held = library.settings.data / "sparql"
    assert not [each for each in held.rglob("*") if each.is_file() and each.name != "lock"]
    assert names(ask(web, HELD)) == NAMES


# ---------------------------------------------------------------- hostile queries


def test_nothing_can_be_changed(web: TestClient) -> None:
    statement = 'INSERT DATA { <urn:x> rdfs:label "Nobody" }'
    assert refused(ask(web, statement)) == (400, "invalid-statement")
    assert refused(web.post("/sparql", data={"update": statement})) == (400, "invalid-statement")
    update = {"content-type": "application/sparql-update"}
    answer = web.post("/sparql", content=statement, headers=update)
    assert refused(answer) == (400, "invalid-statement")
    for each in ("LOAD <http://127.0.0.1:1/>", "CLEAR ALL", "DROP ALL", "CREATE GRAPH <urn:x>"):
        assert refused(ask(web, each)) == (400, "invalid-statement")
    assert ask(web, 'ASK { ?x rdfs:label "Nobody" }').json()["boolean"] is False


def test_a_query_that_takes_too_long_is_stopped_and_others_go_on(hasty: TestClient) -> None:
    stopped: list[Response] = []
    thread = Thread(target=lambda: stopped.append(ask(hasty, PAIRS)))
    thread.start()
    assert ask(hasty, HELD).status_code == 200
    thread.join()
    assert refused(stopped[0]) == (422, "statement-stopped")
    assert "1.5 seconds" in stopped[0].json()["detail"]
    assert names(ask(hasty, HELD)) == NAMES


def test_more_at_once_than_can_be_answered_are_told_to_come_again(hasty: TestClient) -> None:
    answers: list[Response] = []
    threads = [Thread(target=lambda: answers.append(ask(hasty, PAIRS))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    kinds = {refused(answer) for answer in answers}
    assert kinds == {(422, "statement-stopped"), (503, "busy")}
    assert names(ask(hasty, HELD)) == NAMES


def test_an_answer_with_too_many_rows_is_cut_and_says_so(hasty: TestClient) -> None:
    everything = "SELECT * { ?s ?p ?o }"
    for accept in ("", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        answer = ask(hasty, everything, accept)
        assert answer.headers["actorgraph-truncated"] == "5"
    assert len(ask(hasty, everything).json()["results"]["bindings"]) == 5
    assert len(ask(hasty, everything, "text/csv").text.splitlines()) == 6
    triples = ask(hasty, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "application/n-triples")
    assert triples.headers["actorgraph-truncated"] == "5"
    assert len(triples.text.splitlines()) == 5
    exactly = ask(hasty, f"{everything} LIMIT 5")
    assert "actorgraph-truncated" not in exactly.headers


def test_a_query_that_crashes_its_process_is_a_problem_and_the_server_goes_on(
    web: TestClient,
) -> None:
    deep = "SELECT * {" + "{" * 5_000 + "}" * 5_000 + "}"
    assert refused(ask(web, deep)) == (422, "statement-stopped")
    assert names(ask(web, HELD)) == NAMES


def test_a_query_that_takes_too_much_memory_is_stopped(web: TestClient) -> None:
    doubled = " ".join(
        f"BIND (CONCAT(?x{number}, ?x{number}) AS ?x{number + 1})" for number in range(32)
    )
    answer = ask(web, f'SELECT (STRLEN(?x32) AS ?name) {{ BIND ("xx" AS ?x0) {doubled} }}')
    assert refused(answer) == (422, "statement-stopped")
    assert names(ask(web, HELD)) == NAMES


def test_an_answer_that_is_too_large_is_refused(web: TestClient) -> None:
    doubled = " ".join(
        f"BIND (CONCAT(?x{number}, ?x{number}) AS ?x{number + 1})" for number in range(26)
    )
    answer = ask(web, f'SELECT (?x26 AS ?name) {{ BIND ("x" AS ?x0) {doubled} }}')
    assert refused(answer) == (400, "invalid-statement")
    assert "50,000,000" in answer.json()["detail"]


def test_json_has_what_no_text_can_hold_as_it_was(web: TestClient) -> None:
    query = 'SELECT ?a ?b { VALUES (?a ?b) { ("tab\\there\\nand \\"quotes\\"" UNDEF) ("é"@fr 1) } }'
    rows = json.loads(ask(web, query).content)["results"]["bindings"]
    assert rows[0] == {"a": {"type": "literal", "value": 'tab\there\nand "quotes"'}}
    assert rows[1]["a"] == {"type": "literal", "value": "é", "xml:lang": "fr"}
