"""What becomes of requests that fail, of a store that does not answer, and of faults of ours."""

from pathlib import Path

import pytest
from doors import client, refused, settings
from fastapi.testclient import TestClient


def test_health_says_that_the_store_answers(web: TestClient) -> None:
    answer = web.get("/health")
    assert (answer.status_code, answer.json()["ok"]) == (200, True)


def test_without_a_store_health_is_503_and_reading_a_problem(tmp_path: Path) -> None:
    web = client(settings(tmp_path, store="bolt://127.0.0.1:1"))
    answer = web.get("/health")
    assert (answer.status_code, answer.json()["ok"]) == (503, False)
    assert "--store" in answer.json()["store"]["says"]
    asked = web.get("/ask", params={"question": "Who met whom?"})
    assert refused(asked) == (503, "store-unavailable")
    assert asked.headers["retry-after"]


def test_a_store_that_was_stopped_is_started_again_by_the_next_request(tmp_path: Path) -> None:
    with client(settings(tmp_path)) as web:
        assert web.get("/reports").json()["total"] == 0
        web.app.state.library.embedded.stop()  # type: ignore[attr-defined]
        try:
            assert web.get("/reports").json()["total"] == 0
        finally:
            web.app.state.library.embedded.stop()  # type: ignore[attr-defined]


def test_a_fault_of_ours_is_a_problem_that_does_not_show_its_inside(tmp_path: Path) -> None:
    app = client(settings(tmp_path))
    app.app.state.library = None  # type: ignore[attr-defined]
    assert refused(app.get("/reports")) == (500, "fault")
    assert "NoneType" not in app.get("/reports").text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nix", 404), ("PUT", "/ask", 405)])
def test_addresses_that_do_not_exist_are_problems_too(
    web: TestClient, method: str, path: str, status: int
) -> None:
    assert refused(web.request(method, path))[0] == status


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/reports", "multipart/form-data"),
        ("/reports", "multipart/form-data; boundary=x"),
        ("/ask", "application/json"),
    ],
)
def test_a_body_that_cannot_be_taken_apart_is_a_problem_with_a_hint(
    web: TestClient, path: str, kind: str
) -> None:
    answer = web.post(path, content=b"\xff\xfe", headers={"content-type": kind})
    assert refused(answer)[0] in (400, 422)
    assert answer.json()["hint"]


@pytest.mark.parametrize(("asked", "status"), [("bytes=9999999-", 416), ("nonsense", 400)])
def test_a_part_of_a_file_that_cannot_be_given_is_a_problem_with_a_hint(
    web: TestClient, asked: str, status: int
) -> None:
    answer = web.get("/page/dom.js", headers={"range": asked})
    assert refused(answer)[0] == status
    assert answer.json()["hint"]
    assert ("content-range" in answer.headers) is (status == 416)


@pytest.mark.parametrize("path", ["/", "/docs", "/read", "/page/dom.js", "/health", "/reports"])
def test_of_whatever_can_be_got_the_head_can_be_asked_for(web: TestClient, path: str) -> None:
    head, whole = web.head(path), web.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
