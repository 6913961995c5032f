"""Tables of pandas, which is an extra: loaded when the first one is made."""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ontology.errors import MissingPart

if TYPE_CHECKING:
    from pandas import DataFrame


def frame(cells: Sequence[Mapping[str, object]], columns: Sequence[str]) -> "DataFrame":
    """A table with these columns, also where it has no row; raises MissingPart."""
    if find_spec("pandas") is None:
        raise MissingPart("pandas is not installed", "Run `make extras`")
    from pandas import DataFrame

    return DataFrame(list(cells), columns=list(columns))
