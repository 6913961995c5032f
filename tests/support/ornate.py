"""Generated reports that use all that the model can say, in words of any characters."""

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import strategies as st
from strategies import extractions

from ontology.model import Box, Claim, Extraction, Form, Mention, Passage, Segment
from ontology.terms import Relation

_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
_maybe = st.one_of(st.none(), _words)
_dates = st.sampled_from([None, "2023", "2024-02", "2024-02-29", "2023-11/2024-02-03"])
_measures = st.floats(0, 1_000)
_boxes = st.builds(Box, x0=_measures, top=_measures, x1=_measures, bottom=_measures)


@st.composite
def ornate(draw: st.DrawFn, name: str) -> Extraction:
    """A report of that name, every part of it as full as can be."""
    plain = draw(extractions(name))
    passages = [_passage(draw, each) for each in plain.passages]
    ids = [each.id for each in passages]
    report = plain.report.model_copy(
        update={"title": draw(_maybe), "source": draw(_maybe), "published": draw(_dates)}
    )
    return Extraction(
        report=report,
        passages=tuple(passages),
        mentions=tuple(_mention(draw, each) for each in plain.mentions),
        claims=tuple(_claim(draw, each, ids) for each in plain.claims),
    )


def _span(draw: st.DrawFn, text: str) -> dict[str, int]:
    start = draw(st.integers(0, 99))
    return {"start": start, "end": start + len(text)}


def _passage(draw: st.DrawFn, plain: Passage) -> Passage:
    quote = draw(_words)
    span = _span(draw, quote)
    inside = range(span["start"] + 1, span["end"])
    cuts = draw(st.sets(st.sampled_from(inside))) if inside else ()
    segments = [
        Segment(
            page=draw(st.integers(1, 9)),
            start=start,
            end=end,
            boxes=tuple(draw(st.lists(_boxes, max_size=2))),
        )
        for start, end in pairwise(sorted({*span.values(), *cuts}))
    ]
    return Passage(id=plain.id, report=plain.report, quote=quote, segments=tuple(segments), **span)


def _mention(draw: st.DrawFn, plain: Mention) -> Mention:
    forms = [Form(text=text, **_span(draw, text)) for text in draw(st.lists(_words, max_size=12))]
    return plain.model_copy(update={"name": draw(_words), "forms": tuple(forms)})


def _claim(draw: st.DrawFn, plain: Claim, passages: Iterable[str]) -> Claim:
    more: dict[str, object] = {
        "context": draw(st.lists(st.sampled_from(sorted(passages)), max_size=3)),
        "confidence": draw(st.floats(0, 1)),
        "speaker": draw(_maybe),
    }
    if plain.relation is Relation.HOLDS_POST:
        more |= {name: draw(_dates) for name in ("observed", "since", "until")}
        more |= {"acting": draw(st.booleans())}
    if plain.relation is Relation.TOOK_PART:
        more |= {"capacity": draw(_maybe)}
    if plain.relation is Relation.EVENT_TYPE:
        more |= {"several": draw(st.booleans())}
    return Claim.model_validate(plain.model_dump() | more)
