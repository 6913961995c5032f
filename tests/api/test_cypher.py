"""Free Cypher at each door, over each of the two real stores, which hold the harbour review."""

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from doors import actorgraph, client, complaint, refused, said, settings
from fastapi.testclient import TestClient
from httpx2 import Response

HELD = "MATCH (p:Person)-[:HOLDS_POST]->(x:Post) RETURN p.name AS name ORDER BY name"
NAMES = ["Ilze Kalnina", "Jonas Holt", "Marek Sowa"]
ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a = -1 RETURN count(*) AS n"


@pytest.fixture(scope="module")
def hasty(data: Path) -> Iterator[TestClient]:
    """A client of an API that gives statements little."""
    with client(settings(data, cypher_seconds=1.5, cypher_rows=5)) as opened:
        yield opened


def ask(web: TestClient, statement: object, **parameters: object) -> Response:
    body = json.dumps({"statement": statement, "parameters": parameters})
    return web.post("/cypher", content=body, headers={"content-type": "application/json"})


def names(answer: Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [row["name"] for row in answer.json()["rows"]]


def test_rows_have_their_columns_by_name_and_in_order(web: TestClient) -> None:
    answer = ask(web, HELD.replace("p.name AS name", "x.name AS b, p.name AS name"))
    assert names(answer) == NAMES
    assert answer.json()["columns"] == ["b", "name"]
    assert answer.json()["truncated"] is False


NAMED = (
    ("n", ["n"]),
    ("n.name", ["n.name"]),
    ("DISTINCT n.name AS name, n . id , 1 + /* one */ 2", ["name", "n . id", "1 +           2"]),
    ("n AS `a b`, [x IN n.aliases | x], n.`id`", ["a b", "[x IN n.aliases | x]", "n.`id`"]),
    (
        "n { .name } AS n, CASE WHEN true THEN 1 END ORDER BY n SKIP 0 LIMIT 9",
        ["n", "CASE WHEN true THEN 1 END"],
    ),
    ("n.id AS id UNION MATCH (n:Post {id: 'nobody'}) RETURN n.id AS id", ["id"]),
)


@pytest.mark.parametrize(("returned", "columns"), NAMED)
def test_columns_have_their_names_also_where_there_is_no_row(
    web: TestClient, returned: str, columns: list[str]
) -> None:
    none = ask(web, f"MATCH (n:Person {{id: 'nobody'}}) RETURN {returned}").json()
    assert (none["columns"], none["rows"]) == (columns, [])
    some = ask(web, f"MATCH (n:Person {{name: 'Jonas Holt'}}) RETURN {returned}").json()
    assert some["columns"] == columns
    assert len(some["rows"]) == 1


def test_beyond_the_end_of_a_list_there_is_nothing(web: TestClient) -> None:
    text = "RETURN [1, 2][2] AS a, [1, 2][2147483647] AS b, [1, 2][-2147483648] AS c, [1, 2][0..2147483647] AS d"
    assert ask(web, text).json()["rows"] == [{"a": None, "b": None, "c": None, "d": [1, 2]}]


def test_nodes_relationships_and_paths_are_json(web: TestClient) -> None:
    text = "MATCH path = (p:Person {name: $name})-[h:HOLDS_POST]->(x:Post) RETURN p, h, path, {of: [x]} AS m"
    (row,) = ask(web, text, name="Jonas Holt").json()["rows"]
    post = row["m"]["of"][0]
    assert row["p"]["labels"] == ["Person"]
    assert row["p"]["properties"]["name"] == "Jonas Holt"
    assert post["properties"]["name"] == "Chairman"
    assert row["h"]["type"] == "HOLDS_POST"
    assert row["h"]["start"] == row["p"]["properties"]["id"]
    assert row["h"]["end"] == post["properties"]["id"]
    assert row["path"] == {"nodes": [row["p"], post], "relationships": [row["h"]]}


def test_values_of_every_kind_come_as_they_went(web: TestClient) -> None:
    given = {
        "text": "é'\"\\ \n\t 🙂",
        "list": [1, 2.5, True, None, ["a"]],
        "map": {"a b": {"c": []}},
    }
    assert ask(web, "RETURN $v AS v", v=given).json()["rows"] == [{"v": given}]
    big = 2**63 - 1
    assert ask(web, "RETURN $v AS v", v=big).json()["rows"] == [{"v": big}]


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("MATCH (n) DETACH DELETE n", (400, "refused-statement")),
        ("CALL db.labels()", (400, "refused-statement")),
        ("SHOW TRANSACTIONS", (400, "refused-statement")),
        ("MATCH (n RETURN n", (400, "invalid-syntax")),
        ("", (400, "invalid-syntax")),
        ("RETURN 1 / 0 AS x", (400, "arithmetic-failed")),
        ("MATCH (n) RETURN m", (400, "invalid-statement")),
        ("RETURN duration('P999999999999Y') AS x", (400, "invalid-statement")),
        ("RETURN $nothing AS x", (400, "invalid-input")),
        ("RETURN '\ud800' AS x", (400, "invalid-syntax")),
        (None, (422, "invalid-request")),
        (["RETURN 1"], (422, "invalid-request")),
    ],
)
def test_each_failure_is_a_problem_of_its_own(
    web: TestClient, statement: object, told: tuple[int, str]
) -> None:
    assert refused(ask(web, statement)) == told
    assert names(ask(web, HELD)) == NAMES


