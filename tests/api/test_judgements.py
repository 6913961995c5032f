"""Decisions of people over HTTP, over each of the two real stores."""

from pathlib import Path

import pytest
from doors import client, settings
from fastapi.testclient import TestClient

from api.keys import KeyRing, Scope


def test_a_claim_that_is_rejected_makes_no_fact_until_the_decision_is_taken_back(
    web: TestClient,
) -> None:
    (claim,) = web.get("/claims", params={"relation": "met"}).json()["items"]
    question = {"question": "Whom did Ilze Kalnina meet?"}
    before = web.get("/ask", params=question).json()["answers"]
    decision = {"verdict": "reject", "about": [claim["id"]], "by": "Ada", "reason": "misread"}
    made = web.post("/judgements", json=decision)
    assert made.status_code == 201
    try:
        assert web.get(f"/claims/{claim['id']}").json()["rejected"] is True
        assert web.get("/ask", params=question).json()["answers"] == []
        listed = web.get("/judgements", params={"about": claim["id"]}).json()["items"]
        assert listed == [made.json()]
        assert web.get("/judgements", params={"about": "nix"}).json()["items"] == []
    finally:
        assert web.delete(f"/judgements/{made.json()['id']}").status_code == 204
    assert web.get("/ask", params=question).json()["answers"] == before != []
    assert web.delete(f"/judgements/{made.json()['id']}").status_code == 404


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"about": ["a", "b"]}, 400),
        ({"verdict": "same"}, 400),
        ({"verdict": "perhaps"}, 422),
        ({"about": []}, 422),
        ({"reason": ""}, 422),
        ({"at": "now"}, 422),
    ],
)
def test_a_decision_that_is_none_is_refused(
    web: TestClient, change: dict[str, object], status: int
) -> None:
    decision = {"verdict": "reject", "about": ["a"], "by": "Ada", "reason": "misread"} | change
    answer = web.post("/judgements", json=decision)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_only_a_key_that_may_review_decides(tmp_path: Path) -> None:
    of = settings(tmp_path, host="0.0.0.0")  # noqa: S104
    web, ring = client(of), KeyRing(of)
    (_, writer), (_, reviewer) = (ring.make(each, [Scope(each)]) for each in ("write", "review"))
    decision = {"verdict": "same", "about": ["a"], "by": "Ada", "reason": "misread"}
    for given, status in (("", 401), (writer, 403), (reviewer, 400)):
        headers = {"x-api-key": given}
        assert web.post("/judgements", json=decision, headers=headers).status_code == status
        assert status == 400 or web.delete("/judgements/x", headers=headers).status_code == status
