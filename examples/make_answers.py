"""Answers of the API over the example reports, for its description: `python -m examples.make_answers`."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
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
_Ask = Callable[[str], dict[str, Any]]


def addresses(ask: _Ask) -> Iterator[tuple[str, str]]:
    """Routes that answer in JSON, each with an address to ask it by; `ask` gives the answer of an address."""
    for name, (parameter, fields) in _LISTS.items():
        yield f"/{name}", f"/{name}?limit=1"
        (first,) = ask(f"/{name}?limit=1")["items"]
        yield f"/{name}/{{{parameter}}}", f"/{name}/{first['id']}?fields={fields}"
    one, other = (each["id"] for each in ask("/actors?kind=Person&sort=-events&limit=2")["items"])
    yield "/paths", f"/paths?{urlencode({'from': one, 'to': other, 'limit': 1})}"
    yield "/actors/{actor_id}/neighbourhood", f"/actors/{one}/neighbourhood?limit=3"
    yield "/timeline", "/timeline?topic=corruption&limit=1"
    yield "/search", "/search?q=corruption&limit=1"
    yield "/ask", f"/ask?{urlencode({'question': 'Who chaired meetings on corruption?'})}"


def answers(web: TestClient) -> dict[str, dict[str, Any]]:
    """By route, what was asked and what the answer was."""

    def ask(address: str) -> dict[str, Any]:
        answer = web.get(address)
        if answer.status_code != 200:
            raise ValueError(f"{address}: {answer.text}")
        found: dict[str, Any] = answer.json()
        return found

    return {route: {"address": at, "answer": ask(at)} for route, at in addresses(ask)}


def main() -> int:
    """Reads the example reports into a store of their own, asks, and writes the answers down."""
    with TemporaryDirectory(prefix="actorgraph-") as folder:
        app = create_app(Settings(data=Path(folder), store=None, api_key=None, host="127.0.0.1"))
        library = app.state.library
        try:
            failed = [read for read in library.ingest(sorted(REPORTS.iterdir())) if read.error]
            made = answers(TestClient(app, base_url="http://127.0.0.1:8000"))
        finally:
            library.close()
            library.embedded.stop()
    text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    ANSWERS.write_text(text, "utf-8", newline="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
