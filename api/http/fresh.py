"""ETags: an answer about the graph is the same, byte for byte, until the graph changes."""

from hashlib import sha256
from importlib.metadata import version

from fastapi import Depends, Request, Response

from api.http.parts import TheLibrary
from graph.state import state_of


class NotModified(Exception):  # noqa: N818 - what it says, not a failure
    """The caller has this answer already."""

    def __init__(self, tag: str) -> None:
        """`tag` is that of the answer."""
        super().__init__(tag)
        self.tag = tag


def _tagged(request: Request, response: Response, library: TheLibrary) -> None:
    """Gives the answer its tag; raises NotModified.

    The state is read before the answer is made: should the graph change in between, the tag is one that never comes
    again.
    """
    _ = library.graph
    told = (version("actorgraph"), state_of(library.store), request.url.path, request.url.query)
    tag = f'"{sha256("|".join(told).encode()).hexdigest()[:40]}"'
    if _has(request, tag):
        raise NotModified(tag)
    response.headers["ETag"] = tag


def _has(request: Request, tag: str) -> bool:
    given = ",".join(request.headers.getlist("if-none-match"))
    return tag in (each.strip().removeprefix("W/") for each in given.split(","))


async def not_modified(_: Request, error: Exception) -> Response:
    """The answer to who has it already."""
    return Response(status_code=304, headers={"ETag": str(error)})


Fresh = Depends(_tagged)
