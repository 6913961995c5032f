"""A question from any door: what is no question is refused before the graph is asked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.asking import Answer, Asker

LONGEST = 2_000
"""Characters of a question."""


def answer(asker: "Asker", question: str) -> "Answer":
    """The answer; a refusal to what is no question at all."""
    # JSON can hold halves of characters, which nothing can write down again.
    question = question.encode(errors="replace").decode()
    if not question.strip():
        return _refused(question, "There is no question here.")
    if len(question) > LONGEST:
        return _refused(question, f"The question is longer than {LONGEST} characters.")
    return asker.ask(question)


def failure(question: str, why: str) -> "Answer":
    """What stands for the answer where the work failed."""
    return _refused(question, f"The question could not be answered: {why}")


def _refused(question: str, why: str) -> "Answer":
    from graph.asking import Answer

    return Answer(question=question, understood="", refused=why)
