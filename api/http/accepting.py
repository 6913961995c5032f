"""Content negotiation: which of the formats on offer a request wants (RFC 9110, section 12.5.1)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class _Range(NamedTuple):
    """A media range of an Accept header, with its weight."""

    kind: str
    subtype: str
    weight: float

    def fits(self, media: str) -> bool:
        """Does it take this media type?"""
        kind, _, subtype = media.partition("/")
        return self.kind in ("*", kind) and self.subtype in ("*", subtype)

    @property
    def narrowness(self) -> int:
        """How much it says: the narrowest range that fits decides."""
        return (self.kind != "*") + (self.subtype != "*")


def preferred(accept: str, offered: Mapping[str, str]) -> str | None:
    """The format, by media type, that is wanted most, of equals the first; None where none is taken."""
    ranges = list(_ranges(accept)) or [_Range("*", "*", 1.0)]
    weights = {media: _weight(media, ranges) for media in offered}
    best = max(weights, key=lambda media: weights[media])
    return offered[best] if weights[best] > 0 else None


def _weight(media: str, ranges: Iterable[_Range]) -> float:
    fitting = [each for each in ranges if each.fits(media)]
    return max(fitting, key=lambda each: (each.narrowness, each.weight)).weight if fitting else 0.0


def _ranges(accept: str) -> Iterator[_Range]:
    """The ranges that are well formed; their parameters but the weight say nothing here."""
    for part in accept.lower().split(","):
        media, *parameters = (each.strip() for each in part.split(";"))
        kind, slash, subtype = media.partition("/")
        if slash and kind and subtype:
            yield _Range(kind, subtype, _quality(parameters))


def _quality(parameters: Iterable[str]) -> float:
    for each in parameters:
        name, _, value = each.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
