"""Questions that a language model puts into the graph's own forms of question."""

from api.llm.endpoint import Endpoint
from api.settings import Settings
from graph.asking.translating import INSTRUCTIONS, Translation, Translator
from ontology.errors import NoModelAnswer


def translator(settings: Settings) -> Translator:
    """What asks the model of the settings, in time for the request that waits for it; raises as an Endpoint does."""
    patience = min(settings.llm_seconds, settings.request_seconds / 2)
    hurried = settings.model_copy(update={"llm_seconds": patience})

    def ask(question: str) -> Translation | NoModelAnswer:
        # Each question is tried: the endpoint may be back since the last one.
        (found,) = Endpoint(hurried).answers(INSTRUCTIONS, [question], Translation)
        return found

    return Translator(Endpoint(settings).model, ask)
