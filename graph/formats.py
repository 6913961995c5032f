"""The formats that the graph is written in, by name."""

from collections.abc import Callable
from pathlib import Path

from graph import export, rdf
from graph.store import Store

FORMATS: dict[str, Callable[[Store, Path], None]] = {
    "json": export.export_json,
    "jsonl": export.export_jsonl,
    "trig": rdf.export_trig,
    "nquads": rdf.export_nquads,
    "turtle": rdf.export_turtle,
    "jsonld": rdf.export_jsonld,
}
