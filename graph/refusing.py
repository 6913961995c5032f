"""Why a record of a file is refused, in words for whoever has the file before him."""

from pydantic import ValidationError


def first_fault(error: ValidationError) -> str:
    """What is wrong with the first field that is wrong."""
    first = error.errors()[0]
    field = ".".join(map(str, first["loc"]))
    return f"{field} {first['msg'].removeprefix('Value error, ')}".strip()
