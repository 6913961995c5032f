"""The graph as queries see it on disk is the graph, whatever was done to it, and by whom."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Thread
from typing import NamedTuple, cast

import pyoxigraph
import pytest
from hypothesis import given, settings
from invented import Invented, Land, body, country, person, post
from ornate import ornate
from pyoxigraph import Quad
from resetting import empty
from strategies import Step, histories, judgement

from graph import rdf
from graph.catalogue import Statement, statement
from graph.exporting.elements import Elements
from graph.exporting.world import KINDS
from graph.extractions import cut_down
from graph.knowledge import KnowledgeGraph
from graph.rdf import replica
from graph.rdf.names import ONTOLOGY
from graph.rdf.replica import Replica, State
from graph.store import Result, Row, Store, Transaction, Value
from ontology.errors import StoreFailed
from ontology.model import Extraction
from ontology.terms import Verdict

EVERYTHING_GOES = Statement("everything_goes", "MATCH (n) DETACH DELETE n", (), ())


@pytest.fixture
def held(tmp_path: Path) -> Replica:
    return Replica(tmp_path / "sparql")


class Watched(Store):
    """A store that tells of each statement before it is run."""

    def __init__(self, of: Store, told: Callable[[str, Mapping[str, object]], None]) -> None:
        super().__init__(of.connection)
        self._told = told

    def reading(
        self, work: Callable[[Transaction], Result], seconds: float | None = 30.0
    ) -> Result:
        return super().reading(lambda found: work(_Telling(found, self._told)), seconds)


class _Telling(Transaction):
    def __init__(self, of: Transaction, told: Callable[[str, Mapping[str, object]], None]) -> None:
        super().__init__(of._transaction)
        self._told = told

    def stream(self, statement: Statement, **parameters: Value) -> Iterator[Row]:
        self._told(statement.name, parameters)
        return super().stream(statement, **parameters)


class Reader(NamedTuple):
    """A store, and the ids of the reports that are read from it whole, as that is done."""

    store: Store
    reports: list[str]


@pytest.fixture
def reader(embedded: Store) -> Iterator[Reader]:
    reports: list[str] = []

    def told(name: str, parameters: Mapping[str, object]) -> None:
        if name == "report_claims":
            reports.append(str(parameters["report"]))

    with Watched(embedded, told) as store:
        yield Reader(store, reports)


def seen(state: State) -> set[Quad]:
    """What queries see, without the vocabulary."""
    opened = pyoxigraph.Store.read_only(str(state.quads))
    return {quad for quad in opened if quad.graph_name != ONTOLOGY}


def expected(store: Store) -> set[Quad]:
    """What they should see, as Oxigraph has it: numbers in one way."""
    fresh = pyoxigraph.Store()
    fresh.bulk_extend(rdf.quads(Elements(store)))
    return set(fresh)


def folders(held: Replica) -> list[str]:
    return sorted(each.name for each in held._folder.iterdir() if each.is_dir())


def review(name: str, *people: str) -> Extraction:
    made = Invented(name)
    salt = body("Ministry of Salt", "QA")
    for each in people:
        made.tenure(person(each), post("Minister", salt), salt)
    return made.extraction()


@settings(max_examples=25)
@given(history=histories(longest=6))
def test_it_is_in_step_after_every_change(embedded: Store, history: list[Step]) -> None:
    check_history(embedded, history)


@pytest.mark.neo4j
@settings(max_examples=6)
@given(history=histories(longest=6))
def test_it_is_in_step_on_neo4j(neo4j: Store, history: list[Step]) -> None:
    check_history(neo4j, history)


def check_history(store: Store, history: list[Step]) -> None:
    empty(store)
    graph = KnowledgeGraph(store)
    with TemporaryDirectory() as folder:
        held = Replica(Path(folder))
        for step in history:
            play(graph, step)
            state = held.current(store)
            assert seen(state) == expected(store)
            assert state.version == graph.version()
            assert state.graphs >= {str(quad.graph_name)[1:-1] for quad in seen(state)}


def play(graph: KnowledgeGraph, step: Step) -> None:
    """Makes a change; what is not there cannot be taken back."""
    if step.judgement and not step.undo:
        graph.judge(step.judgement)
    elif step.judgement and step.judgement in graph.judgements():
        graph.withdraw(step.judgement.id)
    elif step.extraction:
        graph.add(step.extraction)
    else:
        for row in graph.reports():
            if row.title == step.report:
                graph.forget(row.id)


@settings(max_examples=5)
@given(report=ornate("all"))
def test_all_that_can_be_said_is_there(embedded: Store, report: Extraction) -> None:
    check_history(embedded, [Step("all", report), Step("all")])


@pytest.mark.parametrize("seed", [1, 2])
def test_followed_through_many_changes_it_is_what_it_is_made_anew(
    embedded: Store, held: Replica, tmp_path: Path, seed: int
) -> None:
    """Reports of one land, which share people, posts, events' places and countries, come and go."""
    graph, land, chance = KnowledgeGraph(embedded), Land(seed, people=25), Random(seed)  # noqa: S311
    readings = [land.report(number, claims=20) for number in range(6)]
    for _ in range(9):
        for each in chance.sample(readings, chance.randint(1, 2)):
            if each.report.id in {row.id for row in graph.reports()} and chance.random() < 0.6:
                graph.forget(each.report.id)
            elif chance.random() < 0.8:
                graph.add(each)
            else:
                claims = {claim.id for claim in chance.sample(each.claims, len(each.claims) // 2)}
                graph.add(cut_down(each, claims))
        found = seen(held.current(embedded))
        assert found == expected(embedded)
    assert found == seen(Replica(tmp_path / "anew").current(embedded))


def test_of_what_is_derived_only_what_was_touched_is_read(embedded: Store, held: Replica) -> None:
    graph = KnowledgeGraph(embedded)
    graph.add(review("one", "Ana Bo"))
    other = Invented("apart")
    mill = country("Millland", "ML")
    other.tenure(person("Cy Dorn"), post("Envoy", mill), mill)
    graph.add(other.extraction())
    held.current(embedded)
    graph.add(review("two", "Ana Bo", "Dee Eff"))
    asked: list[tuple[str, Mapping[str, object]]] = []
    with Watched(embedded, lambda *each: asked.append(each)) as store:
        assert seen(held.current(store)) == expected(embedded)
    assert not [name for name, _ in asked if name.startswith("all_")]
    read = {each for _, told in asked for each in cast("list[str]", told.get("ids", []))}
    names = {each.id: each.properties["name"] for each in Elements(embedded).nodes(*KINDS)}
    touched = {names[each] for each in read if each in names}
    assert touched == {"Ana Bo", "Dee Eff", "Minister", "Ministry of Salt"}


def test_another_process_that_writes_is_followed_report_by_report(
    embedded: Store, held: Replica, reader: Reader
) -> None:
    graph = KnowledgeGraph(embedded)
    reports = [Land(3).report(number) for number in range(4)]
    for report in reports[:3]:
        graph.add(report)
    held.current(reader.store)
    reader.reports.clear()
    with Store(embedded.connection) as another:
        KnowledgeGraph(another).add(reports[3])
        KnowledgeGraph(another).forget(reports[0].report.id)
    assert seen(held.current(reader.store)) == expected(embedded)
    assert reader.reports == [reports[3].report.id]


def test_a_report_that_says_something_else_now_is_read_again(
    embedded: Store, held: Replica, reader: Reader
) -> None:
    graph = KnowledgeGraph(embedded)
    graph.add(review("one", "Ana Bo"))
    graph.add(review("two", "Cy Dorn"))
    held.current(reader.store)
    reader.reports.clear()
    changed = review("one", "Ana Bo", "Dee Eff")
    graph.add(changed)
    assert seen(held.current(reader.store)) == expected(embedded)
    assert reader.reports == [changed.report.id]


def test_nothing_is_done_while_the_graph_is_the_same(
    embedded: Store, held: Replica, reader: Reader
) -> None:
    KnowledgeGraph(embedded).add(review("one", "Ana Bo"))
    first = held.current(reader.store)
    reader.reports.clear()
    assert held.current(reader.store) == first
    assert reader.reports == []


def test_a_store_that_was_emptied_and_filled_anew_is_not_taken_for_the_same(
    embedded: Store, held: Replica
) -> None:
    embedded.write(lambda transaction: transaction.run(EVERYTHING_GOES))
    KnowledgeGraph(embedded).add(review("one", "Ana Bo"))
    before = held.current(embedded)
    embedded.write(lambda transaction: transaction.run(EVERYTHING_GOES))
    KnowledgeGraph(embedded).add(review("other", "Cy Dorn"))
    after = held.current(embedded)
    assert after.version == before.version
    assert seen(after) == expected(embedded)


def test_a_program_that_writes_rdf_otherwise_begins_anew(
    embedded: Store, held: Replica, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = review("one", "Ana Bo")
    KnowledgeGraph(embedded).add(report)
    held.current(reader.store)
    reader.reports.clear()
    monkeypatch.setattr(replica, "WRITTEN", replica.WRITTEN + 1)
    assert seen(held.current(reader.store)) == expected(embedded)
    assert reader.reports == [report.report.id]


def test_a_state_of_a_graph_that_was_being_derived_is_not_kept_for_the_next(
    embedded: Store, held: Replica
) -> None:
    graph = KnowledgeGraph(embedded)
    graph.add(review("one", "Ana Bo"))

    def begin(transaction: Transaction) -> None:
        transaction.run(statement("put_graph"), derivation=-2)

    def finish(transaction: Transaction) -> None:
        transaction.run(statement("put_graph"), derivation=3)

    embedded.write(begin)
    before = held.current(embedded)
    embedded.write(finish)
    assert held.current(embedded).mark != before.mark


def test_a_reader_is_not_disturbed_by_what_comes_after(embedded: Store, held: Replica) -> None:
    graph = KnowledgeGraph(embedded)
    graph.add(review("one", "Ana Bo"))
    reading = pyoxigraph.Store.read_only(str(held.current(embedded).quads))
    before = set(reading)
    for number in range(4):
        graph.add(review(f"more {number}", "Cy Dorn"))
        held.current(embedded)
    assert set(reading) == before
    assert len(folders(held)) == 2


def test_what_a_killed_process_left_is_removed(embedded: Store, held: Replica) -> None:
    KnowledgeGraph(embedded).add(review("one", "Ana Bo"))
    held.current(embedded)
    (held._folder / "draft-left").mkdir()
    KnowledgeGraph(embedded).add(review("two", "Cy Dorn"))
    assert seen(held.current(embedded)) == expected(embedded)
    assert not any(name.startswith("draft") for name in folders(held))


def test_a_report_that_another_process_forgot_leaves_no_words_on_disk(
    embedded: Store, held: Replica
) -> None:
    graph = KnowledgeGraph(embedded)
    secret = review("one", "Ana Xylophonist")
    graph.add(secret)
    graph.add(review("two", "Cy Dorn"))
    assert b"Xylophonist" in everything(held.current(embedded).folder.parent)
    graph.forget(secret.report.id)
    held.current(embedded)
    assert b"Xylophonist" not in everything(held._folder)
    assert secret.report.id.encode() not in everything(held._folder)


def everything(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


def test_dropped_it_is_made_anew(embedded: Store, held: Replica) -> None:
    held.drop()  # of nothing
    KnowledgeGraph(embedded).add(review("one", "Ana Bo"))
    held.current(embedded)
    held.drop()
    assert folders(held) == []
    assert seen(held.current(embedded)) == expected(embedded)
    shutil.rmtree(held._folder)
    assert seen(held.current(embedded)) == expected(embedded)


def test_several_threads_that_ask_at_once_make_one_state(
    embedded: Store, held: Replica, reader: Reader
) -> None:
    KnowledgeGraph(embedded).add(review("one", "Ana Bo"))
    states: list[State] = []
    threads = [Thread(target=lambda: states.append(held.current(reader.store))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({state.folder for state in states}) == 1
    assert len(reader.reports) == 1


def test_while_the_graph_changes_faster_than_it_can_be_followed_the_last_state_stays(
    embedded: Store, held: Replica
) -> None:
    graph = KnowledgeGraph(embedded)
    numbers = iter(range(100))

    def told(name: str, _: object) -> None:
        if name == "judgements":
            graph.judge(judgement(Verdict.REJECT, f"claim-{next(numbers)}"))

    with Watched(embedded, told) as disturbed:
        with pytest.raises(StoreFailed):
            held.current(disturbed)
        first = held.current(embedded)
        graph.add(review("one", "Ana Bo"))
        assert held.current(disturbed) == first
    assert seen(held.current(embedded)) == expected(embedded)
