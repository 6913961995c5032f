"""Claims."""

from typing import Annotated

from fastapi import APIRouter
from fastapi import Path as InPath

from api.http.parts import TheLibrary
from api.http.problems import documented
from graph.browsing import ClaimPage, claim

router = APIRouter(tags=["Graph"])


@router.get("/claims/{claim_id}", responses=documented(404))
def one_claim(
    claim_id: Annotated[str, InPath(description="As evidence names it.", max_length=100)],
    library: TheLibrary,
) -> ClaimPage:
    """A claim: whom and what it is about, how it was stated, and the passages that state it."""
    return claim(library.store, claim_id)
