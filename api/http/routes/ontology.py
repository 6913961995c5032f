"""The ontology, as a document."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from api.failures import NotAcceptable
from api.http.accepting import preferred
from api.http.problems import documented
from api.http.routes.page import FOLDER
from graph.rdf.describing import shapes, vocabulary
from graph.rdf.media import TRIPLES, named

router = APIRouter(tags=["RDF"])

_PAGE = "PAGE"
_OFFERED = {**TRIPLES, "text/html": _PAGE}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The vocabulary, in the format that the request accepts.",
        "content": {media: {} for media in _OFFERED},
    }
}

_SHAPES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The shapes, in the format that the request accepts.",
        "content": {media: {} for media in TRIPLES},
    }
}


@router.get("/ontology", responses={**_ANSWERS, **documented(406)}, response_class=Response)
def ontology(request: Request) -> Response:
    """The classes, properties and concepts of the graph, with definitions, examples and what they match elsewhere.

    In Turtle, JSON-LD, RDF/XML, N-Triples or HTML; `GET /ontology/shapes` has what SHACL checks.
    """
    form = preferred(",".join(request.headers.getlist("accept")), _OFFERED)
    if form is None:
        raise NotAcceptable("The ontology is there in RDF and in HTML", "Accept text/turtle")
    headers = {"Vary": "Accept", "Link": '</ontology/shapes>; rel="describedby"'}
    if form == _PAGE:
        page = FOLDER / "ontology.html"
        return FileResponse(page, 200, headers, media_type="text/html; charset=utf-8")
    return Response(vocabulary(form), 200, headers, _media(form))


@router.get("/ontology/shapes", responses={**_SHAPES, **documented(406)}, response_class=Response)
def ontology_shapes(request: Request) -> Response:
    """The shapes of all that is written in RDF, in SHACL: what any file of ours conforms to.

    In Turtle, JSON-LD, RDF/XML or N-Triples.
    """
    form = preferred(",".join(request.headers.getlist("accept")), TRIPLES)
    if form is None:
        raise NotAcceptable("The shapes are there in RDF", "Accept text/turtle")
    return Response(shapes(form), 200, {"Vary": "Accept"}, _media(form))


def _media(form: str) -> str:
    media = named(form, TRIPLES)
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
