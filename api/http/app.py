"""The app: one factory, made from settings; nothing runs until it is started."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from threading import Event
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.concurrency import run_in_threadpool

from api.http import problems
from api.http.described import describe
from api.http.following import AllSeen, all_seen
from api.http.fresh import Fresh, NotModified, not_modified
from api.http.guard import Guard
from api.http.parts import Acceptable, AsDeclared, MayRead
from api.http.routes import (
    actors,
    asking,
    claims,
    cypher,
    events,
    exploring,
    export,
    health,
    jobs,
    judgements,
    ontology,
    page,
    posts,
    reports,
    sparql,
)
from api.http.turns import Turns
from api.jobs import JobFolder, Keeper
from api.keys import KeyRing
from api.library import Library
from api.settings import Settings
from api.sparql import Endpoint
from ontology.errors import ActorgraphError

_AWAKE_SECONDS = 60.0
EXPORTS_AT_ONCE = 2
"""Some formats have the whole world in memory while they are written."""
_DESCRIPTION = """Situational reports in; a graph of actors and relations, with evidence, out.

Spans are `[start, end)` in the canonical text of a report, in code points. Dates are EDTF: `YYYY`, `YYYY-MM`,
`YYYY-MM-DD` or an interval `A/B`. Errors are `application/problem+json`, with a hint what to do.
"""

_SAME: dict[int | str, dict[str, Any]] = {
    304: {"description": "The caller has this answer already (If-None-Match)."}
}

_log = logging.getLogger("actorgraph.http")


def create_app(settings: Settings) -> FastAPI:
    """The app over the data folder and store of the settings."""
    app = FastAPI(
        title="actorgraph",
        version=version("actorgraph"),
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        responses=problems.documented(401, 406, 422, 429, 503),
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.settings = settings
    app.state.library = Library(settings)
    app.state.endpoint = Endpoint(app.state.library)
    app.state.jobs = JobFolder(settings.data)
    app.state.keeper = Keeper(settings)
    app.state.ending = Event()
    app.state.exports = Turns(EXPORTS_AT_ONCE)
    app.state.keys = KeyRing(settings)
    app.add_middleware(Guard, settings=settings, keys=app.state.keys)
    problems.add_to(app)
    app.add_exception_handler(NotModified, not_modified)
    app.add_exception_handler(AllSeen, all_seen)
    told = [AsDeclared, Acceptable]
    for of_graph in (reports.listing, actors, posts, events, claims, exploring, export):
        router = of_graph if isinstance(of_graph, APIRouter) else of_graph.router
        app.include_router(router, dependencies=[MayRead, *told, Fresh], responses=_SAME)
    for others in (asking, cypher, reports, jobs, judgements, ontology):
        app.include_router(others.router, dependencies=[MayRead, *told])
    app.include_router(health.router, dependencies=told)
    app.include_router(
        sparql.router, dependencies=[MayRead]
    )  # clients of SPARQL send parameters of their own
    page.add_to(app)
    describe(app)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    library: Library = app.state.library
    keeper: Keeper = app.state.keeper
    keeper.start()
    awake = asyncio.create_task(_stay_awake(library))
    try:
        yield
    finally:
        awake.cancel()
        await run_in_threadpool(keeper.stop)
        await run_in_threadpool(app.state.endpoint.close)
        await run_in_threadpool(library.close)


async def _stay_awake(library: Library) -> None:
    """Opens the store before the first request needs it, and keeps it from ending for want of use."""
    try:
        await run_in_threadpool(lambda: library.graph)
    except ActorgraphError as error:
        _log.warning("%s", error)
    while True:
        await asyncio.sleep(_AWAKE_SECONDS)
        await run_in_threadpool(library.stay_awake)
