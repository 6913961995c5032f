"""What passes a filter can be imported: it says what the part says, to the byte, and the whole can be added to it."""

from pathlib import Path

import pytest
from chronicle import CY, judgements, october, september, told
from growing import grown
from hypothesis import given, settings
from hypothesis import strategies as st
from resetting import empty
from strategies import Step, filters, histories

from graph.export import export
from graph.exporting.filtering import GraphFilter
from graph.exporting.formats import FORMATS, Format
from graph.importing import checked, load
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import InvalidInput, NotKnown
from ontology.terms import Status

IMPORTED = [form for form in Format if FORMATS[form].imported]
WORLD = b"graph:world {"
"""Where what reports say and people decided ends in TriG; the rest follows from it."""
OF_PEOPLE = GraphFilter(actors=(CY.name,), statuses=(Status.HAPPENED,))


def bring(file: Path, store: Store) -> KnowledgeGraph:
    """The graph of a file in a store that is emptied before."""
    empty(store)
    graph = KnowledgeGraph(store)
    with checked(file) as found:
        assert all(load(graph, found))
    return graph


def said(store: Store, folder: Path, wanted: GraphFilter | None = None) -> bytes:
    export(store, Format.TRIG, folder / "said.trig", wanted)
    return (folder / "said.trig").read_bytes().partition(WORLD)[0]


def check(one: Store, other: Store, folder: Path, form: Format, wanted: GraphFilter) -> None:
    """What passes in the first comes to be in the second, and says the same there."""
    try:
        export(one, form, folder / "part", wanted)
    except (NotKnown, InvalidInput):
        return
    before = said(one, folder, wanted)
    bring(folder / "part", other)
    assert said(other, folder) == before


@settings(max_examples=40)
@given(history=histories(longest=2), wanted=filters, form=st.sampled_from(IMPORTED))
def test_a_part_that_is_imported_says_what_it_said(
    embedded: Store, tmp_path: Path, history: list[Step], wanted: GraphFilter, form: Format
) -> None:
    grown(embedded, history)
    check(embedded, embedded, tmp_path, form, wanted)


@pytest.mark.neo4j
@settings(max_examples=8)
@given(history=histories(longest=2), wanted=filters, form=st.sampled_from(IMPORTED))
def test_a_part_of_neo4j_says_the_same_in_the_embedded_store(
    neo4j: Store,
    embedded: Store,
    tmp_path: Path,
    history: list[Step],
    wanted: GraphFilter,
    form: Format,
) -> None:
    grown(neo4j, history)
    check(neo4j, embedded, tmp_path, form, wanted)


@pytest.mark.parametrize("form", IMPORTED)
@pytest.mark.parametrize(
    "wanted",
    [
        GraphFilter(reports=(september().report.id, october().report.id)),
        OF_PEOPLE,
        GraphFilter(topics=("corruption",)),
    ],
)
def test_where_nobody_loses_a_name_the_whole_file_comes_back(
    embedded: Store, tmp_path: Path, form: Format, wanted: GraphFilter
) -> None:
    told(embedded).export(form, tmp_path / "part", wanted)
    bring(tmp_path / "part", embedded).export(form, tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == (tmp_path / "part").read_bytes()


@pytest.mark.parametrize("form", IMPORTED)
def test_to_a_part_the_whole_can_be_added(store: Store, tmp_path: Path, form: Format) -> None:
    whole = told(store)
    before = whole.fingerprint()
    whole.export(form, tmp_path / "part", OF_PEOPLE)
    graph = bring(tmp_path / "part", store)
    assert graph.fingerprint() != before
    assert graph.add(september())  # else the part would pass for the whole report
    assert graph.add(october())
    for each in judgements():
        graph.judge(each)
    assert graph.fingerprint() == before
