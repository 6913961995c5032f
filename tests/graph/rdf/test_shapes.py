"""The shapes that are derived from the vocabulary: what is exported conforms to them, and they see what does not."""

from pathlib import Path

import pyshacl
import pytest
from chronicle import october
from growing import grown
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Land
from ornate import ornate
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.term import Node
from strategies import Step, histories, judgement

from graph import rdf
from graph.exporting.elements import Elements
from graph.exporting.filtering import GraphFilter
from graph.exporting.part import part_of
from graph.knowledge import KnowledgeGraph
from graph.rdf.names import graph_of
from graph.rdf.reading import read_report
from graph.rdf.statements import report_quads
from graph.store import Store
from ontology.edtf import bounds
from ontology.errors import InvalidDate, InvalidGraph
from ontology.model import Extraction, status_of
from ontology.records import PREFIXES, SHAPES, Written
from ontology.terms import Attribution, Modality, NodeKind, Polarity, Status, Verdict

SHAPES_FILE = Path(__file__).parents[3] / "ontology" / "shapes.ttl"
SHACL = Graph().parse(SHAPES_FILE)
WORDS = PREFIXES[""]


def violations(data: Graph) -> list[str]:
    _, report, _ = pyshacl.validate(data, shacl_graph=SHACL)
    assert isinstance(report, Graph)
    return [
        f"{report.value(each, SH.focusNode)} {report.value(each, SH.sourceShape)}"
        for each in report.subjects(RDF.type, SH.ValidationResult)
    ]


def whole(store: Store) -> Graph:
    """All graphs as one."""
    data = Graph()
    for subject, predicate, term, _ in rdf.dataset(store).quads():
        data.add((subject, predicate, term))
    return data


def part(store: Store, wanted: GraphFilter) -> Graph:
    """All graphs of a part as one."""
    triples = (quad.triple for quad in rdf.quads(Elements(store, part_of(store, wanted))))
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


@pytest.fixture
def land(embedded: Store) -> Graph:
    """A graph of some reports in which most kinds of record are."""
    graph, of = KnowledgeGraph(embedded), Land(7, people=20)
    reports = [of.report(number, claims=12) for number in range(2)]
    for report in reports:
        graph.add(report)
    people = [each.id for each in reports[0].mentions if each.kind is NodeKind.PERSON]
    graph.judge(judgement(Verdict.DIFFERENT, *people[:2]))
    return whole(embedded)


def of_kind(data: Graph, kind: str) -> list[Node]:
    return sorted(data.subjects(RDF.type, URIRef(kind)), key=str)


@settings(max_examples=10)
@given(history=histories(longest=0), report=ornate("four"))
def test_every_graph_conforms(embedded: Store, history: list[Step], report: Extraction) -> None:
    grown(embedded, [*history, Step("four", report)])
    assert violations(whole(embedded)) == []


@settings(max_examples=5)
@given(history=histories(longest=0), status=st.sampled_from(Status))
def test_every_part_of_a_graph_conforms(
    embedded: Store, history: list[Step], status: Status
) -> None:
    grown(embedded, history)
    assert violations(part(embedded, GraphFilter(statuses=(status,)))) == []


def test_there_is_a_record_for_every_shape(land: Graph) -> None:
    kinds = {str(each) for each in land.objects(None, RDF.type)}
    lacking = {
        kind for kind, shape in SHAPES.items() if shape.types and shape.types[0] not in kinds
    }
    # What invented reports do not say: forms.
    # How much there is, files say alone.
    assert lacking <= {Written.FORM, Written.CONTENTS}


@settings(max_examples=15)
@given(data=st.data())
def test_what_lacks_something_that_it_must_have_is_a_violation(
    land: Graph, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from([each for each in SHAPES if SHAPES[each].types]))
    required = [field.path for field in SHAPES[kind].fields.values() if field.required]
    named = of_kind(land, SHAPES[kind].types[0])
    if required and named:
        subject = data.draw(st.sampled_from(named))
        gone = (subject, URIRef(data.draw(st.sampled_from(required))), None)
        assert any(each.startswith(str(subject)) for each in violations(without(land, gone)))


