"""Invented reports that have something to answer each documented SPARQL query with."""

import sys
from pathlib import Path

from graph.knowledge import KnowledgeGraph
from ontology.model import Extraction
from ontology.terms import EventType, Role, Status

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from invented import Invented, Land, post, topic  # the tests' own

PER_REPORT, PER_BULLETIN = 180, 23
CORRUPTION = topic("combating corruption")
SOUGHT, MONTH = "Bakyt Zhumaliev", "2024-09"
"""The name and the month that the documented queries ask for."""


def fill(graph: KnowledgeGraph, land: Land, claims: int) -> int:
    """Adds reports of at least so many claims together, and a bulletin after each; gives how many they have."""
    made, number = 0, 0
    while made < claims:
        for each in (land.report(number, claims=PER_REPORT), bulletin(land, number)):
            graph.add(each)
            made += len(each.claims)
        number += 1
    return made


def bulletin(land: Land, number: int) -> Extraction:
    """One bulletin: meetings about corruption, what is planned, claimed and denied, and who left a post."""
    day = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
    made = Invented(f"bulletin-{number}", day)
    known = len(land.people)
    chair, guest, third = land.people[0], land.people[number % known], land.people[-1 - number % 9]
    home, place = land.countries[number % len(land.countries)], land.places[number % 20]
    made.tenure(third, post("Envoy", home), home, former=True, since="2009", until=day[:7])
    people = list(dict.fromkeys((chair, guest, third)))
    meeting = made.event(EventType.MEETING, day, place, people, CORRUPTION, role=Role.CHAIR)
    for other in people[1:]:
        made.met(chair, other, meeting)
    made.event(EventType.VISIT, day[:7], home, [guest], CORRUPTION, Status.PLANNED)
    made.event(EventType.TALKS, day, place, [guest], CORRUPTION, Status.CLAIMED)
    made.event(EventType.SESSION, day, place, [chair], CORRUPTION, Status.DENIED)
    return made.extraction()


def put(query: str, land: Land) -> str:
    """A documented query, asked for a name and a month of this land."""
    return query.replace(SOUGHT, land.people[0].name).replace(MONTH, "2010-01")
