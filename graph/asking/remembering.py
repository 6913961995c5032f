"""Readings of the same words kept, so that a long question is not read anew for each way of parting it."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from graph.asking.failures import Unreadable
from graph.asking.index import NameIndex

_P = ParamSpec("_P")
_T = TypeVar("_T")
_MOST = 5_000


def remembered(reading: Callable[_P, _T]) -> Callable[_P, _T]:
    """The reading of words, whose last argument is the index: each result and failure is kept with that."""

    @wraps(reading)
    def kept(*arguments: _P.args, **more: _P.kwargs) -> _T:
        index = arguments[-1]
        if not isinstance(index, NameIndex):
            raise TypeError("the last argument of a reading is the index")
        key = (reading.__qualname__, *arguments[:-1])
        outcome = index.memory.get(key)
        if outcome is None:
            outcome = _outcome(reading, *arguments, **more)
            if len(index.memory) >= _MOST:
                index.memory.clear()
            index.memory[key] = outcome
        if isinstance(outcome, Unreadable):
            raise outcome.with_traceback(None)
        return cast("_T", outcome)

    return kept


def _outcome(reading: Callable[_P, _T], *arguments: _P.args, **more: _P.kwargs) -> _T | Unreadable:
    try:
        return reading(*arguments, **more)
    except Unreadable as failure:
        return failure
