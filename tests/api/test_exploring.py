"""Ways through the graph over each of the two real stores: paths, what lies around, words and time."""

from typing import Any

import pytest
from doors import BRIEF
from fastapi.testclient import TestClient


def of(web: TestClient, name: str) -> str:
    """The id of the actor of this name."""
    (found,) = web.get("/actors", params={"q": name}).json()["items"]
    return str(found["id"])


def told(web: TestClient, address: str, **query: Any) -> dict[str, Any]:
    answer = web.get(address, params=query or None)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def paths(web: TestClient, start: str, end: str, **query: Any) -> dict[str, Any]:
    return told(web, "/paths", **{"from": of(web, start), "to": of(web, end)}, **query)


# ---------------------------------------------------------------- paths


def test_a_path_leads_by_events_and_contacts_each_step_with_the_words_that_say_so(
    web: TestClient,
) -> None:
    found = paths(web, "Jonas Holt", "Marek Sowa")
    (path,) = found["paths"]
    assert found["complete"]
    assert path["length"] == 3
    assert [each["kind"] for each in path["nodes"]] == ["Person", "Event", "Person", "Person"]
    assert [each["name"] for each in path["nodes"]][2:] == ["Ilze Kalnina", "Marek Sowa"]
    assert [each["relation"] for step in path["steps"] for each in step["edges"]] == [
        "tookPart",
        "tookPart",
        "met",
    ]
    for step in path["steps"]:
        for edge in step["edges"]:
            assert {edge["start"], edge["end"]} == {step["start"], step["end"]}
            assert edge["status"] == "happened"
            assert [each["claim"] for each in edge["evidence"]] == edge["claims"]
            assert all(each["quote"] for each in edge["evidence"])


def test_a_path_back_is_the_path_turned(web: TestClient) -> None:
    there, back = (paths(web, *ends)["paths"] for ends in (("Holt", "Sowa"), ("Sowa", "Holt")))
    assert [each["id"] for each in there[0]["nodes"]] == [
        each["id"] for each in reversed(back[0]["nodes"])
    ]


def test_no_path_is_longer_than_asked_for(web: TestClient) -> None:
    found = paths(web, "Jonas Holt", "Marek Sowa", length=2)
    assert (found["paths"], found["complete"]) == ([], True)


def test_only_what_happened_makes_a_step_unless_more_is_asked_for(web: TestClient) -> None:
    assert paths(web, "Jonas Holt", "Marek Sowa", status="planned")["paths"] == []
    both = paths(web, "Jonas Holt", "Marek Sowa", status=["planned", "happened"])
    assert [path["length"] for path in both["paths"]] == [3]


def test_an_actor_is_on_a_path_of_no_steps_to_itself(web: TestClient) -> None:
    (path,) = paths(web, "Jonas Holt", "Jonas Holt")["paths"]
    assert (path["length"], path["steps"], len(path["nodes"])) == (0, [], 1)


@pytest.mark.parametrize(
    ("query", "status"), [({"to": "nix"}, 404), ({}, 422), ({"length": 7}, 422)]
)
def test_a_path_needs_two_actors_and_a_bound(
    web: TestClient, query: dict[str, Any], status: int
) -> None:
    holt = of(web, "Holt")
    asked = {"from": holt} | ({"to": holt} if "length" in query else {}) | query
    answer = web.get("/paths", params=asked)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


# ---------------------------------------------------------------- around an actor


def test_around_an_actor_are_the_nodes_that_its_edges_lead_to(web: TestClient) -> None:
    centre = of(web, "Kalnina")
    found = told(web, f"/actors/{centre}/neighbourhood")
    assert found["centre"] == found["nodes"][0]["id"] == centre
    names = {each["name"] for each in found["nodes"]}
    assert {"Ilze Kalnina", "Marek Sowa", "Prosecutor General"} <= names
    assert "Jonas Holt" not in names
    ids = {each["id"] for each in found["nodes"]}
    assert {centre} <= {end for each in found["edges"] for end in (each["start"], each["end"])}
    for edge in found["edges"]:
        assert {edge["start"], edge["end"]} <= ids
        assert edge["claims"]
    assert found["truncated"] is False


