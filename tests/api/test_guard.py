"""What every request passes; no store is needed for it."""

from pathlib import Path

import pytest
from doors import client, refused, settings
from fastapi.testclient import TestClient

UPLOAD = {"file": ("a.exe", b"words")}
"""Refused by its kind, which is looked at once the caller may write."""
MAY_WRITE, NO_KEY, FOREIGN = 415, 401, 403


@pytest.fixture
def local(tmp_path: Path) -> TestClient:
    """A server on loopback, without a key."""
    return client(settings(tmp_path))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:8000", "127.9.9.9"]
)
def test_on_loopback_its_own_names_are_answered(local: TestClient, host: str) -> None:
    assert local.get("/about", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[", "10.0.0.1"],
)
def test_on_loopback_any_other_name_is_refused(local: TestClient, host: str) -> None:
    answer = local.get("/about", headers={"host": host})
    assert answer.status_code == FOREIGN
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_the_names_that_are_set_are_answered_and_no_others(tmp_path: Path, host: str) -> None:
    web = client(settings(tmp_path, host=host, hosts="graph.example, Other.example"))
    for name in ("graph.example", "other.example:8000", "localhost"):
        assert web.get("/about", headers={"host": name}).status_code == 200
    assert web.get("/about", headers={"host": "evil.example"}).status_code == FOREIGN


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, MAY_WRITE),
        ({"origin": "http://127.0.0.1:8000"}, MAY_WRITE),
        ({"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}, MAY_WRITE),
        ({"origin": "http://127.0.0.1:9000"}, FOREIGN),
        ({"origin": "http://evil.example"}, FOREIGN),
        ({"origin": "null"}, FOREIGN),
        ({"sec-fetch-site": "cross-site"}, FOREIGN),
        ({"sec-fetch-site": "same-site"}, FOREIGN),
    ],
)
def test_pages_of_other_sites_cannot_write(
    local: TestClient, headers: dict[str, str], status: int
) -> None:
    assert local.post("/reports", files=UPLOAD, headers=headers).status_code == status


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])  # noqa: S104
def test_beyond_loopback_writing_needs_the_key_and_reading_does_not(
    tmp_path: Path, host: str
) -> None:
    web = client(settings(tmp_path, host=host, api_key="right"))
    for headers in (
        {},
        {"x-api-key": "wrong"},
        {"authorization": "Bearer wrong"},
    ):
        assert web.post("/reports", files=UPLOAD, headers=headers).status_code == NO_KEY
        assert web.delete("/reports/nix", headers=headers).status_code == NO_KEY
    for headers in ({"x-api-key": "right"}, {"authorization": "Bearer right"}):
        assert web.post("/reports", files=UPLOAD, headers=headers).status_code == MAY_WRITE
    assert web.get("/about", headers={"host": "any.example"}).json()["key_needed"] is True


def test_beyond_loopback_without_a_key_nobody_can_write(tmp_path: Path) -> None:
    web = client(settings(tmp_path, host="0.0.0.0"))  # noqa: S104
    for headers in ({}, {"x-api-key": ""}, {"x-api-key": "None"}):
        assert web.post("/reports", files=UPLOAD, headers=headers).status_code == NO_KEY
    assert web.get("/about").json()["can_write"] is False


def test_a_key_that_is_set_counts_on_loopback_too(tmp_path: Path) -> None:
    web = client(settings(tmp_path, api_key="right"))
    assert web.post("/reports", files=UPLOAD).status_code == NO_KEY
    assert (
        web.post("/reports", files=UPLOAD, headers={"x-api-key": "right"}).status_code == MAY_WRITE
    )


@pytest.mark.parametrize("path", ["/", "/about", "/page/ask.js", "/nix", "/reports/nix"])
def test_every_answer_has_the_headers_that_protect_it(local: TestClient, path: str) -> None:
    headers = local.get(
        path, headers={"host": "evil.example"} if path == "/reports/nix" else {}
    ).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "access-control-allow-origin" not in headers


def test_a_question_cannot_be_a_flood(local: TestClient) -> None:
    refused = local.post("/ask", json={"question": "x" * 100_000})
    assert refused.status_code == 413
    assert refused.json()["type"] == "urn:actorgraph:oversized-request"
    assert "UPLOAD" not in refused.text


def test_nor_one_whose_length_is_not_told_beforehand(local: TestClient) -> None:
    chunks = (b"x" * 10_000 for _ in range(10))
    answer = local.post("/ask", content=chunks, headers={"content-type": "application/json"})
    assert refused(answer) == (413, "oversized-request")
