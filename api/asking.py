"""A question from any door: what is no question is refused before the graph is asked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.asking import Answer, Asker

LONGEST = 2_000
"""Characters of a question."""


def answer(asker: "Asker", question: str) -> "Answer":
    """The answer; a refusal to what is no question at all."""
    from graph.asking import Answer

    def refused(why: str) -> Answer:
        return Answer(question=question[:LONGEST], understood="", refused=why)

    if not question.strip():
        return refused("There is no question here.")
    if len(question) > LONGEST:
        return refused(f"The question is longer than {LONGEST} characters.")
    return asker.ask(question)
