"""Answers of language models kept on disk by their content, so that what was asked once is not asked again."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from api.whole import write_whole
from ingest.assisting.paragraphs import paragraphs
from ingest.document import Document

_Shape = TypeVar("_Shape", bound=BaseModel)


class KeptAnswers:
    """The folder of kept answers; a file is known by the text and by all else that was asked."""

    def __init__(self, data: Path) -> None:
        """The folder is made when the first answer is kept."""
        self._folder = data / "llm"

    def get(self, model: str, instructions: str, text: str, shape: type[_Shape]) -> _Shape | None:
        """The answer that was given; None where there is none, or one that is damaged."""
        try:
            return shape.model_validate_json(
                self._file(model, instructions, text, shape).read_bytes()
            )
        except (OSError, ValidationError):
            return None

    def put(self, model: str, instructions: str, text: str, answer: BaseModel) -> None:
        """Keeps an answer; one that cannot be written will be asked for again."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._file(model, instructions, text, type(answer))
            write_whole(file, answer.model_dump_json().encode(), 0o600)

    def forget(self, text: str) -> None:
        """Removes all answers to a text, whoever gave them."""
        for file in self._folder.glob(f"{_digest(text)}-*.json"):
            file.unlink(missing_ok=True)

    def _file(self, model: str, instructions: str, text: str, shape: type[BaseModel]) -> Path:
        asked = json.dumps([model, instructions, shape.model_json_schema()], sort_keys=True)
        return self._folder / f"{_digest(text)}-{_digest(asked)}.json"


def forget_answers(data: Path, document: Document) -> None:
    """Removes what models answered to the paragraphs of a document."""
    kept = KeptAnswers(data)
    for each in paragraphs(document):
        kept.forget(each.text)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:40]
