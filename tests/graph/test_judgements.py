"""What a person decides: it beats the rules, survives reading again, and can be taken back without a trace."""

import pytest
from exported import Exported, exported
from invented import Actor, Invented, body, person, place, post
from strategies import judgement

from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import NotKnown
from ontology.model import Extraction
from ontology.terms import EventType, NodeKind, Verdict

SALT = body("Ministry of Salt", "QA")
MINISTER = post("Minister", SALT)
HARBOUR = place("Harbour")
ANA = person("Ana Bo", "country:QA")
CY = person("Cy Dorn", "country:QA")


def tenure(name: str, who: Actor, extractor: str = "invented 1") -> Extraction:
    made = Invented(name)
    made.tenure(who, MINISTER, SALT)
    return made.extraction(extractor)


def meeting(name: str, day: str) -> Extraction:
    made = Invented(name)
    made.met(ANA, CY, made.event(EventType.MEETING, day, HARBOUR, [ANA, CY]))
    return made.extraction()


def mention(extraction: Extraction, kind: NodeKind = NodeKind.PERSON) -> str:
    return next(each.id for each in extraction.mentions if each.kind is kind)


def people(found: Exported) -> list[str]:
    return sorted(str(each["name"]) for each in found.of("Person"))


def test_a_rejected_claim_makes_no_edge_until_that_is_taken_back(store: Store) -> None:
    graph = KnowledgeGraph(store)
    report = tenure("one", ANA)
    graph.add(report)
    found = graph.fingerprint()
    holds = report.claims[-1].id
    rejection = judgement(Verdict.REJECT, holds)
    graph.judge(rejection)
    now = exported(store)
    assert now.derived("HOLDS_POST") == []
    assert now.walked("POST_IN") == [("Minister", "Ministry of Salt")]
    assert now.nodes[holds]["rejected"] is True
    assert graph.judgements() == [rejection]
    graph.withdraw(rejection.id)
    assert graph.fingerprint() == found


def test_a_rejection_survives_reading_the_report_again(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(tenure("one", ANA))
    graph.judge(judgement(Verdict.REJECT, tenure("one", ANA).claims[-1].id))
    assert graph.add(tenure("one", ANA, "invented 2"))
    assert exported(store).derived("HOLDS_POST") == []
    graph.forget(tenure("one", ANA).report.id)
    graph.add(tenure("one", ANA))
    assert exported(store).derived("HOLDS_POST") == []


def test_two_names_become_one_by_judgement_and_two_again(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one, two = tenure("one", ANA), tenure("two", CY)
    graph.add(one)
    graph.add(two)
    found = graph.fingerprint()
    same = judgement(Verdict.SAME, mention(one), mention(two))
    graph.judge(same)
    now = exported(store)
    assert people(now) == ["Ana Bo"] or people(now) == ["Cy Dorn"]
    (merged,) = now.of("Person")
    assert {merged["name"], *merged["aliases"]} == {"Ana Bo", "Cy Dorn"}
    ways = {
        edge.properties["rule"]
        for edge in now.edges
        if edge.end == merged["id"] and edge.type == "RESOLVES_TO"
    }
    assert ways == {"judgement"}
    (held,) = now.derived("HOLDS_POST")
    assert len(held.properties["claims"]) == 2
    graph.withdraw(same.id)
    assert graph.fingerprint() == found


def test_one_name_becomes_two_people_by_judgement(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one, two, three = (tenure(name, ANA) for name in ("one", "two", "three"))
    for report in (one, two, three):
        graph.add(report)
    assert people(exported(store)) == ["Ana Bo"]
    different = judgement(Verdict.DIFFERENT, mention(one), mention(two))
    graph.judge(different)
    now = exported(store)
    assert people(now) == ["Ana Bo", "Ana Bo"]
    assert now.world_of(mention(one)) != now.world_of(mention(two))
    graph.add(tenure("two", ANA, "invented 2"))
    assert people(exported(store)) == ["Ana Bo", "Ana Bo"]
    graph.withdraw(different.id)
    assert people(exported(store)) == ["Ana Bo"]


def test_a_judgement_waits_for_reports_that_are_not_there(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one, two = tenure("one", ANA), tenure("two", CY)
    graph.judge(judgement(Verdict.SAME, mention(one), mention(two)))
    graph.add(one)
    assert people(exported(store)) == ["Ana Bo"]
    graph.add(two)
    assert len(people(exported(store))) == 1
    graph.forget(one.report.id)
    assert people(exported(store)) == ["Cy Dorn"]
    graph.add(one)
    assert len(people(exported(store))) == 1


def test_a_judgement_that_two_are_different_beats_one_that_they_are_the_same(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one, two = tenure("one", ANA), tenure("two", CY)
    graph.add(one)
    graph.add(two)
    graph.judge(judgement(Verdict.SAME, mention(one), mention(two)))
    graph.judge(judgement(Verdict.DIFFERENT, mention(one), mention(two)))
    assert people(exported(store)) == ["Ana Bo", "Cy Dorn"]


def test_two_events_become_one_by_judgement_with_the_more_exact_date(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one, two = meeting("one", "2024-09"), meeting("two", "2024-09-03")
    graph.add(one)
    graph.add(two)
    found = graph.fingerprint()
    assert len(exported(store).derived("MET")) == 2
    same = judgement(Verdict.SAME, mention(one, NodeKind.EVENT), mention(two, NodeKind.EVENT))
    graph.judge(same)
    now = exported(store)
    (met,) = now.derived("MET")
    assert met.properties["on"] == met.properties["earliest"] == "2024-09-03"
    assert [event["date"] for event in now.of("Event")] == ["2024-09-03"]
    graph.withdraw(same.id)
    assert graph.fingerprint() == found


def test_kinds_are_never_mixed_by_a_judgement(store: Store) -> None:
    graph = KnowledgeGraph(store)
    one = tenure("one", ANA)
    graph.add(one)
    graph.judge(judgement(Verdict.SAME, mention(one), mention(one, NodeKind.ORGANISATION)))
    assert len(exported(store).of("Person")) == len(exported(store).of("Organisation")) == 1


def test_the_same_judgement_twice_is_one(store: Store) -> None:
    graph = KnowledgeGraph(store)
    graph.add(tenure("one", ANA))
    rejection = judgement(Verdict.REJECT, tenure("one", ANA).claims[-1].id)
    graph.judge(rejection)
    version = graph.version()
    graph.judge(rejection)
    assert graph.version() == version
    assert graph.judgements() == [rejection]


def test_taking_back_what_was_never_decided_is_an_error(store: Store) -> None:
    graph = KnowledgeGraph(store)
    version = graph.version()
    with pytest.raises(NotKnown):
        graph.withdraw("judgement-none")
    assert graph.version() == version
