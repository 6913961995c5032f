"""The types that travel between the rooms refuse what breaks the model."""

from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ontology.errors import InvalidClaim
from ontology.model import (
    Claim,
    Extraction,
    Form,
    Judgement,
    Mention,
    Passage,
    Report,
    Segment,
    content_id,
)
from ontology.terms import (
    Attribution,
    EventType,
    Modality,
    NodeKind,
    Polarity,
    Relation,
    Role,
    Status,
    Verdict,
)

REPORT = Report(
    id="report-1",
    file="a.txt",
    title=None,
    published="2019-03",
    source=None,
    pages=1,
    text_sha256="0",
    file_sha256="1",
    extractor="by hand",
)
QUOTE = Passage(
    id="passage-1",
    report="report-1",
    quote="abc",
    start=4,
    end=7,
    segments=(Segment(page=1, start=4, end=7),),
)
PERSON = Mention(
    id="m-person", report="report-1", kind=NodeKind.PERSON, name="Ann Lee", key="ann lee"
)
POST = Mention(id="m-post", report="report-1", kind=NodeKind.POST, name="Mayor", key="mayor")
EVENT = Mention(id="m-event", report="report-1", kind=NodeKind.EVENT, name="meeting", key="meeting")


def claim(**fields: object) -> Claim:
    given: dict[str, object] = {
        "id": "claim-1",
        "report": "report-1",
        "subject": "m-person",
        "relation": Relation.HOLDS_POST,
        "object": "m-post",
        "core": "passage-1",
        "confidence": 1.0,
        "rule": "by hand",
    }
    return Claim.model_validate(given | fields)


def extraction(*claims: Claim) -> Extraction:
    return Extraction(
        report=REPORT, passages=(QUOTE,), mentions=(PERSON, POST, EVENT), claims=claims
    )


@pytest.mark.parametrize(
    ("polarity", "modality", "attribution", "status"),
    [
        (Polarity.AFFIRMED, Modality.ACTUAL, Attribution.AUTHOR, Status.HAPPENED),
        (Polarity.AFFIRMED, Modality.ACTUAL, Attribution.SOURCE, Status.CLAIMED),
        (Polarity.AFFIRMED, Modality.ACTUAL, Attribution.RUMOUR, Status.CLAIMED),
        (Polarity.AFFIRMED, Modality.INTENDED, Attribution.AUTHOR, Status.PLANNED),
        (Polarity.AFFIRMED, Modality.HYPOTHETICAL, Attribution.SOURCE, Status.PLANNED),
        (Polarity.AFFIRMED, Modality.ATTEMPTED, Attribution.AUTHOR, Status.PLANNED),
        (Polarity.NEGATED, Modality.ACTUAL, Attribution.AUTHOR, Status.DENIED),
        (Polarity.NEGATED, Modality.INTENDED, Attribution.RUMOUR, Status.DENIED),
    ],
)
def test_how_a_claim_was_stated_gives_its_status(
    polarity: Polarity, modality: Modality, attribution: Attribution, status: Status
) -> None:
    stated = claim(polarity=polarity, modality=modality, attribution=attribution)
    assert stated.status is status


@pytest.mark.parametrize(
    "fields",
    [
        {"object": None},
        {"relation": Relation.TOOK_PART, "object": "m-event"},
        {"relation": Relation.ON_DATE, "subject": "m-event", "object": None},
        {"relation": Relation.EVENT_TYPE, "subject": "m-event", "object": None},
        {"relation": Relation.MET, "object": "m-person"},
        {"confidence": 1.5},
        {"observed": "2018-99"},
        {"unheard_of": 1},
    ],
)
def test_a_claim_without_what_its_relation_needs_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        claim(**fields)


VALUES: dict[str, object] = {
    "event_type": EventType.MEETING,
    "count": 2,
    "several": True,
    "date": "2019-03-01",
    "role": Role.CHAIR,
    "capacity": "as mayor",
    "former": True,
    "acting": True,
    "observed": "2019-03-01",
    "since": "2018",
    "until": "2019",
    "event": "m-event",
    "by_phone": True,
}
LEAST: dict[Relation, dict[str, object]] = {
    Relation.EVENT_TYPE: {"event_type": EventType.MEETING, "object": None},
    Relation.ON_DATE: {"date": "2019-03-01", "object": None},
    Relation.TOOK_PART: {"role": Role.CHAIR},
    Relation.MET: {"event": "m-event"},
}
FITTING = {
    Relation.EVENT_TYPE: {"event_type", "count", "several"},
    Relation.ON_DATE: {"date"},
    Relation.TOOK_PART: {"role", "capacity"},
    Relation.MET: {"date", "event", "by_phone"},
    Relation.HOLDS_POST: {"former", "acting", "observed", "since", "until"},
}


@given(st.sampled_from(list(Relation)), st.sets(st.sampled_from(sorted(VALUES)), max_size=3))
def test_a_claim_says_only_what_belongs_to_its_relation(relation: Relation, said: set[str]) -> None:
    fields = {
        "relation": relation,
        **LEAST.get(relation, {}),
        **{name: VALUES[name] for name in said},
    }
    if strange := sorted(said - FITTING.get(relation, set())):
        with pytest.raises(ValidationError, match=f"a {relation} claim has no {strange[0]}"):
            claim(**fields)
    else:
        assert claim(**fields).relation is relation


def test_an_extraction_holds_every_end_and_passage_its_claims_name() -> None:
    with pytest.raises(ValidationError, match="cannot begin at None"):
        extraction(claim(subject="m-unknown"))
    with pytest.raises(ValidationError, match="unknown passages"):
        extraction(claim(context=("passage-9",)))


