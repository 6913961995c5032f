"""The queries that an answer shows, over the example reports: what is asked in Cypher and in SPARQL is the same."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias, cast

import pytest
from doors import client, settings
from fastapi.testclient import TestClient
from pyoxigraph import NamedNode

from graph.asking import Answer, Asker
from graph.catalogue import Statement
from graph.rdf import names
from graph.store import Row, Store, Value
from ontology.terms import Status

HERE = Path(__file__).parent
LISTS = {"claims", "countries"}
NUMBER = re.compile(r"^# (\d+) of (\d+)\n", re.M)

Cell: TypeAlias = "str | frozenset[str]"
Cells: TypeAlias = tuple[tuple[str, Cell], ...]


def questions() -> list[str]:
    """Those that people read in `examples/questions.md`, and those of `questions.toml`."""
    page = (HERE.parents[1] / "examples" / "questions.md").read_text("utf-8")
    others = (HERE / "questions.toml").read_text("utf-8")
    found = re.findall(r"^### \d+\. (.+)$", page, re.M), re.findall(r'^    "(.+)",$', others, re.M)
    return list(dict.fromkeys(question for each in found for question in each))


QUESTIONS = questions()


@pytest.fixture(scope="module")
def web(data: Path) -> Iterator[TestClient]:
    with client(settings(data)) as opened:
        yield opened


def statements(answer: Answer) -> list[str]:
    return answer.cypher.split(";\n\n")


def queries(answer: Answer) -> list[str]:
    """Each query that is shown: several are told apart by comments."""
    first, *rest = NUMBER.split(answer.sparql)
    if not rest:
        return [first]
    assert first == ""
    count = str(len(rest) // 3)
    assert rest[0::3] == [str(number + 1) for number in range(len(rest) // 3)]
    assert set(rest[1::3]) == {count}
    return rest[2::3]


def in_cypher(store: Store, text: str, parameters: Mapping[str, Any]) -> Counter[Cells]:
    used = set(re.findall(r"\$(\w+)", text))
    rows = store.read(Statement("shown", text, (), ()), **{name: parameters[name] for name in used})
    return Counter(map(cells_of_row, rows))


def cells_of_row(row: Row) -> Cells:
    """The cells of a row; an event that did not happen says so in its label in RDF."""
    cells = {name: cell(name, value) for name, value in row.items()}
    if "several" in row and row["status"] != Status.HAPPENED:
        cells["name"] = f"{row['name']} ({row['status']})"
    return tuple(sorted(cells.items()))


def cell(name: str, value: Value) -> Cell:
    if name in LISTS:
        return frozenset(map(str, cast("list[Value]", value or [])))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def in_sparql(web: TestClient, query: str) -> Counter[Cells]:
    answer = web.post(
        "/sparql", content=query, headers={"content-type": "application/sparql-query"}
    )
    assert answer.status_code == 200, (answer.text, query)
    assert "actorgraph-truncated" not in answer.headers
    told = answer.json()
    columns = cast("list[str]", told["head"]["vars"])
    return Counter(
        tuple(sorted((name, held(name, row.get(name))) for name in columns))
        for row in told["results"]["bindings"]
    )


def held(name: str, term: Mapping[str, str] | None) -> Cell:
    if name in LISTS:
        return frozenset(map(local, term["value"].split())) if term else frozenset()
    return "" if term is None else local(term["value"]) if term["type"] == "uri" else term["value"]


def local(text: str) -> str:
    """The id or word of the vocabulary that an IRI names; what is no IRI is itself."""
    if text.startswith(names.IDS):
        return names.identifier(NamedNode(text))
    return names.value(NamedNode(text)) if text.startswith(names.WORDS) else text


def test_there_are_the_questions_of_both_sets() -> None:
    assert len(QUESTIONS) > 300


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_shown_in_cypher_and_in_sparql_gives_the_same_rows(
    question: str, asker: Asker, store: Store, web: TestClient
) -> None:
    answer = asker.ask(question)
    assert bool(answer.cypher) == bool(answer.sparql)
    if not answer.cypher:
        return
    texts = queries(answer)
    assert len(texts) == len(statements(answer))
    for statement, query in zip(statements(answer), texts, strict=True):
        assert in_sparql(web, query) == in_cypher(store, statement, answer.parameters), query
