"""Reports read back from the store are what was added."""

import pytest
from hypothesis import given, settings
from invented import Land
from ornate import ornate
from resetting import empty

from graph.extractions import extraction, extractions
from graph.knowledge import KnowledgeGraph
from graph.rows import content_of
from graph.store import Store
from ontology.errors import NotKnown
from ontology.model import Extraction


@settings(max_examples=20)
@given(report=ornate("one"))
def test_a_report_comes_back_as_it_was_added(embedded: Store, report: Extraction) -> None:
    empty(embedded)
    KnowledgeGraph(embedded).add(report)
    assert content_of(extraction(embedded, report.report.id)) == content_of(report)


def test_reports_come_back_one_by_one_in_order(store: Store) -> None:
    graph, land = KnowledgeGraph(store), Land(7, people=20)
    reports = [land.report(number, claims=8) for number in range(3)]
    for report in reports:
        graph.add(report)
    found = list(extractions(store))
    assert [each.report.id for each in found] == sorted(each.report.id for each in reports)
    assert set(map(content_of, found)) == set(map(content_of, reports))


def test_a_report_that_is_not_there_is_an_error(embedded: Store) -> None:
    KnowledgeGraph(embedded)
    with pytest.raises(NotKnown):
        extraction(embedded, "report-none")
