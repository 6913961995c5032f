"""What a sidecar file says about its report."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from ingest.reading.formats import SIDECAR
from ontology.edtf import Edtf
from ontology.errors import InvalidInput


class Sidecar(BaseModel):
    """The facts in `NAME.meta.json`; other keys are ignored."""

    model_config = ConfigDict(frozen=True)

    published: Edtf | None = None
    title: str | None = None
    source: str | None = None


def sidecar_of(path: Path) -> Sidecar:
    """What stands beside a file, empty where nothing does; raises InvalidInput."""
    place = path.with_name(path.stem + SIDECAR)
    try:
        content = place.read_bytes()
    except OSError:
        return Sidecar()
    try:
        return Sidecar.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise InvalidInput(
            f"The sidecar {place.name} is not usable: {where}: {first['msg']}",
            'Write {"published": "YYYY-MM-DD", "title": "...", "source": "..."}, or remove it',
        ) from error