def test_a_relation_links_only_kinds_of_its_domain_and_range() -> None:
    with pytest.raises(ValidationError, match="holdsPost cannot end at Event"):
        extraction(claim(object="m-event"))
    with pytest.raises(ValidationError, match="tookPart cannot begin at Post"):
        extraction(
            claim(subject="m-post", relation=Relation.TOOK_PART, object="m-event", role=Role.CHAIR)
        )


def test_no_two_claims_and_no_two_passages_of_an_extraction_share_an_id() -> None:
    with pytest.raises(ValidationError, match="two claims"):
        extraction(claim(), claim())
    with pytest.raises(ValidationError, match="two passages"):
        Extraction(report=REPORT, passages=(QUOTE, QUOTE), mentions=(), claims=())


def test_an_event_type_claim_needs_no_object() -> None:
    stated = claim(
        subject="m-event",
        relation=Relation.EVENT_TYPE,
        object=None,
        event_type=EventType.MEETING,
        count=22,
    )
    assert extraction(stated).claims[0].count == 22


def test_a_quote_is_as_long_as_its_span() -> None:
    with pytest.raises(ValidationError, match="as long as its span"):
        Passage(id="p", report="r", quote="abc", start=0, end=4, segments=QUOTE.segments)
    with pytest.raises(ValidationError, match="as long as its span"):
        Form(text="abc", start=0, end=4)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (7, 4)])
def test_a_segment_ends_after_it_begins(start: int, end: int) -> None:
    with pytest.raises(ValidationError, match="must end after its start"):
        Segment(page=1, start=start, end=end)


def _passage(*spans: tuple[int, int]) -> Passage:
    """The passage from 10 to 21 that stands in these segments."""
    segments = tuple(Segment(page=1, start=start, end=end) for start, end in spans)
    return Passage(id="p", report="r", quote="ten so long", start=10, end=21, segments=segments)


@given(st.sets(st.integers(11, 20)), st.data())
def test_a_passage_is_made_of_its_segments_one_after_the_other(
    cuts: set[int], data: st.DataObject
) -> None:
    spans = list(pairwise([10, *sorted(cuts), 21]))
    assert len(_passage(*spans).segments) == len(spans)
    which = data.draw(st.integers(0, len(spans) - 1))
    start, end = spans[which]
    moved = data.draw(st.sampled_from([(start - 1, end), (start, end + 1), (start + 20, end + 20)]))
    with pytest.raises(ValidationError, match="must cover its span from 10 to 21"):
        _passage(*spans[:which], moved, *spans[which + 1 :])
    if len(spans) > 1:
        with pytest.raises(ValidationError, match="must cover its span"):
            _passage(*spans[:which], *spans[which + 1 :])


TEXT = "The abc of it; Ann Lee said so."


def _told(quote: str = "abc", name: str = "Ann Lee") -> Extraction:
    report = REPORT.model_copy(update={"text_sha256": sha256(TEXT.encode()).hexdigest()})
    form = Form(text=name, start=15, end=15 + len(name))
    person = PERSON.model_copy(update={"forms": (form,)})
    passage = QUOTE.model_copy(update={"quote": quote})
    return Extraction(report=report, passages=(passage,), mentions=(person,), claims=())


def test_what_stands_in_the_text_is_accepted() -> None:
    _told().check(TEXT)


@pytest.mark.parametrize(
    ("told", "text", "why"),
    [
        (_told(), TEXT + " ", "not the one that was read"),
        (_told(quote="abd"), TEXT, "does not say 'abd' at 4"),
        (_told(name="Ann Law"), TEXT, "does not say 'Ann Law' at 15"),
    ],
)
def test_what_does_not_stand_in_the_text_is_refused(told: Extraction, text: str, why: str) -> None:
    with pytest.raises(InvalidClaim, match=why):
        told.check(text)


@pytest.mark.parametrize(
    ("verdict", "about"),
    [
        (Verdict.REJECT, ("a", "b")),
        (Verdict.SAME, ("a",)),
        (Verdict.SAME, ("a", "a")),
        (Verdict.DIFFERENT, ()),
    ],
)
def test_a_judgement_names_exactly_what_it_decides(
    verdict: Verdict, about: tuple[str, ...]
) -> None:
    with pytest.raises(ValidationError):
        Judgement(
            id="j",
            verdict=verdict,
            about=about,
            by="analyst",
            at="2019-01-01T00:00:00Z",
            reason="seen",
        )


def _judgement(about: tuple[str, ...] = ("a", "b"), at: str = "2019-01-01T00:00:00Z") -> Judgement:
    return Judgement(id="j", verdict=Verdict.SAME, about=about, by="analyst", at=at, reason="seen")


def test_a_judgement_is_the_same_whichever_mention_comes_first_and_however_its_time_is_written() -> (
    None
):
    assert _judgement(("b", "a")) == _judgement(("a", "b"))
    assert _judgement(at="2019-01-01T00:00Z") == _judgement(at="2019-01-01T00:00:00+00:00")


@pytest.mark.parametrize("at", ["2019-01-01T00:00:00", "yesterday"])
def test_a_judgement_has_a_time_with_its_zone(at: str) -> None:
    with pytest.raises(ValidationError):
        _judgement(at=at)


def test_a_report_does_not_speak_with_the_words_of_another() -> None:
    stray = PERSON.model_copy(update={"report": "report-other"})
    with pytest.raises(ValidationError, match="another report"):
        Extraction(report=REPORT, passages=(), mentions=(stray,), claims=())


def test_records_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        REPORT.title = "other"


def test_an_identifier_depends_on_every_part_and_their_borders() -> None:
    assert content_id("Post", "a", "b") == content_id("Post", "a", "b")
    assert (
        len({content_id("Post", "a", "b"), content_id("Post", "ab"), content_id("Topic", "a", "b")})
        == 3
    )
