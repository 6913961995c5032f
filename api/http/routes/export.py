"""The graph for other tools."""

from collections.abc import Iterator
from typing import Annotated, BinaryIO, cast

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import StreamingResponse

from api.http.parts import TheLibrary
from api.http.problems import documented
from api.http.turns import Turns
from graph.exporting.filtering import GraphFilter
from graph.exporting.formats import FORMATS, Format
from graph.exporting.placing import scratch, writing, zipped
from graph.knowledge import KnowledgeGraph
from ontology.edtf import one_date
from ontology.terms import Status

router = APIRouter(tags=["Export"])

_CHUNK = 1 << 16
_Several = Annotated[tuple[str, ...], Query(max_length=100)]
_FILES = {
    "content": {about.media_type: {} for about in FORMATS.values()},
    "description": "The file",
}


def _filter(
    report: Annotated[_Several, Query(description="Only these reports, by id.")] = (),
    from_: Annotated[
        str | None,
        Query(alias="from", description="Only of this date and later.", examples=["2024-09"]),
    ] = None,
    to: Annotated[str | None, Query(description="Only of this date and earlier.")] = None,
    actor: Annotated[
        _Several, Query(description="Only about these persons, bodies or countries, by name or id.")
    ] = (),
    topic: Annotated[_Several, Query(description="Only events about one of these.")] = (),
    status: Annotated[
        tuple[Status, ...], Query(description="Only claims of one of these statuses.")
    ] = (),
) -> GraphFilter:
    for date in (from_, to):
        if date is not None:
            one_date(date)
    return GraphFilter(
        reports=report, first=from_, last=to, actors=actor, topics=topic, statuses=status
    )


def _turns(request: Request) -> Turns:
    return cast("Turns", request.app.state.exports)


_CARRIED = "\n".join(
    [
        "Download the graph, or the part of it that passes the filter; equal graphs give equal bytes.",
        "",
        "A claim passes that meets each parameter which is given; of several values of one, one is enough. While the",
        "server writes as many exports as it may, the answer is 503; where its disk has no room for one, 507.",
        "",
        *(f"- `{form}` carries {about.told()}" for form, about in FORMATS.items()),
    ]
)


@router.get(
    "/export/{format}",
    description=_CARRIED,
    response_class=StreamingResponse,
    responses={200: _FILES, **documented(400, 404, 507)},
)
def export(
    form: Annotated[
        Format, InPath(alias="format", description="csv and neo4j-csv come as a zip of a folder.")
    ],
    library: TheLibrary,
    wanted: Annotated[GraphFilter, Depends(_filter)],
    turns: Annotated[Turns, Depends(_turns)],
    tagged: Response,
) -> StreamingResponse:
    """The whole file of a format, for the part of the graph that passes the filter."""
    about = FORMATS[form]
    with turns.one():
        file = _written(library.graph, form, wanted)
    size = file.seek(0, 2)
    headers = {
        **tagged.headers,
        "Content-Disposition": f'attachment; filename="actorgraph{about.suffix}"',
        "Content-Length": str(size),
    }
    return StreamingResponse(_chunks(file), media_type=about.media_type, headers=headers)


def _written(graph: KnowledgeGraph, form: Format, wanted: GraphFilter) -> BinaryIO:
    """The whole file, open; it has no name any more, so that nothing is left of it once it is sent or given up."""
    with scratch() as folder:
        out = folder / "export"
        graph.export(form, out, wanted)
        if FORMATS[form].folder:
            with writing(packed := folder / "zip"):
                zipped(out, packed)
            out = packed
        return out.open("rb")


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk
