"""How every door reads files: with the extractor, and where it is switched on with a language model beside it."""

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from ingest.pipeline import Outcome


def outcomes(
    paths: Sequence[Path], date: str | None, settings: Settings
) -> "Generator[Outcome, None, None]":
    """What becomes of the files, each as it is ready, in the order given."""
    from ingest.pipeline import extract_reports

    found = extract_reports(paths, date=date, workers=settings.workers)
    if not settings.llm:
        return found
    from api.llm.assistant import assisted

    return assisted(found, settings)
