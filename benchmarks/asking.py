"""What questions cost over graphs of any size, on any store: each whole, and the Cypher that it runs.

`python -m benchmarks.asking CLAIMS [--neo4j]`: the embedded store, or a Neo4j as the tests bring it. The reports
are invented, a person for each fifty claims. Not in CI.
"""

import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.round_trip import PER_REPORT, timed
from benchmarks.speed import ClockedStore
from graph.asking import Asker
from graph.connection import Connection
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from invented import Land  # the tests' own
from servers import neo4j_server

QUESTIONS = (
    "Who attended meetings about {topic}?",
    "Who attended meetings in {place}?",
    "Who is {person}?",
    "Who is the Minister of {ministry}?",
    "Which posts did {person} hold?",
    "Who met {person}?",
    "Did {person} meet {other}?",
    "When did {person} meet {other}?",
    "Who was together with {person} more than once?",
    "Which events did {person} attend in {year}?",
    "What happened in {place} in March {year}?",
    "How many meetings about {topic} were there in {year}?",
)
DRAWS = 10
"""How often each is asked, each time with other names."""


class Cost(NamedTuple):
    """The seconds that a question took, and how many of them its statements did."""

    whole: float
    inside: float


def fill(graph: KnowledgeGraph, land: Land, claims: int) -> int:
    """Adds reports of at least so many claims together; gives how many claims they have."""
    made = number = 0
    while made < claims:
        report = land.report(number, claims=min(PER_REPORT, claims - made))
        graph.add(report)
        made, number = made + len(report.claims), number + 1
        if number % 500 == 0:
            print(f"{made} claims", file=sys.stderr, flush=True)
    return made


def drawn(land: Land) -> Iterator[tuple[str, str]]:
    """Each question's pattern with the question, in an order of chance."""
    chance = random.Random(11)  # noqa: S311 - names, not secrets
    asked = []
    for pattern in QUESTIONS:
        for _ in range(DRAWS):
            person, other = chance.sample(land.people[: len(land.people) // 2], 2)
            names = {
                "topic": chance.choice(land.topics).name,
                "place": chance.choice(land.places[:40]).name,
                "ministry": chance.choice(land.bodies).name.removeprefix("Ministry of "),
                "person": person.name,
                "other": other.name,
                "year": chance.randint(2010, 2024),
            }
            asked.append((pattern, pattern.format(**names)))
    chance.shuffle(asked)
    yield from asked


def ask(asker: Asker, store: ClockedStore, question: str) -> Cost:
    """What one question costs; ends the program where it is refused, since then nothing is measured."""
    store.spent = 0.0
    found = timed(lambda: asker.ask(question))
    if refused := getattr(found.result, "refused", None):
        raise SystemExit(f"{question} was refused: {refused}")
    return Cost(found.seconds, store.spent)


def p95(values: list[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def measure(store: ClockedStore, land: Land, made: int, filled: float) -> None:
    """Prints the table."""
    asker = Asker(store)
    questions = list(drawn(land))
    first = ask(asker, store, questions[0][1])
    print(f"{made} claims, added in {filled:.0f} s; the first question, which makes the index of")
    print(f"names, takes {first.whole:.2f} s.\n")
    costs: dict[str, list[Cost]] = defaultdict(list)
    for pattern, question in questions:
        costs[pattern].append(ask(asker, store, question))
    print("| question | median | p95 | its Cypher, p95 |\n| --- | --- | --- | --- |")
    every = [each for found in costs.values() for each in found]
    for pattern, found in (*((each, costs[each]) for each in QUESTIONS), ("all", every)):
        whole, inside = [each.whole for each in found], [each.inside for each in found]
        print(
            f"| {pattern} | {median(whole) * 1000:.1f} ms | {p95(whole) * 1000:.1f} ms"
            f" | {p95(inside) * 1000:.1f} ms |"
        )
    ratios = [each.whole / each.inside for each in every if each.inside]
    print(f"\nWhole to Cypher: median {median(ratios):.2f}, p95 {p95(ratios):.2f}.", flush=True)


@contextmanager
def served(folder: Path, *, neo4j: bool) -> Iterator[Connection]:
    """An empty store."""
    if neo4j:
        with neo4j_server(folder) as connection:
            yield connection
        return
    server = EmbeddedServer(folder)
    try:
        yield server.ensure()
    finally:
        server.stop()


def main(claims: int, *, neo4j: bool) -> None:
    """Fills a store and asks."""
    land = Land(7, people=max(20, claims // 50))
    with (
        TemporaryDirectory() as folder,
        served(Path(folder) / "store", neo4j=neo4j) as connection,
        ClockedStore(connection) as store,
    ):
        start = time.perf_counter()
        made = fill(KnowledgeGraph(store), land, claims)
        measure(store, land, made, time.perf_counter() - start)


if __name__ == "__main__":
    main(int(sys.argv[1]), neo4j="--neo4j" in sys.argv[2:])
