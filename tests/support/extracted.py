"""What the extractor says of a text of a few sentences."""

from pathlib import Path
from tempfile import TemporaryDirectory

from ingest.document import Document
from ingest.extraction import extract
from ingest.facts import Contact, Facts, Occurrence, Tenure, facts
from ingest.reading import read
from ontology.terms import Relation

ANNA = "Prosecutor General of Latvia Ilze Vanaga"
OLAV = "Defence Minister of Norway Olav Tveit"
"""Two whom texts name."""


def facts_of(text: str, published: str | None = "2031-05-20", title: str = "A digest") -> Facts:
    """The facts of a text under a title, published on a day."""
    document = _digest(text, published, title)
    return facts(extract(document), document)


def speakers_in(text: str) -> set[str | None]:
    """Whom the claims of a text name as saying so."""
    return {claim.speaker for claim in extract(_digest(text)).claims}


def places_in(text: str) -> set[str]:
    """The places that the claims of a text name."""
    found = extract(_digest(text))
    names = {mention.id: mention.name for mention in found.mentions}
    return {
        names[claim.object or ""] for claim in found.claims if claim.relation is Relation.AT_PLACE
    }


def _digest(text: str, published: str | None = "2031-05-20", title: str = "A digest") -> Document:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "digest.txt"
        file.write_text(f"{title}\n\n{text}\n", "utf-8")
        return read(file, date=published)


def posts_of(text: str, title: str = "A digest") -> set[tuple[str, str, str | None]]:
    """Person, post and organisation of each tenure in a text."""
    return {(t.person, t.post, t.organisation) for t in facts_of(text, title=title).holds_post}


def tenure_of(text: str, person: str) -> Tenure:
    """The one tenure of a person in a text."""
    (found,) = [t for t in facts_of(text).holds_post if t.person == person]
    return found


def events_of(text: str, published: str | None = "2031-05-20") -> tuple[Occurrence, ...]:
    """The events of a text."""
    return facts_of(text, published).events


def event_of(text: str, published: str | None = "2031-05-20") -> Occurrence:
    """The one event of a text."""
    (found,) = events_of(text, published)
    return found


def contacts_of(text: str) -> set[frozenset[str]]:
    """The pairs that met in a text."""
    found: tuple[Contact, ...] = facts_of(text).meets
    return {frozenset((c.a, c.b)) for c in found if c.status == "happened"}
