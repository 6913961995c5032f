"""SPARQL 1.1 Protocol: queries, nothing else."""

from collections.abc import Iterable
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse

from api.failures import NotAcceptable
from api.http.accepting import preferred
from api.http.parts import TheEndpoint
from api.http.problems import documented
from api.http.routes.page import FOLDER
from api.sparql import Asked, Endpoint
from graph.rdf.describing import service
from graph.rdf.media import RESULTS, TRIPLES, named
from ontology.errors import InvalidInput, InvalidStatement, UnknownFormat

router = APIRouter(tags=["RDF"])

_PAGE = "PAGE"
_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_PARAMETERS = ("query", "default-graph-uri", "named-graph-uri")
_Pairs = list[tuple[str, str]]
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _QUERY: {"schema": {"type": "string", "description": "The query."}},
            _FORM: {
                "schema": {
                    "type": "object",
                    "properties": {
                        "query": {"type": "string", "description": "The query."},
                        "default-graph-uri": {"type": "array", "items": {"type": "string"}},
                        "named-graph-uri": {"type": "array", "items": {"type": "string"}},
                    },
                }
            },
        },
    }
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "Rows, yes or no, or triples, in the format that the request accepts.",
        "content": {media: {} for media in dict.fromkeys((*RESULTS, *TRIPLES))},
    }
}

_Default = Annotated[
    tuple[str, ...],
    Query(
        alias="default-graph-uri",
        description="A graph of the default graph, instead of all; several may be given.",
    ),
]
_Named = Annotated[
    tuple[str, ...],
    Query(
        alias="named-graph-uri",
        description="A graph for GRAPH, instead of all; several may be given.",
    ),
]


@router.get("/sparql", responses={**_ANSWERS, **documented(400, 406)}, response_class=Response)
def sparql(
    request: Request,
    endpoint: TheEndpoint,
    query: Annotated[str | None, Query(description="A SPARQL 1.1 query.")] = None,
    default_graphs: _Default = (),
    named_graphs: _Named = (),
) -> Response:
    """Ask a SPARQL query; without one, what the service can do, or in a browser a page to ask from.

    The default graph is the union of all graphs. An answer that had more rows than it may is cut, and says
    so in `Actorgraph-Truncated`; `Actorgraph-Version` is the version of the graph that it is of.
    """
    if query is None and not default_graphs and not named_graphs:
        return _introduced(request, endpoint)
    return _answered(request, endpoint, request.query_params.multi_items())


@router.post(
    "/sparql",
    openapi_extra=_BODY,
    responses={**_ANSWERS, **documented(400, 406, 415)},
    response_class=Response,
)
async def sparql_by_post(
    request: Request,
    endpoint: TheEndpoint,
    default_graphs: _Default = (),
    named_graphs: _Named = (),
) -> Response:
    """Ask a SPARQL query, as GET does; the graphs of a bare query stand in the address."""
    body = await request.body()
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise InvalidInput("The query is not in UTF-8", "Send it in UTF-8") from error
    pairs = _pairs(kind, text, request.query_params.multi_items())
    return await run_in_threadpool(_answered, request, endpoint, pairs)


def _pairs(kind: str, text: str, address: _Pairs) -> _Pairs:
    """The parameters of a request by POST."""
    if kind == _FORM:
        return parse_qsl(text, keep_blank_values=True)
    if kind == _QUERY:
        return [("query", text), *address]
    if kind == "application/sparql-update":
        raise InvalidStatement("Nothing can be changed by SPARQL", "Upload or import what is new")
    raise UnknownFormat(
        f"A query cannot be sent as {kind or 'nothing in particular'}",
        f"Send it as {_QUERY}, or as the field 'query' of {_FORM}",
    )


def _answered(request: Request, endpoint: Endpoint, pairs: _Pairs) -> Response:
    accept = _accept(request)
    query, defaults, named_graphs = (_values(name, pairs) for name in _PARAMETERS)
    if _values("update", pairs):
        raise InvalidStatement("Nothing can be changed by SPARQL", "Upload or import what is new")
    if len(query) != 1:
        raise InvalidInput(f"The request has {len(query) or 'no'} queries", "Send one, as 'query'")
    wanted = preferred(accept, RESULTS), preferred(accept, TRIPLES)
    answered = endpoint.ask(Asked(query[0], defaults, named_graphs, *wanted))
    headers = {"Vary": "Accept", "Actorgraph-Version": str(answered.version)}
    if answered.truncated:
        headers["Actorgraph-Truncated"] = str(endpoint.rows)
    return Response(answered.body, 200, headers, _media(answered.format))


def _values(name: str, pairs: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(value for each, value in pairs if each == name)


def _media(form: str) -> str:
    """The media type of a format; texts are in UTF-8."""
    media = named(form, RESULTS if form in RESULTS.values() else TRIPLES)
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _accept(request: Request) -> str:
    return ",".join(request.headers.getlist("accept"))


def _introduced(request: Request, endpoint: Endpoint) -> Response:
    """The page or the service description."""
    wanted = preferred(_accept(request), {**TRIPLES, "text/html": _PAGE})
    if wanted is None:
        raise NotAcceptable(
            "The service is described in RDF, and for people in HTML", "Accept text/turtle"
        )
    if wanted == _PAGE:
        return FileResponse(
            FOLDER / "sparql.html",
            media_type="text/html; charset=utf-8",
            headers={"Vary": "Accept"},
        )
    address = str(request.url.replace(query=None, fragment=None))
    body = service(address, endpoint.state().graphs, wanted)
    return Response(body, 200, {"Vary": "Accept"}, _media(wanted))
