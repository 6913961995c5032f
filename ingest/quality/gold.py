"""What a report says, as people have annotated it: `NAME.gold.json` beside `NAME.pdf` or `NAME.txt`."""

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from ontology.edtf import Edtf
from ontology.errors import InvalidGold
from ontology.model import Text
from ontology.terms import EventType, Status

SUFFIX = ".gold.json"
_FORMAT = "Write holds_post, events, meets and aliases as the other gold files have them"


def _kind(kind: str) -> str:
    if kind not in {*EventType, "other"}:
        raise ValueError(f"{kind!r} is no type of event")
    return kind


_Kind = Annotated[str, AfterValidator(_kind)]
_Names = tuple[Text, ...]


class _Annotated(BaseModel):
    """A part of a gold file; keys that have no meaning here are kept apart, to be told."""

    model_config = ConfigDict(frozen=True, extra="allow")

    def unknown_keys(self) -> list[str]:
        """The keys that have no meaning here."""
        return sorted(self.model_extra or {})


class _Fact(_Annotated):
    evidence: str = ""
    evidence2: str | None = None
    note: str | None = None
    optional: bool = False
    """True but outside the core: no error when missed, and none when found."""

    def quotes(self) -> list[str]:
        """The words that state it."""
        return [quote for quote in (self.evidence, self.evidence2) if quote]


class GoldPost(_Fact):
    """A person holds or held a post."""

    person: Text
    post: Text
    post_alt: _Names = ()
    organisation: Text
    organisation_alt: tuple[Text | None, ...] = ()
    country: str | None = None
    """Where the body is, if its name does not say so and the text does."""
    former: bool = False
    former_alt: tuple[bool, ...] = ()
    acting: bool = False

    @property
    def titles(self) -> _Names:
        """All accepted titles."""
        return (self.post, *self.post_alt)

    @property
    def bodies(self) -> _Names:
        """All accepted bodies."""
        return (self.organisation, *filter(None, self.organisation_alt))


class GoldEvent(_Fact):
    """Something that happened, was planned, claimed or denied."""

    type: _Kind
    type_alt: tuple[_Kind, ...] = ()
    date: Edtf | None = None
    date_alt: tuple[Edtf | None, ...] = ()
    place: str | None = None
    place_alt: tuple[str | None, ...] = ()
    topic: str | None = None
    name: str | None = None
    count: int | None = None
    grouped: bool = False
    """Told in one clause of several pairs: its pairs one by one are accepted too."""
    organiser_or_chair: _Names = ()
    organiser_alt: tuple[Text | None, ...] = ()
    participants: _Names = ()
    participants_alt: _Names = ()
    participants_unnamed: _Names = ()
    non_participants: _Names = ()
    status: Status
    status_alt: tuple[Status, ...] = ()

    @property
    def types(self) -> tuple[str, ...]:
        """All accepted types."""
        return (self.type, *self.type_alt)

    @property
    def dates(self) -> tuple[str | None, ...]:
        """All accepted dates; None where none is accepted."""
        return (self.date, *self.date_alt)

    @property
    def places(self) -> tuple[str | None, ...]:
        """All accepted places; None where none is accepted."""
        return (self.place, *self.place_alt)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """All accepted statuses."""
        return (self.status, *self.status_alt)


class GoldMeeting(_Fact):
    """Two actors met or spoke."""

    a: Text
    b: Text
    date: Edtf | None = None
    date_alt: tuple[Edtf | None, ...] = ()
    kind: str = "unspecified"
    status: Status

    @property
    def dates(self) -> tuple[str | None, ...]:
        """All accepted dates; None where none is accepted."""
        return (self.date, *self.date_alt)


class Gold(_Annotated):
    """All that a report says of posts, events and meetings."""

    doc: str = ""
    published: str | None = None
    holds_post: tuple[GoldPost, ...]
    events: tuple[GoldEvent, ...]
    meets: tuple[GoldMeeting, ...]
    aliases: dict[str, tuple[Text, ...]] = {}
    notes: str = ""

    def named(self) -> Iterator[str]:
        """Every actor that a fact names."""
        for post in self.holds_post:
            yield from (post.person, post.organisation)
        for event in self.events:
            yield from (*event.participants, *event.participants_alt, *event.non_participants)
            yield from (*event.organiser_or_chair, *filter(None, event.organiser_alt))
        for meeting in self.meets:
            yield from (meeting.a, meeting.b)

    def strange(self) -> list[str]:
        """Where keys stand that have no meaning: `events.3.particpants`."""
        found = self.unknown_keys()
        for name in ("holds_post", "events", "meets"):
            for number, fact in enumerate(getattr(self, name)):
                found += [f"{name}.{number}.{key}" for key in fact.unknown_keys()]
        return found


def gold_of(path: Path) -> Gold:
    """The gold in a file; raises InvalidGold, which says where it does not fit."""
    try:
        return Gold.model_validate_json(path.read_bytes().removeprefix(codecs.BOM_UTF8))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        said = first["msg"].removeprefix("Value error, ")
        raise InvalidGold(f"{path.name}: {where}: {said}", _FORMAT) from error
    except OSError as error:
        raise InvalidGold(f"{path.name} cannot be read: {error.strerror}", "Check it") from error
