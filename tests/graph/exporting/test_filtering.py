"""A filter: which claims pass, and that what is exported then is closed and says nothing else."""

from pathlib import Path

import pytest
from chronicle import ANA, CY, DEE, LEAGUE, SALT, ZEDLAND, october, september, told
from exported import Exported, exported
from growing import grown
from hypothesis import given, settings
from strategies import Step, filters, histories

from graph.exporting.filtering import GraphFilter
from graph.exporting.formats import Format
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import InvalidInput, NotKnown
from ontology.terms import Relation, Status

SEPTEMBER, OCTOBER = september().report.id, october().report.id


def passed(found: Exported) -> dict[str, set[str]]:
    """What passes: of each event its type, of each tenure who holds what, of structure what is of what."""
    ends = {(e.type, e.start): e.end for e in found.edges if e.type in ("SUBJECT", "OBJECT")}
    told: dict[str, set[str]] = {"events": set(), "tenures": set(), "structure": set()}
    for claim in found.of("Claim"):
        subject = found.called(found.world_of(ends["SUBJECT", claim["id"]]))
        end = ends.get(("OBJECT", claim["id"]))
        other = found.called(found.world_of(end)) if end else ""
        if claim["relation"] in (Relation.POST_IN, Relation.PART_OF):
            told["structure"].add(f"{subject}, {other}")
        elif claim["relation"] == Relation.HOLDS_POST:
            told["tenures"].add(f"{subject}, {other}")
        elif claim["relation"] == Relation.EVENT_TYPE:
            told["events"].add(claim["event_type"])
    return told


@pytest.fixture
def graph(embedded: Store) -> KnowledgeGraph:
    return told(embedded)


def wanted(graph: KnowledgeGraph, **fields: object) -> dict[str, set[str]]:
    return passed(exported(graph.store, GraphFilter.model_validate(fields)))


def test_of_a_report_passes_just_what_it_says(graph: KnowledgeGraph) -> None:
    assert wanted(graph, reports=(OCTOBER,)) == {
        "events": {"phone_call", "session", "talks", "signing"},
        "tenures": {f"{ANA.name}, Minister", f"{DEE.name}, Envoy"},
        "structure": {f"Minister, {SALT.name}", f"Envoy, {ZEDLAND.name}"},
    }


def test_of_a_report_the_edges_are_those_that_it_supports(graph: KnowledgeGraph) -> None:
    whole = {e.properties["id"]: e for e in exported(graph.store).derived()}
    claims = {claim.id for claim in september().claims}
    found = exported(graph.store, GraphFilter(reports=(SEPTEMBER,)))
    assert {e.properties["id"]: set(e.properties["claims"]) for e in found.derived()} == {
        key: claims & set(edge.properties["claims"])
        for key, edge in whole.items()
        if claims & set(edge.properties["claims"])
    }
    assert len(found.of("Report")) == 1


def test_a_status_passes_by_itself(graph: KnowledgeGraph) -> None:
    found = exported(graph.store, GraphFilter(statuses=(Status.PLANNED, Status.DENIED)))
    assert {claim["status"] for claim in found.of("Claim")} == {"planned", "denied"}
    assert passed(found)["events"] == {"visit", "talks"}
    assert found.derived() == []


def test_a_period_passes_events_that_share_a_day_with_it_and_tenures_seen_in_it(
    graph: KnowledgeGraph,
) -> None:
    assert wanted(graph, first="2024-10-06", last="2024-10-09") == {
        "events": {"visit", "phone_call", "talks"},
        "tenures": set(),
        "structure": set(),
    }
    assert wanted(graph, last="2022") == {
        "events": set(),
        "tenures": {f"{DEE.name}, Envoy"},
        "structure": {f"Envoy, {ZEDLAND.name}"},
    }
    assert wanted(graph, first="2024-10-31")["tenures"] == {f"{ANA.name}, Minister"}


def test_an_actor_passes_with_events_and_posts(graph: KnowledgeGraph) -> None:
    assert wanted(graph, actors=("cy dorn",)) == {
        "events": {"meeting", "visit", "signing"},
        "tenures": {f"{CY.name}, Envoy"},
        "structure": {f"Envoy, {ZEDLAND.name}"},
    }


def test_with_an_event_of_an_actor_pass_all_who_took_part(graph: KnowledgeGraph) -> None:
    found = exported(graph.store, GraphFilter(actors=(CY.name,), statuses=(Status.HAPPENED,)))
    assert passed(found)["events"] == {"meeting"}
    assert (ANA.name, "meeting") in found.walked("TOOK_PART")
    assert found.walked("ABOUT") == [("meeting", "fight against corruption")]


def test_a_body_passes_with_the_posts_in_it_and_what_it_is_part_of(graph: KnowledgeGraph) -> None:
    assert wanted(graph, actors=(SALT.name,)) == {
        "events": {"talks"},
        "tenures": {f"{ANA.name}, Minister"},
        "structure": {f"Minister, {SALT.name}", f"{SALT.name}, Quaria"},
    }


def test_an_actor_is_found_by_its_id_that_of_a_mention_and_the_beginning_of_a_name(
    graph: KnowledgeGraph,
) -> None:
    found = exported(graph.store)
    cy = next(each["id"] for each in found.of("Person") if each["name"] == CY.name)
    mention = next(e.start for e in found.edges if e.type == "RESOLVES_TO" and e.end == cy)
    by_name = wanted(graph, actors=(CY.name,))
    for said in (cy, mention, "Dorn", "Dor"):
        assert wanted(graph, actors=(said,)) == by_name
    assert wanted(graph, actors=(CY.name, "river league"))["events"] == {
        *by_name["events"],
        "session",
    }


