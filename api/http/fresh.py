"""ETags: an answer about the graph is the same, byte for byte, until the graph changes."""

from hashlib import sha256
from importlib.metadata import version

from fastapi import Depends, Request, Response

from api.failures import Changed
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
    tag = _tag_of(request, library)
    if tag in {each.removeprefix("W/") for each in _tags(request, "if-none-match")}:
        raise NotModified(tag)
    response.headers["ETag"] = tag


def _unchanged(request: Request, library: TheLibrary) -> None:
    """Raises Changed where the caller would change something that is not any more as he has seen it."""
    wanted = _tags(request, "if-match")
    if wanted and not {_tag_of(request, library), "*"} & wanted:
        raise Changed(
            "The graph has changed since this tag was given", "GET it again for what is there now"
        )


def _tag_of(request: Request, library: TheLibrary) -> str:
    _ = library.graph
    told = (version("actorgraph"), state_of(library.store), request.url.path, request.url.query)
    return f'"{sha256("|".join(told).encode()).hexdigest()[:40]}"'


def _tags(request: Request, header: str) -> frozenset[str]:
    given = ",".join(request.headers.getlist(header)).split(",")
    return frozenset(each.strip() for each in given if each.strip())


async def not_modified(_: Request, error: Exception) -> Response:
    """The answer to who has it already."""
    return Response(status_code=304, headers={"ETag": str(error)})


Fresh = Depends(_tagged)
Unchanged = Depends(_unchanged)
