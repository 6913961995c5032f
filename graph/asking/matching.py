"""Matches the words of a question against a pattern: every way in which its slots can be filled."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from graph.asking.patterns import Choice, Sequence, Slot, Word
from graph.asking.words import Token

Bindings: TypeAlias = tuple[tuple[str, int, int], ...]
"""Each slot's name with the first word it covers and the one after its last."""


@dataclass(eq=False)
class State:
    """What a pattern may go on with: words, slots, or its end."""

    words: dict[str, tuple["State", ...]] = field(default_factory=dict)
    slots: tuple[tuple[str, "State"], ...] = ()
    ends: bool = False


_END = State(ends=True)


def start_of(pattern: Choice) -> State:
    """Where the pattern begins."""
    return _choice(pattern, _END)


def _choice(choice: Choice, after: State) -> State:
    return _either([_sequence(option, after) for option in choice.options])


def _sequence(parts: Sequence, after: State) -> State:
    for part in reversed(parts):
        if isinstance(part, Word):
            after = State(words={part.text: (after,)})
        elif isinstance(part, Choice):
            after = _choice(part, after)
        else:
            after = _slot(part, after)
    return after


def _slot(slot: Slot, after: State) -> State:
    filled = State(slots=((slot.name, after),))
    return _either([after, filled]) if slot.optional else filled


def _either(states: list[State]) -> State:
    if len(states) == 1:
        return states[0]
    words: dict[str, tuple[State, ...]] = {}
    slots: dict[tuple[str, State], None] = {}
    for state in states:
        for word, following in state.words.items():
            words[word] = tuple(dict.fromkeys((*words.get(word, ()), *following)))
        slots |= dict.fromkeys(state.slots)
    return State(words=words, slots=tuple(slots), ends=any(state.ends for state in states))


def match(start: State, tokens: tuple[Token, ...]) -> Iterator[Bindings]:
    """Every way in which a pattern covers all the words; slots take as few words as they can first."""
    return _Match(tokens).of(start, 0)


class _Match:
    """One question's words; remembers from where nothing can be matched."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._dead: set[tuple[State, int]] = set()

    def of(self, state: State, at: int) -> Iterator[Bindings]:
        if (state, at) in self._dead:
            return
        matched = False
        for bindings in self._all(state, at):
            matched = True
            yield bindings
        if not matched:
            self._dead.add((state, at))

    def _all(self, state: State, at: int) -> Iterator[Bindings]:
        if at == len(self._tokens):
            if state.ends:
                yield ()
            return
        for following in state.words.get(self._tokens[at].low, ()):
            yield from self.of(following, at + 1)
        for name, following in state.slots:
            for end in range(at + 1, len(self._tokens) + 1):
                for bindings in self.of(following, end):
                    yield ((name, at, end), *bindings)
