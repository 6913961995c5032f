"""The MCP server over the example reports, as its page shows it, asked by the client of the protocol's own library."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from doors import COMMAND, environment, serving
from mcp import Client, StdioServerParameters
from mcp_types import CallToolResult, TextContent

PAGE = (Path(__file__).parents[2] / "docs" / "mcp.md").read_text("utf-8")
LEFT_OUT = "…"
_CALL = re.compile(r"^`(\w+)`\n\n```json\n(.*?)```\n\n```(json|text)\n(.*?)```", re.M | re.S)


class Call(NamedTuple):
    tool: str
    given: dict[str, Any]
    fails: bool
    shown: str


CALLS = [Call(t, json.loads(g), kind == "text", told) for t, g, kind, told in _CALL.findall(PAGE)]


def configured(data: Path) -> StdioServerParameters:
    """The server as the page's configuration starts it, with the paths of this checkout."""
    found = re.search(r"```json\n(\{\s*\"mcpServers\".*?)```", PAGE, re.S)
    assert found
    server = json.loads(found[1])["mcpServers"]["actorgraph"]
    here = {"/path/to/actorgraph/.venv/bin/actorgraph": str(COMMAND), "/path/to/data": str(data)}
    command, *given = [here.get(each, each) for each in (server["command"], *server["args"])]
    return StdioServerParameters(command=command, args=given, env=environment())


