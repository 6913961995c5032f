"""The API over each of the two real stores, which hold the harbour review."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from doors import BRIEF, HARBOUR, client, refused, settings
from fastapi.testclient import TestClient
from httpx2 import Response

from graph.asking import Answer


@pytest.fixture(scope="module")
def report(web: TestClient) -> str:
    """The id of the harbour review."""
    return next(
        str(row["id"])
        for row in web.get("/reports").json()["items"]
        if row["title"] == "Harbour review"
    )


def finished(web: TestClient, job: str) -> dict[str, Any]:
    """The job when it has ended."""
    deadline = time.monotonic() + 60
    while True:
        found: dict[str, Any] = web.get(job).json()
        if found["state"] in ("done", "failed"):
            return found
        assert time.monotonic() < deadline
        time.sleep(0.1)


def upload(web: TestClient, name: str, content: bytes | str, **fields: str) -> Response:
    return web.post("/reports", files={"file": (name, content)}, data=fields)


# ---------------------------------------------------------------- questions


def test_an_answer_has_the_shape_that_scripts_rely_on(web: TestClient, report: str) -> None:
    answer = web.post("/ask", json={"question": "Who attended anti-corruption meetings?"}).json()
    assert list(answer) == list(Answer.model_fields)
    assert [name.partition(" (")[0] for name in answer["answers"]] == ["Ilze Kalnina", "Jonas Holt"]
    assert {each["answer"] for each in answer["evidence"]} == set(answer["answers"])
    first = answer["evidence"][0]
    assert {"answer", "quote", "report", "page", "status"} <= set(first)
    assert (first["report"], first["page"], first["status"]) == (report, 1, "happened")
    assert "MATCH" in answer["cypher"]
    assert "SELECT" in answer["sparql"]
    assert answer["refused"] is None


def test_both_ways_to_ask_give_the_same_answer(web: TestClient) -> None:
    question = "Whom did Ilze Kalnina meet?"
    assert (
        web.get("/ask", params={"question": question}).json()
        == web.post("/ask", json={"question": question}).json()
    )


@pytest.mark.parametrize("question", ["", "  \n", "x" * 3_000, "How is the weather?", "\ud800"])
def test_what_is_no_question_is_refused_and_not_an_error(web: TestClient, question: str) -> None:
    body = json.dumps({"question": question})
    answer = web.post("/ask", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 200
    assert answer.json()["refused"]
    assert answer.json()["answers"] == []


@pytest.mark.parametrize(
    "body", [b"{", b'{"question": 3}', b'{"question": "Who?", "limit": 3}', b"[]", b""]
)
def test_a_body_that_is_no_question_is_a_problem(web: TestClient, body: bytes) -> None:
    answer = web.post("/ask", content=body, headers={"content-type": "application/json"})
    assert refused(answer) == (422, "invalid-request")


# ---------------------------------------------------------------- reports


def test_a_report_is_listed_and_shown(web: TestClient, report: str) -> None:
    row = web.get(f"/reports/{report}").json()
    assert (row["file"], row["published"], row["pages"]) == ("harbour review.txt", "2021-03", 1)
    assert row["claims"] > 5
    listed = web.get("/reports", params={"limit": 1}).json()
    assert (listed["total"], listed["limit"], len(listed["items"])) == (1, 1, 1)
    assert web.get("/reports", params={"offset": 1}).json()["items"] == []


def test_every_quote_stands_in_the_text_and_on_its_page(web: TestClient, report: str) -> None:
    text = web.get(f"/reports/{report}/text").text
    pages = web.get(f"/reports/{report}/pages").json()["pages"]
    answer = web.get("/ask", params={"question": "Whom did Ilze Kalnina meet?"}).json()
    assert answer["evidence"]
    for each in answer["evidence"]:
        start, end = each["start"], each["end"]
        assert text[start:end] == each["quote"]
        pieces = pages[each["page"] - 1]["pieces"]
        assert any(piece["start"] <= start and end <= piece["end"] for piece in pieces)
    for page in pages:
        for piece in page["pieces"]:
            assert text[piece["start"] : piece["end"]] == piece["text"]


def test_the_original_is_given_back_but_never_as_a_page_of_ours(
    web: TestClient, report: str
) -> None:
    answer = web.get(f"/reports/{report}/original")
    assert answer.text == HARBOUR
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


def test_an_upload_is_a_job_that_becomes_a_report_and_can_be_forgotten(web: TestClient) -> None:
    accepted = upload(web, "ferry/../forest brief.txt", BRIEF, date="2021-05")
    assert accepted.status_code == 202
    job = finished(web, accepted.headers["location"])
    assert (job["state"], job["file"], job["progress"]) == ("done", "forest brief.txt", 1.0)
    assert job["says"] == "is in the graph"
    (made,) = job["reports"]
    assert web.get(f"/reports/{made}").json()["published"] == "2021-05"
    assert job["id"] in [each["id"] for each in web.get("/jobs").json()["items"]]
    met = web.get("/ask", params={"question": "Whom did Aino Tamm meet?"}).json()
    assert [name.partition(" (")[0] for name in met["answers"]] == ["Timo Laine"]

    assert web.delete(f"/reports/{made}").status_code == 204
    assert refused(web.get(f"/reports/{made}")) == (404, "not-known")
    assert refused(web.delete(f"/reports/{made}")) == (404, "not-known")
    assert refused(web.get(f"/jobs/{job['id']}")) == (404, "not-known")
    assert web.get("/ask", params={"question": "Whom did Aino Tamm meet?"}).json()["answers"] == []


def test_a_report_that_is_known_already_is_done_without_change(
    web: TestClient, report: str
) -> None:
    job = finished(web, upload(web, "harbour review.txt", HARBOUR).headers["location"])
    assert (job["state"], job["changed"], job["reports"]) == ("done", False, [report])
    assert job["says"] == "was in the graph already"


def test_a_job_that_fails_says_why_and_stops_none_behind_it(web: TestClient) -> None:
    broken = upload(web, "broken.pdf", b"this is no pdf")
    behind = upload(web, "harbour review.txt", HARBOUR)
    failed = finished(web, broken.headers["location"])
    assert failed["state"] == "failed"
    assert failed["error"]["type"] == "urn:actorgraph:broken-report"
    assert failed["error"]["hint"]
    assert finished(web, behind.headers["location"])["state"] == "done"


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [
        ("program.exe", {}, (415, "unknown-format")),
        ("no ending", {}, (415, "unknown-format")),
        ("harbour.meta.json", {}, (415, "unknown-format")),
        ("a.txt", {"date": "yesterday"}, (400, "invalid-date")),
        ("a.txt", {"date": "2021-13"}, (400, "invalid-date")),
        ("a.txt", {"date": "2021/2022"}, (400, "invalid-date")),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(
    web: TestClient, name: str, fields: dict[str, str], expected: tuple[int, str]
) -> None:
    before = web.get("/jobs").json()
    assert refused(upload(web, name, "words", **fields)) == expected
    assert web.get("/jobs").json() == before


def test_an_upload_with_a_field_that_is_not_known_is_refused(web: TestClient) -> None:
    answer = upload(web, "a.txt", "words", published="2021")
    assert refused(answer) == (400, "invalid-input")
    assert "'published'" in answer.json()["detail"]


def test_an_upload_without_a_file_is_refused(web: TestClient) -> None:
    empty = web.post("/reports", files={"else": ("a.txt", b"x")})
    assert refused(empty) == (400, "invalid-input")
    assert refused(web.post("/reports", data={"date": "2021"})) == (415, "unknown-format")
    assert refused(web.post("/reports", content=b"words")) == (415, "unknown-format")


def test_an_upload_over_the_limit_is_refused_whether_it_says_its_size_or_not(
    tmp_path: Path,
) -> None:
    web = client(settings(tmp_path, upload_bytes=1_000))  # not started: no store is needed for this
    assert refused(upload(web, "a.txt", b"x" * 200_000)) == (413, "oversized-report")
    assert refused(upload(web, "a.txt", b"x" * 1_001)) == (413, "oversized-report")

    def endless() -> Any:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(1_000):
            yield b"x" * 1_000

    form = {"content-type": "multipart/form-data; boundary=x"}
    assert refused(web.post("/reports", content=endless(), headers=form)) == (
        413,
        "oversized-report",
    )
    assert not (tmp_path / "jobs").exists()


@pytest.mark.parametrize(
    "path",
    ["/reports/nix", "/jobs/nix", "/jobs/..%2f..", "/actors/nix", "/events/nix", "/claims/nix"],
)
def test_what_is_not_there_is_a_404_that_says_where_to_look(web: TestClient, path: str) -> None:
    answer = web.get(path)
    assert answer.status_code == 404
    assert answer.json()["hint"]


# ---------------------------------------------------------------- actors and events


def test_actors_are_found_by_any_spelling_and_any_beginning(web: TestClient) -> None:
    def names(**query: str) -> list[str]:
        return [each["name"] for each in web.get("/actors", params=query).json()["items"]]

    assert names(q="kalnina") == names(q="Kálniņa") == names(q="ilz kal") == ["Ilze Kalnina"]
    assert names(q="kalnina", kind="country") == []
    assert {"Latvia", "Poland"} <= set(names(kind="Country"))
    assert names() == sorted(names(), key=str.casefold)
    assert refused(web.get("/actors", params={"kind": "planet"})) == (422, "invalid-request")
    assert refused(web.get("/actors", params={"limit": "0"})) == (422, "invalid-request")


@pytest.mark.parametrize(
    "address",
    [
        "/actors?limit=5&limit=6",
        "/events?from=2021&from=2021",
        "/ask?question=a&question=b",
        "/export/json?to=2021&to=2022",
    ],
)
def test_what_takes_one_value_takes_no_second(web: TestClient, address: str) -> None:
    answer = web.get(address)
    assert refused(answer) == (422, "invalid-request")
    assert "takes one value, and 2 are given" in answer.json()["detail"]
    assert web.get("/events?status=happened&status=planned&type=meeting&type=talks").is_success


def test_an_actor_has_posts_events_and_meetings_each_with_the_words_that_say_so(
    web: TestClient,
) -> None:
    (found,) = web.get("/actors", params={"q": "Kalnina"}).json()["items"]
    actor = web.get(f"/actors/{found['id']}").json()
    (post,) = actor["posts"]
    assert (post["post"]["name"], post["body"]["name"], post["former"]) == (
        "Prosecutor General",
        "Latvia",
        False,
    )
    assert [(each["event"]["date"], each["role"]) for each in actor["events"]] == [
        ("2021-03-12", "participant"),
        ("2021-03-04", "chair"),
    ]
    (meeting,) = actor["meetings"]
    assert (meeting["other"]["name"], meeting["date"], meeting["rule"]) == (
        "Marek Sowa",
        "2021-03-12",
        "stated",
    )
    for fact in (*actor["posts"], *actor["events"], *actor["meetings"]):
        assert fact["claims"]
        assert [each["claim"] for each in fact["evidence"]] == fact["claims"]


def test_a_country_shows_who_holds_its_posts(web: TestClient) -> None:
    (latvia,) = web.get("/actors", params={"q": "Latvia", "kind": "country"}).json()["items"]
    (post,) = web.get(f"/actors/{latvia['id']}").json()["posts"]
    assert post["person"]["name"] == "Ilze Kalnina"


@pytest.mark.parametrize(
    ("query", "dates"),
    [
        ({}, ["2021-03-12", "2021-03-04"]),
        ({"from": "2021-03-05"}, ["2021-03-12"]),
        ({"to": "2021-03-04"}, ["2021-03-04"]),
        ({"from": "2021-03", "to": "2021-03"}, ["2021-03-12", "2021-03-04"]),
        ({"from": "2022"}, []),
        ({"type": "meeting", "topic": "graft"}, ["2021-03-04"]),
        ({"topic": "fishing"}, []),
        ({"place": "Warsaw"}, ["2021-03-12"]),
        ({"status": "planned"}, ["2021-04-02"]),
        ({"status": ["planned", "happened"], "from": "2021-03-10"}, ["2021-04-02", "2021-03-12"]),
        ({"limit": "1", "offset": "1"}, ["2021-03-04"]),
    ],
)
def test_events_pass_all_filters(web: TestClient, query: dict[str, Any], dates: list[str]) -> None:
    assert [each["date"] for each in web.get("/events", params=query).json()["items"]] == dates


@pytest.mark.parametrize(
    ("method", "path", "known"),
    [
        ("GET", "/actors", "country, cursor, fields, kind, limit, offset, q, sort"),
        ("GET", "/ontology", "none"),
        ("GET", "/ask", "question"),
        ("GET", "/reports", "cursor, fields, from, limit, offset, sort, to"),
        ("GET", "/reports/nix", "fields"),
        ("DELETE", "/reports/nix", "none"),
        ("POST", "/reports", "none"),
        ("GET", "/health", "none"),
    ],
)
def test_a_parameter_that_a_route_does_not_know_is_a_problem_that_names_those_it_knows(
    web: TestClient, method: str, path: str, known: str
) -> None:
    answer = web.request(method, path, params={"name": "Kalnina"})
    assert refused(answer) == (422, "invalid-request")
    assert "query.name" in answer.json()["detail"]
    assert f"known: {known}" in answer.json()["detail"]


def test_every_route_of_the_api_refuses_what_it_does_not_know(web: TestClient) -> None:
    paths = web.get("/openapi.json").json()["paths"]
    del paths["/sparql"]  # its clients send parameters of their own
    for path, operations in paths.items():
        for method in operations:
            answer = web.request(method, path, params={"unheard_of": "1"})
            assert "query.unheard_of" in answer.json()["detail"], (method, path)


def test_a_filter_that_is_no_date_is_a_problem(web: TestClient) -> None:
    assert refused(web.get("/events", params={"from": "soon"})) == (400, "invalid-date")
    assert refused(web.get("/events", params={"status": "maybe"})) == (422, "invalid-request")
    backwards = web.get("/events", params={"from": "2021-04", "to": "2021-03"})
    assert refused(backwards) == (400, "invalid-input")


def test_an_event_tells_all_that_is_claimed_of_it_and_each_claim_where_it_stands(
    web: TestClient, report: str
) -> None:
    (row,) = web.get("/events", params={"place": "Riga"}).json()["items"]
    event = web.get(f"/events/{row['id']}").json()
    assert [each["date"] for each in event["dates"]] == ["2021-03-04"]
    assert [each["what"]["name"] for each in event["at"]] == ["Riga"]
    assert {each["actor"]["name"]: each["role"] for each in event["participants"]} == {
        "Ilze Kalnina": "chair",
        "Jonas Holt": "participant",
    }
    second = next(each for each in event["participants"] if each["actor"]["name"] == "Jonas Holt")
    claim = web.get(f"/claims/{second['claims'][0]}").json()
    assert (claim["report"], claim["relation"], claim["role"]) == (
        report,
        "tookPart",
        "participant",
    )
    assert (claim["subject"]["name"], claim["object"]["id"]) == ("Jonas Holt", row["id"])
    text = web.get(f"/reports/{report}/text").text
    for quoted in (claim["core"], *claim["context"]):
        assert text[quoted["start"] : quoted["end"]] == quoted["quote"]
