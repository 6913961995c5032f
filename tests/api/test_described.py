"""The description of the API is true: its examples are real answers, its sessions run, schemathesis finds nothing."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from doors import client, serving, settings

from api.library import Library
from api.reference import DOCS
from examples.make_answers import ANSWERS, REPORTS, answers

SCHEMATHESIS = Path(sys.executable).with_name("st")
CHECK = SCHEMATHESIS.with_name("check-jsonschema")
CONFIG = Path(__file__).parents[1] / "schemathesis.toml"
SECONDS = 60


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with the example reports."""
    folder = tmp_path_factory.mktemp("examples")
    with Library(settings(folder)) as library:
        try:
            assert not [each for each in library.ingest(sorted(REPORTS.iterdir())) if each.error]
            yield folder
        finally:
            library.embedded.stop()


@pytest.fixture
def harbour_read(tmp_path: Path, harbour: Path) -> Iterator[Path]:
    """A data folder with one report, for a test that may delete it."""
    with Library(settings(tmp_path)) as library:
        try:
            (read,) = library.ingest([harbour])
            assert read.error is None
            yield tmp_path
        finally:
            library.embedded.stop()


def test_the_examples_are_what_the_example_reports_answer(read: Path) -> None:
    with client(settings(read)) as web:
        made = answers(web)
    assert json.loads(ANSWERS.read_text("utf-8")) == made, "run: make answers"


def test_every_route_that_answers_in_json_has_an_example_that_is_as_described(
    tmp_path: Path,
) -> None:
    api = client(settings(tmp_path)).get("/openapi.json").json()
    as_json = {
        f"{method.upper()} {path}": content
        for path, operations in api["paths"].items()
        for method, operation in operations.items()
        if (content := _succeeding(operation).get("application/json", {})).get("schema")
    }  # not files and what is in the formats of others, which have no schema
    assert [route for route, content in as_json.items() if "example" not in content] == []
    assert len(as_json) > 30
    schema, shown = tmp_path / "schema.json", tmp_path / "shown.json"
    described = {route: content["schema"] for route, content in as_json.items()}
    schema.write_text(json.dumps({"properties": described, "components": api["components"]}))
    shown.write_text(json.dumps({route: content["example"] for route, content in as_json.items()}))
    command = [str(CHECK), "--schemafile", str(schema), str(shown)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def _succeeding(operation: dict[str, Any]) -> dict[str, Any]:
    """What an operation answers with when nothing is wrong, by media type."""
    responses = operation["responses"]
    content: dict[str, Any] = responses[min(responses)].get("content", {})
    return content


def test_the_sessions_of_the_page_on_the_api_run(read: Path) -> None:
    page = (DOCS / "http.md").read_text("utf-8")
    sessions = [line.partition(" #")[0] for line in re.findall(r"^    (curl -f .+)$", page, re.M)]
    asked = [line for line in sessions if "…" not in line and "@" not in line]
    assert len(asked) > 20
    with serving(read) as served:
        here = str(served.web.base_url).rstrip("/")
        for line in asked:
            command = shlex.split(line.replace("http://127.0.0.1:8000", here))
            done = subprocess.run(command, capture_output=True, check=False)
            assert done.returncode == 0, (line, done.stderr)
            assert json.loads(done.stdout)


def test_schemathesis_finds_nothing(harbour_read: Path) -> None:
    with serving(harbour_read, env={"ACTORGRAPH_API_KEY": "right"}) as served:
        assert served.web.get("/openapi.json").status_code == 200  # made once, which takes a while
        command = [
            *(str(SCHEMATHESIS), "--config-file", str(CONFIG), "run"),
            str(served.web.base_url.join("/openapi.json")),
            *("--header", "X-API-Key: right", "--max-examples", "2", "--max-time", str(SECONDS)),
            *("--request-timeout", "60", "--no-color", "--seed", "1"),
        ]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=10 * SECONDS
        )
    assert done.returncode == 0, done.stdout[-8_000:]
    generated = re.search(r"(\d+) generated", done.stdout)
    assert generated
    assert int(generated[1]) > 50
