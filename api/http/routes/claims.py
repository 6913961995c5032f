"""Claims, and the passages on which they rest."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Path as InPath

from api.http.paging import Paging, paging
from api.http.parts import TheLibrary
from api.http.periods import ThePeriod
from api.http.problems import documented
from api.http.resources import LinkedClaim, LinkedPassage
from api.http.shapes import Listed
from api.http.sparse import Sparse, some_fields
from graph.browsing import (
    ClaimFilter,
    ClaimPage,
    PassageFilter,
    PassageRow,
    claim,
    claims,
    passage,
    passages,
)
from ontology.terms import Relation, Status

router = APIRouter(tags=["Graph"], route_class=Sparse, dependencies=[Depends(some_fields)])

_Reports = Annotated[
    tuple[str, ...],
    Query(alias="report", max_length=100, description="Only of these reports, by id."),
]


@router.get("/claims", responses=documented(400), response_model=Listed[LinkedClaim])
def list_claims(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("-date", "confidence", "report"))],
    period: ThePeriod,
    reports: _Reports = (),
    about: Annotated[
        str | None,
        Query(
            max_length=100,
            description="Only those with this in them: the id of an actor, post, event, place or topic.",
        ),
    ] = None,
    relations: Annotated[
        tuple[Relation, ...], Query(alias="relation", description="Several may be given.")
    ] = (),
    status: Annotated[tuple[Status, ...], Query(description="Several may be given.")] = (),
    rejected: Annotated[
        bool | None, Query(description="Only those that a person rejected, or only the others.")
    ] = None,
) -> Listed[ClaimPage]:
    """List claims, the latest first, of every status: what is planned, claimed or denied is no fact."""
    wanted = ClaimFilter(
        reports=reports,
        relations=relations,
        statuses=status,
        rejected=rejected,
        about=about,
        first=period.first,
        last=period.last,
    )
    return paging.listed(claims(library.store, wanted, paging.window))


@router.get("/claims/{claim_id}", responses=documented(404), response_model=LinkedClaim)
def one_claim(
    claim_id: Annotated[str, InPath(description="As evidence names it.", max_length=100)],
    library: TheLibrary,
) -> ClaimPage:
    """A claim: whom and what it is about, how it was stated, and the passages that state it."""
    return claim(library.store, claim_id)


@router.get("/passages", responses=documented(400), response_model=Listed[LinkedPassage])
def list_passages(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("place"))],
    q: Annotated[
        str,
        Query(max_length=200, description="With all these words; those in quotes as they stand."),
    ] = "",
    reports: _Reports = (),
    page: Annotated[
        int | None, Query(ge=1, le=100_000, description="Only those that stand on this page.")
    ] = None,
) -> Listed[PassageRow]:
    """List passages, the words on which claims rest, by report and place in it; GET /search gives the best."""
    found = frozenset(library.search.find(q)) if q else None
    wanted = PassageFilter(reports=reports, page=page, ids=found)
    return paging.listed(passages(library.store, wanted, paging.window))


@router.get("/passages/{passage_id}", responses=documented(404), response_model=LinkedPassage)
def one_passage(
    passage_id: Annotated[str, InPath(description="As GET /passages lists it.", max_length=100)],
    library: TheLibrary,
) -> PassageRow:
    """A passage with the claims that rest on it."""
    return passage(library.store, passage_id)
