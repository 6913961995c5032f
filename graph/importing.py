"""Brings an exported file back into a graph: what reports say and what people decided; the rest is derived anew."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from graph.exporting.contents import Contents
from graph.knowledge import KnowledgeGraph
from graph.lines import LinesFile
from graph.rdf.files import RdfFile, opened_rdf
from ontology.errors import InvalidGraph
from ontology.model import Claim, Extraction, Judgement, Mention, Passage

_NQUADS = re.compile(rb"\s*<[^<>]*>\s+<[^<>]*>\s+[<\"].*\.\s*")
_HEAD = 65_536
_NOT_TAKEN = {b'{"nodes":': "json", b'{"@context":': "JSON-LD"}
"""How exports in formats that are not imported begin."""
_GZIP = b"\x1f\x8b"


class Checked(NamedTuple):
    """A file that was read through and found whole."""

    file: RdfFile | LinesFile
    judgements: list[Judgement]
    reports: int


@contextmanager
def checked(file: Path) -> Iterator[Checked]:
    """A file of ours in TriG, N-Quads or JSON Lines, all of it checked; raises InvalidGraph and OSError."""
    with _opened(file) as found:
        said, judgements = found.contents(), found.judgements()
        owners: dict[str, str] = {}
        reports = claims = 0
        for extraction in found.extractions():
            reports += 1
            claims += len(extraction.claims)
            _claim_ids(extraction, owners)
        held = Contents(reports, claims, len(judgements))
        if held != said:
            raise InvalidGraph(f"{file.name}: it holds {held}, and should hold {said}")
        yield Checked(found, judgements, reports)


def load(graph: KnowledgeGraph, found: Checked) -> Iterator[bool]:
    """Adds the reports of a file, each replacing what the graph has of it; gives for each whether that changed it.

    Each report and each judgement is one change: what was loaded when it is interrupted stays, and loading the
    file again completes it.
    """
    for judgement in found.judgements:
        graph.judge(judgement)
    for extraction in found.file.extractions():
        yield graph.add(extraction)


def _claim_ids(extraction: Extraction, owners: dict[str, str]) -> None:
    """Raises InvalidGraph where a report uses an id that is another's."""
    report = extraction.report.id
    parts: tuple[Passage | Mention | Claim, ...] = (
        *extraction.passages,
        *extraction.mentions,
        *extraction.claims,
    )
    for each in parts:
        if owners.setdefault(each.id, report) != report:
            raise InvalidGraph(f"{each.id} stands in two reports, {owners[each.id]} and {report}")


@contextmanager
def _opened(file: Path) -> Iterator[RdfFile | LinesFile]:
    """The file by its first line, whatever it is called."""
    with file.open("rb") as opened:
        first = opened.readline(_HEAD)
    if first.startswith(_GZIP):
        raise InvalidGraph(f"{file.name}: it is compressed with gzip; unpack it first")
    first = first.removeprefix(BOM_UTF8).lstrip()
    for beginning, form in _NOT_TAKEN.items():
        if first.startswith(beginning):
            raise InvalidGraph(
                f"{file.name}: it is {form}, which cannot be imported; export it as jsonl or trig"
            )
    if first.startswith(b"{"):
        yield LinesFile(file)
        return
    with opened_rdf(file, nquads=bool(_NQUADS.fullmatch(first))) as found:
        yield found
