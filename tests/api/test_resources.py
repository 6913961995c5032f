"""The things of the graph over each of the two real stores: lists, the parts of them, and where each leads on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from doors import BRIEF
from fastapi.testclient import TestClient
from httpx2 import Response

LISTS = ("reports", "passages", "actors", "countries", "posts", "topics", "events", "claims")
SORTED = [
    ("reports", "title"),
    ("reports", "claims"),
    ("passages", "place"),
    ("actors", "name"),
    ("actors", "events"),
    ("posts", "name"),
    ("topics", "events"),
    ("events", "date"),
    ("events", "begin"),
    ("events", "type"),
    ("claims", "date"),
    ("claims", "confidence"),
    ("claims", "report"),
]


def items(web: TestClient, address: str, **query: Any) -> list[dict[str, Any]]:
    answer = web.get(address, params=query or None)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def ids(web: TestClient, address: str, **query: Any) -> list[str]:
    return [str(each["id"]) for each in items(web, address, **query)]


def walked(web: TestClient, address: str | None) -> list[str]:
    """The ids of a list, part by part."""
    found: list[str] = []
    while address:
        part = web.get(address).json()
        found += [str(each["id"]) for each in part["items"]]
        address = part["next"]
    return found


def refusal(answer: Response) -> tuple[int, str]:
    assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["detail"]


@contextmanager
def brief_read(web: TestClient, folder: Path) -> Iterator[None]:
    """Another report in the graph until the block ends."""
    library = web.app.state.library  # type: ignore[attr-defined]
    file = folder / "forest brief.txt"
    file.write_text(BRIEF, "utf-8")
    (read,) = library.ingest([file])
    assert read.report
    try:
        yield
    finally:
        library.forget(read.report.id)


@pytest.mark.parametrize("name", LISTS)
def test_every_thing_of_a_list_leads_to_itself_and_on(web: TestClient, name: str) -> None:
    found = items(web, f"/{name}")
    assert found
    for thing in found:
        whole = web.get(f"/{name}/{thing['id']}").json()
        assert {field: whole[field] for field in thing} == thing
        for address in thing["links"].values():
            assert web.get(address).status_code == 200, address
        assert web.get(thing["links"]["self"]).json() == whole


@pytest.mark.parametrize("name", LISTS)
def test_a_list_walked_part_by_part_is_the_list(web: TestClient, name: str) -> None:
    whole = web.get(f"/{name}").json()
    assert whole["next"] is None
    assert whole["total"] == len(whole["items"]) == len(set(ids(web, f"/{name}")))
    assert walked(web, f"/{name}?limit=1") == ids(web, f"/{name}")
    assert walked(web, f"/{name}?limit=2&offset=1") == ids(web, f"/{name}")[1:]


@pytest.mark.parametrize(("name", "sort"), SORTED)
def test_a_list_is_sorted_both_ways_and_its_parts_as_the_whole(
    web: TestClient, name: str, sort: str
) -> None:
    for order in (sort, f"-{sort}"):
        assert walked(web, f"/{name}?sort={order}&limit=2") == ids(web, f"/{name}", sort=order)
    whole = items(web, f"/{name}", sort=sort)
    keys = [each[sort] for each in whole if sort in each]
    if sort not in ("date", "events"):
        assert keys == sorted(keys, key=lambda key: str(key).casefold())
    turned = items(web, f"/{name}", sort=f"-{sort}")
    assert [each.get(sort) for each in turned] == [each.get(sort) for each in reversed(whole)]


def test_a_cursor_goes_on_in_a_graph_that_has_changed(web: TestClient, tmp_path: Path) -> None:
    whole = ids(web, "/actors")
    first = web.get("/actors?limit=2").json()
    with brief_read(web, tmp_path):
        rest = walked(web, first["next"])
        more = set(ids(web, "/actors")) - set(whole)
        assert len(more) == 4
        begun = [str(each["id"]) for each in first["items"]]
        assert [each for each in begun + rest if each not in more] == whole
        started = web.get("/actors?limit=4").json()
    assert set(walked(web, started["next"])) <= set(whole)  # what it stood at may be gone
    seen = [str(each["id"]) for each in started["items"]] + walked(web, started["next"])
    assert [each for each in seen if each not in more] == whole


def test_a_cursor_is_taken_only_by_its_own_list(web: TestClient) -> None:
    cursor = web.get("/events?limit=1").json()["next"].partition("cursor=")[2]
    assert refusal(web.get(f"/events?cursor={cursor}&status=planned"))[0] == 400
    assert refusal(web.get(f"/events?cursor={cursor}&sort=date"))[0] == 400
    assert refusal(web.get(f"/actors?cursor={cursor}")) == (
        400,
        "This is the cursor of another list",
    )
    assert refusal(web.get(f"/events?cursor={cursor}&offset=1"))[0] == 400
    for nonsense in ("", "x", "bnVsbA", "WzEsMiwzXQ", "é", "WyJhIiwgdHJ1ZSwgImIiXQ"):
        assert refusal(web.get("/events", params={"cursor": nonsense}))[0] == 400
    assert web.get(f"/events?cursor={cursor}&limit=7&fields=name").status_code == 200


def test_only_the_fields_that_are_asked_for_are_told(web: TestClient) -> None:
    for part in items(web, "/events", fields="name,date"):
        assert list(part) == ["id", "name", "date"]
    (found,) = items(web, "/actors", q="Kalnina")
    answer = web.get(f"/actors/{found['id']}", params={"fields": "posts,links"}).json()
    assert list(answer) == ["id", "posts", "links"]
    status, told = refusal(web.get("/events", params={"fields": "name,nix"}))
    assert status == 422
    assert "'nix'" in told
    assert "places" in told


def test_a_sort_that_a_list_does_not_know_is_refused(web: TestClient) -> None:
    assert refusal(web.get("/events", params={"sort": "claims"}))[0] == 422


# ---------------------------------------------------------------- filters


def test_a_country_is_found_by_its_code_and_has_its_people(web: TestClient) -> None:
    latvia = web.get("/countries/lv").json()
    assert (latvia["name"], latvia["countries"]) == ("Latvia", ["LV"])
    assert refusal(web.get("/countries/XX"))[0] == 404
    assert {each["name"] for each in items(web, "/actors", country="lv", kind="Person")} == {
        "Ilze Kalnina"
    }
    assert [each["name"] for each in items(web, "/countries", q="pol")] == ["Poland"]


def test_posts_are_found_by_words_by_body_and_by_holder(web: TestClient) -> None:
    latvia = web.get("/countries/LV").json()
    (post,) = items(web, latvia["links"]["posts"])
    assert (post["name"], post["body"]["name"]) == ("Prosecutor General", "Latvia")
    (holder,) = web.get(f"/posts/{post['id']}").json()["holders"]
    assert holder["person"]["name"] == "Ilze Kalnina"
    assert holder["evidence"][0]["quote"]
    assert ids(web, "/posts", holder=holder["person"]["id"]) == [post["id"]]
    assert ids(web, "/posts", q="prosec gen") == [post["id"]]
    assert ids(web, "/posts", q="cook") == []


def test_topics_are_found_by_the_labels_of_the_vocabulary(web: TestClient) -> None:
    concepts = {each["name"] for each in items(web, "/topics", q="graft", concept=True)}
    assert "corruption" in concepts
    (words,) = items(web, "/topics", q="graft", concept=False)
    topic = web.get(f"/topics/{words['id']}").json()
    assert "corruption" in {each["name"] for each in topic["broader"]}
    (corruption,) = [each for each in items(web, "/topics") if each["name"] == "corruption"]
    assert corruption["events"] == 1
    narrower = web.get(f"/topics/{corruption['id']}").json()["narrower"]
    assert words["id"] in [each["id"] for each in narrower]


def test_claims_pass_all_filters(web: TestClient) -> None:
    (found,) = items(web, "/actors", q="Sowa")
    about = items(web, "/claims", about=found["id"])
    assert {each["relation"] for each in about} >= {"met", "holdsPost"}
    assert ids(web, "/claims", about=found["id"], relation="met") == [
        each["id"] for each in about if each["relation"] == "met"
    ]
    assert {each["status"] for each in items(web, "/claims", status="planned")} == {"planned"}
    assert items(web, "/claims", rejected=True) == []
    dated = items(web, "/claims", **{"from": "2021-03-10", "to": "2021-03"})
    assert {each["date"] for each in dated} == {"2021-03-12"}
    assert items(web, "/claims", report="nix") == []
    assert refusal(web.get("/claims", params={"from": "2022", "to": "2021"}))[0] == 400


def test_events_of_an_actor_are_those_it_has_a_part_in(web: TestClient) -> None:
    (found,) = items(web, "/actors", q="Sowa")
    assert [each["date"] for each in items(web, "/events", actor=found["id"])] == ["2021-03-12"]
    assert items(web, "/events", actor="nix") == []


def test_reports_are_found_by_the_period_in_which_they_were_published(web: TestClient) -> None:
    assert len(items(web, "/reports", **{"from": "2021-03-05"})) == 1
    assert len(items(web, "/reports", **{"from": "2021", "to": "2021-03-20"})) == 1
    assert items(web, "/reports", to="2021-02") == []
    assert items(web, "/reports", **{"from": "2021-04"}) == []


def test_a_passage_stands_in_its_report_and_leads_to_its_claims(web: TestClient) -> None:
    (report,) = items(web, "/reports")
    text = web.get(report["links"]["text"]).text
    for passage in items(web, "/passages", report=report["id"], page=1):
        assert text[passage["start"] : passage["end"]] == passage["quote"]
        for claim in passage["claims"]:
            told = web.get(f"/claims/{claim}").json()
            quotes = [each["quote"] for each in (told["core"], *told["context"])]
            assert passage["quote"] in quotes
    assert items(web, "/passages", page=2) == []