def asked(server: StdioServerParameters | str, work: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Client(server) as client:
            await work(client)

    asyncio.run(run())


def text(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def unlike(shown: Any, got: Any, at: str = "") -> Iterator[str]:
    """Where what is shown is not what came; what is left out may be anything but nothing."""
    if shown == LEFT_OUT:
        if got in (None, "", [], {}):
            yield f"{at}: nothing"
    elif isinstance(shown, dict) and isinstance(got, dict) and shown.keys() == got.keys():
        for name in shown:
            yield from unlike(shown[name], got[name], f"{at}/{name}")
    elif isinstance(shown, list) and isinstance(got, list) and len(shown) == len(got):
        for number, (one, other) in enumerate(zip(shown, got, strict=True)):
            yield from unlike(one, other, f"{at}/{number}")
    elif shown != got:
        yield f"{at}: {shown!r} is shown, {got!r} came"


def test_the_session_of_the_page_runs_as_it_is_shown(data: Path) -> None:
    async def session(client: Client) -> None:
        claims: list[str] = []
        for call in CALLS:
            given = {n: claims[-1] if v == LEFT_OUT else v for n, v in call.given.items()}
            result = await client.call_tool(call.tool, given)
            assert result.is_error == call.fails, text(result)
            if call.fails:
                assert text(result) == call.shown.strip()
                continue
            got = result.structured_content
            assert list(unlike(json.loads(call.shown), got)) == [], call.tool
            assert json.loads(text(result)) == got
            claims += re.findall(r'"claim": "(claim-\w+)"', json.dumps(got))

    tools = {"ask", "find_actor", "posts_of", "events", "evidence", "cypher"}
    assert {call.tool for call in CALLS} == tools
    asked(configured(data), session)


def test_every_tool_has_its_row_says_what_it_does_and_only_reads(data: Path) -> None:
    async def listed(client: Client) -> None:
        tools = (await client.list_tools()).tools
        rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", PAGE, re.M))
        assert {tool.name for tool in tools} == set(rows)
        for tool in tools:
            assert tool.description
            assert set(tool.input_schema["properties"]) == set(
                re.findall(r"`(\w+)`", rows[tool.name])
            )
            assert tool.input_schema["additionalProperties"] is False
            assert tool.output_schema
            assert tool.annotations
            assert tool.annotations.read_only_hint

    asked(configured(data), listed)


def test_an_answer_comes_with_its_quotes_and_a_refusal_with_its_reason(data: Path) -> None:
    async def session(client: Client) -> None:
        found = (
            await client.call_tool("ask", {"question": "Who attended anti-corruption meetings?"})
        ).structured_content
        assert found
        assert len(found["answers"]) == 20
        assert all(line["evidence"] for line in found["answers"])
        refused = (
            await client.call_tool("ask", {"question": "Who financed the conference in Osh?"})
        ).structured_content
        assert refused
        assert "financed" in refused["refused"]
        assert refused["answers"] == []

    asked(configured(data), session)


def test_events_pass_every_filter_that_is_given(data: Path) -> None:
    async def session(client: Client) -> None:
        async def names(**given: object) -> list[str]:
            result = await client.call_tool("events", given)
            assert not result.is_error, text(result)
            assert result.structured_content
            return [each["name"] for each in result.structured_content["events"]]

        in_osh = await names(place="Osh", type="conference", first="2024-09", last="2024-09")
        assert len(in_osh) == 1
        assert "Business without Bribes" in in_osh[0]
        assert await names(place="Osh", last="2024-08") == []
        assert await names(actor="Ermek Sydygaliev") == []  # he stayed away
        assert len(await names(actor="Jumaliev", topic="security services")) == 1
        assert len(await names(limit=3)) == 3

    asked(configured(data), session)


@pytest.mark.parametrize(
    ("tool", "given", "told"),
    [
        ("evidence", {"claim": "claim-none"}, "not-known: No claim"),
        ("posts_of", {"actor": "Nobody At All"}, "not-known: No actor"),
        ("posts_of", {"actor": ""}, "not-known: No actor"),
        ("posts_of", {"actor": "'"}, "not-known: No actor"),
        ("posts_of", {"actor": "Ministry"}, "invalid-input: "),
        ("posts_of", {"actor": "Zhumaliev", "date": "then"}, "invalid-date: 'then'"),
        ("events", {"type": "party"}, "invalid-input: type: Input should be 'appointment'"),
        ("events", {"first": "2025", "last": "2024"}, "invalid-input: The period ends"),
        ("events", {"limit": 0}, "invalid-input: limit: "),
        ("cypher", {"statement": "CALL db.labels()"}, "refused-statement: A procedure"),
        ("cypher", {"statement": "RETURN $x AS x"}, "invalid-input: The statement has"),
        ("events", {"topics": "corruption"}, "invalid-input: topics: there is no such argument"),
        ("ask", {}, "invalid-input: question: "),
        ("ask", {"question": "x" * 3_000}, "invalid-input: question: "),
    ],
)
def test_a_failure_names_its_kind_what_was_wrong_and_what_to_do(
    data: Path, tool: str, given: dict[str, object], told: str
) -> None:
    async def fails(client: Client) -> None:
        result = await client.call_tool(tool, given)
        assert result.is_error
        assert text(result).startswith(told)

    asked(configured(data), fails)


def test_a_name_that_several_have_is_answered_with_their_ids(data: Path) -> None:
    async def session(client: Client) -> None:
        told = text(await client.call_tool("posts_of", {"actor": "Ministry"}))
        identifier = re.search(r"\((organisation-\w+)\)", told)
        assert identifier
        result = await client.call_tool("posts_of", {"actor": identifier[1]})
        assert not result.is_error, text(result)

    asked(configured(data), session)


def test_a_store_that_does_not_answer_is_told_and_the_server_goes_on(data: Path) -> None:
    server = configured(data)
    unreached = server.model_copy(update={"args": ["--store", "bolt://127.0.0.1:9", *server.args]})

    async def fails(client: Client) -> None:
        for _ in range(2):
            result = await client.call_tool("find_actor", {"name": "Zhumaliev"})
            assert result.is_error
            assert text(result).startswith("store-unavailable: ")

    asked(unreached, fails)


def test_it_serves_http_on_loopback(data: Path) -> None:
    async def session(client: Client) -> None:
        found = (await client.call_tool("find_actor", {"name": "Zhumaliev"})).structured_content
        assert found
        assert found["total"] == 1

    with serving(data, "--http", command="mcp") as served:
        address = str(served.web.base_url).rstrip("/")
        asked(f"{address}/mcp", session)
        strange = served.web.post("/mcp", headers={"Host": "example.org"}, json={})
        assert strange.status_code in (403, 421)


def test_without_its_library_it_says_how_to_install_it() -> None:
    program = "import sys; sys.modules['mcp'] = None; from api.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "mcp"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "The MCP server's library is not installed. Run `make extras`\n"