def test_parameters_that_cannot_be_used_are_refused(web: TestClient) -> None:
    assert refused(ask(web, HELD, more=1)) == (400, "invalid-input")
    assert refused(ask(web, "RETURN $v AS v", v=2**63)) == (400, "invalid-input")
    assert refused(ask(web, "RETURN $v AS v", v="\ud800")) == (400, "invalid-input")
    nested: object = 1
    for _ in range(200):
        nested = [nested]
    assert ask(web, "RETURN $v AS v", v=nested).status_code == 400
    body = '{"statement": "RETURN $v AS v", "parameters": {"v": ' + "[" * 9_000 + "]" * 9_000 + "}}"
    answer = web.post("/cypher", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert names(ask(web, HELD)) == NAMES


def test_a_statement_that_is_too_long_is_refused(web: TestClient) -> None:
    assert refused(ask(web, HELD + " " * 100_000)) == (413, "oversized-request")
    assert refused(ask(web, HELD + " " * 20_000)) == (400, "refused-statement")


def test_only_post_is_answered(web: TestClient) -> None:
    assert web.get("/cypher").status_code == 405
    assert web.post("/cypher", json={"query": HELD}).status_code == 422


def test_only_json_is_taken(web: TestClient) -> None:
    body = json.dumps({"statement": HELD})
    answer = web.post("/cypher", content=body, headers={"content-type": "text/plain"})
    assert refused(answer) == (415, "unknown-format")


def test_what_takes_too_long_is_stopped_and_others_go_on(hasty: TestClient) -> None:
    stopped: list[Response] = []
    thread = Thread(target=lambda: stopped.append(ask(hasty, ENDLESS)))
    thread.start()
    assert names(ask(hasty, HELD)) == NAMES
    thread.join()
    assert refused(stopped[0]) == (422, "statement-stopped")
    assert "1.5 seconds" in stopped[0].json()["detail"]


def test_more_at_once_than_can_be_answered_are_told_to_come_again(hasty: TestClient) -> None:
    answers: list[Response] = []
    threads = [Thread(target=lambda: answers.append(ask(hasty, ENDLESS))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {refused(answer) for answer in answers} == {(422, "statement-stopped"), (503, "busy")}
    assert names(ask(hasty, HELD)) == NAMES


def test_an_answer_with_too_many_rows_is_cut_and_says_so(hasty: TestClient) -> None:
    answer = ask(hasty, "MATCH (n) RETURN n.id AS name").json()
    assert (len(answer["rows"]), answer["truncated"]) == (5, True)


# ---------------------------------------------------------------- the command


def test_the_command_says_rows_as_lines_or_as_json(data: Path) -> None:
    done = actorgraph("--data", data, "cypher", HELD)
    assert (done.status, done.out.splitlines()) == (0, ["name", *NAMES])
    done = actorgraph("cypher", HELD, "--json", "--data", data)
    assert done.err == ""
    assert said(done.out) == {
        "columns": ["name"],
        "rows": [{"name": name} for name in NAMES],
        "truncated": False,
    }


def test_the_command_takes_parameters_and_statements_from_standard_input(data: Path) -> None:
    text = b"MATCH (p:Person) WHERE p.name IN $names AND $yes RETURN p.name AS name // one"
    done = actorgraph(
        "--data", data, "cypher", "-", "--parameter", 'names=["Jonas Holt"]', "--parameter", "$yes=true",
        stdin=text,
    )  # fmt: skip
    assert (done.status, done.out) == (0, "name\nJonas Holt\n")
    done = actorgraph("--data", data, "cypher", "RETURN $x AS x", "--parameter", "x=Jonas")
    assert done.status == 2
    assert "NAME=JSON" in done.err


def test_the_command_says_that_there_are_more_rows(data: Path) -> None:
    done = actorgraph("--data", data, "cypher", "UNWIND range(1, 2000) AS x RETURN x")
    assert done.status == 0
    assert len(done.out.splitlines()) == 1_001
    assert "more than 1000 rows" in complaint(done.err)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("MATCH (n) DETACH DELETE n", "DETACH is not allowed (line 1, column 11)"),
        ("MATCH (n RETURN n", "is not closed"),
        ("RETURN 1 / 0 AS x", "divides by zero"),
        ("RETURN $x AS x", "--parameter x=JSON"),
    ],
)
def test_the_command_fails_with_one_line(data: Path, statement: str, told: str) -> None:
    done = actorgraph("--data", data, "cypher", statement, "--json")
    assert (done.status, done.out) == (1, "")
    assert told in complaint(done.err)