def without(data: Graph, gone: tuple[Node, URIRef, None]) -> Graph:
    rest = Graph() + data
    rest.remove(gone)
    return rest


@pytest.mark.parametrize(
    ("relation", "wrong"), [("holdsPost", "Country"), ("postIn", "Person"), ("met", "Event")]
)
def test_a_claim_between_kinds_that_its_relation_does_not_link_is_a_violation(
    land: Graph, relation: str, wrong: str
) -> None:
    stating = land.subjects(URIRef(f"{WORDS}relation"), URIRef(f"{WORDS}{relation}"))
    claim = min(stating, key=str)
    mention = land.value(claim, URIRef(f"{WORDS}object"))
    assert mention
    land.set((mention, URIRef(f"{WORDS}kind"), URIRef(f"{WORDS}{wrong}")))
    assert f"{claim} {WORDS}{relation}.object" in violations(land)


def test_a_word_that_the_vocabulary_does_not_have_is_a_violation(land: Graph) -> None:
    claim = of_kind(land, f"{WORDS}Claim")[0]
    land.set((claim, URIRef(f"{WORDS}polarity"), URIRef(f"{WORDS}perhaps")))
    land.set((claim, URIRef(f"{WORDS}confidence"), Literal("high")))
    found = {each.rpartition("#")[2] for each in violations(land)}
    assert found == {"ClaimShape.polarity", "ClaimShape.confidence", "ClaimShape"}


# ---------------------------------------------------------------- what goes together

OA, EDTF = PREFIXES["oa"], URIRef(f"{PREFIXES['edtf']}EDTF")
SAID = "\n".join(str(each.triple) + " ." for each in report_quads(october()))


@pytest.fixture
def said() -> Graph:
    """What one report says."""
    return Graph().parse(data=SAID, format="nt")


def shapes_broken(data: Graph) -> set[str]:
    """The names of the shapes that something does not conform to."""
    return {each.rpartition("#")[2] for each in violations(data)}


def with_value(data: Graph, path: str, value: object, datatype: URIRef | None = None) -> Graph:
    """The same, where the first of all subjects with this property has that value."""
    subject = min(data.subjects(URIRef(path)), key=str)
    term = value if isinstance(value, URIRef) else Literal(value, datatype=datatype)
    data.set((subject, URIRef(path), term))
    return data


def test_evidence_without_its_quote_or_its_position_is_a_violation(said: Graph) -> None:
    assert shapes_broken(said) == set()
    for kind, shape in (
        ("TextQuoteSelector", "PassageShape.quoted"),
        ("TextPositionSelector", "PassageShape.placed"),
    ):
        selector = min(said.subjects(RDF.type, URIRef(OA + kind)), key=str)
        passage = said.value(None, URIRef(f"{OA}hasSelector"), selector)
        assert passage
        less = Graph() + said
        less.remove((passage, URIRef(f"{OA}hasSelector"), selector))
        assert shape in shapes_broken(less)


def test_an_empty_quote_is_a_violation(said: Graph) -> None:
    assert "TextQuoteSelectorShape.quote" in shapes_broken(with_value(said, f"{OA}exact", ""))


def test_a_page_that_is_not_refined_by_the_words_on_it_is_a_violation(said: Graph) -> None:
    selector = min(said.subjects(URIRef(f"{OA}refinedBy")), key=str)
    said.remove((selector, URIRef(f"{OA}refinedBy"), None))
    assert shapes_broken(said) == {"SegmentShape.refined"}


@pytest.mark.parametrize(("start", "end"), [(9, 3), (9, 9), (-1, 9)])
def test_a_span_that_begins_below_zero_or_does_not_end_after_that_is_a_violation(
    said: Graph, start: int, end: int
) -> None:
    position = min(said.subjects(RDF.type, URIRef(f"{OA}TextPositionSelector")), key=str)
    said.set((position, URIRef(f"{OA}start"), Literal(start)))
    said.set((position, URIRef(f"{OA}end"), Literal(end)))
    assert shapes_broken(said) == {"TextPositionSelectorShape.start"}


