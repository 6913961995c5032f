"""Reports in RDF: what is read back is what was written, and what is not as it should be is refused."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Land
from ornate import ornate
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize
from strategies import judgement

from graph.rdf.names import JUDGEMENTS, graph_of, node
from graph.rdf.reading import read_judgements, read_report
from graph.rdf.statements import judgement_quads, report_quads
from ontology.errors import InvalidGraph
from ontology.model import Claim, Extraction, Mention, Passage, Report
from ontology.records import PREFIXES, SHAPES, Written
from ontology.terms import Verdict

REPORT = Land(3, people=10).report(1, claims=5)
QUADS = list(report_quads(REPORT))
GRAPH = graph_of(REPORT.report.id)


class Parts(NamedTuple):
    """What an extraction says, in whatever order it says it."""

    report: Report
    passages: frozenset[Passage]
    mentions: frozenset[Mention]
    claims: frozenset[Claim]


def parts(of: Extraction) -> Parts:
    return Parts(of.report, frozenset(of.passages), frozenset(of.mentions), frozenset(of.claims))


def read(quads: list[Quad]) -> Extraction:
    return read_report(GRAPH, quads)


@settings(max_examples=60)
@given(ornate("one"))
def test_what_is_read_back_is_what_was_written(extraction: Extraction) -> None:
    graph = graph_of(extraction.report.id)
    text = serialize(report_quads(extraction), format=RdfFormat.TRIG, prefixes=PREFIXES)
    assert text
    found = read_report(graph, parse(text, format=RdfFormat.TRIG))
    assert parts(found) == parts(extraction)
    held = Store()  # which writes numbers and times in its own way
    held.extend(report_quads(extraction))
    assert parts(read_report(graph, held)) == parts(extraction)


@given(ornate("one"))
def test_equal_reports_are_written_in_equal_order(extraction: Extraction) -> None:
    turned = Extraction(
        report=extraction.report,
        passages=extraction.passages[::-1],
        mentions=extraction.mentions[::-1],
        claims=extraction.claims[::-1],
    )
    assert list(report_quads(turned)) == list(report_quads(extraction))


def test_a_report_that_lacks_what_it_must_have_is_refused() -> None:
    may_lack = {
        field.path
        for shape in SHAPES.values()
        for field in shape.fields.values()
        if not field.required
    }
    refused = 0
    for each in QUADS:
        try:
            found = read([quad for quad in QUADS if quad != each])
        except InvalidGraph:
            refused += 1
        else:
            assert each.predicate.value in may_lack
            assert parts(found) != parts(REPORT)
    assert refused > len(QUADS) * 0.9


@settings(max_examples=200)
@given(one=st.sampled_from(QUADS), other=st.sampled_from(QUADS), instead=st.booleans())
def test_a_report_that_says_something_else_is_refused_or_read_as_it_is(
    one: Quad, other: Quad, *, instead: bool
) -> None:
    changed = Quad(one.subject, one.predicate, other.object, GRAPH)
    given = {*QUADS, changed} - ({one} if instead and changed != one else set())
    try:
        found = read_report(GRAPH, given)
    except InvalidGraph:
        assert given != set(QUADS)
    else:
        assert set(report_quads(found)) == given


def test_a_refusal_says_where_and_why() -> None:
    claim = node(REPORT.claims[0].id)
    polarity = NamedNode(SHAPES[Written.CLAIM].fields["polarity"].path)
    with pytest.raises(InvalidGraph) as refusal:
        read([each for each in QUADS if (each.subject, each.predicate) != (claim, polarity)])
    assert refusal.value.message == f"{claim}: it lacks {polarity}"
    wrong = Quad(claim, polarity, Literal("perhaps"), GRAPH)
    with pytest.raises(InvalidGraph, match="more than one"):
        read([*QUADS, wrong])


def test_a_report_in_the_graph_of_another_is_refused() -> None:
    other = graph_of("report-other")
    moved = [Quad(each.subject, each.predicate, each.object, other) for each in QUADS]
    with pytest.raises(InvalidGraph, match="not the graph of its report"):
        read_report(other, moved)


def test_what_people_decided_is_read_back() -> None:
    made = [
        judgement(Verdict.REJECT, "claim-1"),
        judgement(Verdict.SAME, "mention-2", "a mention/1"),
    ]
    found = read_judgements(JUDGEMENTS, judgement_quads(made))
    assert sorted(found, key=str) == sorted(made, key=str)
    with pytest.raises(InvalidGraph):
        read_judgements(JUDGEMENTS, list(judgement_quads(made))[1:])
