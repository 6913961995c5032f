"""What a language model might tell of a paragraph, in the form that it is asked for."""

from ingest.assisting.told import Contact, Event, Participant, Tenure, Told
from ontology.terms import EventType, Role, Status


def tenure(
    quote: str, person: str, post: str, organisation: str | None = None, *,
    status: Status = Status.HAPPENED, speaker: str | None = None, former: bool = False,
    context: tuple[str, ...] = (),
) -> Told:  # fmt: skip
    """A paragraph that says who holds a post."""
    found = Tenure(
        quote=quote, context=context, status=status, speaker=speaker, person=person, post=post,
        organisation=organisation, former=former, acting=False,
    )  # fmt: skip
    return Told(tenures=(found,), events=())


def event(
    quote: str, kind: EventType, *people: str, status: Status = Status.HAPPENED,
    date: str | None = None, place: str | None = None, topic: str | None = None,
    met: tuple[str, str] | None = None, context: tuple[str, ...] = (),
) -> Told:  # fmt: skip
    """A paragraph that tells of an event with these persons."""
    there = [Participant(name=each, kind="person", role=Role.PARTICIPANT) for each in people]
    found = Event(
        quote=quote, context=context, status=status, speaker=None, type=kind, date=date,
        place=place, topic=topic, participants=tuple(there),
        contacts=(Contact(one=met[0], other=met[1]),) if met else (),
    )  # fmt: skip
    return Told(tenures=(), events=(found,))


def nothing() -> Told:
    """A paragraph that states nothing."""
    return Told(tenures=(), events=())
