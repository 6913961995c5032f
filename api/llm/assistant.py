"""Reports as they are read, each with what a language model adds to it."""

from collections.abc import Generator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from api.llm.endpoint import Endpoint
from api.llm.keeping import KeptAnswers
from api.settings import Settings
from ingest.assisting.told import INSTRUCTIONS, Told
from ontology.errors import NoModelAnswer

if TYPE_CHECKING:
    from ingest.pipeline import Outcome


def assisted(
    outcomes: "Generator[Outcome, None, None]", settings: Settings
) -> "Generator[Outcome, None, None]":
    """The outcomes, each read along by the model of the settings; raises as an Endpoint does."""
    return _helped(outcomes, _Assistant(settings))


def _helped(
    outcomes: "Generator[Outcome, None, None]", assistant: "_Assistant"
) -> "Generator[Outcome, None, None]":
    with closing(outcomes):
        for outcome in outcomes:
            yield assistant.helped(outcome)


class _Assistant:
    """Asks for what is not kept, and keeps what is answered."""

    def __init__(self, settings: Settings) -> None:
        self._endpoint, self._kept = Endpoint(settings), KeptAnswers(settings.data)

    def helped(self, outcome: "Outcome") -> "Outcome":
        """The outcome with what the model adds, and how far it helped."""
        from ingest.assisting.assist import assist

        if outcome.document is None or outcome.extraction is None:
            return outcome
        found, told = assist(
            outcome.document, outcome.extraction, self._endpoint.model, self._answers
        )
        return outcome._replace(extraction=found, assistance=told)

    def _answers(self, texts: Sequence[str]) -> list[Told | NoModelAnswer]:
        model = self._endpoint.model
        known = {each: self._kept.get(model, INSTRUCTIONS, each, Told) for each in texts}
        asked = [each for each, answer in known.items() if answer is None]
        found: dict[str, Told | NoModelAnswer] = {
            each: told for each, told in known.items() if told
        }
        for text, answer in zip(
            asked, self._endpoint.answers(INSTRUCTIONS, asked, Told), strict=True
        ):
            if isinstance(answer, Told):
                self._kept.put(model, INSTRUCTIONS, text, answer)
            found[text] = answer
        return [found[each] for each in texts]
