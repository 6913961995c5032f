"""Writes the reference pages from the doors themselves: `python -m api.reference [--check]`."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote
from typing import Any

import typer

from api.cli import app
from api.http import create_app
from api.http.described import examples
from api.settings import PREFIX, Settings

DOCS = Path(__file__).parents[1] / "docs"
QUERIES = Path(__file__).parent / "page" / "queries.json"
_QUERY = re.compile(r"^### (?:\d+\. )?(.+?)\n.*?```sparql\n(.*?)```", re.MULTILINE | re.DOTALL)
_WIDTH = 96
_ANYWHERE = ("304", "401", "406", "422", "429", "503")
"""Any request may get these; said once."""
_HERE = "http://127.0.0.1:8000"
_METHODS = ("get", "post", "put", "patch", "delete")
_Schema = Mapping[str, Any]  # OpenAPI is JSON of any shape; nothing of it leaves this module

_COMMANDS = """# The command line

Generated from the commands by `python -m api.reference`.

With `--json`, standard output is JSON and nothing else; progress and messages go to standard error.

| exit status | meaning |
| --- | --- |
| 0 | done; an empty answer, a refused question and a report that is known already are done too |
| 1 | the work failed: one line on standard error says what, and what to do |
| 2 | the command was called wrongly, or a setting in the environment cannot be used |
| 130 | interrupted; what was finished is kept |

A file `NAME.meta.json` beside a report may give `published` (`YYYY`, `YYYY-MM`, `YYYY-MM-DD` or null),
`title` and `source`. A date in the text wins only over a missing one.

The same bytes are one report, in whatever order, under whichever names and however often they come: the first
name by alphabet is its name, and the sidecar of the first name that has one is its sidecar. What comes again
without a date or a sidecar leaves both as they are; another `--date`, or a sidecar that was changed, corrects
them. `reread` reads with the date and the sidecar that hold.
"""
_ROUTES = """# The HTTP API

Generated from the routes by `python -m api.reference`. `actorgraph serve` shows the same at `/docs`,
and for machines at `/openapi.json`.

    curl -f -F file=@review.pdf http://127.0.0.1:8000/reports            # 202; its job is at Location
    curl -f -N http://127.0.0.1:8000/jobs/job-…/events                   # each state as it comes
    curl -f -G --data-urlencode 'question=Who attended anti-corruption meetings?' http://127.0.0.1:8000/ask
    curl -f 'http://127.0.0.1:8000/search?q=corruption'
    curl -f 'http://127.0.0.1:8000/events?sort=-date&limit=2&fields=name,date,links'

The addresses below are of the example reports (`make demo`), whose answers `/openapi.json` shows.

**Lists.** A list is sorted by `sort`, `-` before a name meaning the last first, and given in parts of
`limit`; `next` is the address of the next part. Its cursor says after which thing that part begins, and holds
in a graph that has changed since: nothing that stays where it was comes twice or is left out. `fields` leaves
out all but some fields. `links` lead on.

**What has not changed.** Answers about the graph, exports with them, have an `ETag`, which is another after each
change of the graph; with it as `If-None-Match` the answer is 304 until then, and with that of a report as
`If-Match` the report is removed only until then (412). `/ask`, `/cypher`, `/sparql`, `/judgements` and the pages
of a report have none.

**Keys.** `actorgraph keys add NAME --scope write` makes a key and says it once; only its hash is kept. It is
sent as `X-API-Key: …` or `Authorization: Bearer …`. A key with the scope `write` may upload and delete, one
with `review` may judge claims, and every key may read; `ACTORGRAPH_API_KEY` is one that may do all. On loopback
no key is needed until there is one that may write; beyond it a server without such a key only reads. A key that
the server does not know, or not any more, is refused (401) also where none is needed. With
`ACTORGRAPH_PRIVATE=true` reading needs a key too, of whatever scope, and a server without one does not start.
On loopback the server answers to its own names alone; nowhere does it take writes from pages of other sites.

**Limits.** Beyond loopback each caller, known by key or else by address, may send 600 requests a minute, all
at once or one after the other (`ACTORGRAPH_REQUESTS_PER_MINUTE`); more are 429 with `Retry-After`. An answer
that has not begun after 60 seconds is 503 (`ACTORGRAPH_REQUEST_SECONDS`; not of uploads and exports). A body
has at most 64 KiB, an upload what `GET /about` says.

**Jobs.** An upload is a job, which is done even if the server is killed in between. `GET /jobs/{job}/events`
tells its states as server-sent events; with `Last-Event-ID`, also after a restart, those that came since, and
204 when there will be none.

