"""The commands that change which reports there are: ingest, reports, forget, reread."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from pydantic import JsonValue

from api import console
from api.assistance import told
from api.commands.opening import Llm, checked_date, library_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.library import Read
    from graph.knowledge import ReportRow
    from ontology.errors import ActorgraphError

Json = Annotated[bool, typer.Option("--json", help="Say the result as JSON.")]


class _States(NamedTuple):
    """How it is said that a report that was read changed the graph, or did not."""

    changed: str
    same: str


_INGESTED = _States("read", "already known")
_REREAD = _States("read again and changed", "read again without change")


def add_to(app: typer.Typer) -> None:
    """Adds the commands."""
    app.command()(ingest)
    app.command()(reports)
    app.command()(forget)
    app.command()(reread)


def ingest(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Files and folders.", readable=False)],
    date: Annotated[
        str | None,
        typer.Option(
            help="When they were published: YYYY, YYYY-MM or YYYY-MM-DD.", callback=checked_date
        ),
    ] = None,
    llm: Llm = False,
    as_json: Json = False,
) -> None:
    """Read reports into the graph: PDF, text, Markdown, HTML, DOCX."""
    from ingest.pipeline import discover

    found = discover(paths)
    failed = [_failure(each.path, each.error) for each in found.unusable]
    with library_of(context, llm=llm) as library:
        read = _watched(library.ingest(found.files, date), len(found.files), _INGESTED)
    _conclude(read, failed, found.passed_over, _INGESTED, as_json=as_json)


def reread(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(help="Reports; all without.")] = None,
    llm: Llm = False,
    as_json: Json = False,
) -> None:
    """Read reports again with the present extractor."""
    with library_of(context, llm=llm) as library:
        total = len(ids or library.graph.reports())
        read = _watched(library.reread(ids or ()), total, _REREAD)
    _conclude(read, [], 0, _REREAD, as_json=as_json)


def reports(context: typer.Context, as_json: Json = False) -> None:
    """List the reports in the graph."""
    with library_of(context) as library:
        rows = library.graph.reports()
    if as_json:
        console.say_json([_row(each) for each in rows])
        return
    for row in rows:
        claims = console.counted(row.claims, "claim")
        console.say(
            f"{row.id}  {row.published or '-':10}  {row.pages:>4} p. {claims:>13}  {console.one_line(row.file)}"
        )
        if row.title:
            console.say(console.dim(f"    {row.title}"))
    if not rows:
        console.note("No reports yet: `actorgraph ingest FILE` adds one.")


def forget(
    context: typer.Context,
    ids: Annotated[list[str], typer.Argument(help="As `actorgraph reports` lists them.")],
    as_json: Json = False,
) -> None:
    """Remove reports, as if they had never been read."""
    from ontology.errors import NotKnown

    gone: list[str] = []
    failed: list[dict[str, JsonValue]] = []
    with library_of(context) as library:
        for each in dict.fromkeys(ids):
            try:
                library.forget(each)
                gone.append(each)
            except NotKnown as error:
                failed.append(_failure(each, error))
    if as_json:
        console.say_json({"forgotten": list(gone), "failed": list(failed)})
    else:
        for identifier in gone:
            console.say(f"Forgotten: {identifier}")
    if failed:
        raise typer.Exit(1)


def _row(row: "ReportRow") -> dict[str, JsonValue]:
    names = ("id", "file", "title", "published", "pages", "claims", "source", "extractor")
    return {name: getattr(row, name) for name in names}


def _failure(what: object, error: "ActorgraphError") -> dict[str, JsonValue]:
    from api.failures import name_of

    console.note(f"{what}: {error}")
    return {
        "path": str(what),
        "error": name_of(type(error)),
        "message": error.message,
        "hint": error.hint,
    }


def _helped(read: "Read") -> dict[str, JsonValue]:
    return {"llm": read.assistance.model_dump(mode="json")} if read.assistance else {}


def _watched(coming: "Iterator[Read]", total: int, states: _States) -> "list[Read]":
    """What became of the files, each said as it is ready."""
    done: list[Read] = []
    with console.progress(coming, total, "Reading") as each:
        for one in each:
            if one.report is not None:
                state = states.changed if one.changed else states.same
                claims = console.counted(one.report.claims, "claim")
                console.note(f"{one.path.name}: {state}, {claims}")
            if one.assistance is not None:
                console.note(f"{one.path.name}: {told(one.assistance)}")
            done.append(one)
    return done


def _conclude(
    read: "list[Read]",
    failed: list[dict[str, JsonValue]],
    passed_over: int,
    states: _States,
    *,
    as_json: bool,
) -> None:
    """Says what became of all files; leaves with 1 where one could not be read."""
    failed = failed + [_failure(each.path, each.error) for each in read if each.error]
    rows = [
        _row(each.report) | {"changed": each.changed} | _helped(each)
        for each in read
        if each.report
    ]
    if as_json:
        console.say_json(
            {"reports": list(rows), "failed": list(failed), "passed_over": passed_over}
        )
    else:
        new = sum(bool(row["changed"]) for row in rows)
        counts = [f"{new} {states.changed}", f"{len(rows) - new} {states.same}"]
        over = [f"{console.counted(passed_over, 'other file')} passed over"] if passed_over else []
        console.say(", ".join([*counts, f"{len(failed)} failed", *over]))
    if failed:
        raise typer.Exit(1)
