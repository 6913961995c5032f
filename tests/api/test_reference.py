"""The reference pages say what the doors are."""

import json
import re

import pytest

from api.cli import app
from api.http import create_app
from api.reference import DOCS, QUERIES, pages, queries
from api.settings import Settings


@pytest.mark.parametrize("name", ["command-line.md", "http.md"])
def test_a_reference_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == pages()[name], "run: make generate"


def test_the_page_asks_the_queries_of_the_documentation() -> None:
    assert QUERIES.read_text("utf-8") == queries(), "run: make generate"
    assert len(json.loads(queries())) == 12


def test_every_command_and_every_setting_has_its_entry() -> None:
    page = (DOCS / "command-line.md").read_text("utf-8")
    for command in app.registered_commands:
        assert command.callback is not None
        name = command.name or command.callback.__name__
        assert f"## actorgraph {name}\n" in page
    for name, field in Settings.model_fields.items():
        assert f"ACTORGRAPH_{name.upper()}" in page
        assert field.description


def test_every_route_and_parameter_has_its_entry_and_its_words() -> None:
    page = (DOCS / "http.md").read_text("utf-8")
    api = create_app(Settings()).openapi()
    for path, operations in api["paths"].items():
        for method, operation in operations.items():
            entry = page.partition(f"## {method.upper()} {path}\n")[2].partition("\n## ")[0]
            assert operation["description"].split("\n")[0] in entry
            for parameter in operation.get("parameters", ()):
                assert parameter["description"]
                assert f"`{parameter['name']}`" in entry


def test_every_link_of_the_pages_leads_somewhere() -> None:
    for name, text in pages().items():
        headings = {
            title.lower().replace(" ", "-")
            for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        }
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings, name
