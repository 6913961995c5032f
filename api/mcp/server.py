"""The MCP server: the tools under their names, over standard input and output or HTTP on loopback."""

import inspect
from collections.abc import Callable
from importlib.metadata import version
from typing import TypeAlias

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult, Tool, ToolAnnotations
from pydantic import ValidationError

from api.failures import name_of
from api.library import Library
from api.mcp.tools import Tools
from api.server import serve
from api.settings import Settings
from ontology.errors import ActorgraphError, InvalidInput

ToolResult: TypeAlias = CallToolResult | InputRequiredResult

PATH = "/mcp"
_HOST = "127.0.0.1"
_INSTRUCTIONS = """A graph of persons, organisations, countries, posts and events, read from situational reports.
Every fact comes with the words of a report that state it: quote them, with report and page, and keep what happened
apart from what is planned, claimed or denied. What the tools do not give, the reports do not say: do not add it."""
_ONLY_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class _Server(MCPServer[dict[str, object]]):
    """Tells a model of each failure its kind, what was wrong and what to do; of a fault of ours nothing more.

    An argument that a tool does not know is refused: the library would leave it out, and with it a condition.
    """

    async def list_tools(self) -> list[Tool]:
        """The tools, whose schemas take nothing else."""
        return [
            tool.model_copy(
                update={"input_schema": {**tool.input_schema, "additionalProperties": False}}
            )
            for tool in await super().list_tools()
        ]

    async def call_tool(
        self,
        name: str,
        arguments: dict[str, object],
        context: Context[dict[str, object]] | None = None,
    ) -> ToolResult:
        """The result of a tool; raises ToolError."""
        known = {each.name: each.input_schema["properties"] for each in await self.list_tools()}
        strange = sorted(set(arguments) - set(known.get(name, arguments)))
        if strange:
            why = f"there is no such argument; known: {', '.join(sorted(known[name]))}"
            raise ToolError(f"{name_of(InvalidInput)}: {strange[0]}: {why}")
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            told = _failure(error.__cause__)
            if told is None:
                raise
            raise ToolError(told) from error


def _failure(cause: BaseException | None) -> str | None:
    if isinstance(cause, ActorgraphError):
        return f"{name_of(type(cause))}: {cause}"
    if isinstance(cause, ValidationError):
        wrong = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in cause.errors())
        return f"{name_of(InvalidInput)}: {'; '.join(wrong)}"
    return None


def server_of(library: Library) -> MCPServer[dict[str, object]]:
    """The server over a library; its tools read, and write nothing."""
    server = _Server(
        "actorgraph",
        title="actorgraph",
        instructions=_INSTRUCTIONS,
        version=version("actorgraph"),
        log_level="WARNING",
    )
    for tool in Tools(library).every():
        server.add_tool(tool, description=_told(tool), annotations=_ONLY_READS)
    return server


def over_pipes(settings: Settings) -> None:
    """Serves whoever started the command, over standard input and output, until the input ends."""
    with Library(settings) as library:
        server_of(library).run("stdio")


def over_http(settings: Settings) -> None:
    """Serves on loopback until stopped; raises PortTaken."""
    here = settings.model_copy(update={"host": _HOST})
    with Library(here) as library:
        app = server_of(library).streamable_http_app(
            streamable_http_path=PATH, stateless_http=True, json_response=True, host=_HOST
        )
        serve(app, here, PATH)


def _told(tool: Callable[..., object]) -> str:
    """What a tool does, in one paragraph."""
    return " ".join((inspect.getdoc(tool) or "").split())
