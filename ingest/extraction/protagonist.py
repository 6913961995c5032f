"""Whom "the President" stands for in a text that never puts title and name together.

"Vladimir Lee visited the plant. There the President met the workers." Where a text names one person
without a title, from its head on, and speaks of one head of state or government whose name it does not give, the two
are the same.
"""

from collections import Counter

from ingest.document import BlockKind
from ingest.extraction.actors import Actor, Reading, Roll, Tenure, holders, holds_of_state
from ingest.extraction.knownnames import Known, known_names
from ingest.extraction.lexicon import words
from ingest.extraction.titles import Title

_ANY = frozenset({"head of state"})
"""What more than one post may be called."""
_TWICE, _EARLY, _BELOW, _TWO = 2, 6, 3, 2
"""How often the text names its protagonist where the post has no country; within how many lines of its head first,
and of its title where that speaks of the post."""


def name_protagonist(roll: Roll, readings: list[Reading]) -> None:
    """Gives the post to the person; does nothing where more than one of either could be meant."""
    known = [(reading, each) for reading in readings for each in known_names(reading, roll)]
    named = [(reading, each.actor) for reading, each in known]
    untitled = [(reading, actor) for reading, actor in named if not actor.tenures]
    roles = _roles(roll, readings)
    of_two = [] if roles else _of_two(roll, readings)
    roles += of_two
    if not (untitled and roles) or len({role.head for _, role in roles} - _ANY) > 1:
        return
    acting = [
        (reading, each.actor)
        for reading, each in known
        if not each.actor.tenures and (of_two or _does_something(reading, each, known))
    ]
    if not acting or not _is_told_of_most(acting[0][1], acting):
        return  # whom the President writes to is not the President
    first, actor = acting[0]
    if any(each is not actor for reading, each in acting if reading is first):
        return
    said = [each for each in roles if each[1].head not in _ANY] or roles
    later = [each for each in said if each[0].sentence.index > first.sentence.index]
    reading, role = (later or said)[0]
    restated = _is_restated(first, roles)
    often = sum(each is actor for _, each in untitled) >= _TWICE or role.country is not None
    once = len(untitled) == 1 and _is_dated(readings)
    heads = first.sentence.kind is BlockKind.TITLE or once or bool(of_two)
    early = first.sentence.index < _EARLY or once
    apart = restated or not _stand_together(named, roles, actor)
    if not (early and (often or heads)) or reading is first or not apart:
        return
    start, end = reading.marks.span(role.start, role.end)
    actor.tenures.append(
        Tenure(
            role, role.country, start, end, reading.sentence.index, "protagonist",
            contexts=[first.area],
        )
    )  # fmt: skip


def _does_something(reading: Reading, known: Known, others: list[tuple[Reading, Known]]) -> bool:
    """Does the name begin its sentence, or stand behind words that lead up to it: "In Riga, Ann Lee opened …"?"""
    before = [token for token in reading.sentence.tokens if token.end <= known.start]
    if not before:
        return True
    earlier = [each for there, each in others if there is reading and each.end <= known.start]
    if before[-1].folded == "and" and earlier:
        return earlier[0].start == reading.sentence.start  # "Ann Lee and Bo Moss visited Riga"
    led_up = before[-1].text == "," and reading.marks.is_("leading_up", 0)
    return led_up and not earlier


def _is_told_of_most(actor: Actor, untitled: list[tuple[Reading, Actor]]) -> bool:
    """Does the text name no other without a title half as often?"""
    often = Counter(id(each) for _, each in untitled)
    others = [number for key, number in often.items() if key != id(actor)]
    return often[id(actor)] >= _TWICE * max(others, default=0)


def _is_dated(readings: list[Reading]) -> bool:
    """Is it a text under a dateline, as read-outs are?"""
    return any(each.sentence.kind is BlockKind.DATELINE for each in readings)


def _of_two(roll: Roll, readings: list[Reading]) -> list[tuple[Reading, Title]]:
    """ "The two presidents", where the text calls only one of two persons a president."""
    heads = words("heads_of_state") | words("heads_of_government")
    return [
        (reading, role._replace(plural=False))
        for reading in readings
        for role in reading.roles
        if role.plural and reading.marks.says(role.start - 1, "two") and role.is_bare and role.head in heads
        and len(roll.people) == _TWO and len(holders(roll, role, None)) == 1
    ]  # fmt: skip


def _is_restated(first: Reading, roles: list[tuple[Reading, Title]]) -> bool:
    """Does the title begin with the post, and the text, just below, with the person: "The President visited …"?"""
    title = [
        reading
        for reading, role in roles
        if reading.sentence.kind is BlockKind.TITLE and role.start == 0
    ]
    begins = first.marks.name_end(0) > 0
    return bool(title) and begins and first.sentence.index - title[0].sentence.index <= _BELOW


def _roles(roll: Roll, readings: list[Reading]) -> list[tuple[Reading, Title]]:
    """Where the text speaks of the head of a state or government whom it does not name."""
    heads = words("heads_of_state") | words("heads_of_government") | _ANY
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
        and not any(holds_of_state(each, role) for each in holders(roll, role, role.country))
    ]


def _stand_together(
    named: list[tuple[Reading, Actor]], roles: list[tuple[Reading, Title]], actor: Actor
) -> bool:
    """Does a sentence name the person beside the post, as two who met would be?"""
    beside = {reading.sentence.index for reading, each in named if each is actor}
    return any(reading.sentence.index in beside for reading, _ in roles)
