"""Questions."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from api.asking import answer
from api.http.parts import TheLibrary, sent_as
from api.http.problems import documented
from api.http.shapes import Question
from graph.asking import Answer

router = APIRouter(tags=["Questions"])


@router.post(
    "/ask", dependencies=[Depends(sent_as("application/json"))], responses=documented(413, 415)
)
def ask(question: Question, library: TheLibrary) -> Answer:
    """Ask a question in English.

    `answers` holds each answer once, `evidence` the words that say so, `cypher` and `parameters` what was
    run, `sparql` the same for `/sparql`. What the reports do not say is an empty list; what was not understood is
    named in `refused`.
    """
    return answer(library.asker, question.question)


@router.get("/ask")
def ask_by_address(
    library: TheLibrary,
    question: Annotated[
        str,
        Query(description="In English.", examples=["Who attended anti-corruption meetings?"]),
    ],
) -> Answer:
    """Ask a question, as POST /ask does."""
    return answer(library.asker, question)
