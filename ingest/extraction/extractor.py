"""The extractor: sentences, then actors, then events, then claims."""

from importlib.metadata import version

from ingest.document import Document
from ingest.extraction.actors import (
    Actor,
    Reading,
    Roll,
    block_entities,
    fill_people,
    read_sentences,
)
from ingest.extraction.careers import Careers
from ingest.extraction.claims import ClaimWriter
from ingest.extraction.event import Event
from ingest.extraction.events import Finder
from ingest.extraction.homes import Homes
from ingest.extraction.language import person_hints
from ingest.extraction.mentions import Mentions
from ingest.extraction.merging import complete
from ingest.extraction.protagonist import name_protagonist
from ingest.extraction.structure import belongings
from ingest.extraction.syntax import parse
from ingest.extraction.tagging import Tagged, Tagger, tag
from ingest.extraction.transcript import Transcript
from ingest.extraction.triggers import may_tell
from ingest.extraction.writer import signers, writer_of
from ontology.anchors import Anchor
from ontology.dates import with_year
from ontology.model import Extraction, Report


def extraction_of(document: Document) -> Extraction:
    """All that a document says."""
    found = block_entities(document)
    readings = read_sentences(document, person_hints(document.text, found))
    roll = Roll()
    roll.explain(document.text)
    fill_people(roll, readings, found, document.text)
    signed = signers(readings, roll)
    anchor = with_year(document.text, Anchor(published=document.published), only=True)
    Careers(roll, document.text, anchor).read(readings)
    name_protagonist(roll, readings)
    homes = Homes(document, readings, roll)
    homes.settle()
    tagger = Tagger(roll, document.text, found, anchor, homes.main)
    tagged = [tag(reading, tagger.spans(reading), document.text) for reading in readings]
    writer = writer_of(readings, signed, roll, document.text)
    events = _events(document, readings, tagged, roll, writer)
    mentions = Mentions(document, roll, homes.main)
    claims = ClaimWriter(document, mentions, [(r.sentence.start, r.sentence.end) for r in readings])
    claims.tenures(roll, events)
    claims.events(events)
    for reading, each in zip(readings, tagged, strict=True):
        claims.belongings(belongings(reading, each))
    return Extraction(
        report=_report(document),
        passages=claims.passages(),
        mentions=mentions.all(),
        claims=tuple(claims.claims.values()),
    )


def _events(
    document: Document,
    readings: list[Reading],
    tagged: list[Tagged],
    roll: Roll,
    writer: Actor | None,
) -> list[Event]:
    finder = Finder(document, roll, writer, Transcript(tagged))
    telling = [number for number, each in enumerate(tagged) if may_tell(each.text)]
    trees = dict(zip(telling, parse(tagged[number] for number in telling), strict=True))
    for number, (reading, each) in enumerate(zip(readings, tagged, strict=True)):
        finder.setting.learn(reading, each)
        finder.take(reading, each, trees.get(number))
    return complete(finder)


def extractor_name() -> str:
    """Name and version of the extractor, as it stands in reports."""
    return f"actorgraph {version('actorgraph')}"


def _report(document: Document) -> Report:
    return Report(
        id=document.id,
        file=document.file,
        title=document.title,
        published=document.published,
        source=document.source,
        pages=document.pages,
        text_sha256=document.text_sha256,
        file_sha256=document.file_sha256,
        extractor=extractor_name(),
    )
