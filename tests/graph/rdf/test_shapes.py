"""The shapes that are derived from the vocabulary: what is exported conforms to them, and they see what does not."""

from pathlib import Path

import pyshacl
import pytest
from growing import grown
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Land
from ornate import ornate
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import RDF, SH, Graph, Literal, URIRef
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
from ontology.errors import InvalidGraph
from ontology.model import Extraction
from ontology.records import PREFIXES, SHAPES, Written
from ontology.terms import NodeKind, Status, Verdict

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
    # These need what invented reports do not say: forms, and tenures with a beginning or an end.
    # How much there is, files say alone.
    assert lacking <= {Written.FORM, Written.INTERVAL, Written.CONTENTS}


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
    assert {each.rpartition(".")[2] for each in violations(land)} == {"polarity", "confidence"}


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
