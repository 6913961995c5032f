"""The graph on each server: reports added, read again, replaced and forgotten; equal graphs give equal bytes."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from exported import exported
from invented import Invented, Land, body, country, person, place, post, topic
from resetting import empty

from graph import export
from graph.catalogue import Statement
from graph.exporting.formats import Format
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import InvalidClaim, NotKnown, StoreFailed
from ontology.model import Extraction
from ontology.terms import EventType, Relation, Status

QUARIA, ZEDLAND = country("Quaria", "QA"), country("Zedland", "ZD")
SALT = body("Ministry of Salt", "QA")
ANA, CY = (
    person("Ana Bo", "country:QA", country="QA"),
    person("Cy Dorn", "country:ZD", country="ZD"),
)
HARBOUR = place("Harbour")
MINISTER, ENVOY = post("Minister", SALT), post("Envoy", ZEDLAND)


def review(name: str = "review", claims: int = 0) -> Extraction:
    """Two ministers who met at the harbour about salt smuggling; and so many claims more."""
    made = Invented(name)
    made.tenure(ANA, MINISTER, SALT)
    made.tenure(CY, ENVOY, ZEDLAND)
    made.claim(made.mention(SALT), Relation.PART_OF, object=made.mention(QUARIA))
    event = made.event(
        EventType.MEETING, "2024-09-03", HARBOUR, [ANA, CY], topic("fight against corruption")
    )
    made.met(ANA, CY, event)
    for _ in range(claims):
        made.claim(
            made.mention(ANA), Relation.TOOK_PART, Status.PLANNED, object=event, role="chair"
        )
    return made.extraction()


def many(count: int) -> list[Extraction]:
    land = Land(7, people=20)
    return [land.report(number, claims=10) for number in range(count)]


def test_an_unused_store_is_an_empty_graph(store: Store) -> None:
    graph = KnowledgeGraph(store)
    assert graph.reports() == []
    assert exported(store).nodes == {}


def test_a_report_becomes_the_edges_that_people_walk(store: Store) -> None:
    KnowledgeGraph(store).add(review())
    found = exported(store)
    assert found.walked("HOLDS_POST") == [("Ana Bo", "Minister"), ("Cy Dorn", "Envoy")]
    assert found.walked("POST_IN") == [("Envoy", "Zedland"), ("Minister", "Ministry of Salt")]
    assert found.walked("PART_OF") == [("Ministry of Salt", "Quaria")]
    assert found.walked("TOOK_PART") == [("Ana Bo", "meeting"), ("Cy Dorn", "meeting")]
    assert found.walked("ON") == [("meeting", "2024-09-03")]
    assert found.walked("AT") == [("meeting", "Harbour")]
    assert found.walked("ABOUT") == [("meeting", "fight against corruption")]
    met = {frozenset(pair) for pair in found.walked("MET")}
    assert met == {frozenset({"Ana Bo", "Cy Dorn"}), frozenset({"Quaria", "Zedland"})}


def test_a_topic_leads_to_the_concepts_that_it_names(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(review())
    found = exported(store)
    broader = [
        (found.called(e.start), found.called(e.end)) for e in found.edges if e.type == "BROADER"
    ]
    assert ("fight against corruption", "corruption") in broader
    graph.forget(review().report.id)
    assert exported(store).nodes == {}


def test_every_edge_names_the_claims_it_rests_on(store: Store) -> None:
    KnowledgeGraph(store).add(review())
    found = exported(store)
    for edge in found.derived():
        assert edge.properties["claims"]
        assert all(found.nodes[claim]["label"] == "Claim" for claim in edge.properties["claims"])


def test_countries_met_where_their_office_holders_did(store: Store) -> None:
    KnowledgeGraph(store).add(review())
    found = exported(store)
    (met,) = [e for e in found.derived("MET") if found.nodes[e.start]["label"] == "Country"]
    assert met.properties["rule"] == "in-office"
    assert "stated" not in met.properties
    relations = sorted(found.nodes[claim]["relation"] for claim in met.properties["claims"])
    assert relations == ["holdsPost", "holdsPost", "met", "postIn", "postIn"]


def test_what_is_said_of_countries_themselves_is_one_edge_with_what_follows(store: Store) -> None:
    made = Invented("both")
    made.tenure(ANA, MINISTER, QUARIA)
    made.tenure(CY, ENVOY, ZEDLAND)
    event = made.event(EventType.TALKS, "2024-09-03", HARBOUR, [ANA, CY])
    made.met(ANA, CY, event)
    said = made.met(QUARIA, ZEDLAND, event)
    KnowledgeGraph(store).add(made.extraction())
    found = exported(store)
    (met,) = [e for e in found.derived("MET") if found.nodes[e.start]["label"] == "Country"]
    assert met.properties["rule"] == "stated"
    assert met.properties["stated"] == [said]
    assert len(met.properties["claims"]) == 6


@pytest.mark.parametrize("status", [Status.PLANNED, Status.CLAIMED, Status.DENIED])
def test_what_is_not_stated_as_a_fact_makes_no_edges(store: Store, status: Status) -> None:
    made = Invented("not-so")
    made.tenure(ANA, MINISTER, SALT, status)
    made.claim(made.mention(SALT), Relation.PART_OF, status, object=made.mention(QUARIA))
    event = made.event(EventType.MEETING, "2024-09-03", HARBOUR, [ANA, CY], topic("salt"), status)
    made.met(ANA, CY, event, status)
    KnowledgeGraph(store).add(made.extraction())
    found = exported(store)
    assert found.derived() == []
    assert [each["status"] for each in found.of("Event")] == [status]
    assert len(found.of("Claim")) == len(made.claims)


def test_two_meetings_of_one_pair_are_two_events(store: Store) -> None:
    made = Invented("twice")
    for day in ("2024-09-03", "2024-09-03", "2024-09-20"):
        made.met(ANA, CY, made.event(EventType.MEETING, day, HARBOUR, [ANA, CY]))
    KnowledgeGraph(store).add(made.extraction())
    found = exported(store)
    assert len(found.of("Event")) == 3
    assert sorted(edge.properties["on"] for edge in found.derived("MET")) == [
        "2024-09-03",
        "2024-09-03",
        "2024-09-20",
    ]


def test_one_event_in_two_reports_is_one_where_all_agrees(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(review("one"))
    graph.add(review("two"))
    found = exported(store)
    assert len(found.of("Event")) == 1
    assert len([e for e in found.derived("MET") if found.nodes[e.start]["label"] == "Person"]) == 1
    graph.forget(review("one").report.id)
    assert len(exported(store).of("Event")) == 1


def test_one_event_in_two_reports_is_two_where_anything_differs(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(review("one"))
    made = Invented("other")
    made.event(EventType.MEETING, "2024-09-04", HARBOUR, [ANA, CY])
    made.event(EventType.VISIT, "2024-09-03", HARBOUR, [ANA, CY])
    made.event(EventType.MEETING, "2024-09-03", QUARIA, [ANA, CY])
    made.event(EventType.MEETING, "2024-09-03", HARBOUR, [ANA])
    made.event(EventType.MEETING, "2024-09", HARBOUR, [ANA, CY])
    graph.add(made.extraction())
    assert len(exported(store).of("Event")) == 6


def test_one_name_is_two_people_where_no_context_is_shared(store: Store) -> None:
    graph = KnowledgeGraph(store)
    for number, contexts in enumerate([("country:QA",), ("country:ZD",), (), ()]):
        made = Invented(f"report-{number}")
        made.tenure(person("Ana Bo", *contexts), MINISTER, SALT)
        graph.add(made.extraction())
    assert len(exported(store).of("Person")) == 4
    made = Invented("bridge")
    made.tenure(person("Ana Bo", "country:QA", "country:ZD"), MINISTER, SALT)
    graph.add(made.extraction())
    assert len(exported(store).of("Person")) == 3
    graph.forget(made.id)
    assert len(exported(store).of("Person")) == 4


def test_a_name_is_the_one_that_most_reports_give(store: Store) -> None:
    graph = KnowledgeGraph(store)
    for number, name in enumerate(["Ana Bo", "ANA BO", "Ana Bo"]):
        made = Invented(f"report-{number}")
        made.tenure(ANA._replace(name=name), MINISTER, SALT)
        graph.add(made.extraction())
    (found,) = exported(store).of("Person")
    assert (found["name"], found["aliases"]) == ("Ana Bo", ["ANA BO"])


def test_reading_a_report_twice_changes_nothing(store: Store) -> None:
    graph = KnowledgeGraph(store)
    assert graph.add(review())
    version, found = graph.version(), graph.fingerprint()
    assert not graph.add(review())
    assert (graph.version(), graph.fingerprint()) == (version, found)


def test_the_version_rises_with_each_change_and_only_then(store: Store) -> None:
    graph = KnowledgeGraph(store)
    version = graph.version()
    graph.add(review())
    assert graph.version() == version + 1
    graph.add(review())
    graph.reports()
    graph.fingerprint()
    assert KnowledgeGraph(store).version() == version + 1
    with pytest.raises(NotKnown):
        graph.forget("report-none")
    assert graph.version() == version + 1
    graph.forget(review().report.id)
    assert graph.version() == version + 2


def test_a_store_that_somebody_emptied_is_told(store: Store) -> None:
    graph = KnowledgeGraph(store)
    gone = Statement("gone", "MATCH (n) DETACH DELETE n", (), ())
    store.write(lambda transaction: transaction.run(gone))
    assert graph.version() == 0
    with pytest.raises(StoreFailed, match="emptied"):
        graph.add(review())
    assert KnowledgeGraph(store).add(review())


def test_forgetting_a_report_leaves_no_trace(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one, two = review("one"), review("two")
    graph.add(one)
    found = graph.fingerprint()
    graph.add(two)
    assert graph.fingerprint() != found
    graph.forget(two.report.id)
    assert graph.fingerprint() == found
    graph.forget(one.report.id)
    counted = Statement(
        "count", "MATCH (n) RETURN labels(n)[0] AS label, count(*) AS count", (), ()
    )
    assert store.read(counted) == [{"label": "Graph", "count": 1}]


def test_a_report_that_is_read_anew_replaces_what_it_said(store: Store) -> None:
    graph = KnowledgeGraph(store)
    made = Invented("review")
    made.tenure(ANA, ENVOY, ZEDLAND)
    graph.add(made.extraction())
    assert graph.add(review())
    found = graph.fingerprint()
    empty(store)
    graph.add(review())
    assert graph.fingerprint() == found


def test_reports_are_listed_with_their_claims(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(review("two"))
    graph.add(review("one"))
    listed = graph.reports()
    assert [(each.file, each.pages, each.claims) for each in listed] == [
        ("one.txt", 1, len(review().claims)),
        ("two.txt", 1, len(review().claims)),
    ]


def test_a_report_of_many_batches_is_there_in_full(store: Store) -> None:
    big = review(claims=4500)
    KnowledgeGraph(store).add(big)
    assert KnowledgeGraph(store).reports()[0].claims == len(big.claims)
    assert len(exported(store).of("Passage")) == len(big.passages)


def test_a_report_that_fails_in_the_last_batch_leaves_nothing(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(review("one"))
    version, found = graph.version(), graph.fingerprint()
    big = review("two", claims=2500)
    too_large = big.claims[-1].model_copy(update={"count": 2**70})  # no store has such numbers
    with pytest.raises(OverflowError):
        graph.add(big.model_copy(update={"claims": (*big.claims[:-1], too_large)}))
    assert (graph.version(), graph.fingerprint()) == (version, found)


def test_a_quote_that_does_not_stand_in_the_text_is_refused(store: Store) -> None:
    graph = KnowledgeGraph(store)
    with pytest.raises(InvalidClaim):
        graph.add(review(), "another text")
    assert graph.reports() == []


def test_a_quote_that_differs_from_the_text_is_refused(store: Store) -> None:
    graph = KnowledgeGraph(store)
    made = Invented("review")
    made.tenure(ANA, MINISTER, SALT)
    told = made.extraction()
    (first, *others) = told.passages
    other = first.model_copy(update={"quote": first.quote.swapcase()})
    with pytest.raises(InvalidClaim, match="does not say 's"):
        graph.add(told.model_copy(update={"passages": (other, *others)}), made.text)
    assert graph.reports() == []
    assert graph.add(told, made.text)


def test_reports_added_at_once_are_all_there(store: Store) -> None:
    reports = many(6)
    graph = KnowledgeGraph(store)
    version = graph.version()
    with ThreadPoolExecutor(3) as pool:
        assert all(pool.map(graph.add, [*reports, *reports][:6]))
    found = graph.fingerprint()
    assert graph.version() == version + 6
    empty(store)
    for report in reports:
        graph.add(report)
    assert graph.fingerprint() == found


def test_an_export_has_the_same_bytes_in_any_order_of_reading(store: Store, tmp_path: Path) -> None:
    graph = KnowledgeGraph(store)
    reports = many(4)
    for name, order in (("one", reports), ("other", [*reversed(reports)])):
        empty(store)
        for report in order:
            graph.add(report)
        graph.export(Format.JSON, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    whole = json.loads((tmp_path / "one").read_text("utf-8"))
    assert len(whole["nodes"]) == len(list(export.nodes(store)))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


@pytest.mark.neo4j
def test_an_export_has_the_same_bytes_on_both_servers(
    embedded: Store, neo4j: Store, tmp_path: Path
) -> None:
    reports = many(5)
    for name, store, order in (("one", embedded, reports), ("other", neo4j, [*reversed(reports)])):
        graph = KnowledgeGraph(store)
        for report in order:
            graph.add(report)
        graph.export(Format.JSON, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert KnowledgeGraph(embedded).fingerprint() == KnowledgeGraph(neo4j).fingerprint()
