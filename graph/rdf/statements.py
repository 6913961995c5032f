"""What reports say and what people decided, as RDF: each report in a named graph of its own."""

from collections.abc import Iterable, Iterator
from itertools import chain

from pyoxigraph import NamedNode, Quad

from graph.rdf.names import JUDGEMENTS, graph_of, node, part
from graph.rdf.resources import Resource, triples
from graph.rows import content_of
from ontology.model import Claim, Extraction, Judgement, Mention, Passage, Report, Segment
from ontology.records import Written

EXTRACTION, EXTRACTOR, AUTHOR, SPEAKER, JUDGE = (
    "extraction",
    "extractor",
    "author",
    "speaker",
    "judge",
)
QUOTE, POSITION = "quote", "position"
"""The parts that a report, a claim, a judgement and a passage have."""
_SPAN = {"start", "end"}


def numbered(whole: NamedNode, what: str, number: int) -> NamedNode:
    """The name of one of several parts, counted from 1."""
    return part(whole, f"{what}-{number}")


def in_graph(graph: NamedNode, resources: Iterable[Resource]) -> Iterator[Quad]:
    """What is said of these in a graph."""
    for resource in resources:
        for each in triples(resource):
            yield Quad(each.subject, each.predicate, each.object, graph)


def report_quads(extraction: Extraction) -> Iterator[Quad]:
    """All that a report says, in the graph of that report; equal reports give equal quads in equal order."""
    parts = chain(
        _report(extraction.report, content_of(extraction)),
        *map(_passage, sorted(extraction.passages, key=lambda each: each.id)),
        *map(_mention, sorted(extraction.mentions, key=lambda each: each.id)),
        *map(_claim, sorted(extraction.claims, key=lambda each: each.id)),
    )
    return in_graph(graph_of(extraction.report.id), parts)


def judgement_quads(judgements: Iterable[Judgement]) -> Iterator[Quad]:
    """What people decided, in a graph of its own."""
    for judgement in sorted(judgements, key=lambda each: each.id):
        yield from in_graph(JUDGEMENTS, _judgement(judgement))


def _report(report: Report, content: str) -> Iterator[Resource]:
    name = node(report.id)
    told = report.model_dump(exclude={"id", "extractor"})
    yield Resource(name, Written.REPORT, told | {"content": content})
    yield Resource(part(name, AUTHOR), Written.SPEAKER, {"name": f"author of {report.file}"})
    extractor = part(name, EXTRACTOR)
    made = {"report": report.id, "extractor": extractor}
    yield Resource(part(name, EXTRACTION), Written.EXTRACTION, made)
    yield Resource(extractor, Written.EXTRACTOR, {"name": report.extractor})


def _passage(passage: Passage) -> Iterator[Resource]:
    """Its selectors; a page is refined by the words that stand on it, and selects the passage where these are all."""
    name = node(passage.id)
    quote, position = part(name, QUOTE), part(name, POSITION)
    segments = [numbered(name, "segment", number + 1) for number in range(len(passage.segments))]
    alone = len(segments) == 1
    values = {
        "report": passage.report,
        "source": passage.report,
        "selectors": [quote, position, *(segments if alone else ())],
        "segments": segments,
    }
    yield Resource(name, Written.PASSAGE, values)
    yield Resource(position, Written.TEXT_POSITION_SELECTOR, passage.model_dump(include=_SPAN))
    yield Resource(quote, Written.TEXT_QUOTE_SELECTOR, {"quote": passage.quote})
    for segment, found in zip(segments, passage.segments, strict=True):
        words = quote if alone else NamedNode(f"{segment.value}-{QUOTE}")
        yield _segment(segment, found, words)
        if not alone:
            piece = passage.quote[found.start - passage.start : found.end - passage.start]
            yield Resource(words, Written.TEXT_QUOTE_SELECTOR, {"quote": piece})


def _segment(name: NamedNode, segment: Segment, words: NamedNode) -> Resource:
    values: dict[str, object] = segment.model_dump(exclude={"boxes"})
    boxes = [[box.x0, box.top, box.x1, box.bottom] for box in segment.boxes]
    values |= {"boxes": boxes or None, "fragment": f"page={segment.page}", "refined": words}
    return Resource(name, Written.SEGMENT, values)


def _mention(mention: Mention) -> Iterator[Resource]:
    name = node(mention.id)
    forms = [numbered(name, "form", number + 1) for number in range(len(mention.forms))]
    values = mention.model_dump(exclude={"id", "forms"})
    yield Resource(name, Written.MENTION, values | {"forms": forms})
    for form, found in zip(forms, mention.forms, strict=True):
        yield Resource(form, Written.FORM, found.model_dump())


def _claim(claim: Claim) -> Iterator[Resource]:
    name, report = node(claim.id), node(claim.report)
    speaker = part(name, SPEAKER)
    values = claim.model_dump(exclude={"id", "speaker"})
    values |= {
        "generated_by": part(report, EXTRACTION),
        "attributed_to": part(report, AUTHOR) if claim.speaker is None else speaker,
        "status": claim.status,
        "target": claim.core,
        "context_order": claim.context if len(claim.context) > 1 else None,
    }
    yield Resource(name, Written.CLAIM, values)
    if claim.speaker is not None:
        yield Resource(speaker, Written.SPEAKER, {"name": claim.speaker})


def _judgement(judgement: Judgement) -> Iterator[Resource]:
    name = node(judgement.id)
    judge = part(name, JUDGE)
    yield Resource(name, Written.JUDGEMENT, judgement.model_dump(exclude={"id"}) | {"by": judge})
    yield Resource(judge, Written.SPEAKER, {"name": judgement.by})