def test_it_goes_as_far_and_holds_as_much_as_asked_for(web: TestClient) -> None:
    address = f"/actors/{of(web, 'Kalnina')}/neighbourhood"
    wide = told(web, address, depth=2)
    assert {"Jonas Holt", "Latvia"} <= {each["name"] for each in wide["nodes"]}
    few = told(web, address, depth=2, limit=3)
    assert (len(few["nodes"]), few["truncated"]) == (3, True)
    assert [each["id"] for each in few["nodes"]] == [each["id"] for each in wide["nodes"]][:3]
    assert web.get("/actors/nix/neighbourhood").status_code == 404


def test_what_is_only_planned_is_around_nobody_unless_asked_for(web: TestClient) -> None:
    (council,) = web.get("/actors", params={"q": "Harbour Council"}).json()["items"]
    address = council["links"]["neighbourhood"]
    assert "Event" not in {each["kind"] for each in told(web, address)["nodes"]}
    planned = told(web, address, status="planned")
    assert {each["status"] for each in planned["edges"]} == {"planned"}
    assert "2021-04-02" in [each["date"] for each in planned["nodes"]]


# ---------------------------------------------------------------- time


def test_a_timeline_tells_events_in_their_order_with_who_was_there(web: TestClient) -> None:
    found = told(web, "/timeline")["items"]
    assert [each["earliest"] for each in found] == ["2021-03-04", "2021-03-12"]
    assert found[0]["participants"] == ["Ilze Kalnina", "Jonas Holt"]
    quoted = [each["quote"] for each in found[0]["evidence"]]
    assert any(each.startswith("On 4 March 2021") for each in quoted)
    assert [each["date"] for each in told(web, "/timeline", topic="graft")["items"]] == [
        "2021-03-04"
    ]
    sowa = told(web, "/timeline", actor=of(web, "Sowa"))["items"]
    assert [each["date"] for each in sowa] == ["2021-03-12"]
    assert told(web, "/timeline", to="2021-02")["items"] == []
    part = told(web, "/timeline", limit=1)
    assert [each["date"] for each in told(web, part["next"])["items"]] == ["2021-03-12"]


# ---------------------------------------------------------------- words


def quotes(web: TestClient, words: str) -> list[str]:
    return [str(each["quote"]) for each in told(web, "/search", q=words)["passages"]["items"]]


def test_words_are_found_in_any_form_and_phrases_as_they_stand(web: TestClient) -> None:
    assert any(
        "chaired a coordination meeting" in each for each in quotes(web, "chairing meetings")
    )
    assert any("attended" in each for each in quotes(web, "RIGA corruption") + quotes(web, "audit"))
    assert quotes(web, '"coordination meeting" riga')
    assert quotes(web, '"meeting coordination"') == []
    assert quotes(web, "zebra") == []


@pytest.mark.parametrize(
    "words", ['"', "AND", "NEAR(", "*", "quote:", "a OR b", "'", "--", "_", "\0"]
)
def test_no_words_are_a_language_of_their_own(web: TestClient, words: str) -> None:
    assert told(web, "/search", q=words)["q"] == words


@pytest.mark.parametrize("words", ['"', "_", "--", "\0", " "])
def test_where_there_is_no_word_nothing_is_found(web: TestClient, words: str) -> None:
    found = told(web, "/search", q=words)
    for kind in ("actors", "posts", "topics", "passages"):
        assert (found[kind]["total"], found[kind]["items"]) == (0, [])
    for route in ("/actors", "/countries", "/posts", "/topics", "/passages"):
        assert told(web, route, q=words)["total"] == 0 < told(web, route)["total"]


def test_names_are_found_and_those_called_just_so_are_first(web: TestClient) -> None:
    found = told(web, "/search", q="prosecutor")
    assert [each["name"] for each in found["posts"]["items"]] == ["Prosecutor General"]
    found = told(web, "/search", q="kalnina")
    assert [each["name"] for each in found["actors"]["items"]] == ["Ilze Kalnina"]
    found = told(web, "/search", q="graft", limit=1)
    assert len(found["topics"]["items"]) == 1 < found["topics"]["total"]
    for kind in ("actors", "posts", "topics", "passages"):
        assert told(web, found[kind]["more"])["total"] == found[kind]["total"]


def test_a_search_knows_what_was_read_and_what_was_forgotten_since(
    web: TestClient, tmp_path: Any
) -> None:
    library = web.app.state.library  # type: ignore[attr-defined]
    file = tmp_path / "forest brief.txt"
    file.write_text(BRIEF, "utf-8")
    assert quotes(web, "Tartu") == []
    (read,) = library.ingest([file])
    assert len(quotes(web, "Tartu")) > 0
    library.forget(read.report.id)
    assert quotes(web, "Tartu") == []
