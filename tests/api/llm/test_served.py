"""Questions and uploads where a language model is switched on, by a command or for a whole server."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from doors import actorgraph, client, complaint, environment, said, serving, settings
from endpoints import MODEL, Heard, Reply, always, endpoint
from telling import tenure

from graph.asking.query import Kind, Tenure
from graph.asking.translating import Translation

KEY = "sk-a-key-that-nobody-must-see"
STRANGE = "Blimey, whose presence graced the palavers anent sleaze?"
PLAIN = "Who attended meetings on corruption?"
PUT: dict[str, Any] = dict.fromkeys(Translation.model_fields) | {
    "kind": Kind.PARTICIPANTS, "events": "meetings on corruption", "tenure": Tenure.NOW,
    "planned": False,
}  # fmt: skip
GOOD = Reply(json.dumps(PUT))
HELM = "Runa Berg, a veteran of the harbour trade, has been at the helm of the Riga Port Board since spring."


@pytest.fixture
def heard() -> Iterator[Heard]:
    with endpoint(always(GOOD)) as listening:
        yield listening


def switched_on(heard: Heard) -> dict[str, str]:
    return {
        "ACTORGRAPH_LLM_URL": heard.url,
        "ACTORGRAPH_LLM_MODEL": MODEL,
        "ACTORGRAPH_LLM_KEY": KEY,
    }


def test_the_command_puts_to_a_model_what_it_cannot_read_and_says_so(
    data: Path, heard: Heard
) -> None:
    env = environment(**switched_on(heard))
    without = said(actorgraph("--data", data, "ask", STRANGE, "--json", env=env).out)
    assert (without["answers"], heard.bodies) == ([], [])
    plain = said(actorgraph("--data", data, "ask", PLAIN, "--llm", "--json", env=env).out)
    assert heard.bodies == []
    found = actorgraph("--data", data, "ask", STRANGE, "--llm", env=env)
    assert heard.texts == [STRANGE]
    assert f"(put so by the language model {MODEL})" in found.out
    assert all(each in found.out for each in plain["answers"])
    assert KEY not in found.out + found.err + json.dumps(heard.bodies)


def test_a_model_that_does_not_answer_leaves_the_refusal_and_the_reason(data: Path) -> None:
    with endpoint(always(Reply(status=401, body=b"{}"))) as heard:
        env = environment(**switched_on(heard))
        found = said(actorgraph("--data", data, "ask", STRANGE, "--llm", "--json", env=env).out)
    assert found["answers"] == []
    assert "Blimey" in found["refused"]
    assert found["refused"].endswith("does not take the key (ACTORGRAPH_LLM_KEY) (status 401).")


def test_over_http_only_a_server_that_was_started_so_asks_a_model(data: Path, heard: Heard) -> None:
    of = {"llm_url": heard.url, "llm_model": MODEL, "llm_key": KEY}
    with client(settings(data, **of)) as web:
        assert web.get("/ask", params={"question": STRANGE}).json()["refused"]
        assert web.get("/about").json()["llm"] is None
    assert heard.bodies == []
    with client(settings(data, llm=True, **of)) as web:
        assert web.get("/about").json()["llm"] == MODEL
        found = web.get("/ask", params={"question": STRANGE}).json()
        plain = web.post("/ask", json={"question": PLAIN}).json()
    assert found["understood"] == f"{plain['understood']} (put so by the language model {MODEL})"
    same = ("answers", "evidence", "cypher", "parameters", "sparql")
    assert [found[name] for name in same] == [plain[name] for name in same]
    assert KEY not in json.dumps(found)


def test_a_slow_model_costs_a_request_half_its_time_and_no_answer_that_there_is(
    data: Path,
) -> None:
    with endpoint(always(Reply(GOOD.content, seconds=14))) as heard:
        of = settings(data, llm=True, llm_url=heard.url, llm_model=MODEL, request_seconds=12.0)
        with client(of) as web:
            answer = web.get("/ask", params={"question": STRANGE})
    assert answer.status_code == 200
    assert answer.json()["refused"].endswith("no answer within 6 seconds.")


def ended(web: httpx2.Client, job: str) -> dict[str, Any]:
    deadline = time.monotonic() + 60
    while (found := web.get(job).json())["state"] not in ("done", "failed"):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert isinstance(found, dict)
    return found


def test_a_server_started_so_reads_uploads_along_and_says_how_far(tmp_path: Path) -> None:
    told = Reply(tenure(HELM, "Runa Berg", "helm", "Riga Port Board").model_dump_json())
    text = f"Harbour letter\n\nMarch 2031\n\n{HELM}\n"
    with endpoint(always(told)) as heard:
        try:
            with serving(tmp_path, "--llm", env=switched_on(heard)) as served:
                files = {"file": ("letter.txt", text.encode())}
                job = served.web.post("/reports", files=files).headers["location"]
                done = ended(served.web, job)
                (report,) = done["reports"]
                rules = {each["rule"] for each in served.web.get("/claims").json()["items"]}
        finally:
            actorgraph("--data", tmp_path, "stop")
    assert report
    assert (done["state"], done["llm"]["claims"], heard.texts) == ("done", 2, [HELM])
    assert "made or bore out 2 claims" in done["says"]
    assert f"model {MODEL}" in rules


def test_doctor_says_which_model_is_asked_and_when_and_what_it_lacks(
    data: Path, heard: Heard
) -> None:
    def part(**more: str) -> dict[str, Any]:
        done = actorgraph("--data", data, "doctor", "--json", env=environment(**more))
        (found,) = [e for e in said(done.out)["parts"] if e["name"] == "language model"]
        assert isinstance(found, dict)
        return found

    named = part(**switched_on(heard))
    assert (named["ok"], named["says"]) == (True, f"{MODEL} at {heard.url}, with --llm")
    lacking = part(ACTORGRAPH_LLM="true")
    assert (lacking["ok"], "ACTORGRAPH_LLM_MODEL is not set" in lacking["says"]) == (False, True)
    assert heard.bodies == []


def test_a_server_that_lacks_an_endpoint_says_so_before_it_serves(tmp_path: Path) -> None:
    done = actorgraph("--data", tmp_path, "serve", "--llm")
    assert done.status == 2
    assert "ACTORGRAPH_LLM_MODEL is not set" in complaint(done.err)
