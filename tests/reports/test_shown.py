"""The queries that an answer shows, over the example reports: what is asked in Cypher and in SPARQL is the same."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alike import cypher_rows, sparql_rows
from doors import client, settings
from fastapi.testclient import TestClient

from graph.asking import Answer, Asker
from graph.store import Store

HERE = Path(__file__).parent
NUMBER = re.compile(r"^# (\d+) of (\d+)\n", re.M)


def questions() -> list[str]:
    """Those that people read in `examples/questions.md`, and those of `questions.toml`."""
    page = (HERE.parents[1] / "examples" / "questions.md").read_text("utf-8")
    others = HERE.joinpath("questions.toml").read_text("utf-8")
    found = re.findall(r"^### \d+\. (.+)$", page, re.M), re.findall(r'^    "(.+)",$', others, re.M)
    return list(dict.fromkeys(question for each in found for question in each))


QUESTIONS = questions()


@pytest.fixture(scope="module")
def web(data: Path) -> Iterator[TestClient]:
    with client(settings(data)) as opened:
        yield opened


def queries(answer: Answer) -> list[str]:
    """Each query that is shown: comments tell several apart."""
    first, *rest = NUMBER.split(answer.sparql)
    if not rest:
        return [first]
    texts = rest[2::3]
    assert first == ""
    assert rest[0::3] == [str(number) for number in range(1, len(texts) + 1)]
    assert set(rest[1::3]) == {str(len(texts))}
    return texts


def test_there_are_the_questions_of_both_sets() -> None:
    assert len(QUESTIONS) > 400


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_shown_in_cypher_and_in_sparql_gives_the_same_rows(
    question: str, asker: Asker, store: Store, web: TestClient
) -> None:
    answer = asker.ask(question)
    if answer.cypher == "":
        assert answer.sparql == ""
        return
    for text, query in zip(answer.cypher.split(";\n\n"), queries(answer), strict=True):
        found = web.post(
            "/sparql", content=query, headers={"content-type": "application/sparql-query"}
        )
        assert found.status_code == 200, (found.text, query)
        assert "actorgraph-truncated" not in found.headers
        assert sparql_rows(found.json()) == cypher_rows(store, text, answer.parameters), query
