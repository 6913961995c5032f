"""Answers of the API over the example reports, for its description: `python -m examples.make_answers`."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from urllib.parse import urlencode

from fastapi.testclient import TestClient

from api.http import create_app
from api.settings import Settings

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "examples" / "reports"
ANSWERS = ROOT / "api" / "http" / "examples.json"

_LISTS = {
    "reports": ("report", "file,title,published,pages,claims,links"),
    "actors": ("actor_id", "kind,name,aliases,countries,links"),
    "countries": ("country", "kind,name,countries,links"),
    "posts": ("post_id", "kind,name,body,links"),
    "topics": ("topic_id", "kind,name,concept,events,narrower,links"),
    "events": ("event_id", "kind,name,type,status,date,places,topics,links"),
    "claims": ("claim_id", "report,relation,status,subject,object,core,links"),
    "passages": ("passage_id", "report,quote,page,start,end,claims,links"),
}
_QUESTION = "Who chaired meetings on corruption?"
_CYPHER = {
    "statement": "MATCH (p:Person)-[:HOLDS_POST]->(x:Post) WHERE x.name = $post "
    "RETURN p.name AS person ORDER BY person",
    "parameters": {"post": "Prosecutor General"},
}
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00")
_JUDGEMENT = re.compile(r"judgement-[0-9a-f]{20}")
_SETTLED = {_TIME: "2026-01-01T12:00:00.000000+00:00", _JUDGEMENT: f"judgement-{0:020}"}
"""What is another each time, and what stands for it: times, and the ids that are made from them."""

_Json = Mapping[str, Any]  # answers are JSON of any shape


class Example(NamedTuple):
    """The answer of a route, what was sent, and the address where the example reports alone give it."""

    route: str
    answer: _Json
    address: str | None = None
    body: _Json | None = None

    def told(self) -> dict[str, object]:
        """All but the route, as far as there is something."""
        fields = {"address": self.address, "body": self.body, "answer": self.answer}
        return {name: value for name, value in fields.items() if value is not None}


def answers(web: TestClient) -> dict[str, dict[str, Any]]:
    """By method and route, what was asked and what the answer was."""
    found = [*_read(web), *_done(web)]
    told = {each.route: each.told() for each in found}
    text = json.dumps(told)
    for varying, settled in _SETTLED.items():
        text = varying.sub(settled, text)
    made: dict[str, dict[str, Any]] = json.loads(text)
    return made


def _read(web: TestClient) -> Iterator[Example]:
    """What changes nothing."""
    for route, address in _addresses(web):
        yield Example(f"GET {route}", _answer(web, "GET", address), address)
    for address, body in (("/ask", {"question": _QUESTION}), ("/cypher", _CYPHER)):
        yield Example(f"POST {address}", _answer(web, "POST", address, json=body), address, body)


def _addresses(web: TestClient) -> Iterator[tuple[str, str]]:
    """Routes, each with an address to ask it by."""
    for name, (parameter, fields) in _LISTS.items():
        yield f"/{name}", f"/{name}?limit=1"
        yield f"/{name}/{{{parameter}}}", f"/{name}/{_first(web, name)}?fields={fields}"
    yield "/reports/{report}/pages", f"/reports/{_first(web, 'reports')}/pages"
    busiest = _answer(web, "GET", "/actors?kind=Person&sort=-events&limit=2")["items"]
    one, other = (each["id"] for each in busiest)
    yield "/paths", f"/paths?{urlencode({'from': one, 'to': other, 'limit': 1})}"
    yield "/actors/{actor_id}/neighbourhood", f"/actors/{one}/neighbourhood?limit=3"
    yield "/timeline", "/timeline?topic=corruption&limit=1"
    yield "/search", "/search?q=corruption&limit=1"
    yield "/ask", f"/ask?{urlencode({'question': _QUESTION})}"
    yield "/about", "/about"
    yield "/health", "/health"


def _done(web: TestClient) -> Iterator[Example]:
    """An upload, of a report that is known, and a judgement, which is taken back."""
    with min(REPORTS.iterdir()).open("rb") as file:
        job = _answer(web, "POST", "/reports", files={"file": file})
    yield Example("POST /reports", job)
    web.get(f"{job['links']['events']}")  # ends with the job
    yield Example("GET /jobs/{job}", _answer(web, "GET", job["links"]["self"]))
    yield Example("GET /jobs", _answer(web, "GET", "/jobs"))
    body = {
        "verdict": "reject",
        "about": [_first(web, "claims")],
        "by": "Ann Lee",
        "reason": "The sentence is about another meeting.",
    }
    made = _answer(web, "POST", "/judgements", json=body)
    yield Example("POST /judgements", made, body=body)
    yield Example("GET /judgements", _answer(web, "GET", "/judgements"))
    web.delete(f"/judgements/{made['id']}")


def _first(web: TestClient, name: str) -> str:
    """The id of the first thing of a list."""
    (first,) = _answer(web, "GET", f"/{name}?limit=1")["items"]
    return str(first["id"])


def _answer(web: TestClient, method: str, address: str, **sent: Any) -> dict[str, Any]:
    answer = web.request(method, address, **sent)
    if not answer.is_success:
        raise ValueError(f"{method} {address}: {answer.text}")
    found: dict[str, Any] = answer.json()
    return found


def main() -> int:
    """Reads the example reports into a store of their own, asks, and writes the answers down."""
    with TemporaryDirectory(prefix="actorgraph-") as folder:
        app = create_app(Settings(data=Path(folder), store=None, api_key=None, host="127.0.0.1"))
        library = app.state.library
        try:
            failed = [read for read in library.ingest(sorted(REPORTS.iterdir())) if read.error]
            with TestClient(app, base_url="http://127.0.0.1:8000") as web:
                made = answers(web)
        finally:
            library.close()
            library.embedded.stop()
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    ANSWERS.write_text(text, "utf-8", newline="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
