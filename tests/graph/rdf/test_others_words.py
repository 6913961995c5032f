"""The graph in the words of others: all that happened is found by them, and nothing else follows from them."""

import owlrl
import pytest
from chronicle import told
from rdflib import OWL, RDF, RDFS, Dataset, Graph, URIRef

from graph import rdf
from graph.store import Store
from ontology.records import PREFIXES
from ontology.vocabulary import load

WORDS = PREFIXES[""]
DERIVED = f"FROM <{PREFIXES['graph']}derived>"
OTHERS = """
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX time: <http://www.w3.org/2006/time#>
"""
DEE = '=Dee "the <Salt>" O’Fee; & Söhne'
AXIOMS = """
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .

foaf:Person rdfs:subClassOf foaf:Agent ; owl:disjointWith org:Organization .
org:Organization rdfs:subClassOf foaf:Agent .
org:Role rdfs:subClassOf skos:Concept .
org:member rdfs:domain org:Membership ; rdfs:range foaf:Agent .
org:organization rdfs:domain org:Membership ; rdfs:range org:Organization .
org:role rdfs:range org:Role .
org:memberDuring rdfs:domain org:Membership ; rdfs:range time:Interval .
org:holds rdfs:domain foaf:Agent ; rdfs:range org:Post ; owl:inverseOf org:heldBy .
org:postIn rdfs:domain org:Post ; rdfs:range org:Organization .
org:subOrganizationOf rdfs:domain org:Organization ; rdfs:range org:Organization ; a owl:TransitiveProperty .
sem:eventType rdfs:domain sem:Event ; rdfs:range sem:EventType .
sem:hasActor rdfs:domain sem:Event .
sem:hasPlace rdfs:domain sem:Event .
sem:hasEarliestBeginTimeStamp rdfs:domain sem:Event .
sem:hasLatestEndTimeStamp rdfs:domain sem:Event .
time:hasBeginning rdfs:domain time:Interval ; rdfs:range time:Instant .
time:hasEnd rdfs:domain time:Interval ; rdfs:range time:Instant .
time:inside rdfs:domain time:Interval ; rdfs:range time:Instant .
time:Interval owl:disjointWith time:Instant .
prov:Entity owl:disjointWith prov:Activity .
prov:wasDerivedFrom rdfs:domain prov:Entity ; rdfs:range prov:Entity .
prov:hadPrimarySource rdfs:subPropertyOf prov:wasDerivedFrom .
prov:wasQuotedFrom rdfs:subPropertyOf prov:wasDerivedFrom .
prov:wasGeneratedBy rdfs:domain prov:Entity ; rdfs:range prov:Activity .
prov:used rdfs:domain prov:Activity ; rdfs:range prov:Entity .
oa:hasTarget rdfs:domain oa:Annotation .
"""
"""What the vocabularies themselves say of their words, as far as it can make a falsehood of ours."""


@pytest.fixture
def held(embedded: Store) -> Dataset:
    told(embedded)
    return rdf.dataset(embedded)


def rows(held: Dataset, query: str) -> list[tuple[str | None, ...]]:
    found = held.query(OTHERS + query)
    return sorted(tuple(None if each is None else str(each) for each in row) for row in found)  # type: ignore[union-attr]


def test_persons_by_schema_org_and_foaf(held: Dataset) -> None:
    for kind in ("schema:Person", "foaf:Person"):
        found = rows(held, f"SELECT ?n {DERIVED} {{ ?p a {kind} ; schema:name ?n }}")
        assert found == [(DEE,), ("Ana Bo",), ("Cy Dorn",)]


def test_posts_and_who_holds_them_by_org(held: Dataset) -> None:
    found = rows(
        held,
        f"""SELECT ?title ?body ?who {DERIVED} {{
            ?post a org:Post ; org:role/skos:prefLabel ?title .
            OPTIONAL {{ ?post org:postIn/rdfs:label ?body }}
            OPTIONAL {{ ?who_ org:holds ?post ; rdfs:label ?who . ?post org:heldBy ?who_ }} }}""",
    )
    assert found == [("Envoy", None, "Cy Dorn"), ("Minister", "Ministry of Salt", "Ana Bo")]


def test_memberships_and_when_they_were_by_org_and_owl_time(held: Dataset) -> None:
    membership = "?m a org:Membership ; org:member/rdfs:label ?who ; org:memberDuring ?during"
    found = rows(
        held,
        f"""SELECT ?who ?title ?seen {DERIVED} {{ {membership} ; org:role/skos:prefLabel ?title .
            ?during a time:Interval ; time:inside/time:inXSDDate ?seen }}""",
    )
    assert found == [
        ("Ana Bo", "Minister", "2024-09-30"),
        ("Ana Bo", "Minister", "2024-10-31"),
        ("Cy Dorn", "Envoy", "2024-09-30"),
    ]
    found = rows(
        held,
        f"""SELECT ?who ?since ?until {DERIVED} {{ {membership} .
            ?during time:hasBeginning/time:inXSDgYear ?since ; time:hasEnd/time:inXSDgYearMonth ?until }}""",
    )
    assert found == [(DEE, "2021", "2024-03")]