def test_a_topic_passes_events_under_any_of_its_labels(graph: KnowledgeGraph) -> None:
    for said in ("bribery", "fight against corruption", "law enforcement"):
        assert wanted(graph, topics=(said,))["events"] == {"meeting"}
    found = exported(graph.store, GraphFilter(topics=("corruption",)))
    assert passed(found)["tenures"] == set()
    broader = {node["name"] for node in found.of("Topic") if node["concept"]}
    assert broader == {"corruption", "crime"}


def test_a_rejected_claim_lets_no_event_pass(graph: KnowledgeGraph) -> None:
    assert wanted(graph, topics=("salt prices",))["events"] == {"visit", "talks"}


def test_all_that_is_given_must_be_met(graph: KnowledgeGraph) -> None:
    both = {"actors": (ANA.name,), "first": "2024-10", "reports": (OCTOBER,)}
    assert wanted(graph, **both) == {
        "events": {"phone_call"},
        "tenures": {f"{ANA.name}, Minister"},
        "structure": {f"Minister, {SALT.name}"},
    }
    assert wanted(graph, topics=("corruption",), reports=(OCTOBER,))["events"] == set()


def test_judgements_pass_with_all_that_they_are_about(graph: KnowledgeGraph) -> None:
    def verdicts(**fields: object) -> list[str]:
        found = exported(graph.store, GraphFilter.model_validate(fields))
        return sorted(each["verdict"] for each in found.of("Judgement"))

    assert verdicts() == ["reject", "same"]
    assert verdicts(reports=(OCTOBER,)) == ["reject"]
    assert verdicts(reports=(SEPTEMBER, OCTOBER)) == ["reject", "same"]
    assert verdicts(reports=(SEPTEMBER,)) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"reports": ("report-nix",)},
        {"actors": ("Nobody Here",)},
        {"actors": (" ",)},
        {"actors": ("'",)},
        {"actors": ("-",)},
        {"topics": ("beekeeping",)},
        {"topics": ("",)},
        {"topics": ("'",)},
    ],
)
def test_what_is_not_in_the_graph_is_told(
    graph: KnowledgeGraph, tmp_path: Path, fields: dict[str, object]
) -> None:
    with pytest.raises(NotKnown):
        graph.export(Format.JSON, tmp_path / "x", GraphFilter.model_validate(fields))
    assert list(tmp_path.iterdir()) == []


def test_a_period_that_ends_before_it_begins_is_told(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="ends before"):
        graph.export(Format.JSON, tmp_path / "x", GraphFilter(first="2024-10", last="2024-09"))


def test_countries_meet_in_their_representatives_only_where_all_of_that_passes(
    embedded: Store,
) -> None:
    graph = told(embedded)
    both = [e for e in exported(graph.store).derived("MET") if e.properties["rule"] == "in-office"]
    assert both
    facts = exported(graph.store, GraphFilter(statuses=(Status.HAPPENED,)))
    kept = [e.properties["id"] for e in facts.derived("MET")]
    assert {e.properties["id"] for e in both} <= set(kept)
    about = exported(graph.store, GraphFilter(topics=("corruption",)))  # without the tenures
    assert [e.properties["rule"] for e in about.derived("MET")] == ["stated"]


@pytest.mark.parametrize("form", Format)
def test_a_filter_works_for_every_format(
    graph: KnowledgeGraph, tmp_path: Path, form: Format
) -> None:
    graph.export(form, tmp_path / "out", GraphFilter(actors=(CY.name,)))
    files = sorted((tmp_path / "out").rglob("*")) or [tmp_path / "out"]
    text = "".join(file.read_text("utf-8") for file in files)
    assert CY.name in text
    assert LEAGUE.name not in text


# ---------------------------------------------------------------- the law


def part(graph: KnowledgeGraph, wanted: GraphFilter) -> Exported:
    try:
        return exported(graph.store, wanted)
    except (NotKnown, InvalidInput):
        return Exported({}, [])


@settings(max_examples=40)
@given(history=histories(longest=2), wanted=filters)
def test_a_part_is_closed_and_says_what_the_whole_says(
    embedded: Store, history: list[Step], wanted: GraphFilter
) -> None:
    graph = grown(embedded, history)
    whole, found = exported(graph.store), part(graph, wanted)
    for key, node in found.nodes.items():
        of_part = {"content": node["content"]} if node["label"] == "Report" else {}
        assert whole.nodes[key] | of_part == node
    edges = {(e.type, e.start, e.end, e.properties.get("id")): e.properties for e in whole.edges}
    claims = {claim["id"] for claim in found.of("Claim")}
    for edge in found.edges:
        assert {edge.start, edge.end} <= found.nodes.keys()
        of_whole = edges[edge.type, edge.start, edge.end, edge.properties.get("id")]
        assert set(edge.properties.get("claims", ())) <= claims & set(
            of_whole.get("claims", claims)
        )
    for edge in found.derived():
        assert edge.properties["claims"]
        if event := edge.properties.get("event"):
            assert event in found.nodes
    if wanted != GraphFilter():
        check_needed(found)
    if wanted.statuses:
        assert {claim["status"] for claim in found.of("Claim")} <= set(wanted.statuses)


def check_needed(found: Exported) -> None:
    """Nothing is there that no claim needs, and all that one needs is."""
    linked = {end for e in found.edges for end in (e.start, e.end)}
    assert linked == set(found.nodes) - {each["id"] for each in found.of("Judgement")}
    ends = {(e.type, e.start) for e in found.edges}
    for claim in found.of("Claim"):
        for kind in ("SUBJECT", "CORE", "STATED_IN"):
            assert (kind, claim["id"]) in ends
    for mention in found.of("Mention"):
        assert found.world_of(mention["id"])
