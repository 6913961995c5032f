"""The app: one factory, made from settings; nothing runs until it is started."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

from api.http import problems
from api.http.guard import Guard
from api.http.parts import OnlyKnown
from api.http.routes import (
    actors,
    asking,
    claims,
    cypher,
    events,
    export,
    health,
    jobs,
    ontology,
    page,
    reports,
    sparql,
)
from api.http.turns import Turns
from api.jobs import JobFolder, Keeper
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
        responses=problems.documented(422, 503),
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.settings = settings
    app.state.library = Library(settings)
    app.state.endpoint = Endpoint(app.state.library)
    app.state.jobs = JobFolder(settings.data)
    app.state.keeper = Keeper(settings)
    app.state.exports = Turns(EXPORTS_AT_ONCE)
    app.add_middleware(Guard, settings=settings)
    problems.add_to(app)
    for routes in (asking, cypher, reports, jobs, actors, events, claims, export, ontology, health):
        app.include_router(routes.router, dependencies=[OnlyKnown])
    app.include_router(sparql.router)  # clients of SPARQL send parameters of their own
    page.add_to(app)
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
