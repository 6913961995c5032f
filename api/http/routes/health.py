"""Whether the server works, and what it takes."""

from importlib.metadata import version

from fastapi import APIRouter, Response

from api.http.parts import TheJobs, TheKeys, TheLibrary, TheSettings
from api.http.shapes import About, Health, StoreHealth
from api.jobs import JobFolder
from api.keys import Scope
from api.library import Library
from ontology.errors import ActorgraphError

router = APIRouter(tags=["Server"])


@router.get(
    "/health", responses={503: {"model": Health, "description": "The store does not answer."}}
)
def health(response: Response, library: TheLibrary, jobs: TheJobs) -> Health:
    """Whether the store answers."""
    found = _examined(library, jobs)
    if not found.ok:
        response.status_code = 503
        response.headers["Retry-After"] = "5"
    return found


@router.get("/about")
def about(settings: TheSettings, keys: TheKeys) -> About:
    """What this server takes: the kinds and size of files, whether writing needs a key, whether a model reads along."""
    from ingest.reading.formats import SUFFIXES

    return About(
        version=version("actorgraph"),
        upload_bytes=settings.upload_bytes,
        kinds=list(SUFFIXES),
        key_needed=keys.needed(Scope.WRITE),
        can_write=not keys.needed(Scope.WRITE) or keys.can(Scope.WRITE),
        llm=settings.llm_model if settings.llm else None,
    )


def _examined(library: Library, jobs: JobFolder) -> Health:
    kind = library.settings.store or "embedded"
    changes: int | None = None
    try:
        library.store.check()
        changes = library.graph.version()
        store = StoreHealth(ok=True, kind=kind, says="answers")
    except ActorgraphError as error:
        store = StoreHealth(ok=False, kind=kind, says=str(error))
    return Health(
        ok=store.ok,
        version=version("actorgraph"),
        store=store,
        changes=changes,
        waiting=len(jobs.unfinished()),
    )
