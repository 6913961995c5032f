"""Free Cypher over the example reports: both stores answer equally, and what must not be run changes nothing."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from corpus import good, hostile
from resetting import empty

from graph import importing
from graph.exporting.formats import Format
from graph.knowledge import KnowledgeGraph
from graph.querying import checked
from graph.querying.running import Found, Limits, Runner
from graph.store import Store
from ontology.errors import (
    ActorgraphError,
    ArithmeticFailed,
    InvalidStatement,
    RefusedStatement,
    StatementStopped,
)

PAGE = (Path(__file__).parents[2] / "docs" / "cypher.md").read_text("utf-8")
EXAMPLES = re.findall(r"```cypher\n(.*?)```", PAGE, re.DOTALL)
LIMITS = Limits(seconds=30, rows=1_000, size=10_000_000)
HASTY = LIMITS._replace(seconds=1.5)
ENDLESS_KIND = "what no server can be stopped in"
ENDLESS = (
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a = -1 RETURN count(*) AS n",
    "MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id + d.id = 'x' RETURN count(*) AS n",
    "MATCH p = ()-[*]-() RETURN count(p) AS n",
    "MATCH (a:Person), (b:Person) WHERE a <> b MATCH p = (a)-[*..12]-(b) RETURN max(length(p)) AS n",
    "MATCH (a), (b), (c) RETURN a.id AS a, collect([b.id, c.quote]) AS l",
    "MATCH (a), (b), (c), (d) RETURN a.id AS x ORDER BY d.quote, c.quote, b.quote LIMIT 1",
    "MATCH (a), (b), (c), (d) RETURN DISTINCT a.id + b.id + c.id + d.id AS x ORDER BY x",
)


class Asked(NamedTuple):
    """A store that holds the example reports, and what runs statements on it."""

    store: Store
    runner: Runner

    def rows(self, text: str, limits: Limits = LIMITS) -> Found:
        return self.runner.run(checked(text).text, {}, limits)

    def state(self) -> tuple[int, str]:
        graph = KnowledgeGraph(self.store)
        return graph.version(), graph.fingerprint()


@pytest.fixture(scope="module")
def on_embedded(store: Store) -> Iterator[Asked]:
    with Runner(store.connection) as runner:
        yield Asked(store, runner)


@pytest.fixture(scope="module")
def on_neo4j(
    neo4j_session: Store, store: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    file = tmp_path_factory.mktemp("carried") / "graph.jsonl"
    KnowledgeGraph(store).export(Format.JSONL, file)
    empty(neo4j_session)
    with importing.checked(file) as found:
        assert all(importing.load(KnowledgeGraph(neo4j_session), found))
    with Runner(neo4j_session.connection) as runner:
        yield Asked(neo4j_session, runner)
    empty(neo4j_session)


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def asked(request: pytest.FixtureRequest) -> Asked:
    found = request.getfixturevalue(f"on_{request.param}")
    assert isinstance(found, Asked)
    return found


@pytest.mark.neo4j
@pytest.mark.parametrize("text", [*good(), *EXAMPLES])
def test_both_stores_answer_equally(on_embedded: Asked, on_neo4j: Asked, text: str) -> None:
    found = on_embedded.rows(text)
    assert found == on_neo4j.rows(text)
    assert found.rows
    assert not found.truncated


def test_no_store_lets_through_what_only_the_check_would_stop_or_keeps_what_it_did(
    asked: Asked,
) -> None:
    """The check is left out: what is refused then is refused by the server. In some it would work for ever."""
    name = "embedded" if asked.store.connection.reader else "neo4j"
    before = asked.state()
    through = []
    for each in hostile():
        if each.kind == ENDLESS_KIND:
            continue
        try:
            asked.runner.run(each.text, {}, HASTY)
        except ActorgraphError:
            continue
        if name in each.servers:
            through.append(each.text)
    assert through == []
    assert asked.state() == before


def test_reading_it_all_changes_nothing(asked: Asked) -> None:
    before = asked.state()
    for text in good():
        asked.rows(text)
    assert asked.state() == before


@pytest.mark.parametrize("text", ENDLESS)
def test_what_does_not_end_is_stopped_and_the_store_goes_on(asked: Asked, text: str) -> None:
    with pytest.raises(StatementStopped):
        asked.rows(text, HASTY)
    assert asked.rows("RETURN 1 AS x").rows == [{"x": 1}]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("RETURN 1 / 0 AS x", ArithmeticFailed),
        ("RETURN 9223372036854775807 + 1 AS x", ArithmeticFailed),
        ("RETURN 9223372036854775807 * 9223372036854775807 AS x", ArithmeticFailed),
        ("MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j) RETURN count(*) AS n", ArithmeticFailed),
        ("MATCH (n:Person) RETURN m.name AS x", InvalidStatement),
        ("MATCH (n:Person) RETURN n.name AS a, n.id AS a", InvalidStatement),
        ("RETURN 'a' * 2 AS x", InvalidStatement),
        ("RETURN date('never') AS x", InvalidStatement),
        ("RETURN substring('abc') AS x", InvalidStatement),
        ("RETURN 99999999999999999999 AS x", InvalidStatement),
        ("MATCH (n) RETURN n LIMIT -1", InvalidStatement),
    ],
)  # fmt: skip
def test_each_failure_has_its_kind(asked: Asked, text: str, error: type[ActorgraphError]) -> None:
    with pytest.raises(error) as caught:
        asked.rows(text)
    assert type(caught.value) is error
    assert caught.value.hint


def test_more_rows_than_allowed_are_cut_with_the_ends_of_their_relationships(asked: Asked) -> None:
    everything = "MATCH ()-[r]->() RETURN r"
    cut = asked.rows(everything, LIMITS._replace(rows=7))
    assert (len(cut.rows), cut.truncated) == (7, True)
    exactly = asked.rows(f"{everything} LIMIT 7", LIMITS._replace(rows=7))
    assert (len(exactly.rows), exactly.truncated) == (7, False)
    for row in (*cut.rows, *exactly.rows):
        relationship = row["r"]
        assert isinstance(relationship, dict)
        assert isinstance(relationship["start"], str)
        assert isinstance(relationship["end"], str)


def test_many_rows_are_cut_without_making_them_all(asked: Asked) -> None:
    many = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a"
    found = asked.rows(many, LIMITS)
    assert (len(found.rows), found.truncated) == (1_000, True)


def test_an_answer_that_is_too_large_is_refused(asked: Asked) -> None:
    with pytest.raises(InvalidStatement, match="larger than 10,000 bytes"):
        asked.rows("MATCH (n) RETURN n", LIMITS._replace(size=10_000))


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "text",
    [
        "LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
        "CALL db.labels()",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "SHOW TRANSACTIONS",
        "SHOW SETTINGS",
        "TERMINATE TRANSACTION 'neo4j-transaction-1'",
        "MATCH (n) RETURN n UNION CALL db.labels() YIELD label AS n RETURN n",
    ],
)
def test_neo4j_shows_by_its_plan_what_reading_alone_would_let_through(
    on_neo4j: Asked, text: str
) -> None:
    with pytest.raises(RefusedStatement, match=r"Neo4j would run it with|would change the store"):
        on_neo4j.runner.run(text, {}, LIMITS)


def test_the_page_has_its_examples() -> None:
    assert len(EXAMPLES) >= 10
