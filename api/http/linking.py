"""Where each thing leads on: its `links`, as addresses of this API."""

from functools import singledispatch
from typing import Annotated, TypeAlias
from urllib.parse import quote, urlencode

from pydantic import Field

from api.jobs import Job
from graph.browsing import ActorRow, ClaimPage, EventRow, Named, PassageRow, PostRow, TopicRow
from graph.knowledge import ReportRow
from ontology.terms import NodeKind

Links: TypeAlias = Annotated[
    dict[str, str], Field(description="Addresses, by what they lead to; `self` is this one's own.")
]

_ROUTES = {
    NodeKind.PERSON: "/actors",
    NodeKind.ORGANISATION: "/actors",
    NodeKind.COUNTRY: "/actors",
    NodeKind.POST: "/posts",
    NodeKind.EVENT: "/events",
    NodeKind.TOPIC: "/topics",
    NodeKind.CLAIM: "/claims",
    NodeKind.PASSAGE: "/passages",
    NodeKind.REPORT: "/reports",
}


def address(kind: NodeKind, identifier: str) -> str | None:
    """Where a node is told of; None of a kind that has no address of its own."""
    route = _ROUTES.get(kind)
    return f"{route}/{quote(identifier, safe='')}" if route else None


@singledispatch
def links_of(thing: object) -> dict[str, str]:
    """Where a thing leads on."""
    raise TypeError(f"{type(thing).__name__} leads nowhere")


@links_of.register
def _(report: ReportRow) -> dict[str, str]:
    own = f"/reports/{report.id}"
    return {
        "self": own,
        "text": f"{own}/text",
        "pages": f"{own}/pages",
        "original": f"{own}/original",
        "passages": _to("/passages", report=report.id),
        "claims": _to("/claims", report=report.id),
    }


@links_of.register
def _(passage: PassageRow) -> dict[str, str]:
    return {"self": f"/passages/{passage.id}", "report": f"/reports/{passage.report}"}


@links_of.register
def _(actor: ActorRow) -> dict[str, str]:
    own = f"/actors/{actor.id}"
    links = {
        "self": own,
        "neighbourhood": f"{own}/neighbourhood",
        "events": _to("/events", actor=actor.id),
        "timeline": _to("/timeline", actor=actor.id),
        "claims": _to("/claims", about=actor.id),
    }
    if actor.kind is NodeKind.PERSON:
        return links | {"posts": _to("/posts", holder=actor.id)}
    links["posts"] = _to("/posts", body=actor.id)
    if actor.kind is NodeKind.COUNTRY and actor.countries:
        links["actors"] = _to("/actors", country=actor.countries[0])
    return links


@links_of.register
def _(post: PostRow) -> dict[str, str]:
    claims = _to("/claims", about=post.id)
    return {"self": f"/posts/{post.id}", "claims": claims, **_ends(body=post.body)}


@links_of.register
def _(event: EventRow) -> dict[str, str]:
    return {"self": f"/events/{event.id}", "claims": _to("/claims", about=event.id)}


@links_of.register
def _(topic: TopicRow) -> dict[str, str]:
    return {
        "self": f"/topics/{topic.id}",
        "events": _to("/events", topic=topic.name),
        "timeline": _to("/timeline", topic=topic.name),
        "claims": _to("/claims", about=topic.id),
    }


@links_of.register
def _(claim: ClaimPage) -> dict[str, str]:
    return {
        "self": f"/claims/{claim.id}",
        "report": f"/reports/{claim.report}",
        "read": _to("/read", report=claim.report, claim=claim.id),
        **_ends(subject=claim.subject, object=claim.object),
    }


@links_of.register
def _(job: Job) -> dict[str, str]:
    links = {"self": f"/jobs/{job.id}", "events": f"/jobs/{job.id}/events"}
    return links | ({"report": f"/reports/{job.reports[0]}"} if job.reports else {})


def _ends(**nodes: Named | None) -> dict[str, str]:
    found = {name: address(node.kind, node.id) for name, node in nodes.items() if node}
    return {name: told for name, told in found.items() if told}


def _to(route: str, **parameters: str) -> str:
    return f"{route}?{urlencode(parameters)}"
