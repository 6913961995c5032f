"""What bounds a request: how many, how long, and of which kind; and what need not be sent again."""

import asyncio
import time
from pathlib import Path

import pytest
from doors import BRIEF, client, refused, settings
from fastapi.testclient import TestClient

from api.http.rates import Rates

# ---------------------------------------------------------------- how many


def test_who_asks_too_often_is_told_how_long_to_wait(tmp_path: Path) -> None:
    web = client(settings(tmp_path, requests_per_minute=3, store="bolt://127.0.0.1:1"))
    assert [web.get("/about").status_code for _ in range(3)] == [200] * 3
    answer = web.get("/about")
    assert refused(answer) == (429, "too-often")
    assert 1 <= int(answer.headers["retry-after"]) <= 20
    assert web.get("/health").status_code == 503  # who watches over it is never refused


def test_a_caller_may_go_on_as_time_passes_and_others_are_not_counted() -> None:
    now = 0.0
    rates = Rates(60, clock=lambda: now)
    for _ in range(60):
        rates.count("one")
    with pytest.raises(Exception, match="60 requests a minute"):
        rates.count("one")
    rates.count("another")
    now = 1.5
    rates.count("one")
    with pytest.raises(Exception, match="Try again in 1 seconds"):
        rates.count("one")


def test_on_loopback_there_is_no_limit_and_beyond_it_one(tmp_path: Path) -> None:
    assert settings(tmp_path).rate is None
    assert settings(tmp_path, host="0.0.0.0").rate == 600  # noqa: S104
    assert settings(tmp_path, requests_per_minute=7).rate == 7


# ---------------------------------------------------------------- how long


def test_an_answer_that_does_not_come_in_time_is_a_problem(tmp_path: Path) -> None:
    web = client(settings(tmp_path, request_seconds=0.3))

    async def slow() -> str:
        await asyncio.sleep(1)
        return "late"

    web.app.add_api_route("/slow", slow)  # type: ignore[attr-defined]
    begun = time.monotonic()
    answer = web.get("/slow")
    assert refused(answer) == (503, "took-too-long")
    assert answer.headers["retry-after"]
    assert time.monotonic() - begun < 0.9


# ---------------------------------------------------------------- of which kind


@pytest.mark.parametrize("path", ["/actors", "/ask?question=Who+met+whom", "/jobs", "/about"])
def test_who_takes_no_json_is_told_so(tmp_path: Path, path: str) -> None:
    web = client(settings(tmp_path))
    answer = web.get(path, headers={"accept": "text/csv"})
    assert refused(answer) == (406, "not-acceptable")
    for taken in ("application/json", "application/*", "text/html, */*;q=0.1"):
        assert web.get("/about", headers={"accept": taken}).status_code == 200


def test_a_body_of_another_kind_is_refused(tmp_path: Path) -> None:
    web = client(settings(tmp_path))
    assert refused(web.post("/ask", data={"question": "Who?"})) == (415, "unknown-format")
    assert refused(web.post("/reports", json={"file": "x"})) == (415, "unknown-format")


def test_a_method_that_there_is_not_is_told_which_there_are(tmp_path: Path) -> None:
    answer = client(settings(tmp_path)).put("/actors")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET")
    assert answer.headers["content-type"] == "application/problem+json"


# ---------------------------------------------------------------- what is known already


def test_an_answer_is_not_sent_again_until_the_graph_changes(
    web: TestClient, tmp_path: Path
) -> None:
    for path in ("/actors?limit=2", "/events", "/search?q=riga", "/timeline?limit=1"):
        first = web.get(path)
        tag = first.headers["etag"]
        assert tag.startswith('"')
        again = web.get(path, headers={"if-none-match": f'"else", W/{tag}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert web.get(path, headers={"if-none-match": '"else"'}).content == first.content
        assert web.head(path).headers["etag"] == tag
    assert web.get("/actors").headers["etag"] != web.get("/actors?limit=2").headers["etag"]

    library = web.app.state.library  # type: ignore[attr-defined]
    file = tmp_path / "forest brief.txt"
    file.write_text(BRIEF, "utf-8")
    tag = web.get("/events").headers["etag"]
    (read,) = library.ingest([file])
    try:
        changed = web.get("/events", headers={"if-none-match": tag})
        assert changed.status_code == 200
        assert changed.headers["etag"] != tag
    finally:
        library.forget(read.report.id)


def test_nothing_is_removed_that_its_caller_has_seen_otherwise(
    web: TestClient, tmp_path: Path
) -> None:
    library = web.app.state.library  # type: ignore[attr-defined]
    file = tmp_path / "forest brief.txt"
    file.write_text(BRIEF, "utf-8")
    (read,) = library.ingest([file])
    path = f"/reports/{read.report.id}"
    tag = web.get(path).headers["etag"]
    assert refused(web.delete(path, headers={"if-match": '"else"'})) == (412, "changed")
    assert refused(web.delete(path, headers={"if-match": f"W/{tag}"})) == (412, "changed")
    assert web.delete(path, headers={"if-match": f'"else", {tag}'}).status_code == 204
    assert web.get(path).status_code == 404


def test_what_does_not_exist_has_no_tag(web: TestClient) -> None:
    assert "etag" not in web.get("/actors/nix").headers
