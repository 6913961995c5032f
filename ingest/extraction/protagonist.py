"""Whom "the President" stands for in a text that never puts title and name together.

"Vladimir Lee visited the plant. There the President met the workers." Where a text names one person
without a title, from its head on, and speaks of one head of state or government whose name it does not give, the two
are the same.
"""

from collections import Counter

from ingest.extraction.actors import Actor, Reading, Roll, Tenure, holders
from ingest.extraction.knownnames import known_names
from ingest.extraction.lexicon import words
from ingest.extraction.titles import Title

_TWICE, _EARLY = 2, 6
"""How often the text names its protagonist where the post has no country; within how many lines of its head first."""


def name_protagonist(roll: Roll, readings: list[Reading]) -> None:
    """Gives the post to the person; does nothing where more than one of either could be meant."""
    named = [(reading, known.actor) for reading in readings for known in known_names(reading, roll)]
    untitled = Counter(id(actor) for _, actor in named if not actor.tenures)
    roles = _roles(roll, readings)
    if len(untitled) != 1 or not roles or len({role.head for _, role in roles}) != 1:
        return
    first, actor = next((reading, actor) for reading, actor in named if id(actor) in untitled)
    reading, role = next(
        ((r, t) for r, t in roles if r.sentence.index > first.sentence.index), (first, roles[0][1])
    )
    often = untitled[id(actor)] >= _TWICE or role.country is not None
    early = first.sentence.index < _EARLY
    if not (early and often) or reading is first or _stand_together(named, roles, actor):
        return
    start, end = reading.marks.span(role.start, role.end)
    actor.tenures.append(
        Tenure(
            role, role.country, start, end, reading.sentence.index, "protagonist",
            contexts=[first.area],
        )
    )  # fmt: skip


def _roles(roll: Roll, readings: list[Reading]) -> list[tuple[Reading, Title]]:
    """Where the text speaks of the head of a state or government whom it does not name."""
    heads = words("heads_of_state") | words("heads_of_government") | {"head of state"}
    return [
        (reading, role)
        for reading in readings
        for role in reading.roles
        if role.head in heads
        and role.post.lower() == role.head
        and role.body is None
        and not (role.plural or role.former or role.nominee)
        and (role.definite or role.owned)
        and not reading.marks.is_capital(role.end)  # a name that is not known for one
        and not holders(roll, role, role.country)
    ]


def _stand_together(
    named: list[tuple[Reading, Actor]], roles: list[tuple[Reading, Title]], actor: Actor
) -> bool:
    """Does a sentence name the person beside the post, as two who met would be?"""
    beside = {reading.sentence.index for reading, each in named if each is actor}
    return any(reading.sentence.index in beside for reading, _ in roles)
