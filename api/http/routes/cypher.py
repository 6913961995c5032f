"""Free Cypher, which only reads."""

from fastapi import APIRouter, Depends

from api.cypher import CypherAnswer
from api.http.parts import TheLibrary, sent_as
from api.http.problems import documented
from api.http.shapes import CypherStatement

router = APIRouter(tags=["Cypher"])


@router.post(
    "/cypher",
    dependencies=[Depends(sent_as("application/json"))],
    responses=documented(400, 413, 415, 422),
)
def cypher(asked: CypherStatement, library: TheLibrary) -> CypherAnswer:
    """Run one statement of Cypher that only reads; docs/cypher.md says what it may use.

    Nodes are `{"labels", "properties"}`, relationships `{"type", "start", "end", "properties"}` with the ids of their
    ends, paths `{"nodes", "relationships"}`. An answer that had more rows than it may is cut, and `truncated` says so.
    """
    return library.statements.ask(asked.statement, asked.parameters)