@pytest.mark.parametrize("kind", ["sem:Event", "schema:Event"])
def test_what_happened_and_nothing_else_is_an_event_to_others(held: Dataset, kind: str) -> None:
    found = rows(held, f"SELECT ?n {{ ?e a {kind} ; rdfs:label ?n }}")
    assert found == [("meeting",), ("phone_call",), ("session",)]


def test_the_label_of_what_is_no_fact_says_so(held: Dataset) -> None:
    found = rows(
        held, "SELECT ?n { ?e a :Event ; rdfs:label ?n FILTER NOT EXISTS { ?e a sem:Event } }"
    )
    assert found == [("signing (claimed)",), ("talks (denied)",), ("visit (planned)",)]


def test_actors_places_and_topics_by_sem_and_schema_org(held: Dataset) -> None:
    found = rows(
        held,
        f"""SELECT ?n ?where ?topic ?who {DERIVED} {{ ?e a sem:Event ; rdfs:label ?n ; sem:hasPlace ?p ;
            schema:location ?p ; schema:about/skos:prefLabel ?topic ; sem:hasActor ?a ; schema:attendee ?a .
            ?p schema:name ?where . ?a schema:name ?who }}""",
    )
    assert found == [
        ("meeting", "Harbour", "fight against corruption", "Ana Bo"),
        ("meeting", "Harbour", "fight against corruption", "Cy Dorn"),
    ]
    found = rows(held, f"SELECT ?who {DERIVED} {{ ?e schema:organizer/schema:name ?who }}")
    assert found == [("River League",)]


def test_dates_of_events_by_schema_org_sem_and_owl_time(held: Dataset) -> None:
    expected = [
        ("meeting", "2024-09-03", "2024-09-03"),
        ("phone_call", "2024-10-05", "2024-10-07"),
    ]
    for path in (
        "schema:startDate ?a ; schema:endDate ?b",
        "sem:hasEarliestBeginTimeStamp ?a ; sem:hasLatestEndTimeStamp ?b",
        "time:hasTime [ time:hasBeginning/time:inXSDDate ?a ; time:hasEnd/time:inXSDDate ?b ]",
    ):
        assert rows(held, f"SELECT ?n ?a ?b {DERIVED} {{ ?e rdfs:label ?n ; {path} }}") == expected


def test_the_words_behind_a_membership_by_prov_and_web_annotation(held: Dataset) -> None:
    found = rows(
        held,
        """SELECT ?quote ?page { ?m a org:Membership ; org:member/schema:name "Cy Dorn" ; prov:wasDerivedFrom ?c .
            ?c a oa:Annotation ; oa:hasTarget ?target ; prov:hadPrimarySource ?report .
            ?target oa:hasSource ?report ; oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ?quote ] , [
                a oa:FragmentSelector ; <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> ?page ;
                oa:refinedBy/oa:exact ?quote ] }""",
    )
    assert found == [("Sentence 3 of September says that holdsPost is happened.", "page=1")]


def test_a_reasoner_infers_nothing_that_is_not_so(held: Dataset) -> None:
    whole = load() + Graph().parse(data=AXIOMS, format="turtle")
    for subject, predicate, term, graph in held.quads():
        if str(graph) != WORDS.removesuffix("#"):
            whole.add((subject, predicate, term))
    own = {name: set(whole.subjects(RDF.type, URIRef(WORDS + name))) for name in NARROWER}
    assert all(own.values())
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    assert not set(whole.subjects(RDF.type, OWL.Nothing))
    assert not set(whole.objects(None, URIRef(ERROR)))
    for name, others in NARROWER.items():
        for other in others:
            found = set(whole.subjects(RDF.type, URIRef(other)))
            assert found == own[name], (name, other)
    assert (URIRef(WORDS + "Person"), RDFS.subClassOf, URIRef("https://schema.org/Person")) in whole


ERROR = "http://www.daml.org/2002/03/agents/agent-ont#error"
"""What the reasoner says of a contradiction."""
NARROWER = {
    "Person": ("https://schema.org/Person", "http://xmlns.com/foaf/0.1/Person"),
    "Organisation": ("http://www.w3.org/ns/org#Organization", "https://schema.org/Organization"),
    "Country": ("https://schema.org/Country",),
    "Place": ("https://schema.org/Place",),
    "Post": ("http://www.w3.org/ns/org#Post",),
    "Tenure": ("http://www.w3.org/ns/org#Membership",),
    "Occurrence": (
        "http://semanticweb.cs.vu.nl/2009/11/sem/Event",
        "https://schema.org/Event",
    ),
    "Claim": ("http://www.w3.org/ns/oa#Annotation",),
}
"""Of each class of ours those of others of which just the same are."""
