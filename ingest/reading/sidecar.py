"""What a sidecar file says about its report."""

import codecs
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from ingest.reading.characters import cleaned, collapsed
from ingest.reading.files import content_of, name_of
from ingest.reading.formats import SIDECAR
from ingest.reading.limits import Limits
from ontology.edtf import one_date
from ontology.errors import InvalidDate, InvalidInput, UnreadableReport

_SMALL = Limits(file_bytes=1_000_000)


def _on_one_line(text: str) -> str | None:
    return collapsed(cleaned(text)) or None


def _one_date(text: str) -> str:
    try:
        return one_date(text)
    except InvalidDate as error:
        raise ValueError(error.message) from error


_Line = Annotated[str, AfterValidator(_on_one_line)]


class Sidecar(BaseModel):
    """The facts in `NAME.meta.json`; other keys are ignored."""

    model_config = ConfigDict(frozen=True)

    published: Annotated[str, AfterValidator(_one_date)] | None = None
    title: _Line | None = None
    source: _Line | None = None


def sidecar_of(path: Path) -> Sidecar:
    """What stands beside a file, empty where nothing does; raises InvalidInput."""
    place = path.with_name(path.stem + SIDECAR)
    try:
        content = content_of(place, _SMALL)
        return Sidecar.model_validate_json(content.removeprefix(codecs.BOM_UTF8))
    except UnreadableReport as error:
        raise _unusable(error.message) from error
    except InvalidInput:
        return Sidecar()  # there is none
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        said = first["msg"].removeprefix("Value error, ")
        raise _unusable(f"{name_of(place)}: {where}: {said}") from error


def _unusable(why: str) -> InvalidInput:
    return InvalidInput(
        f"The sidecar cannot be used: {why}",
        'Write {"published": "YYYY-MM-DD", "title": "...", "source": "..."}, or remove it',
    )
