"""Judgements: what people decided about claims and names."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Path as InPath

from api.http.parts import MayReview, TheLibrary, sent_as
from api.http.problems import documented
from api.http.shapes import Decision, JudgementList
from api.jobs.job import now
from ontology.errors import InvalidInput
from ontology.model import Judgement, content_id

router = APIRouter(tags=["Judgements"])


@router.get("/judgements")
def list_judgements(
    library: TheLibrary,
    about: Annotated[
        str | None,
        Query(max_length=100, description="Only those about this claim or mention, by id."),
    ] = None,
) -> JudgementList:
    """List the decisions of people, the oldest first."""
    found = [each for each in library.graph.judgements() if about is None or about in each.about]
    return JudgementList(items=sorted(found, key=lambda each: (each.at, each.id)))


@router.post(
    "/judgements",
    status_code=201,
    dependencies=[MayReview, Depends(sent_as("application/json"))],
    responses=documented(400, 403, 413, 415),
)
def judge(decision: Decision, library: TheLibrary) -> Judgement:
    """Decide that a report does not say what a claim says, or that two mentions are, or are not, the same.

    A decision is kept beside the claims, survives reading the report again, and can be taken back.
    """
    at = now()
    try:
        made = Judgement(
            id=content_id("judgement", decision.verdict, *sorted(decision.about), decision.by, at),
            verdict=decision.verdict,
            about=decision.about,
            by=decision.by,
            at=at,
            reason=decision.reason,
        )
    except ValueError as error:
        raise InvalidInput(
            "A rejection is about one claim, the other verdicts about two mentions",
            "Give their ids as 'about'",
        ) from error
    library.graph.judge(made)
    return made


@router.delete(
    "/judgements/{judgement}",
    status_code=204,
    dependencies=[MayReview],
    responses=documented(403, 404),
)
def withdraw(
    judgement: Annotated[str, InPath(description="As GET /judgements lists it.", max_length=100)],
    library: TheLibrary,
) -> None:
    """Take a decision back, as if it had never been made."""
    library.graph.withdraw(judgement)
