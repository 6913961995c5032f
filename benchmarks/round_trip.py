"""What a round trip costs: a graph exported, checked and imported into an emptied store, in each format.

`python -m benchmarks.round_trip CLAIMS [FORMAT …]`. The reports are invented, the store is the embedded one. Not in CI.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psutil

from graph.embedded import EmbeddedServer
from graph.export import export
from graph.exporting.formats import FORMATS, Format
from graph.importing import checked, load
from graph.knowledge import KnowledgeGraph
from graph.store import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from invented import Land  # the tests' own
from resetting import empty

PER_REPORT = 200


class Timed(NamedTuple):
    """What a call gave, and how many seconds it took."""

    result: object
    seconds: float


def timed(call: Callable[[], object]) -> Timed:
    """The result and duration of a call."""
    start = time.perf_counter()
    return Timed(call(), time.perf_counter() - start)


def fill(graph: KnowledgeGraph, claims: int) -> int:
    """Adds reports of at least so many claims together; gives how many claims they have."""
    land, made, number = Land(7), 0, 0
    while made < claims:
        report = land.report(number, claims=min(PER_REPORT, claims - made))
        graph.add(report)
        made, number = made + len(report.claims), number + 1
    return made


def trip(store: Store, folder: Path, form: Format) -> None:
    """One line of the table; ends the program where the graph is not the same after it."""
    graph = KnowledgeGraph(store)
    before = graph.fingerprint()
    file = folder / form
    written = timed(lambda: export(store, form, file))
    size = sum(each.stat().st_size for each in (file, *file.rglob("*")) if each.is_file()) / 1e6
    if not FORMATS[form].imported:
        print(f"| {form} | {size:.1f} MB | {written.seconds:.1f} s | | | {memory():.0f} MB |")
        return
    empty(store)
    start = time.perf_counter()
    with checked(file) as found:
        read = time.perf_counter() - start
        loaded = timed(lambda: sum(load(graph, found)))
    if graph.fingerprint() != before:
        raise SystemExit(f"{form} did not give the same graph")
    print(
        f"| {form} | {size:.1f} MB | {written.seconds:.1f} s | {read:.1f} s | {loaded.seconds:.1f} s"
        f" | {memory():.0f} MB |",
        flush=True,
    )


def memory() -> float:
    """What this process holds in memory, in MB."""
    return float(psutil.Process().memory_info().rss) / 1e6


def main(claims: int, forms: list[str]) -> None:
    """Prints the table."""
    with TemporaryDirectory() as folder:
        server = EmbeddedServer(Path(folder) / "store")
        try:
            with Store(server.ensure()) as store:
                filled = timed(lambda: fill(KnowledgeGraph(store), claims))
                print(f"{filled.result} claims, added in {filled.seconds:.1f} s\n")
                print("| format | size | export | check | load | memory then |")
                print("| --- | --- | --- | --- | --- | --- |")
                for form in forms or Format:
                    trip(store, Path(folder), Format(form))
        finally:
            server.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
