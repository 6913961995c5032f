"""FollowTheMoney entities: every link leads somewhere, only facts are in them, and the package takes each."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from chronicle import ANA, CY, DEE, QUARIA, QUOTE, SALT, ZEDLAND, told
from invented import Invented, body, country

from graph.exporting.formats import Format
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.terms import EventType, Relation

Entity = dict[str, Any]
LINKS = (
    "document",
    "entity",
    "holder",
    "object",
    "organization",
    "parent",
    "post",
    "proof",
    "subject",
)


@pytest.fixture
def entities(embedded: Store, tmp_path: Path) -> dict[str, Entity]:
    """Entities by id."""
    told(embedded)
    return written(embedded, tmp_path)


def written(store: Store, folder: Path) -> dict[str, Entity]:
    KnowledgeGraph(store).export(Format.FTM, folder / "entities")
    lines = (folder / "entities").read_text("utf-8").splitlines()
    found = {entity["id"]: entity for entity in map(json.loads, lines)}
    assert len(found) == len(lines)
    return found


def by_schema(entities: dict[str, Entity]) -> dict[str, list[dict[str, list[str]]]]:
    found = defaultdict(list)
    for entity in entities.values():
        found[entity["schema"]].append(entity["properties"])
    return found


def named(entities: dict[str, Entity], identifier: str) -> str:
    (name,) = entities[identifier]["properties"]["name"]
    return str(name)


def test_people_bodies_and_posts_are_there_with_their_countries(
    entities: dict[str, Entity],
) -> None:
    found = by_schema(entities)
    people = {(each["name"][0], *each["country"]) for each in found["Person"]}
    assert people == {(ANA.name, "qa"), (CY.name, "zw"), (DEE.name, "az-nk")}
    assert {each["name"][0] for each in found["PublicBody"]} == {
        *(SALT.name, QUARIA.name, ZEDLAND.name)
    }
    assert [each["name"] for each in found["Organization"]] == [["River League"]]
    (salt,) = (each for each in found["PublicBody"] if each["name"] == [SALT.name])
    assert named(entities, salt["parent"][0]) == QUARIA.name
    positions = {each["name"][0]: each for each in found["Position"]}
    assert named(entities, positions["Envoy, Zedland"]["organization"][0]) == ZEDLAND.name
    assert positions["Envoy, Zedland"]["country"] == ["zw"]


def test_a_body_is_what_its_name_says_or_what_it_is_part_of(
    embedded: Store, tmp_path: Path
) -> None:
    made = Invented("bodies")
    quaria, court = country("Quaria", "QA"), body("Supreme Court")
    archive, chamber, club = body("Archive"), body("Chamber of Salt"), body("Salt Club")
    salt = body("State Salt Company")
    for part, whole in (
        (archive, court),
        (salt, quaria),
        (chamber, club),
        (club, chamber),  # as two reports may say between them
    ):
        made.claim(made.mention(part), Relation.PART_OF, object=made.mention(whole))
    KnowledgeGraph(embedded).add(made.extraction())
    found = by_schema(written(embedded, tmp_path))
    schemas = {has["name"][0]: schema for schema in found for has in found[schema] if "name" in has}
    assert schemas == {
        "Quaria": "PublicBody",
        "Supreme Court": "PublicBody",
        "Archive": "PublicBody",
        "State Salt Company": "Company",
        "Chamber of Salt": "Organization",
        "Salt Club": "Organization",
    }


def test_several_events_told_as_one_say_so(embedded: Store, tmp_path: Path) -> None:
    made = Invented("meetings")
    made.event(EventType.MEETING, "2024-09", None, [ANA], count=3)
    KnowledgeGraph(embedded).add(made.extraction())
    (event,) = by_schema(written(embedded, tmp_path))["Event"]
    assert event["description"] == ["3 events told as one"]


def test_a_tenure_is_an_occupancy_with_its_words(entities: dict[str, Entity]) -> None:
    held = {
        (named(entities, each["holder"][0]), *each.get("status", []), *each.get("description", []))
        for each in by_schema(entities)["Occupancy"]
    }
    assert held == {(ANA.name,), (ANA.name, "acting"), (CY.name,), (DEE.name, "ended")}
    (ended,) = (each for each in by_schema(entities)["Occupancy"] if "status" in each)
    assert (ended["startDate"], ended["endDate"]) == (["2021"], ["2024-03"])
    assert "(October, p. 1)" in ended["summary"][0]


def test_only_events_that_happened_are_events(entities: dict[str, Entity]) -> None:
    found = {each["name"][0]: each for each in by_schema(entities)["Event"]}
    assert set(found) == {"meeting", "phone_call", "session"}
    assert (found["phone_call"]["startDate"], found["phone_call"]["endDate"]) == (
        *(["2024-10-05"], ["2024-10-07"]),
    )
    assert found["meeting"]["date"] == ["2024-09-03"]
    assert found["meeting"]["location"] == ["Harbour"]
    assert {named(entities, each) for each in found["meeting"]["involved"]} == {ANA.name, CY.name}
    assert "involved" not in found["session"]
    assert named(entities, found["session"]["organizer"][0]) == "River League"


def test_who_met_and_who_chaired_is_a_link_with_its_words(entities: dict[str, Entity]) -> None:
    links = by_schema(entities)["UnknownLink"]
    met = {
        (*sorted(named(entities, each[end][0]) for end in ("subject", "object")), *each["role"])
        for each in links
        if "met" in each["role"][0]
    }
    assert {(ANA.name, CY.name, "met"), (DEE.name, ANA.name, "met by phone")} <= met
    (chair,) = (each for each in links if each["role"] == ["chair"])
    words = QUOTE.replace("\x0b", "")  # which FollowTheMoney takes for dirt
    assert chair["summary"] == [f"“{words}” (September, p. 1)"]
    assert entities[chair["proof"][0]]["properties"]["title"] == ["September"]


def test_every_link_leads_to_an_entity(entities: dict[str, Entity]) -> None:
    ends = {
        end
        for entity in entities.values()
        for name in (*LINKS, "involved", "organizer")
        for end in entity["properties"].get(name, ())
    }
    assert ends <= set(entities)
    documented = by_schema(entities)["Documentation"]
    reports = {entity["id"] for entity in entities.values() if entity["schema"] == "Document"}
    assert {each["document"][0] for each in documented} == reports
    assert len(documented) > 10


@pytest.mark.followthemoney
def test_the_package_takes_every_value_as_it_is(entities: dict[str, Entity]) -> None:
    from followthemoney import model

    for entity in entities.values():
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        kept = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert kept == entity["properties"]
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert prop.range
                assert model.get(entities[value]["schema"]).is_a(prop.range)