Spans are `[start, end)` in the canonical text of a report, in code points. Dates are EDTF: `YYYY`,
`YYYY-MM`, `YYYY-MM-DD` or an interval `A/B`. Errors are [`application/problem+json`](#problem). Any request can get
401 for want of a key, 406 where it does not accept what there is, 422 where it is not as described here, 429, and 503
while the store does not answer or the server is busy.
"""


def pages() -> dict[str, str]:
    """The text of each page, by file name."""
    return {"command-line.md": _command_line(), "http.md": _http()}


def queries() -> str:
    """The queries of the page on SPARQL with their titles, as JSON for the page that asks them."""
    text = (DOCS / "sparql.md").read_text("utf-8")
    found = [{"title": title, "query": query} for title, query in _QUERY.findall(text)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


# ---------------------------------------------------------------- the command line


def _command_line() -> str:
    group = typer.main.get_command(app)
    lines = [_COMMANDS, *_environment(), "", "## actorgraph", "", *_help(group, "actorgraph")]
    for name, command in _commands(group, "actorgraph"):
        lines += ["", f"## {name}", "", *_help(command, name)]
    return "\n".join(lines) + "\n"


def _commands(group: Any, called: str) -> Iterator[tuple[str, Any]]:
    """The commands of a group and of the groups in it, by their full names."""
    for name, command in group.commands.items():
        yield f"{called} {name}", command
        if hasattr(command, "commands"):
            yield from _commands(command, f"{called} {name}")


def _environment() -> Iterator[str]:
    yield "## Environment"
    yield ""
    yield "Options of the same names win."
    yield ""
    yield "| variable | default | meaning |"
    yield "| --- | --- | --- |"
    for name, field in Settings.model_fields.items():
        default = "the user's data folder" if name == "data" else _cell(field.default)
        yield f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |"


def _help(command: Any, name: str) -> Iterator[str]:
    context = command.make_context(
        name, [], resilient_parsing=True, terminal_width=_WIDTH, max_content_width=_WIDTH
    )
    yield "```text"
    yield from command.get_help(context).splitlines()
    yield "```"


# ---------------------------------------------------------------- HTTP


def _http() -> str:
    api = create_app(Settings(data=Path("/"))).openapi()
    lines = [_ROUTES]
    for path, operations in api["paths"].items():
        for method in (each for each in _METHODS if each in operations):
            lines += [f"## {method.upper()} {path}", "", *_route(operations[method]), ""]
            lines += _session(examples().get(f"{method.upper()} {path}", {}))
    lines += ["# Types", ""]
    for name, schema in sorted(api["components"]["schemas"].items()):
        if "enum" in schema or "properties" in schema:
            lines += [f"## {_plain(name)}", "", *_described(schema), ""]
    return "\n".join(lines).rstrip() + "\n"


def _session(example: _Schema) -> Iterator[str]:
    """How to get the answer of an example, where the example reports are all that it takes."""
    if "address" not in example:
        return
    sent = json.dumps(example.get("body"), ensure_ascii=False)
    body = f" -H 'Content-Type: application/json' -d {quote(sent)}" if "body" in example else ""
    yield from (f"    curl -f '{_HERE}{example['address']}'{body}", "")


def _flowing(paragraph: str) -> str:
    """A paragraph as one line; a list as it is."""
    return paragraph if paragraph.startswith("- ") else " ".join(paragraph.split())


def _route(operation: _Schema) -> Iterator[str]:
    yield "\n\n".join(map(_flowing, operation["description"].split("\n\n")))
    if operation.get("security"):
        yield from ("", "Needs the API key.")
    if parameters := operation.get("parameters"):
        yield from ("", "| parameter | in | type | meaning |", "| --- | --- | --- | --- |")
        yield from map(_parameter, parameters)
    body: _Schema = operation.get("requestBody", {}).get("content", {})
    for kind, content in body.items():
        yield from ("", f"Body: `{kind}`", "", *_fields(content["schema"]))
    yield from ("", "| status | answer |", "| --- | --- |")
    for status, told in operation["responses"].items():
        if status not in _ANYWHERE or "application/json" in told.get("content", ()):
            yield f"| {status} | {_answer(told)} |"


def _parameter(parameter: _Schema) -> str:
    schema = parameter["schema"]
    told = _sentences(parameter.get("description"), _default(schema))
    return f"| `{parameter['name']}` | {parameter['in']} | {_type(schema)} | {told} |"


def _answer(told: _Schema) -> str:
    content: _Schema = told.get("content", {})
    for kind, body in content.items():
        if kind == "application/json" and body.get("schema"):
            return _type(body["schema"])
        return f"{told['description']}, `{kind}`"
    return str(told["description"])


def _described(schema: _Schema) -> Iterator[str]:
    if "description" in schema:
        yield from (" ".join(schema["description"].split()), "")
    if "enum" in schema:
        yield ", ".join(f"`{word}`" for word in schema["enum"])
    yield from _fields(schema)


def _fields(schema: _Schema) -> Iterator[str]:
    """The fields of an object, as a list; where it has a name, its name."""
    if "$ref" in schema:
        yield f"- {_type(schema)}"
    properties: _Schema = schema.get("properties", {})
    for field, each in properties.items():
        told = (each.get("description") or "").split("\n\n")[0]
        yield f"- `{field}`: {_type(each)}{f'. {told}' if told else ''}"


def _type(schema: _Schema) -> str:
    if "$ref" in schema:
        name = str(schema["$ref"]).rsplit("/", 1)[-1]
        return f"[{_plain(name)}](#{_plain(name).lower().replace(' ', '-')})"
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        items: _Schema = schema.get("items") or {}
        return f"list of {_type(items)}" if items else "list"
    return str(schema.get("format") or schema.get("type") or "any")


def _plain(name: str) -> str:
    """The name of a type; of a list that of what it lists."""
    return name.rstrip("_").replace("_", " of ")


def _default(schema: _Schema) -> str:
    bound = f"At most {schema['maximum']}." if "maximum" in schema else ""
    default = schema.get("default")
    return _sentences(bound, f"Default {_cell(default)}." if default not in (None, "", []) else "")


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_cell, value))
    return "" if value is None else f"`{value}`" if isinstance(value, int | str) else str(value)


def _sentences(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def main() -> int:
    """Writes the pages and the queries, or with `--check` says which are stale."""
    wanted = {DOCS / name: text for name, text in pages().items()} | {QUERIES: queries()}
    stale = {
        path: text
        for path, text in wanted.items()
        if not path.exists() or path.read_text("utf-8") != text
    }
    for path, text in stale.items():
        if "--check" in sys.argv[1:]:
            sys.stderr.write(f"{path.name} is stale; run: python -m api.reference\n")
        else:
            path.write_text(text, "utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
