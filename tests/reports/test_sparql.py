"""The documented SPARQL queries over the example reports, through the endpoint."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import cast

import pytest
from doors import client, settings
from fastapi.testclient import TestClient
from pyoxigraph import RdfFormat, parse

from graph.asking import Asker
from graph.exporting.elements import Elements
from graph.store import Store
from ontology.terms import NodeKind

PAGE = (Path(__file__).parents[2] / "docs" / "sparql.md").read_text("utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def web(data: Path) -> Iterator[TestClient]:
    with client(settings(data)) as opened:
        yield opened


def rows(web: TestClient, number: int) -> list[dict[str, str]]:
    """The rows of a documented query, by its number on the page."""
    answer = web.get(
        "/sparql", params={"query": QUERIES[number - 1]}, headers={"accept": "text/csv"}
    )
    assert answer.status_code == 200, answer.text
    assert "actorgraph-truncated" not in answer.headers
    return list(csv.DictReader(StringIO(answer.text)))


def column(found: list[dict[str, str]], *names: str) -> list[tuple[str, ...]]:
    return [tuple(row[name] for name in names) for row in found]


def test_there_are_twelve() -> None:
    assert len(QUERIES) == 12


def test_1_those_who_attended_are_whom_the_question_in_english_finds(
    web: TestClient, asker: Asker
) -> None:
    found = rows(web, 1)
    english = asker.ask("Who attended anti-corruption meetings?").answers
    assert {row["who"] for row in found} == {each.partition(" (")[0] for each in english}
    (first,) = [row for row in found if row["who"] == "Almaz Beishenkulov"]
    assert (first["role"], first["date"], first["page"]) == ("chair", "2024-09-04", "1")
    assert first["posts"] == "Prosecutor General"
    assert "chaired a coordination meeting" in first["quote"]
    assert first["file"] == "kyrgyzstan-review-2024-09.pdf"


def test_2_posts_with_their_bodies_of_those_who_hold_them_still(
    web: TestClient, asker: Asker
) -> None:
    found = column(rows(web, 2), "who", "post", "of")
    assert ("Almaz Beishenkulov", "Prosecutor General", "Kyrgyzstan") in found
    assert ("Azamat Toktorbaev", "Commander", "National Guard") in found
    holding = {(who, post) for who, post, _ in found}
    tenures = column(rows(web, 3), "who", "post", "former")
    left = {(who, post) for who, post, over in tenures if over == "true"}
    seen = {(who, post) for who, post, over in tenures if over == "false"}
    assert left
    assert holding.isdisjoint(left)
    assert holding == seen - left
    english = asker.ask("Who is the Prosecutor General of Kyrgyzstan?").answers
    assert {each.partition(" (")[0] for each in english} == {
        who for who, post, of in found if (post, of) == ("Prosecutor General", "Kyrgyzstan")
    }


def test_3_tenures_say_who_no_longer_holds_the_post(web: TestClient) -> None:
    found = column(rows(web, 3), "who", "post", "former")
    assert ("Adilet Kubanychbaev", "Chairman", "true") in found
    assert ("Almaz Beishenkulov", "Prosecutor General", "false") in found


def test_4_people_who_met(web: TestClient) -> None:
    found = column(rows(web, 4), "one", "other", "date")
    pairs = {(frozenset((one, other)), date) for one, other, date in found}
    assert (frozenset(("Aigul Kenjesheva", "Firdavs Rahmatzoda")), "2024-09-13") in pairs


def test_5_countries_that_met_each_pair_once(web: TestClient) -> None:
    found = rows(web, 5)
    pairs = [frozenset((row["one"], row["other"])) for row in found]
    assert len(pairs) == len(set(pairs))
    assert frozenset(("Kyrgyzstan", "Kazakhstan")) == pairs[0]
    assert int(found[0]["times"]) > 1


def test_6_what_overlaps_a_month_and_nothing_else(web: TestClient) -> None:
    dates = [row["date"] for row in rows(web, 6)]
    assert "2024-08-26/2024-09-06" in dates
    assert not any(date.startswith(("2024-06", "2024-10", "2024-11")) for date in dates)


def test_7_those_who_were_there_too(web: TestClient) -> None:
    assert ("Samat Ishenbaev", "1") in column(rows(web, 7), "who", "together")
    assert "Bakyt Zhumaliev" not in {row["who"] for row in rows(web, 7)}


def test_8_what_is_planned(web: TestClient) -> None:
    quotes = [row["quote"] for row in rows(web, 8)]
    assert any("is scheduled for October 9" in quote for quote in quotes)
    assert not any("chaired a coordination meeting" in quote for quote in quotes)


def test_9_what_is_claimed_and_by_whom_and_what_is_denied(web: TestClient) -> None:
    found = column(rows(web, 9), "status", "says")
    assert ("claimed", "Jyldyz Sarieva") in found
    assert "denied" in {status for status, _ in found}
    assert "happened" not in {status for status, _ in found}


def test_10_how_many_reports_bear_out_who_holds_a_post(web: TestClient, store: Store) -> None:
    found = rows(web, 10)
    assert all(int(row["reports"]) == len(row["files"].split(", ")) for row in found)
    elements = Elements(store)
    report_of = {each.id: each.properties["report"] for each in elements.claims()}
    names = {
        each.id: str(each.properties["name"])
        for each in elements.nodes(NodeKind.PERSON, NodeKind.POST)
    }
    reports: dict[tuple[str, str], set[object]] = defaultdict(set)
    for edge in elements.edges(NodeKind.PERSON):
        if edge.type == "HOLDS_POST":
            claims = cast("list[str]", edge.properties["claims"])
            reports[edge.start, edge.end] |= {report_of[claim] for claim in claims}
    expected = sorted((names[who], names[post], len(all_)) for (who, post), all_ in reports.items())
    assert expected == sorted((row["who"], row["post"], int(row["reports"])) for row in found)
    assert max(int(row["reports"]) for row in found) > 1


def test_11_topics_count_the_events_of_what_is_below_them(web: TestClient) -> None:
    counts = {row["topic"]: int(row["events"]) for row in rows(web, 11)}
    assert counts["crime"] >= counts["corruption"] > 1


def test_12_the_network_as_triples(web: TestClient) -> None:
    answer = web.get("/sparql", params={"query": QUERIES[11]}, headers={"accept": "text/turtle"})
    found = [str(triple) for triple in parse(answer.content, format=RdfFormat.TURTLE)]
    assert any("#holdsPost>" in each for each in found)
    assert any('"Almaz Beishenkulov"' in each for each in found)
    assert all("actorgraph.org/ontology#" in each or "#label>" in each for each in found)