def test_a_page_zero_is_a_violation(said: Graph) -> None:
    assert shapes_broken(with_value(said, f"{WORDS}page", 0)) == {"SegmentShape.page"}


@pytest.mark.parametrize(
    "date", ["soon", "2024-13", "2024-02-30", "2023-02-29", "2024-9-1", "2024/", "24", "0000"]
)
def test_a_date_that_is_none_in_edtf_is_a_violation(said: Graph, date: str) -> None:
    with pytest.raises(InvalidDate):
        bounds(date)
    assert "ClaimShape.date" in shapes_broken(with_value(said, f"{WORDS}date", date, EDTF))


@pytest.mark.parametrize(
    ("date", "right"),
    [
        ("2024-02-29", True),
        ("2000-02-29", True),
        ("2024-05/2024", True),
        ("2024/2024-02", True),
        ("2024-06/2024-05", False),
        ("2024-06-02/2024-06-01", False),
        ("2025/2024-12-31", False),
    ],
)
def test_an_interval_that_ends_before_it_begins_is_a_violation(
    said: Graph, date: str, *, right: bool
) -> None:
    if not right:
        with pytest.raises(InvalidDate):
            bounds(date)
    broken = shapes_broken(with_value(said, f"{WORDS}date", date, EDTF))
    assert broken == (set() if right else {"DateShape"})


@pytest.mark.parametrize("polarity", Polarity)
def test_a_status_that_does_not_follow_from_how_it_was_stated_is_a_violation(
    said: Graph, polarity: Polarity
) -> None:
    """What is negated has not happened, and so on: the shape has the table of the model."""
    claims = sorted(said.subjects(RDF.type, URIRef(f"{WORDS}Claim")), key=str)
    cases = [
        (modality, attribution, status)
        for modality in Modality
        for attribution in Attribution
        for status in Status
    ]
    made = Graph() + said
    wrong: set[Node] = set()
    for number, (modality, attribution, status) in enumerate(cases):
        claim = URIRef(f"{PREFIXES['id']}claim-{number}")
        for _, predicate, term in said.triples((claims[0], None, None)):
            made.add((claim, predicate, term))
        for word in (polarity, modality, attribution, status):
            path = type(word).__name__.lower()
            made.set((claim, URIRef(WORDS + path), URIRef(WORDS + word.value)))
        if status is not status_of(polarity, modality, attribution):
            wrong.add(claim)
    found = {URIRef(each.split()[0]) for each in violations(made) if each.endswith("ClaimShape")}
    assert found == wrong


def test_what_did_not_happen_is_no_occurrence(land: Graph) -> None:
    event = min(land.subjects(RDF.type, URIRef(f"{WORDS}Occurrence")), key=str)
    land.set((event, URIRef(f"{WORDS}status"), URIRef(f"{WORDS}planned")))
    assert shapes_broken(land) == {"OccurrenceShape.happened"}


def test_an_event_whose_last_day_is_before_its_first_is_a_violation(land: Graph) -> None:
    event = min(land.subjects(URIRef(f"{WORDS}latest")), key=str)
    land.set((event, URIRef(f"{WORDS}latest"), Literal("1999-01-01", datatype=XSD.date)))
    assert "earliest" in {each.rpartition(".")[2] for each in violations(land)}


REPORT = Land(7, people=20).report(1, claims=4)
QUADS = list(report_quads(REPORT))


@settings(max_examples=20)
@given(left_out=st.sampled_from(QUADS))
def test_what_the_shapes_refuse_is_not_imported(left_out: Quad) -> None:
    rest = [each for each in QUADS if each != left_out]
    text = serialize((each.triple for each in rest), format=RdfFormat.N_TRIPLES)
    if violations(Graph().parse(data=text, format="nt")):
        with pytest.raises(InvalidGraph):
            read_report(graph_of(REPORT.report.id), rest)
