"""What SPARQL costs: the replica, and the documented queries over it by Oxigraph against rdflib's own engine.

`python -m benchmarks.sparql CLAIMS [--alone]`; alone, rdflib is left out. The reports are invented, the store is
the embedded one. Not in CI.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pyoxigraph
import rdflib

from benchmarks.bulletins import PER_REPORT, bulletin, fill, put
from benchmarks.round_trip import timed
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph
from graph.rdf.replica import Replica, State
from graph.store import Store
from ontology.records import PREFIXES

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from invented import Land  # the tests' own

PAGE = Path(__file__).parents[1] / "docs" / "sparql.md"
QUERIES = re.findall(
    r"^### (\d+\. .+?)\n.*?```sparql\n(.*?)```", PAGE.read_text("utf-8"), re.M | re.S
)
ROUNDS = 3
_HOLD = """
import sys, psutil, pyoxigraph
used = lambda: psutil.Process().memory_info().rss
held, before = pyoxigraph.Store(), used()
for quad in pyoxigraph.Store.read_only(sys.argv[1]):
    held.add(quad)
print((used() - before) / 1e6)
"""


def seconds(call: Callable[[], object]) -> float:
    """The median time of a call."""
    return median(timed(call).seconds for _ in range(ROUNDS))


def asked(held: pyoxigraph.Store, query: str) -> int:
    """How many rows or triples Oxigraph answers with, all of them read."""
    found = held.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
    return sum(1 for _ in found) if not isinstance(found, pyoxigraph.QueryBoolean) else 1


def listed(held: rdflib.Dataset, query: str) -> list[object]:
    """What rdflib's own engine answers with."""
    return list(held.query(query))


def compare(state: State, land: Land, *, against_rdflib: bool) -> None:
    """Prints each query's time on disk, in memory, and by rdflib's own engine over the same triples.

    Ends the program where one has no answer: what is not there costs nothing to find.
    """
    disk = pyoxigraph.Store.read_only(str(state.quads))
    memory = pyoxigraph.Store()
    memory.bulk_extend(disk)
    own = rdflib.Dataset(default_union=True)
    if against_rdflib:
        own.parse(data=memory.dump(format=pyoxigraph.RdfFormat.N_QUADS), format="nquads")
    print(
        "\n| query | rows | on disk | in memory | rdflib | ratio |\n| --- | --- | --- | --- | --- | --- |"
    )
    ratios: list[float] = []
    for title, documented in QUERIES:
        query = put(documented, land)
        rows = asked(disk, query)
        if not rows:
            raise SystemExit(f"{title} has no answer")
        times = [seconds(partial(asked, held, query)) for held in (disk, memory)]
        line = f"| {title} | {rows} | {times[0] * 1000:.1f} ms | {times[1] * 1000:.1f} ms |"
        if against_rdflib:
            theirs = timed(partial(listed, own, query))
            ratios.append(theirs.seconds / times[0])
            line += f" {theirs.seconds * 1000:.0f} ms | {ratios[-1]:.0f} |"
        print(line, flush=True)
    if ratios:
        print(f"\nThe median ratio is {median(ratios):.0f}.")


def in_memory(state: State) -> float:
    """What a process grows by, in MB, that holds the quads in memory."""
    command = [sys.executable, "-c", _HOLD, str(state.quads)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)  # noqa: S603


def follow(store: Store, held: Replica, land: Land, claims: int) -> State:
    """Prints what it takes to make the replica, and to follow changes."""
    graph = KnowledgeGraph(store)
    whole = timed(lambda: held.current(store))
    state = held.current(store)
    print(f"| all, the first time | {whole.seconds:.1f} s |")
    more = land.report(claims, claims=PER_REPORT)
    brief = bulletin(land, claims)
    for said, each in ((f"one report of {PER_REPORT} claims", more), ("a bulletin", brief)):
        graph.add(each)
        print(f"| {said} is added | {timed(lambda: held.current(store)).seconds:.1f} s |")
    graph.forget(more.report.id)
    print(f"| the report is forgotten | {timed(lambda: held.current(store)).seconds:.1f} s |")
    same = seconds(lambda: held.current(store))
    print(f"| nothing has changed | {same * 1000:.1f} ms |")
    size = sum(each.stat().st_size for each in state.folder.parent.rglob("*") if each.is_file())
    quads = len(pyoxigraph.Store.read_only(str(held.current(store).quads)))
    print(f"\n{claims} claims are {quads:,} quads, {size / 1e6:.0f} MB on disk", end="; ")
    print(f"in memory they would be {in_memory(held.current(store)):.0f} MB.", flush=True)
    return held.current(store)


def main(claims: int, *, against_rdflib: bool) -> None:
    """Prints the tables."""
    with TemporaryDirectory() as folder:
        server = EmbeddedServer(Path(folder) / "store")
        try:
            with Store(server.ensure()) as store:
                start = time.perf_counter()
                land = Land(7)
                made = fill(KnowledgeGraph(store), land, claims)
                print(f"{made} claims, added in {time.perf_counter() - start:.0f} s\n")
                print("| the replica | takes |\n| --- | --- |")
                state = follow(store, Replica(Path(folder) / "sparql"), land, made)
                compare(state, land, against_rdflib=against_rdflib)
        finally:
            server.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]), against_rdflib="--alone" not in sys.argv[2:])
